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
