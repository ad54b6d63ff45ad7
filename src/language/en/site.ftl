# Texts of the website's pages. Without “site-” they are t.name in templates, with _ for -.
# Chrome
site-skip = Skip to the content
site-nav = Sections
site-nav-timetable = Consultations
site-nav-regulation = Regulation
site-nav-regulations = Regulations
site-nav-publication = Posting dates
site-all-schools = all schools

# Start page of a school
site-home-lead = Help with
site-home-description = Coming consultations, the regulation and whom to ask.
site-consultations = Consultations
site-next = The next consultation
site-today = today
site-tomorrow = tomorrow
site-now = Under way now
site-subscribe = Subscribe
site-all-consultations = All consultations
site-whole-timetable = The whole timetable and its exceptions
site-later = Show more
site-since = Consultations from
site-no-timetable = No consultation timetable is published on this site.
site-timetable-ended = The latest timetable was valid until
site-none-between = The timetable has no consultations
site-whom-to-ask = Whom to ask
site-pdf = Printable text (PDF)
site-no-regulation = No regulation is published on this site.
site-open-now = open now
site-closed-now = closed now
site-daily = daily
site-on-workdays = on working days
site-around-the-clock = around the clock
site-next-day = the next day
site-previous-day = the day before
site-moscow-time = Moscow time
site-moscow-short = Moscow
site-local-time = Local time
site-local-time-moscow = Moscow time
site-subscribe-title = Subscribe to the calendar
site-subscribe-how = Choose a calendar: its page has buttons and steps for iPhone, Android, Google, Yandex, Outlook and Thunderbird. What is cancelled or moved will follow by itself.
site-feed-all = All consultations
site-feed-parents = Consultations for parents
site-feed-staff = Consultations for staff
site-feed-pupils = Consultations for pupils
site-copy = Copy
site-copied = Copied
site-posters = Posters for the stand
site-poster-timetable = Poster with the timetable
site-poster-contacts = Poster with contacts
site-poster-timetable-parents = Timetable for parents
site-poster-timetable-staff = Timetable for staff
site-poster-strips = Tear-off strips
site-poster-memo = Memo for parents
site-poster-notice = Notice of a new edition
site-contacts = Contacts
site-full-name = Full name
site-address = Address
site-phone = Phone
site-email = E-mail
site-website = Website
site-director = Head
site-founder = Founder
site-founder-name = Name
site-founder-hours = Reception hours

# Timetable
site-timetable-title = Consultation timetable
site-valid = Valid
site-week = By weekday
site-on-dates = On single days
site-exceptions = Changes
site-days-off = Holidays
site-days-off-but = No consultations on these days, except those marked “also during school holidays”.
site-days-off-none = No consultations on these days.
site-by-dates = By date
site-listed = Dates shown:
site-none-listed = The timetable has no consultations on these days.
site-consultants = Consultants
site-held-by = Held by
site-room = room
site-booking = By appointment
site-video-link = link
site-in-breaks = also during school holidays
site-cancelled = cancelled
site-not-held = not held
site-moved-from = moved from
site-moved-to = moved to
site-changed = time or room changed
site-takes-place = takes place
site-extra = additional consultation
site-of-month = of the month
site-gender-mon = m
site-gender-tue = m
site-gender-wed = m
site-gender-thu = m
site-gender-fri = m
site-gender-sat = m
site-gender-sun = m
site-nth-m-1 = first
site-nth-m-2 = second
site-nth-m-3 = third
site-nth-m-4 = fourth
site-nth-m-last = last
site-nth-f-1 = first
site-nth-f-2 = second
site-nth-f-3 = third
site-nth-f-4 = fourth
site-nth-f-last = last
site-nth-n-1 = first
site-nth-n-2 = second
site-nth-n-3 = third
site-nth-n-4 = fourth
site-nth-n-last = last

# Regulation
site-approved = Approved
site-adopted = Adopted
site-agreed = Agreed
site-protocol = minutes
site-dated = of
site-number-sign = No.
site-from = from
site-until = to
site-edition-of = Edition of
site-is-in-force = in force
site-band-upcoming = This edition comes into force on
site-band-from = From
site-band-replaced = this edition is replaced by:
site-status-before = not yet in force today
site-status-in = in force today
site-status-after = no longer in force today
site-as-data = Data (JSON)
site-publication-short = Posting dates
site-print = Print
site-permanent = Permanent address of this edition
site-permanent-address = Permanent address of this edition
site-what-changed = What has changed
site-contents = Contents
site-editions = Editions
site-shown-here = shown on this page
site-footnote = Note
site-footnotes = Notes
site-back-to-text = Back to the text
site-table = Table
site-copy-link = Copy link
site-copy-by-hand = The browser does not copy by itself: copy what is selected
site-find = Find in the text
site-find-of = of
site-find-none = nothing found
site-find-previous = Previous match
site-find-next = Next match
site-terms = Abbreviations

# Citation of a place of the regulation: “item 8 of cl. 5.2, edition of 01.09.2026, order No. 45”
site-cite-order-word = order
site-cite-edition = edition of { $date }
site-cite-edition-order = edition of { $date }, order No. { $order }
site-cite-edition-by = edition of { $date }, approved { $by }

# Editions in time, errata, drafts
site-never-in-force = never comes into force
site-band-until-then = Until then:
site-band-was = This edition was in force
site-band-ended = when its term ended.
site-band-was-replaced = replaced by the
site-by-edition = edition of
site-band-never = This edition never comes into force:
site-band-instead = it is replaced by:
site-band-today-before = Today this edition is not yet in force.
site-band-today-in = Today this edition is in force.
site-band-today-after = Today this edition is no longer in force.
site-line = Dates of the edition
site-line-posted = Posting
site-line-no-record = no record yet
site-line-due = not later than
site-line-force = In force
site-line-replaced = Replacement
site-line-none = there is no newer edition
site-errata = Slips put right
site-errata-lead = These mistakes of writing were put right without a new approval: what the edition says has not changed.
site-errata-was = Before
site-errata-now = Now
site-erratum = Slip put right
site-draft = Draft
site-draft-band = Draft. Nobody has approved it, and it is not in force.
site-draft-approved = The approved text of the regulation
site-draft-new = Draft of a new edition
site-draft-change = What would change
site-hash = Checksum of the text (SHA-256)

# Dates of posting
site-publication-title = Dates of posting
site-publication-lead = When each edition was approved, and by which day it has to be on the site.
site-date-approved = Approved
site-date-due = To be posted by
site-date-limit = Outer limit of the law
site-date-from = In force from
site-date-to = In force to
site-basis-replaced = replaced by the
site-basis-term = term of the edition
site-basis-roll-forward = a last day that is not worked moves to the next working day
site-computed = There is no adopted production calendar for one of these years: days are counted without transferred days off, so that a term in working days may differ.
site-reasons = How the dates are counted
site-reasons-local = The local rule is set by the school or its founder; the date of posting is counted by it. The outer limit of the law holds in any case.
site-reasons-law = The outer limit is 10 working days: article 29 part 3 of Federal Law 273-FZ of 29.12.2012, item 16 of the Rules adopted by Government decree 1802 of 20.10.2021.
site-reasons-count = Counting begins on the day after the approval (article 191 of the Civil Code). Working days follow the production calendar for the school's working week.

# Portal, feed, page for wrong addresses
site-portal-description = Regulations and consultation timetables of schools: texts, dates, contacts.
site-portal-lead = Choose a school: its page has the coming consultations, the regulation and contacts.
site-filter = Find a school or a town
site-shown = Schools listed:
site-school = School
site-col-force = In force
site-feed = New editions of regulations (Atom feed)
site-wrong-title = There is no such page
site-wrong-lead = There may be a slip in the address, or the page has moved. From here you find everything else:
site-wrong-home = Start page

# With numbers and dates
site-zone-time = { $zone } time
site-every-weeks = every { $weeks } weeks, counted from { $date }
site-basis-calendar =
    { $days ->
        [one] { $days } calendar day
       *[other] { $days } calendar days
    } by the local rule
site-basis-working =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    } by the local rule
site-basis-law =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }: 273-FZ, art. 29 p. 3
site-erratum-summary = { $edition }, { $at }. Before: “{ $was }”. Now: “{ $now }”.
site-cite-draft = draft

# Consultations: the week, dates, the page of a consultant
site-substituted = substitute; by the timetable it is { $person }
site-substitute = substitute: { $person }
site-short-day = the day before a holiday: working hours end an hour earlier
site-day-off = no consultations
site-plan = Timetable
site-plan-valid = The timetable is valid
site-choose = Which consultations to show
site-choose-group = For whom
site-choose-person = By whom
site-choose-all = all consultations
site-choose-anybody = all consultants
site-choose-reset = Show all
site-choose-shown = Shown in the timetable:
site-choose-none = The timetable has no such consultations.
site-whole-timetable-link = The whole timetable
site-no-regular = No regular consultations in the present timetable.
site-next-dates = Next dates
site-none-ahead = The timetable has no more consultations.

# Clocks: of the school, the reader, the support desk
site-ends-at = until
site-none-today = No consultations today
site-no-more-today = Today’s consultations are over.
site-list-is-over = All consultations listed on this page are over. Open the whole timetable or ask at the school.
site-school-time = school time
site-school-clock = All times are those of the school’s clocks. There it is now
site-yours = yours:
site-at-ours = at the school
site-opens = opens
site-opens-at = at
site-ask-consultant = The school’s consultant
site-ask-consultant-how = Ask at the school first: come to a consultation or, where a phone or an e-mail address is given, call or write.
site-ask-desk-how = If the school could not help, turn to the support desk of the system.
site-ask-founder-how = If the question is still open, turn to the school’s founder.
# Subscribing to calendars
site-feed-deadlines = Deadlines of the regulations
site-feed-deadlines-all = Deadlines of the regulations of all schools
site-calendars = Calendars to subscribe to
site-calendars-lead = Subscribe once: cancelled and moved consultations and a new timetable will appear in your calendar by themselves.
site-subscribe-people = Calendars of single consultants
site-subscribe-all = All calendars of the school
site-subscribe-here = Subscribe on this device
site-subscribe-here-hint = The first button opens the calendar of your phone or computer. If nothing opens, copy the address and look for your calendar below. The file is a snapshot: it is not kept up to date.
site-subscribe-download = Download the .ics file
site-subscribe-address = Address of the calendar
site-subscribe-qr = This page on your phone: point its camera here
site-subscribe-qr-alt = QR code with the address of this page
site-subscribe-steps = How to subscribe
site-subscribe-copy-step = Copy the address of the calendar from this page.
site-subscribe-apple = iPhone, iPad, Mac
site-subscribe-apple-1 = Press “Subscribe on this device” and confirm.
site-subscribe-apple-2 = If nothing opens, copy the address of the calendar.
site-subscribe-apple-3 = iPhone and iPad: Calendar → Calendars → Add Calendar → Add Subscription Calendar, paste the address.
site-subscribe-apple-4 = Mac: Calendar → File → New Calendar Subscription, paste the address, choose to refresh every day or more often.
site-subscribe-apple-after = You choose how often it is refreshed. To stop: Calendars → “i” beside the calendar → Delete Calendar or Unsubscribe.
site-subscribe-google = Google Calendar
site-subscribe-google-1 = Open on a computer:
site-subscribe-google-link = Google Calendar, “From URL”
site-subscribe-google-2 = Paste the address and press “Add calendar”.
site-subscribe-google-3 = It will appear on your phone by itself; if not, tick it in the app’s list of calendars.
site-subscribe-google-after = Refreshed every few hours, at times once a day: look on the site for what was cancelled the same day. To stop: Settings → the calendar’s name → Unsubscribe.
site-subscribe-yandex = Yandex Calendar
site-subscribe-yandex-1 = Open on a computer:
site-subscribe-yandex-2 = On the left, below the list of calendars, choose “Import”, then “From the internet” (by link).
site-subscribe-yandex-3 = Paste the address, name the calendar and confirm.
site-subscribe-yandex-after = Yandex does not promise how often it refreshes: look on the site for what was cancelled the same day. To stop: settings of this calendar → Delete.
site-subscribe-android = Android without a Google account
site-subscribe-android-1 = Install ICSx5, a free app from F-Droid or an app store.
site-subscribe-android-2 = Press “Subscribe on this device” on this page, or paste the address into ICSx5 with “+”.
site-subscribe-android-3 = Allow access to the calendar: the events will appear in the calendar of the phone.
site-subscribe-android-after = You choose in ICSx5 how often it is refreshed. To stop: delete the calendar in ICSx5. The Google Calendar app on a phone cannot subscribe by address, only its site on a computer can.
site-subscribe-outlook = Outlook
site-subscribe-outlook-1 = Open Outlook in the browser:
site-subscribe-outlook-home = personal mail
site-subscribe-outlook-work = work or school
site-subscribe-outlook-2 = Address and name are filled in: press “Import”. If the fields are empty, paste the address in “Add calendar” → “Subscribe from web”.
site-subscribe-outlook-3 = Outlook on a computer: “Add Calendar” → “From Internet”, paste the address.
site-subscribe-outlook-after = Refreshed every few hours. To stop: the menu beside the calendar’s name → Remove.
site-subscribe-thunderbird = Thunderbird
site-subscribe-thunderbird-1 = File → New → Calendar → On the Network.
site-subscribe-thunderbird-2 = Paste the address into “Location”, no user name is needed, press “Find Calendars”.
site-subscribe-thunderbird-3 = Tick the calendar and press “Subscribe”.
site-subscribe-thunderbird-after = Refreshed every half an hour; the calendar’s properties can change that. To stop: the calendar’s menu → Unsubscribe.
site-subscribe-know = Good to know
site-subscribe-refresh = When changes arrive
site-subscribe-refresh-says = The program fetches the file by itself, from every half an hour to once a day. The site itself is the freshest.
site-subscribe-file = A file in place of a subscription
site-subscribe-file-says = Any calendar opens the .ics file, but nothing will change in it. To learn of changes you need a subscription.
site-subscribe-stop = How to stop
site-subscribe-stop-says = Delete the calendar in your program; each instruction has that step. Nobody needs to be told.
site-subscribe-privacy = What is known of you
site-subscribe-private = The school needs neither your name nor your mail: there is no account and no counter, and nobody here knows who has subscribed. If you choose Google, Yandex or Outlook, their servers fetch the file, and they know of the subscription.
site-subscribe-about = What is cancelled, moved or taken over comes to the same calendar, and so does a new timetable: there is no need to subscribe again.
site-subscribe-deadlines-about = For staff: when the regulation is to be posted, revised and replaced, and what it asks to be done on which dates. Posting is announced 3 days and 1 day before.
site-subscribe-deadlines-all-about = When the regulations of all schools of this site are to be posted and revised, and when they expire. Each event names its school. New editions come to the same calendar: there is no need to subscribe again.
site-subscribe-nearest = The nearest deadlines
site-due-posting = Last day to post it
site-due-revision = Time to revise it
site-due-expiry = Last day in force
site-due-moved = by the regulation { $day }, a day off
site-subscribe-consultations =
    { $count ->
        [one] { $count } consultation
       *[other] { $count } consultations
    } { $interval }
site-subscribe-consultations-none = From { $date } on there are no consultations in this calendar. Once there are, they will appear by themselves.
site-subscribe-deadlines =
    { $count ->
        [one] { $count } deadline
       *[other] { $count } deadlines
    } { $interval }
site-subscribe-deadlines-none = From { $date } on there are no deadlines in this calendar. New ones will appear by themselves.

# Sheets for the stand
site-stand-all = All sheets for print, and which of them should hang
site-stand-lead = These sheets should hang on the stand. Each has its number at the foot: a sheet with another number is out of date, take it down.
site-stand-made = Sheet { $hash }, made on { $date }
site-stand-print = Print:
site-stand-check = A phone can check a sheet on the stand, too: the QR code on it opens a page that tells whether the sheet is up to date.
site-stand-timetable = For the general stand, at the entrance.
site-stand-timetable-parents = For the parents’ stand.
site-stand-timetable-staff = For the staff room.
site-stand-contacts = For the parents’ stand, beside the timetable.
site-stand-strips = Where a strip is easily torn off: at the cloakroom, on the board at the entrance.
site-stand-memo = For the parents’ stand; it can be handed out at meetings, too.
site-stand-notice = For the stand, beside the regulation, until the next edition.
site-paper-a3 = A3
site-paper-a4 = A4
site-paper-a3-landscape = A3 across
site-paper-a4-landscape = A4 across
site-paper-a3-bw = A3 black and white
site-paper-a4-bw = A4 black and white
site-paper-a3-landscape-bw = A3 across, black and white
site-paper-a4-landscape-bw = A4 across, black and white
site-hanging-sheet = Sheet
site-hanging-fine = is up to date.
site-hanging-old = is out of date: the stand should have sheet
site-hanging-made = made on { $date }
site-hanging-get = The new sheet for print:
site-hanging-gone = is no longer needed: take it down from the stand.
