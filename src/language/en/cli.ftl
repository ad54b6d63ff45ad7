# Command line.

severity-error = error
severity-warning = warning
finding-accepted = { $message } (accepted: { $reason })
severity-note = note
severity-help = help

## Help

help-about =
    Publishes school regulations: website, consultation calendars and posters.
    Source texts are in the folder content, the finished site in the folder public.
help-usage = reglament COMMAND [OPTIONS]
help-usage-command = reglament { $command } [OPTIONS]
help-usage-explain = reglament explain [FINDING]
help-usage-diff =
    reglament diff OLD NEW [OPTIONS]
           reglament diff YYYY-MM-DD YYYY-MM-DD [--school SCHOOL] [OPTIONS]
help-usage-heading = Usage
help-commands = Commands
help-options = Options
help-arguments = Arguments
help-build = Build the site: all of it or nothing
help-check = Check the source texts, write nothing
help-diff = Compare two editions: what was added, changed, removed
help-explain = Explain a finding; without a name, list all
help-help = Show this help
help-version = Show the version
help-lang = Language of messages: ru or en [else: as the system]
help-root = Workspace (content, themes) [else: this folder]
help-output = Folder of the site [else: public in the workspace]
help-today = What day it is [else: SOURCE_DATE_EPOCH, the clock]
help-school = Only this school; may be repeated [else: all]
help-format = Findings: human, short, json or github [else: human]
help-no-print = Make no posters and printed acts
help-drafts = Publish drafts (draft.md), too
help-locked = Do not change calendar.lock
help-id = Name of a finding, for instance key-unknown
help-old = The old text: an .md file or an edition's date of approval
help-new = The new text: an .md file or an edition's date of approval
help-of-school = Whose editions [else: of the only school]
help-regulation = Of which regulation [else: of the only one]
help-diff-format = Form: human or json [else: human]
help-print = Make sheets for a printer: posters, the act
help-kind = Kind of sheet, see below; can be repeated
help-print-regulation = Whose act [else: all regulations]
help-edition = Edition of the act by approval date [else: the last]
help-acquaintance = Sheets to sign on in the act for the files [else: 1]
help-print-format = Paper of posters: a4 or a3 [else: a4]
help-landscape = Posters across, where there is such a layout
help-bw = Posters in pure black, for a laser printer
help-print-output = Folder for the sheets [else: print in the workspace]
help-previous = Folder of the previous site: what to take down, hang
help-open = Open what was made
help-value-kind = KIND
help-value-number = N
help-value-day = DATE
help-value-paper = PAPER
help-print-kinds =
    Kinds of sheets:
      timetable          when to come and ask
      timetable-parents  the timetable for parents
      timetable-staff    the timetable for staff
      contacts           whom to ask
      strips             strips to tear off
      memo               reminder for parents
      notice             notice of a new edition
      act                the regulation, A4
      act-file           the regulation for the files, with sheets to sign on
      act-booklet        the regulation as a booklet
      comparison         table of what changed against the edition before
help-value-old = OLD
help-value-new = NEW
help-value-regulation = ACT
help-value-folder = DIR
help-value-date = YYYY-MM-DD
help-value-school = SCHOOL
help-value-format = FORM
help-value-language = LANG
help-value-finding = FINDING
help-exit =
    Exit status: 0 all is well, 1 there are errors in the texts,
    2 wrong usage or the system refused.
    Help for a command: reglament COMMAND --help

## Wrong usage

usage-command = there is no command “{ $argument }”
    .help =
        { $near ->
            [none] there are: { $known }
           *[other] perhaps { $near } was meant; reglament --help shows all commands
        }
usage-argument = unexpected option “{ $argument }”
    .help =
        { $near ->
            [none] --help shows all options of the command
           *[other] perhaps { $near } was meant; --help shows all options
        }
usage-no-value = “{ $argument }” needs a value
    .help =
        { $known ->
            [none] write it behind a space; --help tells more
           *[other] these are possible: { $known }
        }
usage-value = “{ $value }” is not possible for “{ $argument }”
    .help =
        { $near ->
            [none] these are possible: { $known }
           *[other] perhaps { $near } was meant; these are possible: { $known }
        }
usage-twice = “{ $argument }” is given twice
    .help = keep one value
usage-missing = missing: { $argument }
    .help = add it; --help shows how to call the command
usage-not-dates = with --school and --regulation dates are compared, not files: “{ $value }”
    .help = name both editions by their dates of approval, for example 2026-08-31
usage-other = wrong usage
    .help = reglament --help shows how to call the program
usage-today = “{ $value }” is no date
    .help = write the day like this: --today 2026-11-20
usage-epoch = the variable SOURCE_DATE_EPOCH does not hold seconds: “{ $value }”
    .help = set it to the number of seconds since 1 January 1970 or delete it: unset SOURCE_DATE_EPOCH
usage-number = “{ $value }” does not fit “{ $argument }”
    .help =
        { $option ->
            [acquaintance] write a whole number from 0 to 99
            [wait] write a whole number of seconds from 0 to 3600
            [port] write a whole number from 1 to 65535
           *[other] write a whole number; --help shows the limits
        }
usage-edition = “{ $value }” is not the date of an edition
    .help = write the date of approval like this: --edition 2026-08-31
usage-of-act = --regulation and --edition choose a printed act, but none was asked for
    .help = add --kind act (or act-file, act-booklet, comparison)
usage-school-without-output = --school needs --output, too
    .help = name a separate folder, for instance --output sample: the other schools would vanish from the usual one

## Failures

failed-root = the workspace cannot be entered: { $path }
    .help =
        { $cause ->
            [missing] check the path in --root: there is no such folder
            [denied] give yourself permission to read this folder
           *[other] check the path in --root
        } (the system says: { $detail })
failed-open = { $path } cannot be opened
    .help =
        { $cause ->
            [missing] check the path: there is no such file or folder
            [denied] give yourself the right to read it
            [folder] this is a folder: name a file in it
           *[other] check the path
        } (the system says: { $detail })
failed-choice =
    { $what ->
        [school] { $wanted ->
            [none] which school is meant is not said
           *[other] there is no school “{ $wanted }”
        }
        [regulation] { $wanted ->
            [none] which regulation is meant is not said
           *[other] this school has no regulation “{ $wanted }”
        }
       *[edition] there is no edition of { $wanted }
    }
    .help =
        { $near ->
            [none] { $what ->
                [school] name the school by its folder in content/schools; there are
                [regulation] name the regulation by its folder; there are
               *[edition] name the date of approval; there are
            }
           *[other] perhaps { $near } was meant; there are
        }: { $known }{ $more ->
            [0] {""}
            [one] {" "}and { $more } more
           *[other] {" "}and { $more } more
        }
failed-io =
    { $cause ->
        [full] the disk is full: { $path }
        [denied] no permission to write: { $path }
        [read-only] the disk is read-only: { $path }
       *[other] cannot be written: { $path }
    }
    .help =
        { $cause ->
            [full] make room and try again
            [denied] give yourself permission to write or name another folder
            [read-only] name a folder on another disk
            [file] a file stands in the place of a folder: move it away or name another folder
           *[other] check the path or name another folder
        }. What was written before is untouched (the system says: { $detail })
failed-foreign = the folder { $path } holds foreign files: { $files }
    .help = reglament did not make these files and will not delete them. Name another folder (--output DIR) or empty this one
failed-locked = another build is writing to this folder
    .help = wait for its end and start again; there is no need to delete { $path }
failed-previous = there are no lists of sheets in the folder { $path }
    .help = name the folder of a site that was built with posters: it has lists called posters/sheets.json
failed-protected = sheets are not written here: { $path }
    .help = this is a folder of content, of a theme or of a finished site. Name another one: --output FOLDER
failed-not-ours = a file that is not ours stands in this place: { $path }
    .help = reglament did not make this file and will not replace it. Move it away or name another folder
failed-outside = { $path } would lie outside the workspace: a link leads there
    .help = nothing was written. Put the folder itself in the place of the link, or name another file
failed-left = there is no name left for the hidden file { $path }
    .help = interrupted runs have left such hidden files: delete them and try again
failed-viewer = cannot be opened: { $path }
    .help = the sheets are ready: open them yourself (the system says: { $detail })
failed-twice = two files of the site got one address: { $path }
    .help = this is a fault of the program: report it to its developers. The former site is untouched
failed-explain = there is no finding “{ $id }”
    .help =
        { $near ->
            [none] reglament explain lists all findings
           *[other] perhaps { $near } was meant; reglament explain lists all findings
        }

## Result

count-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
count-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
count-schools =
    { $count ->
        [one] { $count } school
       *[other] { $count } schools
    }
count-pages =
    { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }
count-feeds =
    { $count ->
        [one] { $count } calendar
       *[other] { $count } calendars
    }
count-posters =
    { $count ->
        [one] { $count } poster
       *[other] { $count } posters
    }
count-acts =
    { $count ->
        [one] { $count } printed act
       *[other] { $count } printed acts
    }
print-summary = Done in { $seconds } s: { $parts } → { $output }
print-nothing = Nothing to print: the school has no such sheets, or all of them hang already.
print-take-down = take down
print-hang = hang up
print-stays = stays
nothing-printed = No sheets were made.
count-sheets-a4 =
    { $count ->
        [one] { $count } sheet of A4
       *[other] { $count } sheets of A4
    }
count-sheets-a3 =
    { $count ->
        [one] { $count } sheet of A3
       *[other] { $count } sheets of A3
    }
stand-changed =
    On the stand: { $hang ->
        [0] nothing to hang up
       *[other] hang up { $hang }
    }, { $down ->
        [0] nothing to take down
       *[other] take down { $down }
    }.
count-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
summary = Done in { $seconds } s: { $parts }.
summary-output = { $files }, { $size } → { $output }
locks-written =
    { $count ->
        [one] { $count } file calendar.lock has changed: keep it with the content.
       *[other] { $count } files calendar.lock have changed: keep them with the content.
    }
drafts-left-out =
    { $count ->
        [one] { $count } draft was
       *[other] { $count } drafts were
    } left out (to publish: --drafts).
nothing-written = The site was not built. The folder { $output } is as it was.
explain-hint = More about a finding: reglament explain { $id }
check-fine =
    No findings, { $schools ->
        [one] { $schools } school
       *[other] { $schools } schools
    } checked.
progress = Schools

## Approval and errata

help-approve = Approve a draft: draft.md becomes an edition
help-usage-approve =
    reglament approve [SCHOOL/ACT] --date YYYY-MM-DD [OPTIONS]
help-erratum = Record a mistake of writing put right in an approved text
help-usage-erratum = reglament erratum [SCHOOL/ACT] --reason WORDS [OPTIONS]
help-act = School and regulation: licey-2/pomoshch [else: the only one]
help-value-act = SCHOOL/ACT
help-value-words = WORDS
help-value-protocol = WHO
help-date = Date of approval
help-order = Number of the order
help-by = By whom: “by order of the head”
help-adopted = Adopted by: “council; 2026-08-27; 1”; repeatable
help-agreed = Agreed by: in the same form
help-in-force = First day in force [else: of approval]
help-valid-until = Last day in force [else: without end]
help-reason = Why it is a mistake of writing and no amendment
help-at = Where: “clause 5.2” [else: by number]

usage-date = { $option } is no date: { $value }
    .help = write it as 2026-09-01: year, month, day
usage-protocol = the protocol is not clear: { $value }
    .help = write it with semicolons: “teachers' council; 2026-08-27; 1”. Date and number may be left out

approved = Approved: { $path }. Hash of the text (SHA-256): { $hash }.
approved-due =
    To be posted on the site not later than { $local } ({ $days } { $count ->
        [working] { $days ->
            [one] working day
           *[other] working days
        }
       *[calendar] { $days ->
            [one] calendar day
           *[other] calendar days
        }
    } from the day after the approval, the school's rule); by law not later than { $law } (10 working days, 273-FZ art. 29 p. 3).
approved-computed = There is no production calendar for these days yet: transfers of days off are not counted.
approved-next = The text is frozen: keep the .lock file beside it, too. Next: reglament publish.
approve-no-draft = there is no draft { $path }
    .help = put the text into this file (docs/guide/editions.md tells how) and try again
approve-exists = there is an edition of this date already: { $path }
    .help = an approved text is not rewritten. If changes were approved by another order, give its date; if a mistake of writing was put right, use reglament erratum
approve-future = the date of approval lies in the future: { $date }
    .help = approve on the day of the order or later
approve-refused = Nothing was written: the draft is still a draft. Mend the errors and try again.

erratum-place =
    { $kind ->
        [section] section { $number }
        [appendix] appendix { $number }
        [item] item { $number }
        [table] table { $number }
        [footnote] footnote { $number }
       *[clause] clause { $number }
    }
erratum-place-text = text
erratum-recorded = { $at }: was “{ $was }”, is “{ $now }”.
erratum-frozen = Recorded in { $path }; the corrected text is frozen. Hash (SHA-256): { $hash }.
erratum-not-frozen = the text of { $path } is not frozen: there is no .lock file beside it
    .help = reglament approve writes the .lock file. Record the erratum of such an edition in its front matter yourself, key errata
erratum-same = the text of { $path } is as it was approved
    .help = put the mistake right in this file first, then record it with this command
erratum-amended =
    this is no mistake of writing: { $count ->
        [one] { $count } paragraph was added or removed
       *[other] { $count } paragraphs were added or removed
    }
    .help = amendments are approved: bring the file back to its approved form, put the new text into draft.md and approve that (reglament approve)
erratum-one-line = errata stands on one line in { $path }
    .help = write the list with an item a line (“- date: …”), or remove the key if it is empty

## Publication and journal

help-publish = Publish: build, deploy, verify, enter in the journal
help-journal = Show the heads of the journals; repair a torn entry
help-publish-site = Where to look at the site [else: base_url]
help-no-deploy = Do not deploy: another program does
help-wait = Seconds to wait for the site [else: 0]
help-value-seconds = SECONDS
help-carry = Take the journals from the site (not in git)
help-first = No journal on the site yet: first publication
help-withdrawn = Why editions no longer in content were removed
help-repair = Remove a torn last line of the journal

publish-build = Building…
publish-deploy = Deploying…
publish-verify = Comparing the site with what was built…
publish-again = There are new entries: deploying the site with its journal…
publish-entry =
    Entry { $seq } in the journal of { $school }: { $act }, edition of { $date } – { $kind ->
        [posted] posted
        [reposted] posted again
        [corrected] erratum
       *[withdrawn] withdrawn
    } ({ $at }). Hash of the entry: { $hash }.
publish-done = Published. Keep the journal: git add content && git commit.
publish-nothing-new = Published. There is nothing new for the journal.
publish-not-sound = Not everything is as it should be: only editions that open unchanged were entered.
publish-refused = Nothing was deployed, nothing was entered.
publish-today = The day is given (--today): the journal gets noon of that day, { $date }, not the time of the comparison.
publish-itself = --site names the output folder: it would be compared with itself
    .help = Name the address of the site, or the folder from which visitors get it.
publish-no-deploy = site.yaml does not say how to deploy the site (key deploy)
    .help = add a command, for instance: deploy: [rsync, -a, --delete, "{"{"}output{"}"}/", "user@host:www/"]. If another program deploys, run with --no-deploy
publish-deploy-failed = the deployment failed: { $detail }
    .help = There is no entry in the journal. Mend the cause and run the command again.
publish-again-failed = the site is deployed, but the second deployment, with the journal, failed: { $detail }
    .help = The entries are made, there will be no new ones. Remove the cause and run the command again: it deploys the journal too.
publish-unfinished =
    { $deployed ->
        [yes] The site is deployed, but the work is not done.
       *[no] The site is not built.
    } { $count ->
        [0] Nothing was entered in the journal.
        [one] { $count } entry was made in the journal; it is named above.
       *[other] { $count } entries were made in the journal; they are named above.
    } Remove the cause and run the command again.
    .help = there is no entry in the journal. Mend the cause and run the command again
publish-unreachable = the site does not answer, its journal cannot be compared: { $detail }
    .help = publishing blindly could lose the record of earlier postings. Check base_url and the connection
publish-no-journal = there is no journal on the site, and it was to be taken from there (--carry)
    .help = If this is the first publication, add --first. If not, find the earlier journal: without it earlier postings cannot be proved.
publish-lost = the journal { $path } is neither on the site nor in content, although the site's list of files (manifest.json) names it
    .help = Find the journal – in git or in a copy of the site – and put it back into the school's folder: without it earlier postings cannot be proved.
publish-page = in place of the journal { $path } the site gives a page
    .help = If this is the first publication there (the site answers every address with a page), add --first. If not, wait until the site is back, or find out where the journal is.
publish-left = journals would vanish from the site: { $paths }
    .help = The site is replaced as a whole, and these schools would not be in it. Put the schools' folders back into content/schools. Is a school closed? Keep its folder with school and journal, remove the regulations and withdraw them: --withdrawn "reason". Was portal or the folder's name changed? Put the published journal into the school's folder: it continues at the new address.
publish-withdrawn-unknown = it cannot be learned whether the page { $path } is gone from the site: { $detail }
    .help = Its withdrawal was not entered. When the site answers, run the command with --withdrawn again.
    .help = if this is the first publication, add --first. If not, find the earlier journal: without it earlier postings cannot be proved
publish-diverged = the journal of { $school } does not continue the published one: { $common } entries in common, ours is { $ours }, the published one { $published }
    .help = a journal only grows. Take the published one (publication/journal.jsonl on the site) for content/schools/{ $school }/journal.jsonl if yours is an old copy; if the published one was altered, find out by whom and when
publish-broken = the journal of { $school } on the site is damaged
    .help = compare it with yours: content/schools/{ $school }/journal.jsonl
journal-sound = { $school }: { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }, head { $hash }
journal-repaired = { $school }: the torn line was put right; { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }, head { $hash }
findings-more =
    { $count ->
        [one] And { $count } more finding: { $kinds }.
       *[other] And { $count } more findings: { $kinds }.
    } All of them, one a line: reglament check --format short
