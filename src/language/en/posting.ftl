# Posting of editions: states, journal, receipt, page for checking, the command status.
# Templates see “site-…” as t.name; the layout of the receipt sees “receipt-…”.

## States with dates, true on any day

standing-approved = to be posted by { $due }
standing-overdue = no record of posting, the term ended on { $due }
standing-unrecorded = no record of posting
standing-posted = posted on { $date }, { $note }
standing-told = posted on { $date }, { $note } (by the school’s word)
standing-withdrawn = taken from the site on { $date }
standing-note =
    { $kind ->
        [first] on the day of the approval
       *[day] day { $day } of { $of }
    }
standing-note-late =
    { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
standing-note-unlawful =
    { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }, beyond the limit of the law too
standing-story = approved on { $approved } → posted on { $date }, { $note }
standing-term =
    The term is { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, the last is { $due }

## States as of today: for the terminal

standing-now-approved =
    { $days ->
        [one] approved, { $days } day left
       *[other] approved, { $days } days left
    }
standing-now-last = approved, today is the last day
standing-now-overdue =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
standing-now-unlawful =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }, beyond the limit of the law too
standing-now-posted = posted in time, { $note }
standing-now-late = posted { $note }
standing-now-told = posted on { $date }, by the school’s word
standing-now-told-late = posted on { $date }, by the school’s word, { $note }
force-upcoming = in force from { $date }
force-in-force = in force
force-to-revise =
    in force until { $date }, to be revised: { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
force-expired = expired on { $date }
force-replaced = replaced on { $date }
force-never = never in force

## The command status

help-status = Show how editions are posted and how many days are left
help-status-format = Form: human or json [default: human]
status-edition = { $title }, edition of { $approved }
status-due = to be posted by { $due }, by law by { $law }
status-none = There is no approved edition.
status-overdue =
    { $count ->
        [one] { $count } edition is overdue.
       *[other] { $count } editions are overdue.
    }
status-soon =
    { $count ->
        [one] { $count } edition is to be posted within 3 days.
       *[other] { $count } editions are to be posted within 3 days.
    }
status-ending =
    { $count ->
        [one] { $count } edition is to be revised.
       *[other] { $count } editions are to be revised.
    }
status-calm = Nothing is urgent.
count-receipts =
    { $count ->
        [one] { $count } receipt
       *[other] { $count } receipts
    }

## Pages. Forms between bars are for 1, 2 and 5; # is the number of days

site-days-left = # day left|# days left|# days left
site-days-late = # day overdue|# days overdue|# days overdue
site-days-last = today is the last day
site-date-posted = Posted
site-no-entry = no record yet
site-told = by the school’s word
site-receipt = Journal entry
site-receipt-pdf = Receipt of posting (PDF)
site-receipt-at = Posted
site-receipt-address = Address
site-receipt-text = Text (SHA-256)
site-receipt-hash = Hash of the entry (SHA-256)
site-journal = Publication journal
site-journal-lead = Every entry holds the hash of the one before: no line can be altered, added or removed unnoticed.
site-journal-none = There are no entries yet. The program makes the first when it publishes the site.
site-journal-number = No
site-journal-when = When
site-journal-what = What
site-journal-edition = Edition
site-journal-hash = Hash
site-journal-older = Earlier entries
site-journal-file = The journal as a file (journal.jsonl)
site-journal-head-about = Compare it with the number and the hash that you saw before, on a receipt, a poster or in a letter. The journal only grows: if there are fewer entries, or the entry of the same number has another hash, it was replaced.
journal-head =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }, hash of the last: { $hash }
journal-head-line =
    Publication journal: { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }, { $hash }
journal-more =
    { $count ->
        [one] { $count } earlier entry is
       *[other] { $count } earlier entries are
    } in the file of the journal.
journal-posted = posted
journal-reposted = posted again
journal-corrected = mistake of writing put right
journal-withdrawn = taken from the site
journal-act-edition = { $title }, edition of { $date }
site-check-how = How to check
site-check-file = Check a downloaded file
site-check-file-about = Print, data and receipt can be compared in your browser: the file is sent nowhere.
site-check-line = A line of the journal can be checked with any program for SHA-256. For the third line:

## Portal

site-col-posting = Posting
site-portal-state = State
site-state-all = all schools
site-state-attention = need attention
site-state-overdue = overdue
site-state-soon = 3 days left or fewer
site-state-running = the term runs
site-state-late = posted late
site-state-posted = posted in time
site-state-unrecorded = no record
site-state-ending = to be revised or expired
site-portal-none = There is no such school in the list.
site-force-expired = expired
site-force-revise = to be revised
site-status-data = State of all editions (JSON)

## The page for checking

site-prove-title = Check a file
site-prove-lead = Did you download or receive a regulation? Learn whether it is the file that is posted on this site.
site-prove-choose = Choose a file: PDF, JSON or text
site-prove-drop = or drop it here
site-prove-private = The file stays with you: your browser computes the hash, nothing is sent.
site-prove-working = Computing the hash…
site-prove-hash = Hash of the file (SHA-256)
site-prove-pdf = The file is genuine: it is the print of an edition of this site.
site-prove-json = The file is genuine: it is the data of an edition of this site.
site-prove-receipt = The file is genuine: it is a receipt of posting of this site.
site-prove-text = The words are genuine: it is the text of an edition posted on this site.
site-prove-posted = The file is genuine: it was on this site at the posting of
site-prove-other = The file is genuine: it is on this site.
site-prove-unknown = There is no such file on this site.
site-prove-why = It may be a file of an earlier build of the site, an altered file (be it by one sign), or a file of another site. Download the edition from the page of the regulation and compare.
site-prove-partly = The page was opened from a disk or without a connection: only editions and receipts were compared, other files of the site could not be read.
site-prove-failed = The file was not read. Try again, or check it by hand.
site-prove-no-list = The list of hashes did not load. Reload the page, or check it by hand.
site-prove-file = File
site-prove-school = School
site-prove-act = Regulation
site-prove-approved = Edition approved
site-prove-force = In force
site-prove-page = Page of the edition
site-prove-is-in = Today it is in force.
site-prove-is-before = Today it is not yet in force.
site-prove-is-after = Today it is no longer in force.
site-prove-is-never = It is never in force.
site-prove-hand = Check by hand
site-prove-hand-lead = Compute the hash of the file and look for it among the hashes of all files of the site:
site-prove-windows = Windows, command prompt
site-prove-linux = Linux
site-prove-mac = macOS, terminal
site-prove-manifest = manifest of the site (manifest.json)
site-prove-data = The hash of a text stands in the data of each edition, in the line sha256, and at the foot of its page.

## Receipt of posting

receipt-title = Receipt of posting
receipt-name = Receipt of posting: { $title }, edition of { $date }
receipt-subtitle = of a local act on the site
receipt-act = Local act
receipt-approved = Approved
receipt-approved-by =
    { $by ->
        [none] { $date }
       *[other] { $by } of { $date }
    }{ $order ->
        [none] {""}
       *[other] {" "}No { $order }
    }
receipt-due = To be posted by
receipt-law = Limit of the law
receipt-basis = { $date } ({ $basis })
receipt-posted = Posted
receipt-posted-at = { $date }, { $time } ({ $zone })
receipt-term = In time
receipt-term-fine = posted in time: { $note }
receipt-term-late = posted { $note }
receipt-address = Address
receipt-text = SHA-256 of the text
receipt-pdf = SHA-256 of the print (PDF)
receipt-entry = Journal entry
receipt-entry-says = No { $seq }, hash { $hash }
receipt-head = Journal on the day of this receipt
receipt-made = Made on { $date } by the program reglament from the publication journal.
receipt-signature = signature
receipt-name-of = name
receipt-date-of = date
receipt-seal = Seal
receipt-qr = To check: dates, journal, files
receipt-qr-alt = QR code: opens the page of posting dates of the school
