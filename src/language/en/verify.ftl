# Comparing the published site with the built one.

help-verify = Compare the published site with the built one
help-usage-verify = reglament verify ADDRESS|FOLDER [OPTIONS]
help-site = Address of the site (https://…) or a folder with it
help-value-site = SITE
help-value-file = FILE
help-verify-output = The built site [else: public in the workspace, if any]
help-own = Compare with the site's own manifest.json
help-ca = Trust only the authorities in this file (PEM)
help-verify-format = Form: human or json [else: human]

usage-address = no address of a site: { $value }
    .help = An address begins with http:// or https://, for instance https://school.example.org/reglament/.
usage-ca = the file holds no certificates in PEM form
    .help = A text file with lines “BEGIN CERTIFICATE” is needed.

verify-no-manifest = there is no manifest.json at { $site }
    .help = Upload the whole built folder: the manifest is at its root. To compare with the built folder, name it: --output FOLDER.

verify-edition-fine = { $school }, edition of { $date }: published
verify-edition-notable = { $school }, edition of { $date }: published, but the page is rewritten on the way or stands elsewhere
verify-edition-wrong = { $school }, edition of { $date }: not published as it should be

verify-missing =
    { $count ->
        [one] { $count } file is missing (404):
       *[other] { $count } files are missing (404):
    }
    .help = Upload the whole built folder; names of files are in lower case and must not be changed.
verify-missing-with-200 =
    { $count ->
        [one] Instead of { $count } file the site gives its “not found” page with status 200:
       *[other] Instead of { $count } files the site gives its “not found” page with status 200:
    }
    .help = Upload the whole built folder. The host should answer wrong addresses with status 404: ask for it, or nobody will notice what is lost.
verify-different =
    { $count ->
        [one] { $count } file is another one:
       *[other] { $count } files are other ones:
    }
    .help = The site holds another build, or the host changes files on the way. Upload the built folder again; if that does not help, switch off the host's “optimisation” and its protection of mail addresses.
verify-rewritten =
    { $count ->
        [one] { $count } page is rewritten on the way, with the same words:
       *[other] { $count } pages are rewritten on the way, with the same words:
    }
    .help = The host or a delivery network (CDN) rewrites HTML. People read the same text, but switch it off: what is put in may watch visitors.
verify-moved =
    { $count ->
        [one] { $count } file opens at another address:
       *[other] { $count } files open at other addresses:
    }
    .help = If the site has moved, change base_url in site.yaml: it is printed on posters and kept in calendars.
verify-charset =
    { $count ->
        [one] { $count } file is announced as { $detail }, but is UTF-8:
       *[other] { $count } files are announced as { $detail }, but are UTF-8:
    }
    .help = Browsers will show nonsense. The host should send “charset=utf-8”: for Apache the line “AddDefaultCharset utf-8” in .htaccess.
verify-recoded =
    { $count ->
        [one] { $count } file has been put into { $detail }:
       *[other] { $count } files have been put into { $detail }:
    }
    .help = Upload files as binary, without recoding, and switch off recoding at the host.
verify-status =
    { $count ->
        [one] The site answered { $count } file with status { $detail }:
       *[other] The site answered { $count } files with status { $detail }:
    }
    .help = 403 means that files are closed: check their modes (644 for files, 755 for folders). 500 and above mean trouble at the host: try later.
verify-timeout =
    { $count ->
        [one] The site did not answer in time ({ $count } file):
       *[other] The site did not answer in time ({ $count } files):
    }
    .help = It was asked several times. See whether the site opens in a browser, and try later.
verify-connection =
    { $count ->
        [one] No connection to the site ({ $count } file): { $detail }
       *[other] No connection to the site ({ $count } files): { $detail }
    }
    .help = Check address and connection. If a national authority signed the certificate, name the file with it: --ca FILE.
verify-redirects =
    { $count ->
        [one] The address of { $count } file leads round in circles:
       *[other] The addresses of { $count } files lead round in circles:
    }
    .help = Check the host's rules for redirects.
verify-too-large =
    { $count ->
        [one] { $count } file is far larger than it should be:
       *[other] { $count } files are far larger than they should be:
    }
    .help = That is another file: upload the built folder again.
verify-io =
    { $count ->
        [one] { $count } file cannot be read: { $detail }
       *[other] { $count } files cannot be read: { $detail }
    }
    .help = Check the permissions of the folder.
verify-more = and { $count } more
verify-total =
    { $fine ->
        [one] { $fine } file as it should be
       *[other] { $fine } files as they should be
    }{ $notable ->
        [0] {""}
       *[other] , { $notable } to know of
    }{ $wrong ->
        [0] {""}
       *[other] , { $wrong } wrong
    }.
