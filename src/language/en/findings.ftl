# Findings: the value is the finding, .help what to do, .title its name,
# .explain its page. Examples in .explain are indented by four spaces.

## Files

file-missing = the file is missing
    .help = put the file here or check its name: capital and small letters differ
    .title = Missing file
    .explain =
        The site cannot be built without this file: everything else rests on it. Most often the name is to blame: one extension too many (“site.yaml.txt”), a capital letter, a Cyrillic “с” for a Latin “c”.

        Files stand like this:

            content/site.yaml
            content/schools/school-5/school.yaml

        If the file is in its place, check the folder in which the program was started: the option --root sets it.

file-unreadable =
    the file cannot be read: { $cause ->
        [denied] no permission
       *[other] the system refused
    }
    .help =
        { $cause ->
            [denied] give yourself permission to read this file or folder
           *[other] check whether another program can open the file
        } (the system says: { $detail })
    .title = Unreadable file
    .explain =
        The file is there, but the system does not let it be read: permissions are missing, another program holds it, or the disk is damaged. The site is not built without it, so that nothing that was there yesterday vanishes from its pages.

        Permissions are usually mended like this:

            chmod u+rw content/schools/school-5/school.yaml

file-is-folder = there should be a file here, but it is a folder
    .help = rename the folder and put a file of this name in its place
    .title = Folder instead of a file
    .explain =
        A folder has the name of a file. This happens when an archive was unpacked into a folder named after the file.

        An edition of a regulation is one file; its attachments stand beside it:

            regulations/help/2026-08-31.md
            regulations/help/2026-08-31.pdf

symlink-outside = the link leads out of the workspace
    .help = copy the file or folder itself to the place of the link
    .title = Link leads outside
    .explain =
        The program reads only what lies in the workspace. A symbolic link to the outside could publish somebody else’s file, and on another computer its target does not exist.

        Replace the link by a copy:

            cp --dereference --recursive LINK COPY

file-too-large = the file is larger than { $limit } MB
    .help = split the file or take out what does not belong: pictures and scans are not put into texts
    .title = File too large
    .explain =
        The longest regulation takes less than one megabyte. A larger file nearly always means that something else hides under the name of a text: a scan, an archive, a database dump. The limit protects memory and building time.

        Scans and signatures are separate files beside the edition.

file-not-utf8 = the file is not UTF-8: it cannot be read from here on
    .help = save the file as UTF-8: in Notepad choose “Save as”, then “Encoding: UTF-8”
    .title = Not UTF-8
    .explain =
        All source texts are written in UTF-8. Old Windows programs save Russian text as windows-1251 or KOI8-R, and guessing is dangerous: an approved text might change unnoticed.

        On Linux a file is converted like this:

            iconv --from-code=windows-1251 --to-code=utf-8 old.md > new.md

file-empty = the file is empty
    .help = fill the file or delete it if it is not needed
    .title = Empty file
    .explain =
        There is nothing in the file but, perhaps, spaces and empty lines. This is usually what a failed save leaves behind: restore the file from a backup or from the history of changes.

        The shortest site.yaml looks like this:

            title: Regulations of School No. 5
            base_url: https://reglament.example.org/

file-unused = this file has no effect
    .help =
        { $kind ->
            [table] if it is a timetable, name it timetable.{ $ending } in the school’s folder, or import it: reglament import "{ $path }"
            [document] if it is the text of a regulation, import it: reglament import "{ $path }"; delete it if it is not needed
           *[other] check the name and the place of the file; delete it if it is not needed
        }
    .title = Unused file
    .explain =
        The program expects no such file here and will not publish it. Often the name is misspelt, and then the school is left, say, without its timetable.

        These names are expected:

            content/systems/dnevnik.yaml
            content/systems/dnevnik.memo.md
            content/schools/school-5/school.yaml
            content/schools/school-5/memo.md
            content/schools/school-5/timetable.yaml
            content/schools/school-5/regulations/help/2026-08-31.md

no-schools = there is not a single school
    .help = make a folder for the school, for instance content/schools/school-5, with a school.yaml in it
    .title = No schools
    .explain =
        A site consists of schools, but the folder content/schools is empty or absent. The name of a school’s folder becomes part of its address, so it has small Latin letters, digits and hyphens.

        One file is enough for a start:

            content/schools/school-5/school.yaml

no-regulations = the school has no regulation
    .help = import the approved file (reglament import FILE), or put the text into regulations/NAME/YYYY-MM-DD.md
    .title = No regulations
    .explain =
        The school will appear on the site without a single document. This is a warning: timetable and contacts are published anyway, but a visitor expects the regulation itself.

        The file is named by the date of approval:

            content/schools/school-5/regulations/help/2026-08-31.md

regulation-without-editions = the folder of the regulation holds no edition
    .help = put the text here as YYYY-MM-DD.md or delete the empty folder
    .title = Regulation without editions
    .explain =
        There is a folder for the regulation but no text in it. Each edition is a file of its own, .md, named by the date of approval. Former editions stay beside it: their addresses do not change.

            regulations/help/2025-08-29.md
            regulations/help/2026-08-31.md

front-matter-missing = there is no front matter
    .help = begin the file with a line “---”, then title and approved, and close with another line “---”
    .title = Missing front matter
    .explain =
        The front matter stands at the very beginning of the file between two lines of three hyphens. It holds the title of the act and its approval: without them the term of posting cannot be counted and the stamp of approval cannot be printed.

            ---
            title: Regulation on help
            approved:
              date: 2026-08-31
              by: by order of the director
              order: "45"
            ---

            ## 1. General

theme-missing = there is no theme “{ $theme }”
    .help = make the folder themes/{ $theme } or write theme: default
    .title = No such theme
    .explain =
        site.yaml names a theme, but there is no folder for it. A theme of your own may consist of a single file: the others come from the built-in one.

            theme: default

## YAML

yaml-syntax =
    { $cause ->
        [colon] a colon too many: the line reads as two keys at once
        [quote] a quote is opened and not closed
        [after-quote] something stands behind the closing quote
        [escape] an unknown character follows a backslash
        [bracket] the brackets do not match
        [indent] the indentation differs from the lines around
        [dash] the dash of a list stands in the wrong place
        [key] a key with a colon should stand here
        [character] unquoted text cannot begin with this character
        [directive] YAML directives (lines with %) are not supported
       *[other] the line breaks the rules of YAML
    }
    .help =
        { $cause ->
            [colon] put the value into double quotes: topic: "Journal: how to fill it in"
            [quote] close the quote; inside a text use typographic quotes: “…”
            [after-quote] put the whole value into quotes and use typographic ones inside: “…”
            [escape] put the text into single quotes: a backslash means nothing there
            [bracket] check that every [ has its ], every { "{" } its { "}" }, and that commas stand between values
            [indent] align the line with spaces to the keys of the same level
            [dash] put the dash below the dash of the item before, and a space behind it
            [key] write “key: value” and check the indentation; the colon needs a space behind it
            [character] put the value into double quotes
            [directive] delete this line
           *[other] compare with the lines around: indentation, colons with a space, pairs of quotes
        }
    .title = YAML syntax
    .explain =
        The file could not be understood and is not read beyond this place. Nearly always it is one of three things: a colon and a space inside unquoted text, a quote that is not closed, or shifted indentation.

        Wrong:

            topic: Journal: how to fill it in

        Right:

            topic: "Journal: how to fill it in"

        The mistake may stand one line above the marked one: an open quote shows only on the next line.

yaml-tab = the line is indented with a tab
    .help = replace the tab by spaces: two for each level
    .title = Tab as indentation
    .explain =
        In YAML the indentation shows what belongs to what, and it is made of spaces only: editors disagree on the width of a tab. Most editors have a setting “insert spaces for tabs”.

            director:
              name: Soloviova Irina

yaml-duplicate-key = the key “{ $key }” already stands in line { $line }
    .help = keep one of the two lines
    .title = Duplicate key
    .explain =
        One key stands twice in the same map. Which of the two values is right is for a person to decide: to take the last one silently might publish an old phone number.

            phone: +7 (900) 000-11-00
            phone: +7 (900) 000-22-00

        Delete the line that is not needed.

yaml-key = only a word can be a key
    .help = write one name to the left of the colon and the list or map to the right
    .title = Key is not a word
    .explain =
        A list or a map in brackets stands to the left of the colon. This happens when a line has brackets too many or a “?”.

            for: [parents, staff]

yaml-alias = anchors and aliases of YAML (& and *) are not supported
    .help = repeat the value in full; put text that begins with & or * into quotes
    .title = YAML anchor or alias
    .explain =
        The sign & before a value declares an anchor, * refers to it. A few such lines may unfold into billions of values and stop the build, and such a file is hard to read. So every value is written in full.

        If the sign is part of the text, quotes help:

            note: "* by appointment"

yaml-tag = type tags of YAML (!) are not supported
    .help = take the tag away; put text that begins with an exclamation mark into quotes
    .title = YAML type tag
    .explain =
        A tag such as !!str forces a type upon a value. It is not needed: the program knows the type of every key.

        If the sign is part of the text, quotes help:

            note: "! Room closed for repair"

yaml-several-documents = the file holds several YAML documents
    .help = delete the line “---” inside the file or split the file in two
    .title = Several documents in a file
    .explain =
        A line of three hyphens begins a new YAML document, and all behind it would remain unread. Files .yaml do not need it.

        In an edition the front matter stands between two such lines; behind the second one the text of the act begins.

yaml-too-large = too deeply nested, or too many values
    .help = simplify the file: at most 32 levels and 200,000 values
    .title = File too complex
    .explain =
        The data of a real school need five levels. More is the mark of a damaged file or of one that is meant to stop the program. The limit protects memory and time.

        Look for a long row of opening brackets in the file.

## Values

wrong-type =
    { $expected ->
        [map] a map is
        [list] a list is
        [flag] true or false is
        [number] a whole number is
       *[text] text is
    } expected, but here is { $actual ->
        [map] a map
        [list] a list
        [nothing] nothing
       *[text] text
    }
    .help =
        { $expected ->
            [map] write the keys below this line, indented: “key: value”, each on its own line
            [list] write the values in square brackets, separated by commas, or each on its own line behind a dash
            [flag] { $near ->
                [none] write true or false, without quotes
               *[other] write { $near }, without quotes
            }
            [number] write the number in digits, without quotes or fraction
           *[text] write one value on this line; if in doubt, put it into quotes
        }
    .title = Wrong type
    .explain =
        Every key has its type of value: text, list, map, number, yes or no. If the type is another, the program does not guess what was meant.

        These are all five:

            name: School No. 5
            for: [parents, staff]
            director:
              name: Soloviova Irina
            week: 5
            portal: true

        What is expected where is said in docs/reference/content.md.

key-unknown = unknown key “{ $key }”
    .help =
        { $near ->
            [none] these are possible: { $known }
           *[other] perhaps “{ $near }” was meant; these are possible: { $known }
        }
    .title = Unknown key
    .explain =
        There is no such key here. A misprint in an optional key is easily overlooked, and a phone or a room would be missing on the site: that is why it is an error.

        Wrong:

            rom: "214"

        Right:

            room: "214"

        To leave a note for yourself, begin the line with #.

key-missing = the required key “{ $key }” is missing
    .help = add a line “{ $key }: …”, indented like the keys around
    .title = Missing key
    .explain =
        A page, calendar or poster cannot be made without this value. A key with an empty value counts as missing.

        Every school must have, for instance:

            name: School No. 5 of the town of Kansk
            short_name: School No. 5
            city: Kansk
            zone: Asia/Krasnoyarsk

text-empty = empty text
    .help = write a value or delete the whole line
    .title = Empty text
    .explain =
        There is a value, but not a letter in it. On the page it would look like a line broken off: “By phone: ”.

        If there is no value, take the key away together with its colon.

text-control-character = the text holds a character that cannot be printed
    .help = type this value anew instead of pasting it
    .title = Control character
    .explain =
        The value holds a control character that nobody sees: a tab, a form feed, a remnant of copying from a PDF. In the calendar of a phone it spoils the whole entry.

        Delete the value and type it on the keyboard.

id-invalid = the name “{ $id }” cannot stand in an address
    .help = only small Latin letters, digits and hyphens (not first), up to 60 characters, no device of Windows (con, aux, nul, prn, com1, lpt1), for instance: school-5
    .title = Unusable name
    .explain =
        The names of folders, persons, consultations and systems become part of the addresses of pages and calendars. So they consist of small Latin letters, digits and hyphens only; a letter or digit comes first, and there are at most 60 characters. On a portal the names assets, calendar and verify are taken.

            content/schools/school-5
            content/systems/dnevnik.yaml

date-invalid =
    { $cause ->
        [absent] there is no such day in the calendar: “{ $date }”
        [range] the year is not within 1990–2200: “{ $date }”
       *[shape] this is no date: “{ $date }”
    }
    .help =
        { $near ->
            [none] { $cause ->
                [absent] check day and month; the order is year-month-day
               *[other] write the date as YYYY-MM-DD, for instance 2026-09-01
            }
           *[other] write { $near }
        }
    .title = Invalid date
    .explain =
        Dates are written as YYYY-MM-DD: year first, then month and day, with hyphens and zeros. Written so, 1 September is not mistaken for 9 January. A day that is not in the calendar (31 June, 29 February of a common year) is refused, not taken for another.

            date: 2026-09-01

time-invalid = this is no time: “{ $time }”
    .help =
        { $near ->
            [none] write start and end: "14:30-15:15", hours from 00 to 24, minutes from 00 to 59
           *[other] write it like this: "{ $near }"
        }
    .title = Invalid time
    .explain =
        A time is a start and an end with a hyphen between, in quotes. Hours go from 00 to 24, minutes from 00 to 59, with a colon between; the time is local.

            at: "14:30-15:15"

        It works without quotes, too, but with them nobody takes it for a number.

time-order = the end ({ $end }) is not later than the start ({ $start })
    .help = swap the two; split a time across midnight into two lines
    .title = End before start
    .explain =
        The second time must be later than the first. Most often it is a misprint: "15:30-15:15" for "14:30-15:15". A meeting of no length is an error, too.

        Write hours across midnight as two lines: until "24:00" and from "00:00".

date-order = the first day ({ $from }) is later than the last ({ $to })
    .help = swap the dates or correct the year
    .title = Dates the wrong way round
    .explain =
        The period begins after it ends. Usually the year was not changed: holidays from 31 December to 10 January end in the next one. Both days belong to the period.

            - name: Winter holidays
              from: 2026-12-31
              to: 2027-01-10

zone-unknown = unknown time zone “{ $zone }”
    .help =
        { $near ->
            [none] write a name of the IANA database, for instance Europe/Moscow, Asia/Yekaterinburg, Asia/Krasnoyarsk, Asia/Vladivostok
           *[other] perhaps { $near } was meant; reglament explain zone-unknown lists the zones of Russia
        }
    .title = Unknown time zone
    .explain =
        A zone is given by its name in the IANA database: a part of the world and a city with a slash between. Forms like MSK+4 or UTC+7 will not do: phones and calendars do not understand them.

        The zones of Russia from west to east:

            Europe/Kaliningrad   MSK−1
            Europe/Moscow        MSK
            Europe/Samara        MSK+1
            Asia/Yekaterinburg   MSK+2
            Asia/Omsk            MSK+3
            Asia/Krasnoyarsk     MSK+4
            Asia/Irkutsk         MSK+5
            Asia/Yakutsk         MSK+6
            Asia/Vladivostok     MSK+7
            Asia/Magadan         MSK+8
            Asia/Kamchatka       MSK+9

address-invalid = unusable address “{ $address }”
    .help = write the address in full: https://school-5.example.org/, without spaces or quotes
    .title = Unusable address
    .explain =
        The address of a page begins with https:// or http:// and holds no spaces. Other kinds are refused: a link on a page should lead to a page. base_url holds neither ? nor #.

            website: https://school-5.example.org/

weekday-unknown = unknown weekday “{ $day }”
    .help =
        { $near ->
            [none] these are possible: { $known } (Monday … Sunday)
           *[other] perhaps { $near } was meant; these are possible: { $known } (Monday … Sunday)
        }
    .title = Unknown weekday
    .explain =
        Weekdays are written in three Latin letters. Several of them form a list.

            on: [tue, thu]

        Monday is mon, Tuesday tue, Wednesday wed, Thursday thu, Friday fri, Saturday sat, Sunday sun.

value-unknown = “{ $value }” is not possible here
    .help =
        { $near ->
            [none] these are possible: { $known }
           *[other] perhaps “{ $near }” was meant; these are possible: { $known }
        }
    .title = Value not possible
    .explain =
        This key takes only a few values, and the one written is not among them. The help with the finding lists them all.

            language: ru
            channel: in-person
            for: [parents, staff]

number-invalid = “{ $value }” is not possible here
    .help = write a whole number from { $from } to { $to }
    .title = Number not possible
    .explain =
        A whole number within the limits is needed, in digits and without quotes. The limits catch misprints: a term of 1000 days obliges nobody to anything.

            publication:
              days: 10

## Site and schools

several-schools-without-portal =
    { $count ->
        [one] { $count } school
       *[other] { $count } schools
    }, but there is room for one
    .help = write portal: true or keep one school
    .title = Several schools without a portal
    .explain =
        With portal: false the only school takes the whole site, without a common start page. Two schools do not fit into one root: their pages would overwrite each other.

            portal: true

system-unknown = there is no information system “{ $system }”
    .help =
        { $near ->
            [none] make the file content/systems/{ $system }.yaml
           *[other] perhaps “{ $near }” was meant; else make the file content/systems/{ $system }.yaml
        }
    .title = Unknown information system
    .explain =
        A school refers to its system by the name of a file in content/systems. That file holds the system’s name and its support desk, which all schools share.

            system: dnevnik

        This line is about the file content/systems/dnevnik.yaml.

colour-invalid = “{ $colour }” is no colour
    .help = write six hexadecimal digits in quotes: "#1f5c99"
    .title = Invalid colour
    .explain =
        The colour of a school is a number sign and six hexadecimal digits. The quotes are needed: without them the number sign begins a comment, and the value is lost.

            accent: "#1f5c99"

colour-contrast = the colour { $colour } is too pale: its contrast to white is { $whole }.{ $tenths }, at least 4.5 is needed
    .help = the nearest shade that will do: "{ $near }"
    .title = Pale colour
    .explain =
        Links and buttons are set in this colour. A contrast below 4.5 to 1 is hard to see in the sun and with weak sight; the rules of accessibility set that limit. The help names the nearest darker shade.

            accent: "#8a3b12"

## Editions

regulation-id = the name “{ $id }” of the regulation cannot stand in an address
    .help = name the folder in small Latin letters, digits and hyphens; taken are timetable, calendar, posters, publication, verify, assets
    .title = Unusable name of a regulation
    .explain =
        The name of the regulation’s folder becomes part of its permanent address. Small Latin letters, digits and hyphens will do, at most 60 characters. The site itself takes six names: timetable, calendar, posters, publication, verify, assets; no folder can have the name of a device of Windows (con, nul and the like).

            regulations/help/2026-08-31.md

edition-file-name = the file is named “{ $file }”, but the date of approval is another
    .help = name the file { $expected } or correct the date
    .title = File name and date differ
    .explain =
        The file of an edition is named by the date of its approval: that date stands in the permanent address and in the name of the printed act. If they differ, nobody knows from which day the term of posting counts.

            regulations/help/2026-08-31.md

            approved:
              date: 2026-08-31

edition-order = the edition comes into force before the former one ({ $previous })
    .help = correct in_force: a later edition cannot begin earlier
    .title = Editions in the wrong order
    .explain =
        An edition that was approved later would come into force earlier than the former one. Then nobody can tell which text holds today.

            approved:
              date: 2026-08-31
            in_force: 2026-09-01

edition-without-text = the edition has no text
    .help = put the approved text behind the front matter
    .title = Edition without text
    .explain =
        The front matter is filled in, but the act itself is missing. An empty page under the title of a regulation is worse than none: it is the text that has to be posted.

            ---

            ## 1. General

            1.1. This regulation …

validity-twice = the term of validity is given twice
    .help = keep either valid_for or valid_until
    .title = Term given twice
    .explain =
        valid_for gives a term from the coming into force, valid_until the last day. Together they may contradict each other, so one of them is needed.

            valid_for: 3 years

validity-before-force = the edition’s validity ends before it comes into force
    .help = correct valid_until: the last day is not before the first
    .title = Ends before it begins
    .explain =
        By these dates the edition would not hold for a single day. The first day is in_force or, without it, the day of approval; the last one is valid_until. Most often the year is a misprint.

            in_force: 2026-09-01
            valid_until: 2027-08-31

term-invalid = the term “{ $term }” cannot be understood
    .help =
        { $near ->
            [none] write the term in years or months, up to 50 years: 3 years, 18 months
           *[other] write it like this: { $near }
        }
    .title = Invalid term
    .explain =
        A term of validity is a number and the word years or months. It counts from the day of coming into force; its last day is the day before the same date.

            valid_for: 3 years

in-force-before-approval = the edition comes into force before its approval ({ $approved })
    .help = correct in_force or the date of approval
    .title = In force before approval
    .explain =
        An act cannot hold before it was approved. If the order was backdated, that is a question for the order, not for the site.

            approved:
              date: 2026-08-31
            in_force: 2026-09-01

## Consultation timetable

timetable-too-long = the timetable is longer than 800 days
    .help = shorten the period in valid: usually it is a school year
    .title = Timetable too long
    .explain =
        A timetable is approved for a school year or half of it. A period of more than two years is nearly always a misprint in the year, and the calendar on a phone would swell by thousands of entries.

            valid:
              from: 2026-09-01
              to: 2027-05-31

person-unknown = there is no person “{ $person }” in people
    .help =
        { $near ->
            [none] add the person to people: name and post
           *[other] perhaps “{ $near }” was meant
        }
    .title = Unknown person
    .explain =
        A consultation names who holds it by a short name, and that name is not in people. There the full name, the post and, if the school publishes them, phone and e-mail are written once.

            people:
              ivanova:
                name: Ivanova Maria
                post: teacher of informatics
            sessions:
              - id: ivanova-parents
                who: ivanova

session-id-twice = the name “{ $id }” of the consultation is taken in line { $line }
    .help =
        { $form ->
            [table] if these are different consultations, add a column «ID» to the table and name each one, ivanova-1 and ivanova-2; if it is one, leave one row
           *[yaml] give one of them another name; leave the one that was published long ago
        }
    .title = Name of a consultation taken
    .explain =
        Subscribers’ calendars know a consultation by its id. Two equal names would merge two consultations into one. The newer one gets a new name: the old one is already in people’s phones.

            - id: ivanova-parents-tue
            - id: ivanova-parents-thu

session-days = the days of the consultation are not given, or given twice
    .help = write either on (weekdays) or dates, not both
    .title = Unclear days
    .explain =
        A consultation is held on weekdays or on chosen dates. Exactly one of the two keys is needed.

            on: tue

        Or:

            dates: [2026-11-24, 2026-12-08]

session-every = it is unclear how often
    .help = write every: week, or weeks together with from, or nth (1, 2, 3, 4, last)
    .title = Unclear frequency
    .explain =
        Every second week is weeks: 2 and a date from, from whose week the count begins: without it nobody knows which week is the first. The first Tuesday of a month is nth: 1. The two do not go together.

            every:
              weeks: 2
              from: 2026-09-08

        Or:

            every:
              nth: last

session-never = the consultation “{ $session }” never takes place
    .help = compare its days with the period: valid of the timetable, from and to of the consultation
    .title = Never takes place
    .explain =
        Not a single day of the consultation lies within its period. Usually the mistake is in the year, in from and to, or in the chosen dates.

            valid:
              from: 2026-09-01
              to: 2027-05-31

session-unknown = there is no consultation “{ $session }”
    .help =
        { $near ->
            [none] write the id of one of the sessions
           *[other] perhaps “{ $near }” was meant
        }
    .title = Unknown consultation
    .explain =
        A cancellation or a move names a consultation that is not in the timetable. It may be missing because its own lines hold a mistake: put that right first.

            cancelled:
              - session: ivanova-parents
                date: 2026-11-24

session-not-on-date = the consultation “{ $session }” is not planned on { $date }
    .help = give a day on which it stands in the timetable
    .title = Nothing to move or cancel
    .explain =
        Only what is planned can be moved or cancelled. There is no consultation on this day: another weekday, the other week, or its period is over. Without this check people would come to a closed door.

            moved:
              - session: ivanova-parents
                date: 2026-11-24
                to: 2026-11-26

extra-outside-validity = the date is outside the timetable’s period ({ $from } to { $to })
    .help = correct the date or extend valid
    .title = Date outside the period
    .explain =
        The extra consultation is on a day when the timetable does not hold yet, or holds no longer. It would not appear in any week of the site.

            valid:
              from: 2026-09-01
              to: 2027-05-31

person-overlap = { $person }: two consultations at once, { $date }, { $time } (“{ $session }” and “{ $other }”)
    .help =
        { $path ->
            [same] put them at different times; the other one stands in line { $line }
           *[other] put them at different times; the other one stands in { $path }, line { $line }
        }
    .title = One person in two places
    .explain =
        A person has two consultations on one day at one hour, and to one of them parents will come in vain. The first such date is named; a change of the timetable does away with the others.

        If the consultations alternate, give them different weeks:

            every:
              weeks: 2
              from: 2026-09-08

room-overlap = room { $room }: two consultations at once, { $date }, { $time } (“{ $session }” and “{ $other }”)
    .help =
        { $path ->
            [same] choose another room or time; the other one stands in line { $line }
           *[other] choose another room or time; the other one stands in { $path }, line { $line }
        }
    .title = Two consultations in one room
    .explain =
        Two consultations in person are planned in one room on one day at one hour. The first such date is named. Consultations by phone, e-mail or video need no room.

            room: "1-12"

## Text of the act

text-too-deep = lists or emphasis are nested deeper than { $deepest } levels
    .help = simplify this place: an act has sections, clauses, subclauses and lists
    .title = Text nested too deeply
    .explain =
        Something in the act is nested in itself dozens of times: lists in lists, quotations in quotations, emphasis in emphasis. Usually a failed conversion left too many “>” or “*” at the beginning of lines. Neither a person nor the program can make sense of such a text.

            1.1. Clause

            1) subclause:

               - item of a list

link-unsafe = the link will not be published: “{ $address }”
    .help = keep https, http, mailto, tel or a path within the site; the words of the link remain as text
    .title = Unsafe link
    .explain =
        On the site only links to pages, e-mail and phones work. Others, such as javascript:, could run a foreign program in a parent’s browser. The words of the link stay in place, but they cannot be followed.

            { "[" }support desk](https://desk.example.org/)

image-left-out = the picture will not be published: “{ $address }”
    .help = describe it in words or as a table; the caption of the picture remains as text
    .title = Picture in the text of an act
    .explain =
        The text of an act must be found by a search and read aloud, which a picture does not allow. Only its caption remains on the page. A scheme can be told as a list, a table set as a table, and a scan stands beside the edition.

## Output

output-failed = an output could not be made: { $detail }
    .help = this is a fault of the program: report it to its developers together with this line
    .title = Output failed
    .explain =
        The content is right, but a file could not be made of it. The former site is untouched. This should not happen: send the developers the text of the finding and, if you can, the source file.

print-layout = the print layout is at fault: { $detail }
    .help = mend this place of the layout in the folder of the theme, or delete the file to fall back on the built-in one. Sheet: { $output }
    .title = Fault in a print layout
    .explain =
        Posters and acts are set by Typst from the theme’s layouts in the folder print. A layout that cannot be set gives no sheet; a warning of Typst does not stop the build. Most often a change of the layout is the cause.

        If it is about a character that is in no font, replace the character in the text or add a font that has it to the folder fonts of the theme.

print-font = the font file cannot be read
    .help = put a sound TTF or OTF file into the folder fonts of the theme, or delete this one
    .title = Unusable font file
    .explain =
        Sheets are set only in fonts from the folder fonts of the theme. Fonts of the computer are not used, so that sheets are the same everywhere.

theme-template = the template of a page is at fault: { $detail }
    .help = mend this place of the template in the folder of the theme, or delete the file to fall back on the built-in one
    .title = Fault in a page template
    .explain =
        Pages are made from Tera templates in the theme’s folder templates. A template at fault gives not a single page, so the site is not built and the former one stays. Most often a change of the template is the cause: a misspelt name of a value or a block that is not closed.

        The built-in template is always sound: start again from it.

accepted-unused = the accepted finding “{ $finding }” is not in the text
    .help =
        { $near ->
            [none] remove the entry: there is no longer a finding with this id or with these words in its line
           *[other] there is no such id; perhaps { $near } was meant
        }
    .title = A finding is accepted that is not there
    .explain =
        The key accepted of the front matter lists findings which the school knows of and has
        decided to leave, with the reason. An entry without its finding misleads: it would hide
        the same finding if it came up tomorrow.

        Example: “accepted: [{ "{" }finding: number-skipped, at: "8)", reason: approved so{ "}" }]”,
        when the number has been put right.
        Basis: good practice of keeping a text; no law is concerned.
        What to do: remove the entry, or mend the words in at (part of the line with the finding).

duty-days = the days of the duty are not clear
    .help = give one of: “days: [15, last]” (with or without months), “before_breaks: true”, “yearly: ["09-01"]”, “dates: [2026-12-01]”
    .title = It is not clear when a duty is due
    .explain =
        The key on of a duty names its days in one of four ways: days of the month (“days: [15,
        last]”, last is the last day; months limits the months), the last day before each break
        (“before_breaks: true”, the end of a quarter), days of the year (“yearly: ["09-01"]”,
        month and day), or single dates.

        Example: “on: { "{" }days: [15, last], yearly: ["09-01"]{ "}" }”, two ways at once.
        Basis: the feed of deadlines is made from these days.
        What to do: keep one way; if both are needed, make two duties.

duty-day-of-year = “{ $text }” is no day of the year
    .help = write month and day in quotes: "09-01"
    .title = Invalid day of the year
    .explain =
        The list yearly holds month and day, two digits each, with a hyphen, in quotes: "09-01" is
        1 September of every year. "02-29" means 28 February in common years.

        Example: “yearly: [1 September]”.
        Basis: the format of the content folder.
        What to do: mend the day.

duty-id-twice = the duty “{ $id }” is given twice
    .help = give each duty an id of its own
    .title = One id for two duties
    .explain =
        Subscribers' calendars know a duty by its id, so there is one of it in an edition.

        Example: two entries of duties with “id: check”.
        Basis: RFC 5545, section 3.8.4.7: the identifier of an event is unique.
        What to do: rename the new duty, keep the id of the old one.
draft-approved = the draft bears an approval
    .help = name an approved text by the date of approval: { $expected }; take the approval out of a draft
    .title = An approved draft
    .explain =
        The file draft.md is a draft: nobody has approved it, and by itself it never reaches the site.
        If the order has been given, it is a new edition: its file is named by the date of approval,
        from which the term of posting and the permanent address follow.

        Example: draft.md has “approved: { "{" }date: 2026-09-01, order: "45"{ "}" }”.
        Basis: a rule of this folder; the 10 days for posting count from the approval (article 29
        part 3 of Federal Law 273-FZ and the local rule), so that an approved text must not stay
        unnoticed.
        What to do: rename the file, for instance to 2026-09-01.md, or remove approved if there is no order yet.

erratum-early = the slip was put right before the edition was approved ({ $approved })
    .help = check the date: before the approval a text is simply mended, without an entry in errata
    .title = A slip put right before the approval
    .explain =
        An entry of errata says that a mistake of writing was put right in a text that had been
        approved. Before the approval there is nothing to put right: the text is not adopted yet.
        Most often the date is wrong, or the entry was left over from the edition before.

            approved:
              date: 2026-08-31
            errata:
              - date: 2026-09-10
                at: clause 5.2
                was: timetabel
                now: timetable

        Basis: good practice of keeping a text; a reader has to tell an erratum from an amendment.
        What to do: mend the date or remove the entry.
contact-empty = { $kind ->
        [phone] a phone is promised, but there is no number
       *[email] an e-mail address is promised, but there is none
    }
    .help = { $kind ->
        [phone] write the number or say where it is given: “by the phone given on the site”
       *[email] write the address or say where it is given: “by the e-mail given on the site”
    }
    .title = Empty contact line
    .explain =
        The line names a way of contact and ends: the number or address was lost in layout or never filled in. The reader does not learn where to turn.

        Example: «– По телефону.» or «– Через электронную почту. Обращения рассматриваются…». Silent where the number stands beside it, in a footnote, in the next line, or where the text has another contact of the school of this kind.
        Basis: good practice: a way of contact without an address cannot be used.
        What to do: add the contact. In an approved text this is a new edition, or an erratum if the signed order has the number.

contact-private = { $kind ->
        [phone] this looks like a person’s own mobile number
       *[email] this looks like a person’s own mailbox
    }
    .help = { $kind ->
        [phone] put a phone of the school there; if it is one, give it as phone in school.yaml or of the consultant in timetable.yaml
       *[email] put an address of the school there; if it is one, give it as email in school.yaml or of the consultant in timetable.yaml
    }
    .title = Private phone or mailbox
    .explain =
        The text has a mobile number that is not among the contacts of the school, or a mailbox of a free service with the name of a person. A regulation is published for ever and for everybody, and a private contact is personal data. The finding itself does not repeat it.

        Example: «по телефону +7 (9xx) …» or “petrova.anna@…” at a free service. A mailbox of the school at a free service (“shkola1@…”) does not count as private.
        Basis: 152-FZ on personal data; decree 1802 of 20.10.2021: phone and e-mail are published of heads (p. 10), of teachers they are not (p. 11).
        What to do: give a phone and an address of the school in the act. If the contact is official, enter it in school.yaml or timetable.yaml, and the finding is gone.

contact-unknown = { $kind ->
        [phone] the phone “{ $contact }” is not among the contacts of the school, founder and support desk
       *[email] the address “{ $contact }” is not among the contacts of the school, founder and support desk
    }
    .help = compare it with school.yaml, timetable.yaml and the file of the system; enter it there if it is right, mend the text if not
    .title = Contact that the content does not have
    .explain =
        A phone or address of the text belongs neither to the school and its consultants nor to the founder nor to the support desk of the system. Most likely one of the two has a misprint or an old number, and the page and the poster will say one thing and the act another. Phones are compared by digits, 8 and +7 are the same.

        Example: the text has “school@shkola.example.org”, school.yaml “info@shkola.example.org”.
        Basis: good practice: the act and the site of a school must not differ (273-FZ, article 29, on open information).
        What to do: enter the contact as phone or email of the school, the founder, a consultant or the desk, or mend the text.

contacts-promised = { $missing ->
        [phone] the act promises to publish a phone, and the school has given none
        [email] the act promises to publish an e-mail address, and the school has given none
       *[both] the act promises to publish contacts, and the school has given neither phone nor e-mail
    }
    .help = { $missing ->
        [phone] give phone in school.yaml or of a consultant in timetable.yaml
        [email] give email in school.yaml or of a consultant in timetable.yaml
       *[both] give phone and email in school.yaml or of a consultant in timetable.yaml
    }
    .title = Promised contacts are not there
    .explain =
        The act says that phone and e-mail are on the site and on the stand. Site and poster take them from school.yaml and timetable.yaml, which do not have them: the promise is not kept.

        Example: «Контактные данные (телефон, адрес электронной почты) размещаются на сайте и стенде».
        Basis: the act itself; decree 1802, p. 10, on contacts of heads.
        What to do: enter the contacts in school.yaml. They then appear on the school’s page and poster.

timetable-promised = the act speaks of a timetable of consultations, and there is none
    .help = add timetable.yaml to the school’s folder: the timetable appears on the site, in the calendar and on the poster
    .title = Promised timetable is not there
    .explain =
        By the text help is given by a timetable that is on the stand and on the site, and the school has no timetable.yaml. A parent reads of the promised hours and does not find them.

        Example: «в приёмные часы в соответствии с утверждённым графиком» or «График оказания помощи размещается на информационном стенде и на сайте». Timetables of work, leave or lessons are no such promise.
        Basis: the act itself: the school has to do what it promises there.
        What to do: write timetable.yaml.

date-impossible = { $kind ->
        [monthly] not every month has such a day: “{ $date }”
        [time] there is no such time: “{ $date }”
       *[date] there is no such date: “{ $date }”
    }
    .help = { $kind ->
        [monthly] write “the last day of the month”, or add what holds in February
        [time] hours go from 0:00 to 24:00
       *[date] check day, month and year
    }
    .title = Impossible date or time
    .explain =
        A term is set to a day that not every month has, or to a date or hour that does not exist. Nobody can keep it, and there is nothing to decide by whether it was kept.

        Example: «15-го и 30 числа каждого месяца» (February has no 30th), «31 апреля», «29 февраля 2027 года», «до 25:00». Silent where the act says what holds in February or names the last day of the month.
        Basis: Civil Code, articles 190–192: if a month has no such day, the term ends on its last one; better to write so.
        What to do: write “the last day of the month”, or mend the date.

deadline-missing = { $kind ->
        [number] a term without its number: “{ $term }”
       *[vague] a term that cannot be measured: “{ $term }”
    }
    .help = { $kind ->
        [number] write how many days: “within 5 working days”
       *[vague] name a limit: “not later than 3 working days”
    }
    .title = Term missing or not measurable
    .explain =
        There is a duty, but its term is not named: the number was lost, or there are words in its place that everybody understands differently.

        Example: «в течение рабочих дней», «не позднее ___ дней», «в минимально возможный срок», «в кратчайшие сроки». Silent where a limit follows in the same sentence («но не позднее 3 дней»). «Незамедлительно» is no finding.
        Basis: Civil Code, article 190: a term is a date, a period or an event that is bound to come.
        What to do: write the number of days. If the text was approved so on purpose, accept the finding in the front matter with the reason.

system-name = the name of the system is spelt in different ways: “{ $written }”, mostly “{ $usual }”
    .help = write it alike in the whole text: “{ $usual }”
    .title = Different spellings of the system
    .explain =
        One and the same information system is named differently in the text: in other letters, with a space too many or a letter left out. A reader may think that there are two systems, and a search does not find all places.

        Example: «Дневник.ру», «ДНЕВНИК.РУ», «ДНЕВНИК. РУ». What is compared is the name in the file of the system; cases, titles in capitals and names of companies («ООО …») do not count.
        Basis: one term for one thing within an act.
        What to do: choose one spelling, best that of the maker of the system.

protected-altered = { $now ->
        [none] the section “{ $title }” is shorter than the system’s: the words “{ $was }” are not there
       *[other] { $was ->
            [none] the section “{ $title }” has more than the system’s: “{ $now }”
           *[other] the section “{ $title }” is altered: “{ $now }” in place of “{ $was }”
        }
    }
    .help = bring back the words of the system (protected in its file), or mend that file if the system has changed its rules
    .title = Altered section that must not be altered
    .explain =
        The section describes the work of the support desk and comes from its own rules: the school may not alter it. Its words are compared with the text in the file of the system; the first difference is shown. Numbers of items, punctuation, spaces, capitals and ё are not compared; «…» in the text of the system stands for words of the school’s own.

        Example: the system has «ежедневно с 9:00 до 21:00», the act «ежедневно с 9:00 до 20:00».
        Basis: the note in the acts themselves: «П. 5 настоящего Регламента школа изменять не вправе».
        What to do: bring back the text of the system. If the system has changed its rules, mend its file, and the check shows all who need a new edition.

protected-missing = a section that the system requires is not there: “{ $title }”
    .help = put in the section with this title from protected in the file of the system
    .title = Required section is not there
    .explain =
        The act sends people to the support desk, but has no section on its work, which the school has to give unaltered. The section is looked for by the words of its title, without its number. There is no finding if another act of the school has it or the text does not speak of the desk.

        Example: the system has a section «Помощь специалистов Службы поддержки», and the act of the school ends behind section 4.
        Basis: the note in the acts themselves: the section is laid down in the rules of the desk.
        What to do: put in the section. If its title is changed beyond recognition, bring back its words.
reference-unresolved = the reference “{ $words }” leads nowhere: the act has no such place
    .help =
        { $near ->
            [none] check the number, or add which act is meant
           *[other] check the number: there are { $near } nearby; if another act is meant, name it
        }
    .title = A reference to a place that is not there
    .explain =
        The words «п. 5», «раздел 4», «подпункт 3 пункта 5.2», «приложение 2» become links to
        places of the same act. If there is no place with that number, the reader cannot know
        what is meant. Mostly the numbers have moved in a new edition and the references have not.

        Example: “under clause 8.7 of this Regulation”, when section 8 ends with clause 8.5.
        References to other acts (“art. 29 p. 3 of the Federal Law”, “clause 16 of the Rules”) are
        not checked: they stay text.
        Basis: the rules of drafting; no law demands that references are checked, but a clause
        that refers to nothing cannot be carried out.
        What to do: mend the number in a new edition. In an approved text this is an amendment if
        a duty follows from the reference, and an erratum if not.

term-undefined =
    the abbreviation “{ $term }” is explained nowhere in the act, which has it { $count ->
        [one] once
       *[other] { $count } times
    }
    .help = explain it where it stands first: «… (далее – { $term })», or write the words in full
    .title = An abbreviation that is not explained
    .explain =
        Whoever wrote the text knows its abbreviations. For parents they have to be explained:
        «… (далее – ББЖ)», «электронный журнал (ЭЖ)», or a line «ЭЖ – электронный журнал» in a
        list of notions. The page then shows the full form at each abbreviation.

        Example: «(далее – ЭЖ)» is introduced, and below stands «при переходе на ББЖ».
        Abbreviations that everybody knows (РФ, СНИЛС, ФГОС, МБОУ, СОШ), names of the school and
        its system and words in quotation marks are not checked.
        Basis: the rules of Russian writing and of drafting; art. 29 p. 3 of law 273-FZ demands
        that the act is posted, which is of little use if it is not understood.
        What to do: explain the abbreviation or use the one that is introduced. If all your
        readers know it, accept the finding in the front matter with that reason.

term-early = the abbreviation “{ $term }” stands before it is explained (line { $line })
    .help = explain it here, and leave only the abbreviation on line { $line }
    .title = An abbreviation before its explanation
    .explain =
        An act is read from its beginning. An abbreviation that is explained further down makes
        the reader search for it. The title of the act and the heading of the section with the
        explanation do not count.

        Example: clause 1.2 has «сотрудники ОО», and «общеобразовательной организации (далее –
        ОО)» comes only in clause 2.1.
        Basis: the rules of drafting; no law is concerned.
        What to do: move the words «(далее – …)» to where the abbreviation stands first.

term-twice =
    { $kind ->
        [meaning] the abbreviation “{ $term }” is introduced twice with different meanings: here and on line { $line }
       *[thing] one thing has two names: “{ $other }” (line { $line }) and “{ $term }”
    }
    .help =
        { $kind ->
            [meaning] give the second meaning (“{ $full }”) another abbreviation
           *[thing] keep one abbreviation throughout the text
        }
    .title = An abbreviation is introduced twice
    .explain =
        In an act each notion has one name, and each name means one thing. When one thing is
        called «ЭЖ» and «ББЖ», the reader looks for a difference that is not there; when one
        abbreviation means two things, it is not clear whose duty it is.

        Example: «электронный вариант ведения журналов (далее – ЭЖ)» and further down
        «безбумажный вариант ведения журналов (далее – ББЖ)».
        Several abbreviations in one bracket («далее – МАОУ СОШ № 19, ОО») are allowed.
        Basis: the rules of drafting, one name for one thing; no law is concerned.
        What to do: choose one abbreviation and use it everywhere.
number-duplicate =
    the number “{ $number }” is given twice: it already stands in line { $line }{ $empty ->
        [yes] , without words
       *[other] { "" }
    }
    .help =
        { $empty ->
            [yes] remove the empty “{ $number }” of line { $line } if the approved text has none
           *[other] compare with the approved text: two clauses cannot have one number
        }
    .title = A number stands twice
    .explain =
        In one list or section a number is given to two clauses. Nobody can refer to such a clause:
        it is not clear which of the two is meant. Their addresses on the page differ, the second
        one ends with _2.

        Example: an empty line “1)” followed by “1) обучение новых сотрудников”.
        Not counted: a list that begins at 1 anew, and numbers within another appendix or part.
        Basis: good practice of keeping a text; orders and registers refer to clauses.
        What to do: compare with the signed copy. If it is so there too, mend it with the next
        edition and until then accept the finding in the front matter (key accepted) with a reason.

number-skipped =
    { $previous ->
        [none] numbers begin with “{ $number }”: { $several ->
            [yes] the numbers { $missing } are missing
           *[other] the number { $missing } is missing
        }
       *[other] “{ $previous }” is followed by “{ $number }”: { $several ->
            [yes] the numbers { $missing } are skipped
           *[other] the number { $missing } is skipped
        }
    }
    .help = compare with the approved text: a clause is lost or a number is wrong
    .title = A number is skipped
    .explain =
        The numbers of sections, clauses or a list do not follow one another. Either a clause was
        lost on the way, or it was repealed and the others kept their numbers.

        Example: “6)” followed by “8)”; “5.3.” by “5.5.”; section 3 by section 5.
        Not counted: the letters ё, з, й, о, ч, ъ, ы, ь in a list «а) б) в)», numbers that go on
        from the chapter before.
        Basis: good practice of keeping a text. A lost clause is a change of the approved text.
        What to do: find the clause in the signed copy and bring it back. If numbers are skipped
        there too, accept the finding in the front matter (key accepted) with a reason: numbers
        may not be changed without an order.

number-restarted = after “{ $previous }” the numbers begin again with “{ $number }”
    .help = compare with the approved text; only a new edition may give new numbers
    .title = Numbers begin anew
    .explain =
        Sections or clauses go 1, 2 and then 1, 2, 3 again. “Section 2” then names two places, and
        a reference to it says nothing. This happens when a text is made of two documents or when
        a word processor counts by itself.

        Example: “1. Общие положения”, “2. Обязанности”, “1. Помощь сотрудникам”.
        Not counted: a list “1) 2) 3)”, of which each clause has its own; sections within another
        part or appendix.
        Basis: good practice of keeping a text; other acts refer to sections.
        What to do: compare with the signed copy. If it was approved so, mend it with the next
        edition and until then accept the finding in the front matter (key accepted) with a reason.

number-misplaced =
    { $section ->
        [none] the number “{ $number }” stands after “{ $previous }”
       *[other] the number “{ $number }” stands in section { $section }
    }
    .help = compare with the approved text: the clause is out of place or its number is wrong
    .title = A number out of place
    .explain =
        The number of a clause names one section and the clause stands in another, or a smaller
        number stands after a greater one. A reader looks for the clause and does not find it.

        Example: the clause “8.5.” as the last of section 9; “5.3.” after “5.4.”.
        The clause stays where it is written, its address follows its number.
        Basis: good practice of keeping a text; orders and registers refer to clauses.
        What to do: compare with the signed copy. If it was approved so, mend it with the next
        edition and until then accept the finding in the front matter (key accepted) with a reason.

item-empty =
    { $number ->
        [none] a line of a list has no words
       *[other] there are no words after the number “{ $number }”
    }
    .help = bring back the lost words or remove the empty line of the list
    .title = Empty item of a list
    .explain =
        The mark of a list is there, the words are not. Either they were lost on the way from the
        document, or the line is one too many.

        Example: “2)” without words between “1) обучение” and “3) помощь родителям”.
        Basis: good practice of keeping a text. A lost item is a change of the approved text.
        What to do: compare with the signed copy.

footnote-without-body =
    { $plain ->
        [yes] the figure { $number } looks like the mark of a footnote, and there is no footnote { $number }
       *[other] the mark of footnote { $number } is there, the footnote is not
    }
    .help = add the footnote from the approved text (“[^{ $number }]: …” at the end) or remove the mark
    .title = Footnote mark without footnote
    .explain =
        The text has the mark of a footnote, and the explanation to which it leads is missing.
        Footnotes are usually lost when a text is taken from a PDF: what stands at the foot of the
        page is not copied. They may hold something important, such as which sections the school
        may not alter.

        Examples: [^1] without a line “[^1]: …”; «ИС «Дневник.ру»<sup>1</sup>»; «на портале2:».
        Not counted: powers and units (м², 10³), endings of ordinals.
        Basis: law 273-FZ, article 29: the whole approved text is posted.
        What to do: find the footnote in the signed copy, put the mark “[^1]” into the text and a
        line “[^1]: words of the footnote” at its end.

footnote-without-mark = footnote { $number } is there, its mark in the text is not
    .help = put the mark “[^{ $number }]” where the approved text has it, or remove the footnote
    .title = Footnote without mark
    .explain =
        An explanation is there and nothing in the text leads to it: nobody can tell which words it
        is about.

        Examples: a line “[^2]: …” and no [^2] in the text; a paragraph «3 Ситуация определяется…»
        that was left from the foot of a page.
        Basis: good practice of keeping a text.
        What to do: find the mark in the signed copy and put it in the same place.

bracket-unbalanced =
    { $what ->
        [unopened] the bracket “{ $sign }” closes nothing: “{ $words }”
       *[other] the bracket “{ $sign }” is not closed: “{ $words }…”
    }
    .help = add the other bracket or remove this one; compare with the approved text
    .title = A bracket alone
    .explain =
        A bracket has no partner. Nobody can tell where the explanation or abbreviation ends.

        Example: «(далее – ЭЖ, а также родителям» without a closing bracket.
        The marks of lists “1)”, “а)” are no brackets. A bracket may be closed in a later item of
        the list or a later paragraph of the same section.
        Basis: rules of Russian punctuation.
        What to do: compare with the signed copy. A missing bracket is put right as a mistake of
        writing (key errata) if the meaning stays.

quote-unbalanced =
    { $what ->
        [unopened] a quotation mark closes nothing: { $words }
       *[other] a quotation mark is not closed: { $words }…
    }
    .help = add the other quotation mark or remove this one; compare with the approved text
    .title = A quotation mark alone
    .explain =
        A quotation mark has no partner: nobody can tell where the name ends.

        Example: «Средняя общеобразовательная школа № 19 (далее – МАОУ СОШ № 19) is not closed.
        Not counted: one closing mark for two names («Регламент … ИС «Дневник.ру»), the sign of
        inches behind a figure (24"), a quotation of several paragraphs.
        Basis: rules of Russian punctuation.
        What to do: compare with the signed copy. A missing mark is put right as a mistake of
        writing (key errata).

quote-nested = the same quotation marks stand within each other: { $words }…
    .help = write the inner ones as „…“
    .title = The same quotation marks within each other
    .explain =
        Within «…» there are «…» again, and both are closed. A reader does not see where the inner
        name ends.

        Example: «Положение о системе «Дневник» школы». Right: «Положение о системе „Дневник“ школы».
        Not counted: one closing mark for both names («Регламент ИС «Дневник.ру»).
        Basis: rules of Russian spelling and punctuation, quotations within quotations.
        What to do: mend it with the next edition; until then the finding may be accepted in the
        front matter (key accepted) with a reason.

mixed-script =
    { $kind ->
        [sign] in “{ $word }” the letter “х” stands for a sign
        [numeral] the Roman numeral “{ $word }” is typed with wrong letters
       *[other] the word “{ $word }” mixes Russian and Latin letters
    }
    .help = write “{ $right }”
    .title = Letters that look alike are mixed
    .explain =
        A word or number has letters of another alphabet that look the same. The eye does not see
        the difference; search, screen readers and the comparison of editions do.

        Examples: «24х7» with a Russian «х» (right: 24/7), «3х4» (right: 3×4), the word «страница»
        with a Latin “c”, “IY” for “IV”.
        Not counted: parts of a word with a hyphen («IT-специалист», «QR-код»), addresses and
        links, words in which the letters of the two alphabets do not look alike.
        Basis: order 1493 of Rosobrnadzor, clauses 22–26: a text must be found by search.
        What to do: replace the letters; this puts right a mistake of writing (key errata).

## Timetable and calendar

hours-days = “{ $days }” is neither a day of the week nor a range of days
    .help = write a day (mon, tue, wed, thu, fri, sat, sun) or a range: mon-fri
    .title = Wrong days in the hours of the building
    .explain =
        The key hours of school.yaml says when people can come into the building. On the left stands a day of the week or a range from an earlier day to a later one, counted from Monday; on days that are not named it is closed.

        Example: “Mo-Fr” or “fri-mon”.
        Basis: the format of the content folder.
        What to do: write the days as short names:

            hours:
              mon-fri: "08:00-19:00"
              sat: "08:00-14:00"

hours-day-twice = the hours of the building on “{ $days }” have been given already
    .help = leave one entry for each day: the building has one range a day
    .title = A day stands twice in the hours of the building
    .explain =
        In hours each day of the week stands once, alone or within a range. Otherwise nobody can tell which hours are right.

        Example: “mon-sat: "08:00-19:00"” beside “sat: "08:00-14:00"”.
        Basis: the format of the content folder.
        What to do: narrow the range to mon-fri or remove an entry.

date-outside-term = { $date } lies outside the consultation's term ({ $from } — { $to })
    .help = correct the date, lengthen the term or put the date into the next timetable
    .title = A chosen date outside the term
    .explain =
        The list dates has a day before the first or after the last day of the consultation or of the timetable. It would be shown to nobody. Usually the year is wrong, or a timetable has been split into half-years.

        Example: a timetable until 30 December 2026 with “dates: [2026-09-05, 2027-01-16]”.
        Basis: a timetable is valid from the date to the date for which it was approved.
        What to do: correct the date or put it into the timetable that is valid on that day.

change-twice = the consultation on { $date } is changed twice
    .help = leave one change; the other one is on line { $line }
    .title = Two changes of one consultation
    .explain =
        The same consultation of the same day is cancelled and moved, moved twice or has two substitutes. People would see one of the two, and nobody knows whether the right one.

        Example: both cancelled and moved have “session: ivanova-parents, date: 2026-11-24”.
        Not counted: a move together with a substitute; one cancelled day within a long substitution.
        Basis: a subscriber's calendar has one event for each date.
        What to do: remove the entry that no longer holds.

substitute-same = “{ $person }” gives this consultation anyway
    .help = name in who the one who takes over, or remove the substitution
    .title = A substitute who is the same person
    .explain =
        The substitution names the person who gives the consultation by the timetable. Subscribers would be told of a change that changes nothing.

        Example: a consultation with “who: ivanova” and its substitution with “who: ivanova”.
        Basis: common sense; no law is concerned.
        What to do: name the substitute. If the person is back, shorten the substitution.

session-not-in-period = there is no consultation “{ $session }” from { $from } to { $to }
    .help = compare the dates with the weekdays of the consultation and its term
    .title = A substitute where there are no consultations
    .explain =
        The substitution covers days on which the consultation is never planned. So the dates are wrong, or it is another consultation.

        Example: a consultation on Tuesdays, a substitute from Wednesday to Friday.
        Basis: only what is in the timetable can be taken over.
        What to do: correct from and to or the name of the consultation.

session-outside-hours =
    { $open ->
        [closed] the consultation “{ $session }” on { $date }, { $time }: the building is closed
       *[other] the consultation “{ $session }” on { $date }, { $time }: the building is open { $open }
    }
    .help = choose another time or correct hours in school.yaml; for a call or video give the channel
    .title = A consultation in a closed building
    .explain =
        People will come at the given hour and find the door locked. The first such date is named; mending the timetable removes the others too.

        Example: on Saturdays the building is open 08:00–14:00, and the consultation is at 14:00–15:00.
        Not counted: phone, e-mail and video; schools without the key hours.
        Basis: the hours of the school (article 28 of Federal Law 273-FZ leaves them to its own rules).
        What to do: move the consultation. If the building is open that evening, correct hours.

session-on-short-day = the consultation “{ $session }” on { $date }, { $time }: the day before a holiday ends an hour earlier
    .help = move it an hour earlier (moved) or make sure that the building is open
    .title = A consultation in the last hour of a short day
    .explain =
        The working day before a holiday is an hour shorter. A consultation in the last hour of the building may not take place. This is a reminder, not a mistake; the first such date is named.

        Example: the building is open until 19:00, the consultation is at 18:15–19:00 on the eve of 23 February.
        Basis: article 95 of the Labour Code; the days come from the production calendar.
        What to do: move it an hour earlier in moved, with a reason.

session-all-skipped =
    { $day ->
        [all] the consultation “{ $session }” never takes place: { $count ->
            [one] its only day is off or in a break
           *[other] all its { $count } days are off or in a break
        }
        [mon] the consultation “{ $session }” takes place on no Monday ({ $from } — { $to })
        [tue] the consultation “{ $session }” takes place on no Tuesday ({ $from } — { $to })
        [wed] the consultation “{ $session }” takes place on no Wednesday ({ $from } — { $to })
        [thu] the consultation “{ $session }” takes place on no Thursday ({ $from } — { $to })
        [fri] the consultation “{ $session }” takes place on no Friday ({ $from } — { $to })
        [sat] the consultation “{ $session }” takes place on no Saturday ({ $from } — { $to })
       *[sun] the consultation “{ $session }” takes place on no Sunday ({ $from } — { $to })
    }
    .help = choose other days or another term; if it goes on in breaks, write in_breaks: true
    .title = All days of a consultation are lost
    .explain =
        All days of the consultation (or all its Mondays, Tuesdays…) fall on breaks, holidays and days off of the school, or lie outside its term. It stands in the timetable, and nobody can come.

        Example: “on: [tue, thu]” from 26 October to 3 November, when the school has its autumn break.
        Basis: the timetable promises people a time at which they are helped.
        What to do: correct the days or the term; for consultations in breaks write in_breaks: true.

change-on-day-off =
    { $change ->
        [cancelled] there is nothing to cancel on { $date }: it is { $why ->
            [break] in a break (“{ $name }”)
            [day-off] a day off of the school (“{ $name }”)
            [holiday] a public holiday
           *[transferred] a transferred day off
        }
        [substituted] there is nobody to substitute on { $date }: it is { $why ->
            [break] in a break (“{ $name }”)
            [day-off] a day off of the school (“{ $name }”)
            [holiday] a public holiday
           *[transferred] a transferred day off
        }
       *[moved] the consultation is moved to { $date }, which is { $why ->
            [break] in a break (“{ $name }”)
            [day-off] a day off of the school (“{ $name }”)
            [holiday] a public holiday
           *[transferred] a transferred day off
        }
    }
    .help =
        { $change ->
            [moved] choose a working day; if it is meant so, cancel it and add a meeting to extra
           *[other] remove this entry: there is no consultation on that day anyway
        }
    .title = A change on a day off
    .explain =
        A cancellation or a substitution stands on a day without consultations: a holiday, a day off or a break. Or a consultation is moved to such a day, and people will find the door locked. Mostly a date is mistyped.

        Example: “moved: date: 2026-11-03, to: 2026-11-04”: 4 November is a public holiday.
        Not counted: a move from a day off to a working day; an ordinary Saturday or Sunday; a substitution of which only some days are off.
        Basis: article 112 of the Labour Code, the production calendar and the breaks of the school.
        What to do: correct the date or remove the entry.

date-on-day-off =
    { $kind ->
        [extra] the meeting “{ $session }” is on { $date }, which is { $why ->
            [day-off] a day off of the school (“{ $name }”)
            [holiday] a public holiday
           *[transferred] a transferred day off
        }
       *[date] the consultation “{ $session }” on { $date } will not take place: it is { $why ->
            [break] in a break (“{ $name }”)
            [day-off] a day off of the school (“{ $name }”)
            [holiday] a public holiday
           *[transferred] a transferred day off
        }
    }
    .help =
        { $kind ->
            [extra] choose another date or correct days_off in school.yaml
           *[date] take the date out of dates; for consultations in breaks write in_breaks: true
        }
    .title = A chosen date is a day off
    .explain =
        The date was chosen by hand, and it is a day off. A consultation of dates is left out on such a day; a meeting of extra takes place although the school is closed.

        Example: “dates: [2026-11-04]”: 4 November is a public holiday.
        Not counted: meetings in breaks, ordinary Saturdays and Sundays.
        Basis: article 112 of the Labour Code, the production calendar and days_off of the school.
        What to do: correct the date.

timetable-overlap = from { $from } to { $to } two timetables are valid at once
    .help = end the earlier one a day before or begin this one later; the earlier one is { $path }, line { $line }
    .title = Two timetables for the same days
    .explain =
        The terms of two timetables overlap. On these days each consultation would stand twice in the calendar, and nobody knows which timetable is right.

        Example: the first half-year until 2027-01-15, the second one from 2027-01-11.
        Basis: a new timetable replaces the one before from the date that the order names.
        What to do: correct to of the earlier timetable: its last day is the one before the new one begins.

timetable-gap =
    { $count ->
        [one] { $count } school day between the timetables has no consultations: { $first }
       *[other] { $count } school days between the timetables have no consultations, the first is { $first }
    }
    .help = the timetable before ends on { $end }, this one begins on { $from }: lengthen that one or begin this one earlier
    .title = A gap between timetables
    .explain =
        There are school days between the end of a timetable and the beginning of the next one. On these days the site and the calendars have no consultations although the school works.

        Example: the first half-year until 2026-12-25, the second one from 2027-01-11, and the break begins on 31 December.
        Not counted: breaks of the school, the summer (27 May to 31 August), holidays and days off.
        Basis: the regulation promises help all through the school year.
        What to do: close the gap. If there are indeed no consultations on these days, say so in note.

timetable-ending =
    { $ended ->
        [yes] the timetable ended on { $to }, and none follows
       *[no] the timetable ends on { $to }, and none follows
    }
    .help = approve the next one and put it beside this one: timetables/2027-1.yaml; or lengthen valid
    .title = The timetable ends and none follows
    .explain =
        The last timetable ends within 14 days or has ended. After that day the site says that there are no consultations, and the calendars of subscribers are empty. A break right behind the last day, the summer too, gives time until its end.

        Example: a timetable until 2026-12-30 and a break until 10 January: the warning comes on 27 December.
        Basis: the regulation promises consultations by a timetable that is valid.
        What to do: approve the timetable of the next half-year, give the consultations the ids they had and put the file into the folder timetables.

hours-promised =
    { $group ->
        [parents] the regulation promises parents consultations by the timetable, which has none for them
       *[staff] the regulation promises staff consultations by the timetable, which has none for them
    }
    .help =
        { $group ->
            [parents] add a consultation with “for: [parents]” to the timetable or mend the text with the next edition
           *[staff] add a consultation with “for: [staff]” to the timetable or mend the text with the next edition
        }
    .title = Promised hours are not in the timetable
    .explain =
        The text says that parents or staff are consulted by the timetable, and the timetable has no consultation for them. The regulation is not kept, as every inspector will see.

        Example: “Родителей консультируют в часы, отведённые для них в графике”, and all consultations are “for: [staff]”.
        Basis: article 30 of Federal Law 273-FZ: a school keeps its own acts.
        What to do: add a consultation. If the sentence means something else, accept the finding in the front matter of the edition (key accepted) with a reason.
person-id-reserved = a consultant cannot be called “{ $id }”: the name is taken
    .help = choose another identifier, such as the family name: ivanova
    .title = The name of a consultant is taken
    .explain =
        Every consultant has a calendar calendar/<id>.ics of their own, so the identifiers all,
        parents, staff, pupils, deadlines and index are taken: they are the calendars for
        everybody, parents, staff and pupils, that of deadlines, and a page.

        Example: people has the key “staff”. Right: “ivanova”.
        Basis: the fixed addresses of calendars (docs/reference/content.md).
        What to do: rename the consultant in people and in all lines with who.

stamps-broken = a line in the stamps of calendars makes no sense
    .help = restore the file from git, or delete it: the next build makes a new one
    .title = The stamps of calendars are broken
    .explain =
        The file calendar.lock is kept by the build: a line for each event of the calendars with a
        fingerprint of its content, the number of its version and the time of its change. A line
        cannot be read, or an event stands twice.

        Example: “<<<<<<< HEAD”, left by a merge that was not finished.
        Basis: by the number of the version (SEQUENCE) and the time (LAST-MODIFIED) the programs of
        subscribers decide whether an event has changed.
        What to do: restore the file from git (git checkout -- path). After a merge take either
        side and build the site. If you delete the file, all events become new: subscribers may
        not see the latest changes until the next one.

stamps-locked =
    { $school }: { $count ->
        [one] { $count } event of the calendars has changed
       *[other] { $count } events of the calendars have changed
    }, but the stamps are locked
    .help = build the site without --locked and keep calendar.lock with the timetable
    .title = The stamps of calendars are out of date
    .explain =
        A build with --locked does not change the files calendar.lock. Events of the calendars are
        no longer what the file says, so the site is not built: subscribers would not learn of the
        change.

        Example: a session was moved and the timetable committed without calendar.lock. The same
        happens on 1 September, when the calendar of deadlines passes to the new school year.
        Basis: the version of an event must grow when something visible changed, and only then.
        What to do: run reglament build without --locked, look at the calendars, and commit the
        changed files calendar.lock with the content.
feed-address-long = the site’s address is longer than { $most } characters: calendar programs may refuse the addresses of calendars
    .help = take a shorter address for base_url: without needless folders and Russian letters written with “%”
    .title = Addresses of calendars are too long
    .explain =
        Some calendar programs keep no more than 255 characters of an address to which somebody has
        subscribed. The school’s folder and the calendar’s name are added to the site’s address: up
        to 134 characters. With a base_url of more than 120 a subscription may fail.

        Example: “https://site.example/%D1%88%D0%BA%D0%BE%D0%BB%D0%B0/…” – the Russian word
        «школа» takes 30 characters.
        What to do: put the site into a folder with a short Latin name and give it in base_url. Do it
        before people subscribe: present subscriptions do not follow to a new address.

frozen-changed =
    { $kind ->
        [added] added to the text approved on { $approved }: “{ $now }”
        [removed] removed from the text approved on { $approved }: “{ $was }”
       *[changed] the text approved on { $approved } was changed: was “{ $was }”, is “{ $now }”
    }
    .help = bring the words back; for a mistake of writing use reglament erratum; for an amendment put the new text into draft.md and approve it: reglament approve
    .title = An approved text was changed
    .explain =
        reglament approve freezes a text: beside the edition there is a file with the same date
        and the ending .lock, which holds the text as it was approved. Words, numbers and order
        are not changed after that: the site would show another text than the one signed.

        Example: clause 2.1 was approved with “3 working days”, the file now says “5”.
        Basis: what is posted is the text that the order approved (273-FZ, art. 29 and 30).
        What to do: bring the words back; or, for a mistake of writing, record it:
        reglament erratum SCHOOL/ACT --reason "misprint"; or approve a new edition: the new text
        goes into draft.md, then reglament approve.
posting-due =
    { $state ->
        [unlawful]
            { $days ->
                [one] the edition is not posted, { $days } day late: the term ended on { $due }, that of the law on { $law }
               *[other] the edition is not posted, { $days } days late: the term ended on { $due }, that of the law on { $law }
            }
        [late]
            { $days ->
                [one] the edition is not posted, { $days } day late: the term ended on { $due }; the law gives time until { $law }
               *[other] the edition is not posted, { $days } days late: the term ended on { $due }; the law gives time until { $law }
            }
        [last] the edition is not posted, today is the last day of the term ({ $due })
       *[left]
            { $days ->
                [one] the edition is not posted, { $days } day is left: the last day is { $due }
               *[other] the edition is not posted, { $days } days are left: the last day is { $due }
            }
    }
    .help = post it: reglament publish; if it was on a site before there was a journal, give the day: “posted: 2026-09-03”
    .title = An edition is to be posted
    .explain =
        The approved edition is not posted yet: the publication journal has no entry about it. The term
        begins on the day after the approval; its rule is publication in site.yaml. With 7 days left the
        program tells, with 3 it warns, afterwards it is an error of the command check. It does not keep
        the site from being built and posted: the sooner the edition is there, the better. Of an edition
        that another one replaced or whose own term has ended nothing is said.

        Example: approved on 2026-11-20, to be posted by 2026-11-30, by the law 2026-12-04.
        Basis: law 273-FZ, article 29 part 3 (10 working days); the local rule is 10 days.
        What to do: run reglament publish. If the school keeps no journal yet and the edition was on its
        site already, write the day: posted: 2026-09-03.

posting-unrecorded = it is not known when the edition was posted: the term ended on { $due }, and the school keeps no journal yet
    .help = write the day on which the edition came on the site: “posted: 2026-09-03”; if it never did, post it: reglament publish
    .title = Nothing is recorded of the edition’s posting
    .explain =
        The school has no publication journal, and the term of this edition ended more than 30 days ago.
        Most probably it was on the site before the school used this program, so this is a note only. A
        term that ended 30 days ago or less is an error; after the first entry of the journal so is every
        other.

        Example: an edition of 2023 that was now brought into this program.
        Basis: the school shows an inspector when each act in force was posted.
        What to do: write the day of posting into the front matter, posted: 2023-09-08. The site shows it
        as the school’s own word.

posted-date =
    { $why ->
        [early] posted before it was approved: { $date }, and the approval is of { $limit }
        [journal] the day of posting { $date } is not before the journal begins ({ $limit })
       *[future] posted in the future: { $date }
    }
    .help =
        { $why ->
            [early] look at both dates: what is not approved cannot be posted
            [journal] remove posted: from that day on the journal tells
           *[future] remove posted and post the edition: reglament publish
        }
    .title = Wrong day of an earlier posting
    .explain =
        The key posted is the school’s word about the time before its publication journal. It cannot be
        before the approval, nor on or after the day of the first entry of the journal: it could be used
        to hide lateness. A day that is yet to come is a warning; until then the edition is not posted.

            approved:
              date: 2026-08-31
            posted: 2026-09-03

        Basis: once there is a journal, it alone is evidence of posting.
        What to do: correct the date or remove the key.

text-changed =
    { $commit ->
        [none] the text was changed after it was posted on { $date } (hash of the posted one: { $hash }…)
       *[other] the text was changed after it was posted on { $date } (hash of the posted one: { $hash }…, commit { $commit })
    }
    .help =
        { $commit ->
            [none] restore the posted text, it is on the page { $address }. Approve a change of substance as a new edition, record a mistake of writing: reglament erratum
           *[other] restore the text: git checkout { $commit } -- { $path }. Approve a change of substance as a new edition, record a mistake of writing: reglament erratum
        }
    .title = A posted text was changed
    .explain =
        Once posted, the text of an edition is frozen: it is what people have read. The program compared
        the hash of its words and numbers with the journal’s, and they differ. A hash does not tell what
        changed: the former text is on the edition’s page, in its data (the file with the date that ends
        in .json) and in git. reglament diff OLD.md NEW.md compares two texts.

        Example: in clause 5.2 “3 working days” became “5 working days” under the same date of approval.
        Basis: an amendment takes effect only once approved, and is to be posted within the same term.
        What to do: restore the former text and approve the change as a new edition – or, if a mistake of
        writing was put right, record it in errata, dated not before the last posting, and publish again:
        the correction goes into the journal.

erratum-unposted =
    { $count ->
        [one] the correction of a mistake of writing is not posted yet: { $at }
       *[other] { $count } corrections of mistakes of writing are not posted yet, the first: { $at }
    }
    .help = publish the site: reglament publish records the correction in the journal
    .title = A correction is not posted
    .explain =
        The text of the edition differs from the posted one, and errata says which mistake of writing was
        put right. Until the corrected text is posted, the former one is on the site.

        Example: “timetabel” is now “timetable”, errata has an entry, reglament publish was not run yet.
        Basis: an erratum is told apart from an amendment, so the journal has an entry of its own for it.
        What to do: run reglament publish.

act-ending =
    { $ended ->
        [yes] the term of the act ended on { $last }, and there is no other edition
       *[no]
            { $days ->
                [0] the term of the act ends today ({ $last }), and there is no other edition
                [one] the term of the act ends in { $days } day ({ $last }), and there is no other edition
               *[other] the term of the act ends in { $days } days ({ $last }), and there is no other edition
            }
    }
    .help = revise the act and approve its next edition; if it is no longer needed, repeal it by order
    .title = The term of an act ends
    .explain =
        The act was approved for a term. Two months or less are left, or it has ended, and no next edition
        is approved. Without one the school is left without a regulation in force.

        Example: valid_for: 3 years from 1 September 2023 – the act is in force to 31 August 2026, and the
        program reminds of it from 30 June on.
        Basis: the act itself names its term; staff are told of changed conditions two months before
        (article 74 of the Labour Code).
        What to do: prepare a draft (draft.md), have it agreed and approved before the last day.

journal-line =
    { $why ->
        [empty] an empty line in the publication journal
        [long] a line of the journal is longer than { $limit } KB
        [end] a line of the journal does not end in a hash
        [json] a line of the journal is damaged
        [members] a field too many, missing or of a wrong type in an entry of the journal
        [value] an impossible value of the field “{ $member }” in an entry of the journal
       *[form] an entry of the journal was rewritten: the same fields in another form
    }
    .help = restore the file from git: git checkout -- path; only the program writes the journal
    .title = A line of the journal is no entry
    .explain =
        The publication journal is the file journal.jsonl; each of its lines is an entry made by the
        program. This line it did not write: it was edited by hand, a merge of branches left its marks, or
        the file is damaged.

        Example: “<<<<<<< HEAD” is left by a merge that was not resolved.
        Basis: the journal proves what was posted and when, as long as nobody touches it.
        What to do: restore the file from git, or take journal.jsonl from the published site. After a
        merge the side that published the site is right as a whole: parts of two journals do not add up.

journal-hash = an entry of the journal was altered: its hash does not match
    .help = restore the file from git, or take journal.jsonl from the published site
    .title = An entry of the journal was altered
    .explain =
        Each entry of the journal ends in the hash (SHA-256) of all that stands before it in the line. Here
        it is another one: at least one character of the line was changed.

        Example: in the field “at” the day of posting was changed from 14 to 10 November.
        Basis: an entry is made at the moment of posting and does not change any more.
        What to do: restore the file from git. A mistake in an entry is not corrected: the next posting
        makes a new one.

journal-chain =
    { $member ->
        [seq] entries of the journal out of order: expected No. { $expected }, found No. { $seq }
       *[previous] entry No. { $seq } does not continue the one before, which is another
    }
    .help = restore the file from git: a line was removed, added, moved or taken from another journal
    .title = The chain of the journal is broken
    .explain =
        The entries of the journal are numbered, and each holds the hash of the one before. Here they do
        not match: a line was removed, added or moved, or the journals of two branches were put together.

        Example: entry No. 4 is followed by No. 6.
        Basis: nothing can be taken out of the journal unnoticed; that is what it is for.
        What to do: restore the file from git, or take journal.jsonl from the published site. After a
        merge the side that published the site is right as a whole.

journal-torn =
    { $complete ->
        [yes] the last entry of the journal is not finished: its line has no end
       *[no] the last line of the journal is torn
    }
    .help = run reglament journal --repair
    .title = The last line of the journal is torn
    .explain =
        An entry of the journal ends in a line feed. Here there is none: the program was stopped while it
        wrote, or the disk was full. The entries above are whole.

        Example: the computer was switched off during reglament publish.
        Basis: the program does not mend a journal unless asked to.
        What to do: run reglament journal --repair. If the entry lacks nothing but its line feed, it stays;
        else the torn line is removed. Then run reglament publish again: what was posted and not recorded
        will be recorded.

journal-bytes =
    { $what ->
        [mark] the journal begins with a byte order mark
       *[ends] line ends of the journal were changed to those of Windows
    }
    .help = restore the file from git and forbid git to change it: the line “journal.jsonl -text” in .gitattributes
    .title = The journal was converted
    .explain =
        The journal is compared byte by byte. An editor or git has changed its line ends or put a byte
        order mark (BOM) before it: the words are the same, the file is not.

        Example: git for Windows with core.autocrlf changes line ends when it checks files out.
        Basis: the published journal has to be the beginning of the one in the school’s folder.
        What to do: put a file .gitattributes with the line “journal.jsonl -text” into the root of the
        repository, delete journal.jsonl and restore it: git checkout -- path.

journal-time = the entry of the journal ({ $at }) is earlier than the one before
    .help = look at the clock of the computer from which the site is published; leave the entry as it is
    .title = Time runs backwards in the journal
    .explain =
        The entry was made after the one before, but its time is earlier. The chain is whole, the clock was
        wrong.

        Example: the site was published from a computer that had lost its date and time.
        Basis: the time of the entries tells whether an edition was posted in time.
        What to do: set the clock. Do not edit the journal: the date of the commit confirms the time.

journal-edition = the journal has an edition that the school does not have: { $regulation } of { $date }
    .help = restore the edition’s file from git; if it was withdrawn, that is recorded too: reglament publish
    .title = A posted edition is gone
    .explain =
        The journal says that the edition was posted, and its file is not there: it was deleted or renamed.
        Its unchanging address, which people know already, will no longer open.

        Example: the folder regulations/pomoshch was renamed to regulations/pomosch.
        Basis: former editions are kept, so that one can see what was in force.
        What to do: restore the file under its former name.
memo-front-matter = the memo has no front matter with a title
    .help = begin the file with a line “---”, then title, and close the front matter with another line “---”
    .title = No front matter of a memo
    .explain =
        The front matter stands at the very beginning of the file between two lines of three hyphens. Its title becomes the headline of the poster.

            ---
            title: A memo for parents
            lead: How to open the electronic diary and keep your access.
            ---

            ## 1. How to get access

        What to do: add the front matter. A memo has no keys but title and lead: unlike a regulation it is not approved.

memo-without-text = the memo has no text
    .help = write the text behind the front matter, or delete the file
    .title = Memo without text
    .explain =
        The front matter is there, the memo itself is not. An empty sheet would hang on the stand, and the memo of the information system would not take its place.

            ---
            title: A memo for parents
            ---

            ## 1. How to get access

            - The school hands out the invitation code.

        What to do: write the text. If the school needs no memo of its own, delete its memo.md: the memo of the information system is printed then.
print-timeout =
    the sheet was not ready within { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }: { $output }
    .help = look for a loop in this layout that does not end, or remove the file: then the built-in layout is used
    .title = A sheet is not set in time
    .explain =
        One minute is given to set a sheet; a usual one is ready in hundredths of a second. Only a layout with a mistake takes longer: a loop within a loop, a function that calls itself again and again. Setting cannot be interrupted, so the build ends with an error and the previous site stays.

        Example: Typst itself notices one endless loop in a layout, but not two such loops one within the other.

        What to do: put the layout back as it was; if the cause is not seen, remove its parts one by one. If the layout is a built-in one, tell the developers about the sheet.

timestamp-wrong =
    { $detail ->
        [none] the time stamp is of entry { $count }, but the journal has no such entry
       *[other] the time stamp of entry { $count } does not hold: { $detail }
    }
    .help = take the file and the journal from git; look at timestamp.authority in site.yaml
    .title = A time stamp does not hold
    .explain =
        Beside the journal there is a file journal-N.tsr: the answer of a time stamping service that the
        journal with this hash of its entry N was there at the moment named. The answer does not fit the
        journal, or was signed by somebody whom the file timestamp.authority does not vouch for.

        Example: the end of the journal was cut off, but journal-12.tsr is still there – without entry 12.
        Basis: a stamp of RFC 3161 proves the time independently of the school's clocks.
        What to do: compare journal.jsonl and the stamp with those in git and on the site. If the service
        has other certificates now, add them to the file timestamp.authority and leave the old ones in it.

model-front-matter = the model regulation has no front matter between two lines “---”
    .help = begin the file with a line ---, then about, title and parameters, then --- again and the text
    .title = A model without front matter
    .explain =
        A model regulation begins with front matter: what it is (about), how the act is called (title), what schools are asked (parameters). Nothing can be made from it without.

        Example of the begin of content/models/pomoshch.md:

            ---
            about: How people get help with the diary
            title: Регламент помощи
            ---

        What to do: add front matter, or take the file out of content/models.

model-syntax = the model is not well written here: { $words }
    .help = look at the brackets {"{{ }}"} and {"{% %}"}, at quotation marks, and that each if has its endif, each for its endfor (the engine says: { $detail })
    .title = A mistake of syntax in a model
    .explain =
        Values stand in double brackets, conditions and loops in brackets with a per cent sign. Here the engine does not understand what is written: a bracket or a quotation mark is not closed, an endif or endfor is absent, a word is left out.

        Example: a condition without an end.

            {"{% if group %}"}
            Консультирует Группа.

        What to do: add {"{% endif %}"}, or mend the place that is shown.

model-not-allowed =
    a model may not use the { $what ->
        [tag] tag
        [filter] filter
        [test] test
        [function] function
       *[operator] operator
    } “{ $name }”
    .help =
        { $near ->
            [none] { $known ->
                [none] write it without: with if, for and the filters of docs/reference/models.md
               *[other] there are: { $known }
            }
           *[other] perhaps “{ $near }” was meant; there are: { $known }
        }
    .title = Not allowed in a model
    .explain =
        A model fills in a text and can do nothing else: no files, no functions, no adding up of strings. So a model that came from elsewhere reads nothing and does not take all the memory.

        Example: words are written side by side.

            {"{{ school.city ~ ', ' ~ school.region }}"}     no
            {"{{ school.city }}, {{ school.region }}"}       yes

        What to do: replace what is shown; docs/reference/models.md tells what there is.

model-name-unknown = the model knows no name “{ $name }”
    .help =
        { $near ->
            [none] describe the parameter in parameters, or take a name of docs/reference/models.md
           *[other] perhaps “{ $near }” was meant; else describe it in parameters
        }
    .title = An unknown name in a model
    .explain =
        In brackets there may be a parameter of the model, a fact of the school (school.name, system.name, desk.phones, protected, channels) or a name that the model makes itself with set or for. This is none of them.

        Example: a slip of the pen.

            {"{{ school.shortname }}"}     should be {"{{ school.short_name }}"}

        What to do: mend the name, or add a parameter.

model-too-large =
    { $what ->
        [steps] the model takes more than { $limit } steps
       *[output] the text from the model is larger than { $limit } MB
    }
    .help = find the loop within a loop and make it simpler
    .title = A model without end
    .explain =
        Filling in a model is limited in steps and in size. A usual regulation needs a hundredth of that; only a mistake needs more: a loop within a loop within a loop.

        Example: three loops over the same list, one within the other.

        What to do: take out the loop that is not needed.

model-value-absent = the model needs “{ $name }”, and there is no such value
    .help = if it is a parameter, give it; if a fact of the school, write it into school.yaml or the file of the information system; if it may be absent, put an if around it in the model
    .title = A value that the model needs
    .explain =
        Here the model writes a value that the school does not have: no phone is given, no information system is named. The program leaves no gaps in a regulation.

        Example: a phone that is written only if there is one.

            {"{% if school.phone %}"}
            Телефон: {"{{ school.phone }}"}.
            {"{% endif %}"}

        What to do: write the fact into content/schools/<school>/school.yaml, or mend the model.

model-value-wrong = the value will not do here: { $words }
    .help = see that the filter gets text or a number, and that unit and case are written right (the engine says: { $detail })
    .title = A value that will not do in a model
    .explain =
        A model prints text and numbers only, and each filter wants its own: count and words a number, a unit and a case, join a list. Here the value is of another kind.

        Example: a term in the genitive.

            {"{{ training_days | count(\"рабочий день\", \"родительный\") }}"}

        What to do: mend the filter, or the type of the parameter.

model-unknown = there is no model “{ $model }”
    .help =
        { $near ->
            [none] the name of a model is that of its file in content/models without .md
           *[other] perhaps “{ $near }” was meant
        }
    .title = An unknown model
    .explain =
        In school.yaml the values of parameters stand under the name of the model, and content/models has no such file.

        Example:

            parameters:
              pomoshch:          the file content/models/pomoshch.md
                training_days: 3

        What to do: mend the name, or take the values away.

parameter-name =
    “{ $name }” cannot name a parameter{ $why ->
        [taken] , it is taken
       *[shape] { "" }
    }
    .help = use a–z, digits and “_”, a letter first; the names school, system, desk, protected, channels and words of templates (if, for, set…) are taken
    .title = A name that no parameter may have
    .explain =
        The name of a parameter stands in the text of the model in double brackets: it is written in Latin letters and is neither a word of templates nor a name of facts.

        Example: training_days, org_genitive.

        What to do: rename the parameter here and in the text.

parameter-wrong = “{ $value }” will not do for the parameter { $name }
    .help =
        { $kind ->
            [number] a whole number from { $from } to { $to } is needed
            [flag] true or false is needed
            [list] { $known ->
                [none] a list is needed: [one, another]
               *[other] a list of these names is needed: { $known }
            }
            [choice] { $near ->
                [none] one of these is needed: { $known }
               *[other] perhaps “{ $near }” was meant; one of these is needed: { $known }
            }
           *[text] text on one line is needed
        }
    .title = A wrong value of a parameter
    .explain =
        A parameter of a model has a type: text, number, flag, choice, list. The value that the school gives (in school.yaml or with --set) or the model itself (default) is of another kind.

        Example:

            training_days: пять       should be 5
            group: да                 should be true

        What to do: mend the value; the type stands in content/models.

parameter-unknown = the model { $model } has no parameter “{ $name }”
    .help =
        { $near ->
            [none] there are: { $known }
           *[other] perhaps “{ $near }” was meant; there are: { $known }
        }
    .title = An unknown parameter
    .explain =
        A value is given to a parameter that the model does not ask for: a slip of the pen, or the model has changed. It must not be passed over: a wrong term would stay in the regulation.

        Example:

            reglament new regulation --set traning_days=3     should be training_days

        What to do: mend the name, or take the value away.

parameter-missing = the model { $model } needs the parameter { $name }: { $question }
    .help = add a line “{ $name }: …” under parameters: { $model }: in school.yaml, or give --set { $name }=…
    .title = A parameter without value
    .explain =
        The model asks for what it cannot know, and neither school.yaml nor the command has an answer. On a terminal the program would ask; here there is nobody to ask.

        Example:

            parameters:
              pomoshch:
                phone: +7 (900) 000-00-00

        What to do: give the value in one of the two ways.

placeholder-left = still to be filled in: { $what }
    .help = write the real value in the place of the mark in square brackets (if the mark stands behind “#”, before the “#”); if there is none and it is not required, take the line away
    .title = Not filled in
    .explain =
        The commands init and new write a mark where they do not know a fact. While it stands, the site is built: what is optional (phone, address, room) is left out of pages and posters, what is required is printed with its mark, so that nobody takes it for a fact.

        Example:

            phone: "[заполните: телефон школы]"
            phone: +7 (900) 000-00-00

        The address https://zapolnite.invalid/ is such a mark, too: it leads nowhere.

        What to do: write the value and take the mark away. To keep what is not filled in from being published, run reglament check --deny placeholder-left.
import-title-missing = the act has no title
    .help = give it: --title "Регламент …"
    .title = No title was found
    .explain =
        The title stands above the first section, usually centred or bold, and begins with «Регламент», «Положение» or the like. This file has none: sometimes the first page is lost.

        Example: the file begins with «1. Общие положения».

        What to do: name the act as it was approved: reglament import FILE --title "Регламент …".

import-date-differs = the stamp gives another date of approval: { $stamped }
    .help = check the date against the order
    .title = Not the date of the stamp
    .explain =
        The date given by --date is not that of the stamp of approval in the file. The edition has the given one.

        Example: the file says «УТВЕРЖДЕНО … от 31.08.2026», the command --date 2026-09-01.

        What to do: compare both with the order; the right one belongs into the file’s name and approved.date.

import-joined = two parts of a paragraph are joined here: “{ $words }…”
    .help = compare with the original: is it one paragraph or two
    .title = Paragraph joined across a gap
    .explain =
        A sentence broke off at the edge of a page and went on below. The parts are joined; no word has changed.

        Example: a page ends with «… когда указанное полномочие на», the next begins with «основании …».

        What to do: if these are two paragraphs, put an empty line between them.

import-paragraph = perhaps a new paragraph begins here: “{ $words }…”
    .help = compare with the original; set a new paragraph apart by an empty line
    .title = Unclear end of a paragraph
    .explain =
        The line ends with a full stop at the very edge, so that it cannot be seen whether the same paragraph goes on.

        Example: «… (звонок платный).» ends a full line, «Формулировка затруднения …» stands below.

        What to do: if the original begins a paragraph here, put an empty line.

import-begins-small = the paragraph begins with a small letter: “{ $words }…”
    .help = see in the original whether its beginning is lost
    .title = Paragraph without a beginning
    .explain =
        This is how the rest of a sentence begins, and what it continues is not in the file. Extraction from PDF loses whole lines.

        Example: «лужбу поддержки пользователю необходимо изучить …».

        What to do: find the lost words in the signed copy and write them in.

import-hyphen = the hyphen was kept: “{ $word }”
    .help = take it away if the word was only broken
    .title = Break or hyphen
    .explain =
        The end of a line cuts the word. The text does not show whether it is written with a hyphen.

        Example: «учителями-» at the end of a line and «предметниками» at the begin of the next.

        What to do: if it is one word, take the hyphen away.

import-heading = the line was taken for a heading
    .help = if it is none, take away the signs # before it
    .title = Heading or line
    .explain =
        The line has neither a number nor the look of a heading; it is in capitals.

        Example: «ОБЩИЕ ПОЛОЖЕНИЯ» on a line of its own.

        What to do: if it is an ordinary line, take away “##”.

import-merged-cells = the table had merged cells
    .help = see whether the table can be understood
    .title = Merged cells
    .explain =
        Cells are not merged in an edition: the words stand where the cell began, the other places are empty.

        Example: the cell «График» covered two columns: the word is in the first.

        What to do: if the table has become unclear, repeat in the empty cells what applied to them.

import-note-unmarked = footnote { $label } has no mark in the text
    .help = find in the original what it belongs to, and put [^{ $label }] there
    .title = Footnote without a mark
    .explain =
        The text of the footnote stood among the lines, but its number is not in the text.

        Example: «3 Ситуация определяется …» at the foot of a page, and no digit 3 anywhere.

        What to do: put [^3] where the signed copy has the mark.

import-word-lost = words were lost in reading ({ $count }): { $words }
    .help = send the file to the developers; meanwhile save it as another format
    .title = Words lost in reading
    .explain =
        The file was read twice, in different ways, and the second found more words. That should not happen.

        Example: a word of a text box that the first way did not see.

        What to do: save the file in another format (.docx, .odt, .txt) and repeat.

import-word-added = words were added in reading ({ $count }): { $words }
    .help = send the file to the developers; meanwhile save it as another format
    .title = Words added in reading
    .explain =
        The file was read twice, in different ways, and the first found more words. That should not happen.

        Example: a text box that the file holds in two forms was read twice.

        What to do: save the file in another format (.docx, .odt, .txt) and repeat.

import-order = words are out of order: “{ $words }” (line { $line })
    .help = send the file to the developers
    .title = Words out of order
    .explain =
        Words of the file came into the edition out of order or twice. Such an edition is not written.

        Example: a line below a table came to stand above it.

        What to do: save the file in another format and repeat; tell the developers of the file.

import-unaccounted = words are not accounted for: “{ $words }” (line { $line })
    .help = send the file to the developers
    .title = Words not accounted for
    .explain =
        These words of the file are neither in the text of the edition nor in footnotes, front matter or what was left out. Such an edition is not written.

        Example: a word at the edge of a table.

        What to do: save the file in another format and repeat; tell the developers of the file.

import-unproved = the written text reads differently from the file near “{ $words }”
    .help = send the file to the developers
    .title = Text not proved
    .explain =
        The finished edition was read again, as the build will read it, and compared with the file letter by letter. They differ, so nothing was written.

        Example: a sign that Markdown took in its own way.

        What to do: save the file as .txt and repeat; tell the developers of the file.
archive-damaged = the file is damaged or was not downloaded to its end
    .help = open it in the program that it was made with and save it anew; if it does not open, take a copy
    .title = The document's file is damaged
    .explain =
        Documents (.docx, .odt) and spreadsheets (.xlsx, .ods) are zip archives. This one has no directory, or its contents do not fit their checksums. It is not read any further: words might be lost unseen.

        It happens when the mail or a memory stick gave only a part of the file:

            regulation.docx: 12 KB instead of 48 KB

        What to do: download or copy the file again; open it in Word or LibreOffice and save it under a new name.

archive-encrypted = the file is encrypted with a password
    .help = open it with the password, remove the protection and save it anew
    .title = The file is encrypted
    .explain =
        The file is protected by a password and cannot be read without it. The program does not want the password: an approved regulation is published anyway.

        In Word the password is removed like this:

            File → Info → Protect Document → Encrypt with Password → clear the password

        What to do: save the file without a password and repeat the command.

archive-entries = the file is an archive of more than { $limit } parts
    .help = open the file in Word or LibreOffice and save it under a new name
    .title = Too many parts in the file
    .explain =
        A document is an archive of a few dozen parts. Only a broken file, or one made to harm, has thousands of them, and such a file is not read.

        Inside, a usual document looks like this:

            word/document.xml, word/styles.xml, word/numbering.xml

        What to do: save the document anew; if it has thousands of pictures, put them into an attachment.

archive-name = the file is an archive with a name that is not allowed: { $name }
    .help = open the file in Word or LibreOffice and save it under a new name
    .title = A name inside the file is not allowed
    .explain =
        The name of a part leads out of the archive («../», «/», «C:») or has a backslash or a control character. No office program writes that, but files made to harm do.

            word/../../../windows/driver.dll

        What to do: do not open the file if you do not know where it comes from; get the document from its author and save it anew.

archive-duplicate = the file is an archive with two parts of the same name
    .help = open the file in Word or LibreOffice and save it under a new name
    .title = Two parts of the same name
    .explain =
        If a name stands twice in the archive, different programs read different things: one text would be on the screen, another on the site. Therefore such a file is not read at all.

            word/document.xml
            word/Document.xml

        What to do: open the document in the program in which it was approved, check the text, and save it under a new name.

archive-link = inside the file there is a link to another file: { $name }
    .help = open the file in Word or LibreOffice and save it under a new name
    .title = A link inside the file
    .explain =
        A part of the archive is a symbolic link. Documents have none; this is how one tries to get at other files of the computer on which the document is opened.

            word/media/image1.png → /etc/passwd

        What to do: get the document from its author and save it anew.

archive-large = the file is too large when unpacked: { $name } has more than { $limit } MB
    .help = remove from the document what is not needed (embedded files, thousands of empty rows) and save it under a new name
    .title = A part of the file is too large
    .explain =
        The unpacked text of a regulation of three hundred pages has about 8 MB. More is met in broken files, and in «bombs» that unpack to gigabytes. The size is counted while unpacking; what the archive declares is not believed.

        For example, all rows of a sheet down to the last one have a format:

            xl/worksheets/sheet1.xml: 90 MB

        What to do: copy what is needed into a new document and save it.

archive-ratio = the file is packed suspiciously well: { $name }, more than { $limit } times
    .help = open the file in Word or LibreOffice, check it, and save it under a new name
    .title = Suspicious packing
    .explain =
        Texts and tables become 10 to 60 times smaller. Hundreds of times is only reached by monotonous filling, of which «bombs» are made: files that take all memory when unpacked.

            word/document.xml: 2 MB in the archive, 2 GB when unpacked

        What to do: if the file is yours, copy the text into a new document and save it.

xml-broken = the part { $part } of the document cannot be read (line { $line })
    .help = open the file in Word or LibreOffice and save it under a new name
    .title = A part of the document cannot be read
    .explain =
        Inside a document there is text with XML markup; in this part the markup is broken. Guessing what was meant is not an option: words might be lost.

        It happens when another program converted the file badly:

            <w:p><w:r><w:t>Text</w:r></w:p>

        What to do: open the document in an office program (it will offer to recover it), compare the text with the signed copy, and save it under a new name.

xml-doctype = the part { $part } of the document has DTD definitions
    .help = open the file in Word or LibreOffice and save it under a new name
    .title = DTD definitions in the document
    .explain =
        DTD definitions can put other files into the text and unfold a short record into gigabytes. Documents of Word and LibreOffice have none, so such a file is not read.

            <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>

        What to do: get the document from its author and save it anew.

xml-large =
    the part { $part } of the document is too complex: { $what ->
        [depth] nested more than { $limit } deep
        [attributes] an element with more than { $limit } attributes
       *[nodes] more than { $limit } elements
    }
    .help = copy the text into a new document and save it
    .title = The document is too complex
    .explain =
        The limits are dozens of times wider than the largest regulation needs: 256 levels, 256 attributes of an element, six hundred thousand elements in a part of the document. Only broken files, or those made to harm, go beyond.

        For example, a table within a table, a hundred times over:

            table → cell → table → cell → …

        What to do: copy the text into a new document (in Word, «Paste → Keep Text Only» if nothing else helps) and save it.

### Timetables from spreadsheets.
sheet-unreadable = the table cannot be read: { $detail }
    .help = open the file in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”; if it does not open there either, take another copy
    .title = Table unreadable
    .explain =
        The content of the file is not what its name promises, or is damaged. This happens when somebody changes the extension, or a download breaks off.

        Example: a web page saved as timetable.xlsx.

        What to do: open the file and save it anew as .xlsx, .ods or .csv.
sheet-old-or-protected = the file is an old .xls or protected by a password
    .help = open it and save it as “Excel Workbook (.xlsx)” without a password
    .title = Old format or password
    .explain =
        The formats .xlsx, .ods and .csv are read. The format .xls (Excel 97–2003) is not, and Excel stores a workbook with a password in the same shape.

        What to do: open the file, choose “Save as” and “Excel Workbook (.xlsx)”; remove the password.
sheet-too-large =
    { $what ->
        [sheets] more than { $limit } sheets
        [merges] more than { $limit } merged cells
        [text] too much text in the table
        [styles] too many styles in the file
       *[cells] too many cells in the table
    }
    .help = keep one sheet with the timetable: copy the table into a new workbook
    .title = Table too large
    .explain =
        The timetable of a large school has some hundred rows. A file with hundreds of times more holds something else too: a year's journal, copies of sheets, formulas down to the last row.

        What to do: select the table, copy it into a new workbook and save that.
sheet-encoding = the encoding of the file is not known
    .help = save the file as “CSV UTF-8” or .xlsx
    .title = Encoding of the table unknown
    .explain =
        A .csv file is text and does not name its encoding. UTF-8, UTF-16, Windows-1251, KOI8-R and others are found out; here none fits.

        What to do: in Excel choose “Save as” → “CSV UTF-8”, or better save the workbook as .xlsx.
sheet-no-table =
    { $what ->
        [empty] the file has no visible sheet with text
        [rows] no row with a consultation stands below the headings
       *[headings] no row with headings of columns was found
    }
    .help = make a row of headings: «День недели», «Время», «ФИО», «Должность», «Кабинет», «Для кого»
    .title = No table
    .explain =
        The table is found by the headings of its columns in the first rows of the sheet. Columns may stand in any order; capitals and full stops do not matter.

        Example: «День недели», «Время», «ФИО», «Должность», «Кабинет», «Для кого», «Тема».

        What to do: put a row of headings above the table. See docs/reference/spreadsheet.md for the words that are understood.
sheet-left-out =
    { $what ->
        [hidden] the sheet “{ $sheet }” is hidden and was not taken
        [second] the sheet “{ $sheet }” looks like a timetable, but another was taken
       *[other] the sheet “{ $sheet }” was not taken
    }
    .help = a timetable comes from one sheet: if you need this one, move it to the front; put a second timetable into a file of its own
    .title = Sheet not taken
    .explain =
        The timetable is taken from the first visible sheet whose headings are known. Other sheets do not get onto the site.

        Example: the sheets “Autumn” and “Spring” are two timetables, each with its own term.

        What to do: save each timetable as a file in the school's folder timetables; delete sheets that are not needed.
sheet-column-unknown = the column “{ $heading }” was not understood, and its cells were not taken
    .help = give the column a heading that is known («Тема», «Примечание») or delete it
    .title = Unknown column
    .explain =
        The heading does not say what the column holds, so nothing of it gets onto the site.

        Example: «Логотип». Free text for visitors stands in «Тема» or «Примечание».

        What to do: rename the column. Known headings are listed in docs/reference/spreadsheet.md.
sheet-column-near = the heading “{ $heading }” was read as “{ $near }”
    .help = correct the spelling of the heading
    .title = Misspelt heading
    .explain =
        The heading is like a known one but not spelt so. The column was taken; the next slip might make it unknown.

        Example: «Примичание» for «Примечание».

        What to do: correct the heading.
sheet-column-twice = there are two columns “{ $heading }”: { $other } is the same
    .help = join the two columns or rename one
    .title = Two equal columns
    .explain =
        Two headings mean the same, and nobody can say which column counts.

        Example: «Время» and «Часы» side by side.

        What to do: keep one. Two times on one day stand in one cell: 14:30–15:15, 16:00–16:45.
sheet-column-missing =
    { $what ->
        [person] no column names the consultant
       *[time] no column holds the time
    }; there are: { $headings }
    .help =
        { $what ->
            [person] add a column «ФИО»
           *[time] add a column «Время» (14:30–15:15), or two: «Начало» and «Окончание»
        }
    .title = Column missing
    .explain =
        Without a time and the name of the consultant a row is no consultation.

        Example: «День недели», «Время», «ФИО».

        What to do: add the column. If it is there but was not understood, rename it.
sheet-cell-empty =
    { $heading ->
        [none] the row does not say on which days the consultation takes place
       *[other] empty cell in the column “{ $heading }”
    }
    .help =
        { $heading ->
            [none] add a column «День недели»
           *[other] fill the cell; if the row is not needed, delete all of it
        }
    .title = Empty cell
    .explain =
        A row with a consultation is empty where day, time, name or audience is needed.

        An empty day or name below a filled cell means the same as that cell; here there is none above.

        What to do: fill the cell.
sheet-cell-unused = cell not taken: “{ $text }”
    .help = if visitors need it, move the text into the column «Тема» or into a row «Примечание: …» below the table; else leave it
    .title = Cell not taken
    .explain =
        Each cell is either understood or named here: nothing is lost in silence. Mostly it is a signature below the table.

        Example: «Директор ____ И. О. Фамилия».

        What to do: nothing, if the site does not need the text.
sheet-row-hidden = row { $row } is hidden and was not taken
    .help = show the row (or clear the filter) if the consultation takes place; else delete it
    .title = Hidden row
    .explain =
        The program does not show this row: somebody hid it, or a filter does. Visitors see what you see, so it does not get onto the site.

        Example: a filter for one weekday hides all others.

        What to do: select the sheet and choose “Unhide rows”; clear the filter.
sheet-filled-down =
    empty cells of the column “{ $heading }” were read as the cell above: { $count ->
        [one] { $count } row
        [few] { $count } rows
       *[many] { $count } rows
    }
    .help = if that is wrong, fill them; to make it visible, merge the cells
    .title = Value taken from above
    .explain =
        A day or a name is often written once for several rows. An empty cell below a filled one means the same.

        Example: «вторник» in the first row and nothing in the next two: all three are on Tuesday.

        What to do: nothing, if that is meant.
sheet-cell-ambiguous = empty cells of the column “{ $heading }” are unclear: days and names are both left out
    .help = fill day and name in each row, or merge the cells
    .title = Empty cells unclear
    .explain =
        A day is written once for several people, or a name once for several days. Here both happen, and nobody can say which cell was just forgotten.

        Example: Ivanova has two days, the second below the first without the name, and Petrov below has no day.

        What to do: fill the empty cells, or merge those that mean the same.
sheet-time =
    { $cause ->
        [end] a begin without an end: “{ $text }”
        [order] the end is not after the begin: “{ $text }”
       *[shape] this is no time: “{ $text }”
    }
    .help =
        { $cause ->
            [end] write begin and end: 14:30–15:15
            [order] exchange the times; split a time over midnight into two rows
           *[shape] write begin and end: 14:30–15:15; several times with a comma between
        }
    .title = Time not understood
    .explain =
        Understood are 14:30–15:15, 14.30-15.15, «с 14.30 до 15.15», 14-30 – 15-15, «с 14 до 15», times of Excel in the columns «Начало» and «Окончание», and a begin with a column «Продолжительность».

        Wrong: «после уроков», «14.30», «14.30-15.75».

        Right: «14:30–15:15», «14:30–15:15, 16:00–16:45».

        What to do: correct the cell. Words («по договорённости») belong in the column «Запись».
sheet-day =
    { $word ->
        [none] no day is named: “{ $text }”
       *[other] this is no weekday: “{ $word }”
    }
    .help =
        { $near ->
            [none] write a day: «вт», «пн, ср», «пн–пт», «1-й вторник месяца»
           *[other] perhaps “{ $near }” is meant
        }
    .title = Day not understood
    .explain =
        Understood are names and short names of days, several with commas, ranges, «по будням», «ежедневно, кроме сб», «последняя пятница месяца», «через неделю с 07.09.2026».

        Wrong: «понедельнк», «5-й вторник».

        Right: «понедельник», «пн, ср», «1-й и 3-й вторник месяца».

        What to do: correct the cell; for single days add a column «Дата».
sheet-weeks =
    { $cause ->
        [parity] nobody knows from where even and odd weeks are counted: “{ $text }”
        [second] the second of the month or every second week: “{ $text }”?
       *[start] from which week is to be counted: “{ $text }”?
    }
    .help =
        { $cause ->
            [second] write «второй вторник месяца» or «вторник, через неделю с 08.09.2026»
           *[other] name the first date: «вт, через неделю с 08.09.2026»
        }
    .title = Every second week, but from which?
    .explain =
        Even weeks are counted in many ways: from 1 September, from New Year, by the class book. Visitors and their calendars need exact dates.

        Wrong: «вт (чётные недели)», «вт через неделю».

        Right: «вт, через неделю с 08.09.2026».

        What to do: name the date of the first consultation.
sheet-daily = «ежедневно» was read as Monday to Friday
    .help = if Saturday is meant too, write «пн–сб»
    .title = Daily
    .explain =
        “Daily” is five days in one school and six in another. Monday to Friday was taken; holidays and breaks are left out anyway.

        What to do: write «пн–пт» or «пн–сб», and this note goes away.
sheet-date = this is no date: “{ $text }”
    .help = write day, month and year: 05.09.2026; several dates with commas between
    .title = Date not understood
    .explain =
        Understood are 05.09.2026, «5 сентября 2026 г.», 05.09 (the year comes from the term of the timetable if there is one only) and dates of Excel. There are no ranges of dates in this column.

        Wrong: 31.02.2026, «с 5 по 7 сентября».

        Right: «05.09.2026, 12.09.2026».

        What to do: correct the cell.
sheet-date-weekday = { $date } is no “{ $text }”
    .help = correct the date or the weekday
    .title = Date and weekday disagree
    .explain =
        The row has a date and a weekday, and they disagree. The table does not tell which is right.

        Example: 05.09.2026 is a Saturday, and the row says «пятница».

        What to do: correct one of the two.
sheet-term = this is no term: “{ $text }”
    .help = write «с 26.10.2026 по 03.11.2026», «с 11.01.2027» or «до 14.10.2026»
    .title = Term not understood
    .explain =
        The column «Срок» narrows the timetable for one row: the consultation takes place in these days only.

        Example: «до 14.10.2026».

        What to do: correct the cell or leave it empty.
sheet-breaks = does the consultation go on in the breaks: “{ $text }”?
    .help = write «да» or «нет»; empty means no
    .title = In the breaks?
    .explain =
        The column «В каникулы» holds «да» or «нет». Without it consultations pause in the breaks.

        What to do: correct the cell.
sheet-audience = for whom is “{ $text }”?
    .help = write «родители», «сотрудники», «обучающиеся», «все», or several with commas between
    .title = Audience not understood
    .explain =
        Consultations are for parents, staff, pupils or everybody: visitors choose their calendar by these groups.

        Wrong: «по средам».

        Right: «родители», «учащиеся и родители», «все».

        What to do: correct the cell.
sheet-audience-rest = the words “{ $rest }” are not shown: the group was taken, they were not
    .help = move them to the column «Тема» or «Класс»
    .title = More words in “for whom”
    .explain =
        The group is known, but the cell says more: which classes, which parents. Visitors will not see these words.

        Example: «родители 1–4 классов» is for all parents then.

        What to do: move the words to the column «Тема».
sheet-audience-all = nothing says for whom the consultations are: taken as for everybody
    .help = add a column «Для кого», or «для родителей» in the title of the table
    .title = For everybody
    .explain =
        The table has no column «Для кого», and its title does not say for whom it is.

        Example: «График консультаций для родителей» above the table.

        What to do: nothing, if they really are for everybody.
sheet-channel = how is the consultation given: “{ $text }”?
    .help = write «очно», «по телефону», «по электронной почте» or «видео»
    .title = Format not understood
    .explain =
        The column «Формат» says how the consultation is given. Without it: in person.

        Right: «очно», «по телефону», «e-mail», «онлайн».

        What to do: correct the cell.
sheet-person = this is no name: “{ $text }”
    .help = write «Фамилия Имя Отчество» or «Фамилия И. О.»; the post in the column «Должность» or behind a comma; delete the row if there is nobody yet
    .title = Name not understood
    .explain =
        The site shortens names to initials and family name; other words would become nonsense.

        Wrong: «классные руководители 5–9 классов».

        Right: «Иванова Мария Петровна, классный руководитель 5А»; one word («Секретарь») is fine too.

        «Вакансия», «не назначен», «уточняется» are no names either: a consultation that nobody gives has no place on the site.

        What to do: correct the cell or delete the row.
sheet-person-ambiguous = who is “{ $text }”? It fits several
    .help = write the full name
    .title = Namesakes
    .explain =
        The table has two people with this family name and these initials, named in full.

        What to do: write the full name here too.
sheet-person-differs = cell { $other } says otherwise about the same person; what it says was taken
    .help = correct one of the two cells
    .title = Different things about one person
    .explain =
        Post, phone and e-mail of a person are the same everywhere on the site. In two rows they differ; the first was taken.

        Example: «учитель» in one row, «заместитель директора» in another.

        What to do: make them equal, or write both posts in one cell with a comma between.
sheet-post =
    { $count ->
        [one] { $count } person has no post
       *[other] { $count } persons have no post
    }: taken as “{ $post }”
    .help = add a column «Должность», or write the post behind the name and a comma
    .title = Post not named
    .explain =
        Visitors see name and post. The table has none, so a word from the heading of the names was taken.

        Example: a column «ФИО учителя» gives «учитель».

        What to do: add a column «Должность» if the word does not fit.
sheet-text-moment = a date or time where text was expected: “{ $text }”
    .help = select the cell, choose the format “Text” and write it again: the program took the text for a date
    .title = Text became a date
    .explain =
        Programs take for a date whatever looks like one: room “2-07” becomes 2 July. The file no longer says what was written.

        What to do: make the column text (“Format cells” → “Text”) and write the values again.
sheet-formula = the cell has a formula whose result is not in the file
    .help = open the file in Excel or LibreOffice, so that it is computed, and save it; or replace formulas by values
    .title = Formula without a result
    .explain =
        Formulas are not computed here: the result that the program saved is taken. This file was made by another program and never computed.

        What to do: open and save the file, or paste the column “as values”.
sheet-formula-failed = the formula failed: “{ $text }”
    .help = correct the formula or write the value
    .title = Failed formula
    .explain =
        The cell holds an error such as #REF! or #N/A: what the formula referred to is gone.

        What to do: replace the formula by its value.
sheet-period-missing = nothing says when the timetable is valid
    .help = write in a row above the table: «Действует с 01.09.2026 по 30.12.2026»
    .title = No term of the timetable
    .explain =
        Without a term nobody knows until which day consultations are to be shown and put into calendars.

        Right: «на период с 01.09.2026 по 30.12.2026»; «Действует с» with the date in the next cell; «на 2026/2027 учебный год».

        What to do: add a row above the table.
sheet-period-concluded = the term was concluded from the title: { $from } to { $to }
    .help = name the dates: «Действует с 01.09.2026 по 30.12.2026»
    .title = Term taken from the title
    .explain =
        A school year counts from 1 September to 31 May, the first half to 31 December, the second from 1 January. Breaks and holidays are left out anyway.

        What to do: if the timetable is valid on other days, name them.
sheet-approval-missing = nothing says when the timetable was approved
    .help = write above the table: «Утверждён приказом директора от 28.08.2026 № 65»
    .title = No approval
    .explain =
        A timetable is a document of the school; the site says when and by which order it was approved.

        Right: «УТВЕРЖДАЮ. Приказ № 65 от 28.08.2026»; «Дата утверждения» with the date in the next cell.

        What to do: add a row above the table.
timetable-twice = there is a timetable of this name already: { $other }
    .help = keep one file; give the second timetable another name and put it into the folder timetables
    .title = Two timetables of one name
    .explain =
        Two files differ in nothing but their endings, and nobody can say which counts.

        Example: timetable.yaml and timetable.xlsx.

        What to do: delete one. After `reglament import` the table is not needed any more: change timetable.yaml from then on.
document-kind = this archive holds no text document
    .help = give a .docx or .odt file; for a timetable .xlsx, .ods or .csv
    .title = Not a document
    .explain =
        The file is a zip archive but no document of Word or LibreOffice: the part with the text is missing. It is a plain archive, a presentation, or a file whose ending was changed.

            documents.zip → regulation.docx is inside

        What to do: unpack the archive and give the document itself.

document-doc = the file has the old format of Word (.doc)
    .help = open it in Word or LibreOffice and save it as .docx
    .title = The old format .doc
    .explain =
        Up to 2007 Word wrote documents in the binary format .doc. It cannot be read with all its numbers and notes without losses, so it is not read at all.

            File → Save As → Save as type: Word Document (*.docx)

        What to do: save the file as .docx, compare the text with the signed copy, and repeat the command. Changing the ending is not enough.

document-rtf = the file is in the format RTF
    .help = open it in Word or LibreOffice and save it as .docx
    .title = The format RTF
    .explain =
        RTF is an old format of exchange. Every program writes numbers and notes into it in its own way, so it is not read.

            File → Save As → Save as type: Word Document (*.docx)

        What to do: save the file as .docx and repeat the command.

tracked-changes =
    the document has { $count ->
        [one] { $count } tracked change that is
       *[other] { $count } tracked changes that are
    } not accepted: paragraphs { $places }
    .help = accept or reject all changes (Word: «Review → Accept → Accept All Changes»; LibreOffice: «Edit → Track Changes → Accept All») and save
    .title = Tracked changes
    .explain =
        The document was saved while changes were recorded: some words are inserted or deleted, but nobody has decided. The program cannot know which of the two texts was approved, and guessing would mean to publish what the director did not sign.

            Requests are answered within [deleted: five] [inserted: three] working days.

        What to do: compare the changes with the signed copy and accept or reject each of them. In Word: «Review → Accept → Accept All Changes and Stop Tracking». In LibreOffice: «Edit → Track Changes → Manage», then «Accept All». Save and repeat the command.

document-comments =
    the document has { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    } of reviewers, not taken over: «{ $text }»
    .help = make sure that this is the approved text and not a draft under discussion
    .title = Comments of reviewers
    .explain =
        Comments in the margin talk about the text and are no part of it: they do not come into the act. But an approved document usually has none any more, and so they may mean that a draft was taken.

            in the margin: «ask the deputy about this term»

        What to do: compare the document with the signed copy. The comments may stay in the file.

document-hidden =
    the document has hidden text in { $count ->
        [one] { $count } place
       *[other] { $count } places
    }, not taken over: «{ $text }»
    .help = see that the paper does not have this text; if it is needed, take the property «hidden» from it
    .title = Hidden text
    .explain =
        Hidden text is neither shown nor printed, so the signed copy does not have it either. It stays out of the act and is shown in the report.

            Font → Effects → Hidden

        What to do: switch on formatting marks (¶) and look at what is hidden. If the text is needed, take the property away and save the document.

document-picture =
    the document has { $count ->
        [one] { $count } picture or diagram
       *[other] { $count } pictures or diagrams
    } (the first at paragraph { $line }), not taken over
    .help = if there is text of the act on it (seal, stamp, scheme), attach a scan to the edition
    .title = Pictures are not taken over
    .explain =
        An edition takes over text. Pictures, SmartArt and charts stay in the document: words on them cannot be read.

            an approval stamp inserted as a scan with signature and seal

        What to do: write down the words that matter, or put the signed scan beside the edition's file and name it in attachments.

document-field =
    { $count ->
        [one] { $count } field
       *[other] { $count } fields
    } that Word computes could not be read (paragraph { $line }: { $what })
    .help = see what Word shows there and write it into the edition, or turn the field into text (Ctrl+Shift+F9)
    .title = A field could not be read
    .explain =
        The fields LISTNUM, AUTONUM, EQ and SYMBOL show a number or a sign that the file does not have: Word computes it when it opens the document. The number of a clause would be lost.

            {"{"} AUTONUM {"}"} General provisions

        What to do: in Word select everything (Ctrl+A) and press Ctrl+Shift+F9: fields become plain text; save and repeat the command.

document-numbering =
    the { $count ->
        [one] number of { $count } paragraph is
       *[other] numbers of { $count } paragraphs are
    } written in digits: the format «{ $what }» is not known (paragraph { $line })
    .help = compare the numbers with what Word shows and put them right in the edition
    .title = Unknown format of a number
    .explain =
        Word can number in words, in ideographs and in other ways that acts of schools do not use. Such a number is written in digits and has to be looked at.

            numFmt = cardinalText: «one», «two» → 1, 2

        What to do: open the document in Word, compare the numbers, and put them right in the file of the edition.

document-level =
    { $count ->
        [one] { $count } number begins
       *[other] { $count } numbers begin
    } with a level that was not there before: { $what } (paragraph { $line })
    .help = compare the number with what Word shows
    .title = A level of numbering is left out
    .explain =
        In a list of several levels a paragraph of the second level stands before the first of the first level. Its upper number is taken to be the one that the level starts with; Word does so too, but its versions differ.

            1.1. Text before «1. Section»

        What to do: compare the number with the printed copy.

document-symbol =
    { $count ->
        [one] { $count } sign of a symbol font was
       *[other] { $count } signs of symbol fonts were
    } not recognised (paragraph { $line }, font { $what })
    .help = see which sign it is and write it into the edition instead of «�»
    .title = A sign of a symbol font
    .explain =
        The fonts Wingdings and Webdings draw arrows, ticks and pictures under the codes of letters. The frequent ones are known, this one is not; «�» stands in its place.

            Wingdings 3, sign 0x75

        What to do: find «�» in the file of the edition and put there the sign or the word that the printed copy has.

document-formula =
    the document has { $count ->
        [one] { $count } formula
       *[other] { $count } formulas
    } (the first at paragraph { $line }), written in a line
    .help = check the formulas: fractions and powers lose their shape
    .title = A formula is written in a line
    .explain =
        Formulas of Word's editor are taken over sign by sign: the fraction «a/b» becomes «ab», a power loses its place. No sign is lost, but they have to be read by a person.

            P = n/N × 100 % → P=nN×100 %

        What to do: write the formula in the edition so that it can be read in a line.

document-embedded =
    { $count ->
        [one] { $count } other document is
       *[other] { $count } other documents are
    } embedded in the document; the text there was not read
    .help = open the document in Word and save it under a new name: what is embedded becomes plain text
    .title = An embedded document
    .explain =
        A part of the text lies in the file as a document of its own, which Word inserts when it opens the file. Some systems of document management write so.

            <w:altChunk r:id="rId7"/>

        What to do: open the document in Word, see that the text is there, and save it as a new .docx.

import-too-long = the file has more than { $most } lines
    .help = save the text of the act as a file of its own
    .title = The file is too long
    .explain =
        No act of a school has so many lines: this is a collection, an export or a broken file.

        Example: all acts of a school are saved in one file.

        What to do: save the act on its own and repeat.
import-too-large = the file is larger than { $limit } MB
    .help = save the text of the act as a file of its own, without scans and pictures
    .title = File to import too large
    .explain =
        The longest regulation takes less than a megabyte as text, a few as a web page of Word, and as few as a PDF without scans. A larger file nearly always holds something else: scans, photographs, a whole site. The limit protects memory and time.

        What to do: open the file in its program and save the text of the act alone, best as .docx.

import-unknown-format = this is no text: the file consists of unprintable characters
    .help = open it in the program that made it and save it as .docx or as text
    .title = Unknown kind of file
    .explain =
        Files of the kinds .docx, .odt, .html, .txt, .md and PDF with text are read. What a file is shows its content, not its name: a picture renamed to .txt does not become text.

        What to do: open the file in the program that made it and choose “Save as”, for example

            regulation.docx

import-too-deep = elements of the page are nested deeper than { $limit } levels
    .help = open the page in a browser, copy the text of the act into Word and save it as .docx
    .title = Page nested too deeply
    .explain =
        A usual page has ten to twenty levels: a table in a section, a paragraph in a cell, emphasis in a paragraph. Hundreds of levels are found in broken pages and in those made to do harm.

        What to do: take the text from the original file of the act or, if there is none, copy it from the browser into a text editor.

import-lost-characters =
    { $count ->
        [one] { $count } character could not be read
       *[other] { $count } characters could not be read
    }{ $page ->
        [0] { "" }
       *[other] , the first on page { $page }
    }
    .help = find the signs “�” in the edition and write what the approved text has there
    .title = Lost characters
    .explain =
        A part of the file is in no known encoding, or a font of the PDF does not say which letters these are. The sign “�” stands in such places: the words of an approved act must not be guessed.

        What to do: compare these places with the signed copy and write the letters by hand. If there are many, take the original .docx.

pdf-scan = this PDF has no text: it is a scan
    .help = import the original .docx; if there is none, recognise the scan, proofread it and save it as .docx
    .title = A scan instead of text
    .explain =
        The pages of this PDF are pictures. It has no words, or a program for recognition guessed them and hid them beneath the picture. Recognised text nearly always has mistakes, so it is not taken for the approved one.

        A scan with signature and seal belongs beside the edition as an attachment:

            content/schools/shkola-5/regulations/pomoshch/2026-09-01.pdf

        What to do: ask whoever prepared the order for the original file. If there is none, recognise the scan (FineReader, Tesseract) and proofread it.

pdf-no-letters = the fonts of this PDF do not say which letters it has
    .help = import the original .docx or save it as PDF anew
    .title = PDF without letters
    .explain =
        Letters of a PDF are drawings. Which letter is drawn is told by a table of its own (ToUnicode); old programs and some virtual printers leave it out or write it wrongly. Such a PDF looks well, but what is copied from it is other signs.

        This is easily checked: copy a paragraph from the PDF into Notepad.

        What to do: take the original .docx or save it as PDF anew with “Save as PDF” of Word or LibreOffice.

pdf-encrypted = the PDF is locked with a password
    .help = open it with the password and save a copy without one, or take the original .docx
    .title = PDF locked with a password
    .explain =
        Without the password the text of such a file cannot be read. It must not go onto the site either: documents of a school open without registration and passwords.

        What to do: open the file with the password and print it to a new PDF, or take the original .docx.

pdf-damaged = the PDF is damaged or was not downloaded completely
    .help = open it in a program for PDF and save it anew, or download it again
    .title = PDF damaged
    .explain =
        The file begins as a PDF, but no pages are to be found in it. Most often it was not downloaded completely or was spoilt by mail.

        What to do: download the file again. If a program for PDF opens it, save it from there under another name.

pdf-too-long = the PDF has more than { $limit } pages
    .help = save the pages of the act as a file of their own
    .title = PDF with too many pages
    .explain =
        A regulation takes tens of pages, not hundreds. This is probably a collection, and the act is a part of it.

        What to do: print the pages of the act to a PDF of their own (“Print”, then “Pages: 12–34”).

pdf-too-complex = the PDF is too complex: it takes too long to read, or is too large unpacked
    .help = save it anew from a program for PDF, or take the original .docx
    .title = PDF too complex
    .explain =
        A hundred pages of text are read in tenths of a second. What takes longer are drawings with millions of signs, and files with parts that refer to each other in a circle or unpack to hundreds of megabytes, by mistake or to do harm.

        What to do: print the document to a new PDF, or take the original .docx.

import-empty = the file has not a single word
    .help = if it is a scan, run it through text recognition and proofread it; else save the file with its text anew
    .title = A file without text
    .explain =
        The document has nothing but pictures, or it is empty: there is nothing to bring in.

        What to do: take the file from which it was printed. If there is only a scan, recognise it, proofread it against the signed copy, and save it as .docx.

sheet-person-several = several people in one cell: “{ $text }”
    .help = give each a row of their own
    .title = Several people in one cell
    .explain =
        A row of the table is one consultation by one person: each has a page and a calendar of their own.

        Wrong: «Иванова М. П., Петров О. И.» in one cell.

        What to do: repeat the row for the second person.

import-page-picture = page { $page } is a picture: its words were not read
    .help = add its words to the edition yourself or import the original .docx
    .title = A page of the PDF is a picture
    .explain =
        The page holds a scan only: a picture, not letters. The other pages were read, but the words of this one are not in the edition, and the report on words does not know of them.

        Title pages with signature and seal are often put in like that. If it holds only the stamp and the title, look at the front matter of the edition; if it holds text, type it in at its place or take the file that was printed.
sheet-row-left-out = row { $row } is not taken: { $name }, no day and no time
    .help = fill in day and time; delete the row if this person has no consultations
    .title = Row without day and time
    .explain =
        The row names a person, but not when they can be consulted. Neither they nor the remarks of the row get to the site.

        Example: «Иванова М. П.» and «по договорённости» with empty cells «День» and «Время».

        What to do: fill in day and time. If there are no consultations yet, delete the row; what holds for all goes below the table: «Примечание: …».
import-letterhead = written as a comment of the front matter, not into the text: “{ $words }…”
    .help = read the lines with “#” in the front matter: are words of the act itself among them?
    .title = Words around the title
    .explain =
        Above the title stands a letterhead (founder, school, address, phone) or a mark “Приложение № 1”, below it place and year. They are neither title nor sections, so they are kept as lines with “#” in the file's front matter.

        Example: “МБОУ СОШ № 2”, “тел. 8 (900) 000-00-00”, “г. Пример, 2026 г.”.

        What to do: if words of the act are among these lines, move them into title or into the text.

import-struck = struck out: “{ $words }”
    .help = decide whether these words are in the approved text; if not, remove them
    .title = Text struck out
    .explain =
        In the file these words are struck out by formatting, not deleted. The file does not tell whether they were approved, so they stay in the text: no word is lost.

        Example: “within ~~five~~ three working days”.

        What to do: compare with the signed copy. If the words are not there, remove them from the line; if they were struck out by accident, leave them.
