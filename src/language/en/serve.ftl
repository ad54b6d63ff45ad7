### What `serve` says, and the overlay in the page.

help-serve = Show the site on this computer and keep it up with edits
help-port = Port; if taken, the next free one [default: 4000]
help-serve-open = Open the site in the browser
help-serve-drafts = Show drafts (draft.md), too
help-poll = Look at the files once a second: for network drives

serve-port-taken = Port { $port } is taken, the next free one is used.
serve-ready = Read in { $seconds } s: { $parts }.
serve-address = Preview: { $address } — end it with Ctrl-C.
serve-site = settings of the site
serve-list = list of schools
serve-theme = theme
serve-schools =
    { $count ->
        [one] school { $ids }
       *[other] schools { $ids }
    }
serve-milliseconds = { $time } ms
serve-kept = The last version without errors is shown. Mend the errors – the page renews itself.
serve-mended = No errors are left.
serve-polling = Files are looked at once a second.
serve-polling-limit = The system cannot watch so many folders: files are looked at once a second. On Linux, sysctl fs.inotify.max_user_watches raises the limit.
serve-polling-files = The files are on a network or shared drive that does not tell of changes: they are looked at once a second.
failed-port = port { $port } and those after it are taken or out of reach ({ $detail })
    .help = Name another one: reglament serve --port 5000
failed-system = the system does not let the server work ({ $detail })
    .help = Close other programs and try again.

serve-title = Preview
serve-missing = There is no such page in the site.
serve-nothing = There is nothing to show yet: the content has errors. Mend them – the page renews itself.
serve-failed = This page could not be made: the theme has an error. Mend it – the page renews itself.
serve-overlay-broken = The site has not been renewed
serve-overlay-kept = The last version without errors is shown. Mend the errors – the page renews itself.
serve-overlay-warnings = Warnings
serve-overlay-warnings-lead = The site can be built, but somebody should look at these.
serve-overlay-close = Close
serve-overlay-more =
    { $count ->
        [one] { $count } more finding is in the terminal.
       *[other] { $count } more findings are in the terminal.
    }
