### What `init` and `new` ask and write.

## Help

help-new = Add a school, a timetable or a draft of a regulation
help-usage-new = reglament new regulation|school|timetable [OPTIONS]
help-new-regulation = Make a draft from a model regulation
help-usage-new-regulation =
    reglament new regulation [--model MODEL] [--school SCHOOL]
           [--set NAME=VALUE]… [OPTIONS]
help-new-school = Add a school
help-usage-new-school = reglament new school [SCHOOL] [OPTIONS]
help-new-timetable = Add a timetable of consultations
help-usage-new-timetable = reglament new timetable [--school SCHOOL] [OPTIONS]
help-yes = Ask nothing
help-model = Model of content/models [default: the only one]
help-value-model = MODEL
help-new-of-school = For which school [default: the only one]
help-new-id = Name of the regulation's folder [default: the model's]
help-set = Value of a parameter of the model; may be repeated
help-value-setting = NAME=VALUE
help-new-out = Write into this file; “-” prints
help-new-dry-run = Only show, write nothing
help-school-id = Name of the school's folder: a–z, 0–9 and hyphens
help-school-name = Full name of the school
help-school-short-name = Short name
help-school-city = Town
help-school-zone = Time zone [default: that of the town]
help-school-system = Information system, its name in content/systems
help-school-phone = Phone of the school
help-school-email = E-mail of the school
help-value-zone = ZONE
help-value-system = SYSTEM
help-init-folder = Folder in which to begin a new site
help-portal = A portal: several schools, each in its folder
help-single = A site of one school [the default]
help-init-title = Name of the site
help-base-url = Address where the site will be: https://…/
help-timetable-from = First day [default: behind the last timetable]
help-timetable-to = Last day [default: 31 May]

## Questions

ask-question =
    { $question }{ $example ->
        [none] { "" }
       *[other] { " " }(for instance: { $example })
    }{ $default ->
        [none] { "" }
       *[other] { " " }[Enter: { $default }]
    }
ask-wrong = This does not fit: { $wrong }.
ask-ended = No answers, nothing was written.
ask-choice = choose a name from the list
ask-yes = yes
ask-no = no
ask-expected =
    { $kind ->
        [number] a whole number from { $from } to { $to } is needed
        [flag] answer “yes” or “no”
        [choice] choose one name from the list
        [list] give names from the list, with commas between them
       *[text] text on one line is needed
    }
ask-model = From which model to make the draft
ask-portal = Is this a portal of several schools
ask-title = Name of the site
ask-url = At which address the site will be; Enter if not known yet
ask-url-example = https://shkola-5.example.org/reglament/
ask-wrong-url = an address begins with https:// or http:// and has no spaces, no “?” and no “#”
ask-name = Full name of the school
ask-name-example = Муниципальное общеобразовательное учреждение «Средняя школа № 5»
ask-short = Short name
ask-short-example = Школа № 5
ask-id = Name of the school's folder, which becomes part of the address
ask-id-example = shkola-5
ask-wrong-id = Latin letters a–z, digits and hyphens, 60 characters at most; the names assets, calendar and verify are taken
ask-city = In which town or village the school is
ask-city-example = Канск
ask-zone = Time zone: its name, or a large town in it
ask-zone-example = Asia/Krasnoyarsk
ask-wrong-zone = no such zone or town is known; write the centre of the region
ask-wrong-text = text on one line is needed
ask-system = Which electronic diary the school uses; Enter for another or none
ask-phone = Phone of the school; Enter to fill it in later
ask-phone-example = +7 (900) 000-00-00
ask-email = E-mail of the school; Enter to fill it in later
ask-email-example = school@example.org

## Outcome and refusals

new-draft = The draft is written: { $path }. Read it and mend what needs mending; after the order run reglament approve.
new-draft-origin = Draft from the model regulation { $model } (content/models/{ $model }.md); once approved, the model no longer matters.
new-school = The school is written: { $path }. Fill in what is missing (reglament check shows the lines) and add a timetable: reglament new timetable --school { $id }.
new-timetable = The timetable is written: { $path }. Replace the sample consultation by real ones; reglament check shows what is left to be filled in.
new-exists = these files are there already: { $files }
    .help = Nothing was written: the program does not replace what is there. Move or rename them and try again.
new-one-school = this is the site of one school, there is no place for another
    .help = For several schools write portal: true in content/site.yaml; the pages of the first school then move into its folder.
new-refused = Nothing was written.
new-model =
    { $wanted ->
        [none] it is not said from which model to make the draft
       *[other] there is no model “{ $wanted }”
    }
    .help =
        { $known ->
            [none] Put a model regulation into content/models (docs/reference/models.md tells how).
           *[other] Name the model with --model; there are: { $known }.
        }
new-text = this will not do: “{ $value }”
    .help = Text on one line is needed.
new-id = this cannot be the name of a school: “{ $value }”
    .help = Latin letters a–z, digits and hyphens, 60 characters at most: shkola-5. The names assets, calendar and verify are taken.
new-zone = unknown time zone: “{ $value }”
    .help = Write a name of the time zone database: Europe/Moscow, Asia/Krasnoyarsk.
new-system = there is no information system “{ $value }”
    .help = There are: { $known }. Describe another in content/systems and write its name in school.yaml.
new-term = the timetable ends before it begins: { $from } – { $to }
    .help = Exchange --from and --to.
new-address = this will not do as an address: “{ $value }”
    .help = The address of a site begins with https:// or http:// and has no spaces, no “?” and no “#”.
init-nothing = it is not said what to do
    .help = A new site: reglament init FOLDER. A recipe for a service in a site that is there: reglament init --ci github.
init-begun = The site is begun in the folder { $folder }. Its README.md says what comes next; reglament check --root { $folder } shows what is left to be filled in.

## Files of a new site

setup-todo = [fill in: { $what }]
setup-title = Regulation and consultations: { $name }
setup-todo-title = name of the site
setup-todo-url = address where the site will be
setup-todo-name = full name of the school
setup-todo-short-name = short name of the school
setup-todo-city = town or village
setup-todo-zone = time zone of the school
setup-todo-address = address of the school
setup-todo-phone = phone of the school
setup-todo-email = e-mail of the school
setup-todo-director = name of the director
setup-todo-approved = order about the timetable, date and number
setup-todo-person = full name
setup-todo-post = post
setup-todo-room = room
setup-todo-topic = topic of the consultation
setup-system-dnevnik = Дневник.ру
setup-system-eljur = ЭлЖур
setup-system-mosreg = Школьный портал Московской области
setup-example-break = Autumn holidays
setup-site = Settings of the site. All keys: docs/reference/content.md of the program reglament.
setup-site-title = Name: in titles of pages and in feeds.
setup-site-url = Address at which the folder of the site will be, with a “/” at its end. It goes into QR codes: fill it in before posters are printed.
setup-site-language = Language of pages, posters and calendars: ru or en.
setup-site-portal = true: a portal of several schools, each in its folder; false: one school, at the root of the site.
setup-site-publication = Term of posting: how many days there are after the approval. count: calendar or working days.
setup-site-deploy = The command by which reglament publish uploads the site; { "{" }output{ "}" } is the folder of the site. Take away the “#” and put in your own server.
setup-school = A school. All keys: docs/reference/content.md of the program reglament.
setup-school-name = Full name, as in the statute.
setup-school-short = Short name: so the school is called on pages and posters.
setup-school-city = Town or village.
setup-school-zone = Time zone of the school's clocks. Terms and times of consultations are counted by it.
setup-school-contacts = Contacts in office: everybody will see them. What is not filled in stays off the site.
setup-school-director = The head: the name stands in the stamp of approval. The post, if it is not «директор», goes under the key post.
setup-school-system = Information system (electronic diary): name of the file in content/systems without .yaml.
setup-school-week = Days of the working week: 5 or 6.
setup-school-hours = When people can be in the building; consultations in person are checked against it.
setup-school-breaks = School holidays: no consultations on these days. Replace [] by lines like the sample.
setup-timetable = Timetable of consultations. All keys: docs/reference/content.md of the program reglament.
setup-timetable-valid = From which day to which it is valid, both included.
setup-timetable-approved = By which order it was approved, for instance: {"{"}date: 2026-09-01, order: "46"{"}"}.
setup-timetable-people = Who gives consultations. The name before the colon (Latin) is for references from consultations; it becomes part of a calendar's address.
setup-timetable-sessions = Consultations: one for each time of the week. This one is a sample, replace it.
setup-timetable-id = Name of the consultation: calendars of subscribers know it by this, so it is never changed.
setup-timetable-for = For whom: parents, staff, pupils; or all.
setup-timetable-on = Day of the week: mon, tue, wed, thu, fri, sat, sun; several as a list, [mon, thu].
setup-timetable-at = Time by the school's clock, in quotation marks.
setup-readme =
    # Site of school regulations

    This folder holds the sources. The program reglament makes a site, calendars
    of consultations and posters from them.

    ## What comes next

    1. `reglament check` lists the places marked “fill in”. Put the real facts
       there and take the marks away.
    2. Consultations are in `content/schools/{ $school }/timetable.yaml`.
    3. The regulation: `reglament new regulation --model pomoshch` makes a draft
       from a model regulation, `reglament import FILE` from a document that is there.
       After the order: `reglament approve --date YYYY-MM-DD --order NUMBER`.
    4. `reglament build` makes the site in the folder `public`. Open
       `public/index.html`.

    The folders `public` and `print` are made by the program and do not belong into git.
    Keep the files `calendar.lock`, `journal.jsonl` and `*.lock` with the texts:
    only the program writes them.
