# Words of calendars (iCalendar feeds).

calendar-name-all = Consultations
calendar-name-parents = Consultations for parents
calendar-name-staff = Consultations for staff
calendar-name-pupils = Consultations for pupils

calendar-consultation-parents = Consultation for parents
calendar-consultation-staff = Consultation for staff
calendar-consultation-pupils = Consultation for pupils
calendar-consultation-parents-staff = Consultation for parents and staff
calendar-consultation-parents-pupils = Consultation for parents and pupils
calendar-consultation-staff-pupils = Consultation for staff and pupils
calendar-consultation-everybody = Consultation for everybody

calendar-cancelled = CANCELLED
calendar-moved-day = moved from { $day }
calendar-moved-time = other time instead of { $time }
calendar-moved-room = other place

calendar-cancel-reason = Why it was cancelled
calendar-planned = By the timetable
calendar-move-reason = Why it was moved
calendar-topic = Topic
calendar-channel = How it is given
calendar-link = Link
calendar-booking = Appointment
calendar-phone = Phone
calendar-email = E-mail
calendar-page = Timetable of consultations
calendar-room = room
calendar-substituted = substitute
calendar-instead-of = Instead of
calendar-substitute-reason = Reason

calendar-name-consultant = Consultations: { $who }
calendar-name-deadlines = Deadlines

calendar-due-posting = Last day to post: { $act } – { $school }
calendar-due-revision = Time to revise: { $act } – { $school }
calendar-due-expiry = Last day in force: { $act } – { $school }
calendar-due-school = School
calendar-due-act = Document
calendar-due-approved = Approved
calendar-due-law = By law to be posted not later than
calendar-due-end = In force until
calendar-due-affects = Concerns
calendar-due-who = To be done by
calendar-due-at = Laid down in
calendar-due-planned = By the regulation
calendar-due-moved = { $day } (not worked), brought forward to the working day before
calendar-due-page = Text

calendar-lock =
    Stamps of calendar events: by them the programs of subscribers know what has changed.
    Kept by reglament build. Do not edit it; keep it with the timetable.
