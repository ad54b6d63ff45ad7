### What `import` says: the proof, the repairs, what is uncertain.

sheet-origin = From the table { $path }. Read and correct this file; from now on it counts.
sheet-account =
    { $cells ->
        [one] { $cells } filled cell
        [few] { $cells } filled cells
       *[many] { $cells } filled cells
    }, { $used } understood, { $left } not taken.
sheet-written = Timetable written: { $path }
sheet-shown = Nothing was written: this is a trial.
sheet-remove-table = Now remove { $path }: two timetables of one name cannot be.
sheet-exists = there is a timetable: { $path }
    .help = put the new one beside it: --out content/schools/…/timetables/2027-1.yaml
sheet-refused = Nothing was written: correct the errors in the table first.
sheet-option = { $option } is an option for regulations, and this file is a table
    .help = Leave { $option } out: a table becomes a timetable. Write its term, its order and its people into the table.

help-import = Bring a file into the content: a document or a table
help-usage-import = reglament import FILE [OPTIONS]
help-import-file = The approved text or a table; the file may lie anywhere
help-import-regulation = Folder of the regulation [default: from the title]
help-import-date = Date of approval [default: the stamp's, or a draft]
help-import-posted = When the act was already on the site
help-import-title = Title of the act [default: the file's]
help-import-out = Where to write it; “-” prints it
help-import-dry-run = Show what would come of it and write nothing
help-import-report = Write the whole account of the words (JSON)

import-words =
    { $proved ->
        [yes] Every word is accounted for.
       *[no] Not every word is accounted for.
    } Words in the file: { $count }; { $parts }.
import-count-text = in the text { $count }
import-count-footnotes = in footnotes { $count }
import-count-front = in the front matter { $count }
import-count-left-out = left out { $count }
import-count-signs = marks of notes and lists { $count }
import-count-repaired = taken away by repairs { $count }
import-repaired = Repaired: { $what } – { $count } ({ $places }).
import-left-out =
    { $why ->
        [hidden] Hidden text left out
        [contents] Table of contents left out, the site makes its own
        [comment] Comment left out
       *[page] Taken off the page
    } ({ $place }): { $text }
import-left-out-more = Further lines left out: { $count }; all are in the report (--report).
import-labels = Numbers that the editor computed, written as text: { $count }.
import-place =
    { $page ->
        [0] { $line ->
            [0] outside the text
           *[other] line { $line }
        }
       *[other] p. { $page }, line { $line }
    }
import-tried = Nothing was written (--dry-run). The edition’s place: { $path }
import-written = Written: { $path }
import-next-draft =
    The file gives no date of approval, so this is a draft. Read it and approve it:
    { "" }  reglament approve { $act } --date YYYY-MM-DD --order NUMBER
import-next-edition = Read the text and check it: reglament check
import-refused = Nothing was written.

import-exists = { $path } is there already
    .help = Import overwrites nothing. Give another date (--date), another regulation (--regulation), or remove the old file yourself.
import-id = “{ $id }” cannot be the name of a regulation’s folder
    .help = Small Latin letters, digits and hyphens will do, at most 60: pomoshch. Taken are calendar, timetable, posters, publication, verify, assets and the devices of Windows (con, nul).

## Repairs

repair-empty-lines = every second line was empty
repair-doubled = a line stood twice
repair-footnote = a footnote is back at its mark
repair-cut = a paragraph that was cut is joined
repair-hyphen = a word that the end of a line cut is joined
repair-escape = needless “\” taken away
repair-bullet = the lost mark of a list is back
repair-space = a space behind a number
repair-bom = byte order mark taken out
repair-encoding = text brought into UTF-8
repair-mojibake = text read in a wrong encoding restored
repair-invisible = invisible characters taken out
repair-symbol = sign of a symbol font written as a usual one
repair-composed = letter of two characters written as one
sheet-sample-replaced = The sample timetable that init had written gave way to it.
