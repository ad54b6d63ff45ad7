### What editors show in files of the content.

schema-site = The site: content/site.yaml
schema-system = An information system: content/systems/*.yaml
schema-school = A school: school.yaml
schema-timetable = A consultation timetable: timetable.yaml
schema-edition = Front matter of an edition of a regulation
schema-draft = Front matter of a draft: draft.md
schema-memo = Front matter of a memo: memo.md

## Values that do not fit

schema-wrong-text = Text is wanted, and not empty
schema-wrong-id = An identifier of a-z, 0-9 and hyphens is wanted, at most 60 characters: ivanova-parents
schema-wrong-date = A date such as 2026-09-01 is wanted: year, month, day
schema-wrong-day-of-year = Month and day are wanted, such as "09-01"
schema-wrong-time = A range of time is wanted, such as "14:30-15:15"
schema-wrong-address = An address that begins with https:// or http:// is wanted
schema-wrong-term = A term is wanted, such as 3 years or 18 months, at most 50 years
schema-wrong-colour = A colour is wanted, such as "#8a3b12", in quotes

## site.yaml

schema-site-title = Name of the site
schema-site-base-url = Where the site will be served: https://… Goes into QR codes, feeds and the site map
schema-site-language = Language of pages, posters and feeds: ru or en
schema-site-theme = A folder in themes; what it lacks comes from the built-in default
schema-site-portal = true: a start page lists the schools, each in its folder; false: exactly one school, at the root
schema-site-yo-differs = true: «ё» in place of «е» is a change of the text
schema-site-publication = In which term an edition is to be posted
schema-site-print = Which posters to make, on which paper
schema-site-deploy = The command by which reglament publish puts the site on its host, a word an item; {"{"}output{"}"} is the folder
schema-site-timestamp = A service of time stamps for the journal
schema-timestamp-url = Address of the service
schema-timestamp-authority = The file with its certificates, a path within content
schema-publication-days = Term in days, 1 to 365, counted from the day after the approval
schema-publication-count = Which days count: calendar or working
schema-publication-roll-forward = true: a last day that is not worked moves to the next working day
schema-print-posters = Kinds of posters; all of them if left out
schema-print-sheets = Paper: a3, a4; -landscape lies across, -bw is black only

## An information system

schema-system-name = Name as used in texts: ИС «Дневник.ру»
schema-system-full-name = Full name
schema-system-website = Address of the system
schema-system-desk = Its support desk; leave out where there is none
schema-system-protected = Sections that a school may not alter
schema-protected-title = Title of the section without its number
schema-protected-text = Text of the section (Markdown); «…» stands for at most 12 words of the school's own
schema-desk-name = Name of the desk
schema-desk-zone = Time zone in which the hours are given: Europe/Moscow
schema-desk-phones = Phones
schema-desk-emails = E-mail addresses
schema-desk-website = Page for requests
schema-desk-hours = Hours: what is done, on which days, when
schema-desk-note = What else to know
schema-desk-phones-number = Number
schema-desk-phones-note = A remark: “free of charge”
schema-desk-hours-service = What is done then: “Calls”
schema-desk-hours-days = daily (the default), workdays, or weekdays: mon tue wed thu fri sat sun
schema-desk-hours-open = always, or a range of time: "09:00-21:00"

## A school

schema-school-name = Full official name
schema-school-short-name = Short name
schema-school-city = Town or village
schema-school-region = Region
schema-school-address = Address
schema-school-phone = Phone
schema-school-email = E-mail of the school
schema-school-website = Website of the school
schema-school-zone = Time zone of the school: Europe/Moscow, Asia/Yekaterinburg, Asia/Krasnoyarsk…
schema-school-week = Working days of the week: 5 (the default) or 6
schema-school-hours = When people can be in the building: mon-fri: "08:00-18:00"; closed on days that are not named. Used by check alone
schema-school-accent = Accent colour such as "#8a3b12", dark enough on white
schema-school-director = The head
schema-school-founder = The founder
schema-school-system = Id of the information system: the file content/systems/ID.yaml
schema-school-print = Which posters to make, on which paper; what is not said here comes from site.yaml
schema-school-breaks = School holidays
schema-school-days-off = Days off of the region or the school
schema-director-name = Family name, name, patronymic
schema-director-post = Post; «директор» if left out
schema-founder-name = Name
schema-founder-address = Address
schema-founder-phone = Phone
schema-founder-email = E-mail
schema-founder-website = Website
schema-founder-hours = Hours
schema-breaks-name = Name: «Осенние каникулы»
schema-breaks-from = First day
schema-breaks-to = Last day
schema-days-off-date = Date
schema-days-off-name = Name

## A consultation timetable

schema-timetable-valid = From which to which day the timetable is valid, at most 800 days
schema-timetable-approved = How the timetable was approved
schema-timetable-note = A sentence shown with the timetable
schema-timetable-people = Consultants: id, and under it name and post
schema-timetable-sessions = Sessions
schema-timetable-cancelled = Cancelled instances: which, and on which day
schema-timetable-moved = Moved instances: which, from which day to which
schema-timetable-substituted = Substitutes: who takes over from somebody
schema-timetable-extra = More consultations, and parents' meetings
schema-valid-from = First day
schema-valid-to = Last day
schema-person-name = Family name, name, patronymic
schema-person-post = Post
schema-person-phone = Phone; seen by everybody: only one that the school publishes
schema-person-email = E-mail; seen by everybody
schema-session-id = A stable id: subscribers' calendars know the session by it; never reuse it
schema-session-who = Who gives it: an id of people
schema-session-for = For whom: all, parents, staff, pupils; one or a list
schema-session-at = Time: "14:30-15:15"
schema-session-room = Room
schema-session-channel = How: in-person (the default), phone, email, video
schema-session-link = Address for video
schema-session-booking = How to make an appointment
schema-session-topic = What it is about
schema-session-on = Weekday or several: mon tue wed thu fri sat sun
schema-session-dates = Chosen dates instead of weekdays
schema-session-every = week (the default); {"{"}weeks: 2, from: 2026-09-07{"}"}: every second week, counted from that one; {"{"}nth: 1{"}"} … {"{"}nth: last{"}"}: that weekday of the month
schema-session-from = First day, if later than the timetable's
schema-session-to = Last day, if earlier than the timetable's
schema-session-in-breaks = true: goes on in the school's breaks
schema-every-weeks = Every how many weeks, 1 to 8
schema-every-from = A date of the week from which to count
schema-every-nth = Which such day of the month: 1, 2, 3, 4 or last
schema-change-session = Id of the session
schema-change-date = The day for which it is planned
schema-change-reason = Why
schema-moved-to = To which day; the same if only time or room change
schema-moved-at = New time
schema-moved-room = New room
schema-substituted-session = Id of the session
schema-substituted-date = The one day; else from and to
schema-substituted-from = First day
schema-substituted-to = Last day
schema-substituted-who = Who takes over: an id of people
schema-substituted-reason = Why
schema-extra-date = Day
schema-extra-reason = Why

## Editions, drafts, memos

schema-wording-title = Title of the act
schema-wording-short-title = Short title for menus; the title if left out
schema-wording-summary = One or two sentences on what this edition changes
schema-wording-affects = Whom the changes affect: all, parents, staff, pupils; one or a list
schema-wording-accepted = Findings about the text that the school leaves
schema-accepted-finding = Id of the finding, as check gives it
schema-accepted-at = Words of its line; all such findings if left out
schema-accepted-reason = Why the text stays as it is
schema-edition-approved = How the edition was approved
schema-edition-in-force = First day in force; the day of approval if left out
schema-edition-valid-for = Term: 3 years or 18 months; or valid_until
schema-edition-valid-until = Last day in force; or valid_for
schema-edition-posted = When the edition was already on a site, before the journal was kept
schema-edition-publication = Term of posting of this edition, if not that of site.yaml
schema-edition-duties = Periodic duties that the act lays on people; they go into the calendar of deadlines
schema-edition-errata = Mistakes of writing put right without a new approval; written by reglament erratum
schema-approval-date = Date of approval
schema-approval-by = How: «приказом директора»
schema-approval-order = Number of the order
schema-approval-protocols = Who adopted it or agreed to it
schema-protocol-body = Who: «Педагогический совет»
schema-protocol-role = adopted, or agreed (the default)
schema-protocol-number = Number of the protocol
schema-protocol-date = Date of the protocol
schema-duty-id = A stable id, unique within the edition
schema-duty-title = What is to be done
schema-duty-at = Where the act says so: «подпункт 12 пункта 5.2»
schema-duty-who = Who has to do it
schema-duty-for = Whom it concerns: all, parents, staff, pupils; staff if left out
schema-duty-on = When: one of days, before_breaks, yearly, dates
schema-duty-on-days = Days of the month: 1 to 31, or last
schema-duty-on-months = Only in these months: 1 to 12; with days
schema-duty-on-before-breaks = true: the last day before each of the breaks
schema-duty-on-yearly = Days of the year: "09-01"
schema-duty-on-dates = Chosen dates
schema-erratum-date = When it was put right
schema-erratum-at = Where: «пункт 5.2»
schema-erratum-was = What stood there
schema-erratum-now = What stands there now
schema-erratum-reason = Why it is a mistake of writing
schema-memo-title = Headline: «Памятка родителям»
schema-memo-lead = One or two sentences below it

## Commands schema, completions and man

help-schema = Write JSON Schemas: help and checks in the editor
help-usage-schema = reglament schema [FOLDER] [OPTIONS]
help-schema-dir = Where to write [default: schemas in the workspace]
schema-written = Schemas written. Editors find them by the first line of the files that reglament init makes; for other files see docs/reference/editor.md.
help-completions = Print a script with which the shell completes commands
help-usage-completions = reglament completions SHELL [OPTIONS]
help-value-shell = SHELL
help-shell = bash, zsh, fish, powershell or elvish
help-completions-how =
    How to install it:
      bash        reglament completions bash > \
                    ~/.local/share/bash-completion/completions/reglament
      zsh         reglament completions zsh > ~/.zfunc/_reglament
                    (in ~/.zshrc before compinit: fpath+=~/.zfunc)
      fish        reglament completions fish > \
                    ~/.config/fish/completions/reglament.fish
      powershell  reglament completions powershell >> $PROFILE
      elvish      reglament completions elvish >> \
                    ~/.config/elvish/rc.elv
help-man = Write pages of the manual (man)
help-usage-man = reglament man FOLDER [OPTIONS]
help-man-dir = Where to write, such as ~/.local/share/man/man1
man-written = Pages written. To open the first: man { $page }
man-manual = Manual of reglament
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-options = OPTIONS
man-version = VERSION
man-more = MORE

## Model regulations

schema-model = Front matter of a model regulation: content/models/*.md
schema-model-about = What it is, one line; shown where a model is chosen
schema-model-title = Title of the act, a template
schema-model-short-title = Short title for menus, a template
schema-model-summary = One or two sentences on what the act changes, a template
schema-model-affects = Whom it affects: all, parents, staff, pupils; one or a list
schema-model-parameters = Questions to the school: names of a-z, 0-9 and _, in the order of asking
schema-parameter-type = text, number, flag, choice (one of of), list
schema-parameter-question = How a person is asked for it
schema-parameter-example = A sample answer
schema-parameter-optional = true: it may have no value
schema-parameter-default = Its value unless the school says something else; of a text also a template: "{"{{"} school.phone {"}}"}"
schema-parameter-from = Least number, from 0
schema-parameter-to = Greatest number, to 65535
schema-parameter-of = What may be chosen: ids and their meanings
schema-school-parameters = Answers for model regulations: id of the model, below it names of parameters and values
