# Posters and the act. Keys “poster-…” and “act-…” can be used by layouts by name.
# “none” in an argument means: not given.

# --- posters ---

poster-sheet = sheet
poster-of = of
poster-continued = continued
poster-timetable-headline = When you can come and ask
poster-timetable-headline-parents = When parents can come and ask
poster-timetable-headline-staff = When staff can come and ask
poster-timetable-title = Consultation timetable: { $school }
poster-timetable-title-parents = Consultation timetable for parents: { $school }
poster-timetable-title-staff = Consultation timetable for staff: { $school }
poster-timetable-qr = Next dates, cancellations and moves, calendar to subscribe to
poster-timetable-qr-alt = QR code: opens the page of the consultation timetable
poster-timetable-empty = There are no regular consultations now. New dates will appear on the school’s page.
poster-valid = Valid from { $from } to { $to }
poster-zone-local = Local time, { $city }
poster-zone-moscow = Moscow time
poster-zone-shift = Local time, { $city } (Moscow time { $shift } h)
poster-timetable-approved =
    Timetable approved { $by ->
        [none] {""}
       *[other] ({ $by }){" "}
    }on { $date }{ $order ->
        [none] {""}
       *[other] , order no. { $order }
    }
poster-edition =
    { $title }: edition of { $date }{ $order ->
        [none] {""}
       *[other] , order no. { $order }
    }, text { $hash }
poster-made = Sheet { $hash }, made on { $date }
poster-not-on-holidays = No consultations on public holidays.
poster-not-in-breaks = No consultations on public holidays and in school breaks: { $breaks }.
poster-date-range = { $from } – { $to }

poster-for-two = { $first } and { $second }
poster-and-parents = parents
poster-and-staff = staff
poster-and-pupils = pupils
poster-also-pupils = pupils may come too
poster-room = room { $room }
poster-and = { $first } and { $last }
poster-by-email = by e-mail
poster-booking = by appointment: { $how }
poster-in-breaks = also in school breaks
poster-from-to = from { $from } to { $to }
poster-from = from { $from }
poster-to = to { $to }
poster-every-weeks =
    { $interval ->
        [2] every second week
       *[other] every { $interval } weeks
    }, starting on { $date }
poster-nth =
    { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
       *[other] last
    } { $day } of the month

poster-contacts-headline = Whom to ask
poster-contacts-title = Whom to ask: { $school }
poster-contacts-qr = Help page: consultations, regulation, contacts
poster-contacts-qr-alt = QR code: opens the school’s help page
poster-contacts-first = First: the school’s consultants
poster-contacts-desk = Support desk
poster-contacts-school = School office and head
poster-contacts-founder = Founder
poster-local-time = local time
poster-moscow-time = Moscow time
poster-utc-time = UTC{ $offset }
poster-always = around the clock
poster-past-midnight = { $days }, ends on the next day
poster-daily = daily
poster-workdays = on working days
poster-after-workdays = on the day after a working day
poster-before-workdays = on the day before a working day
poster-hours-elsewhere = Hours: see the consultation timetable
poster-by-timetable = see the timetable
poster-and-by-timetable = and more, see the timetable

poster-strips-headline = Need help?
poster-strips-title = Contacts to take along: { $school }
poster-strips-about = Help
poster-strips-take = Tear off a slip: it has the phones and the address of the help page.
poster-reach-school = The school’s consultants
poster-reach-desk = Support desk
poster-reach-office = School
poster-reach-timetable = Days, hours and rooms: see the consultation timetable
poster-memo-title = { $title }: { $school }
poster-memo-ask = Whom to ask
poster-notice-edition = A new edition is approved
poster-notice-first = A regulation is approved
poster-notice-title = { $title }: new edition of { $date }
poster-notice-title-first = { $title }: approved on { $date }
poster-notice-force = In force
poster-notice-approved = Approved
poster-notice-order =
    { $by ->
        [none] {""}
       *[other] { $by },{" "}
    }{ $date }{ $order ->
        [none] {""}
       *[other] , no. { $order }
    }
poster-notice-replaces = Replaces
poster-notice-before = the edition of { $date }
poster-notice-for = Matters
poster-notice-changes = What has changed
poster-notice-qr = The text with its changes, and a comparison table
poster-notice-qr-alt = QR code: opens the page of what this edition changes
poster-notice-qr-first = The text of the regulation on the school’s site
poster-notice-qr-first-alt = QR code: opens the page of this edition

# --- act ---

act-approved = APPROVED
act-agreed = AGREED
act-of-date =
    of { $date }{ $order ->
        [none] {""}
       *[other] , no. { $order }
    }
act-protocol =
    minutes{ $date ->
        [none] {""}
       *[other] {" "}of { $date }
    }{ $number ->
        [none] {""}
       *[other] , no. { $number }
    }
act-qr = This edition on the site: text, dates of posting, verification
act-qr-alt = QR code: opens the page of this edition
act-edition =
    Edition of { $date }{ $order ->
        [none] {""}
       *[other] , order no. { $order }
    }
act-in-force = In force from { $from }
act-in-force-until = In force from { $from } to { $to }

# --- copy for the files, comparison table ---

act-adopted = ADOPTED
act-head = Head
act-acquaintance = Acknowledgement
act-row = No.
act-name = Name
act-post = Post
act-date = Date
act-signature = Signature
act-sewn =
    Sewn, numbered and sealed: { $count } ({ $words }) { $count ->
        [one] sheet
       *[other] sheets
    }
act-sign = signature
act-day = ____ ______________ 20____
act-seal = Seal
act-cut = Cut along the line and glue over the knot of the thread on the back of the last sheet: signature and seal should reach onto that sheet. This sheet is not counted.
act-summary = What changes
act-marks = In the column “Was”, words that are gone are struck out; in the column “Is now”, new words are underlined.
act-changes-qr = The changes on the site: list and full text
act-changes-qr-alt = QR code: opens the page of the changes of this edition
