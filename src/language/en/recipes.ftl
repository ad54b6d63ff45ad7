# Recipes for services that check and publish by themselves, and time stamps.

help-init = Begin a new site, or write the recipe for a service
help-usage-init =
    reglament init FOLDER [OPTIONS]
           reglament init --ci SERVICE [OPTIONS]
help-ci = Recipe for a service: github, gitlab, netlify
help-value-service = SERVICE
help-deny = Take this warning for an error; may be repeated
help-deploy-later = A service deploys when the run has ended

init-next =
    Write the address of the program and its SHA-256 into { $service ->
        [github] .github/workflows/reglament.yml
        [gitlab] .gitlab-ci.yml
       *[netlify] netlify.toml
    } and commit the files. { $how ->
        [deploy] The site is deployed by the command `deploy` of site.yaml.
       *[pages] { $service ->
            [github] The site goes to GitHub Pages: turn them on in the repository’s settings, source “GitHub Actions”.
            [gitlab] The site goes to GitLab Pages.
           *[netlify] For the first publication set the variable REGLAMENT_FIRST on Netlify.
        }
    } More: docs/guide/posting.md.
init-no-site = there is no content/site.yaml here
    .help = run the command in the workspace or name it: --root FOLDER
init-exists = these files are there already: { $files }
    .help = nothing was written. To have the recipe anew, rename them and run the command again

publish-rebuild = There are new entries: building the site with the journal…
publish-last = Looking at what was deployed the last time…
publish-load-again = The posting is in the journal. Deploy the output folder once more, so that the site shows the journal too.
publish-later = The site is built. Nothing new for the journal.
publish-later-new = The last deployment is in the journal, and the site is built with it.

## Comments in the recipes

ci-install =
    Gets the program reglament into the folder .reglament and makes sure that it is the one.
    REGLAMENT is the address of its file or a path in the repository, REGLAMENT_SHA256 the file's hash.
ci-no-program = write REGLAMENT and REGLAMENT_SHA256 into the recipe: where the program comes from
ci-wrong-program = This is another program: the SHA-256 of the file REGLAMENT is not REGLAMENT_SHA256.
ci-journal =
    Takes the publication journal back to the repository: sh ci/journal.sh BRANCH [ADDRESS]
    Only the program writes the journal, so only the files journal* are committed.
ci-commit = Publication journal
ci-rebase =
    While the site was published, something else came into the branch: the entry goes on top of it.
    Two journals cannot be merged: if the journal was changed as well, nothing is pushed.
ci-push-refused = The journal is not saved: the repository refused the push. Let the recipe write to the branch; if the journal was changed there, take the published one: reglament publish --carry.
ci-github =
    Checks and publishes regulations on GitHub. Written by reglament init --ci github.
    What is here and why: docs/guide/posting.md of the program reglament.
ci-gitlab =
    Checks and publishes regulations on GitLab. Written by reglament init --ci gitlab.
    What is here and why: docs/guide/posting.md of the program reglament.
ci-cron = Once a day, in UTC: whether a posting falls due.
ci-program =
    Where the program comes from: the address of its file or a path in this repository, and its
    SHA-256 (sha256sum reglament). With another file nothing runs.
ci-check = Every push: findings at their lines.
ci-due = Every day: from 3 days before a due date on the run fails, and a mail comes.
ci-due-gitlab =
    Every day: from 3 days before a due date on the run fails, and a mail comes.
    The schedule is made on GitLab: Build → Pipeline schedules.
ci-preview = A trial site of other branches. It does not touch the journal.
ci-publish = Publication: from the main branch only.
ci-one-writer = One run at a time writes the journal, the others wait.
ci-newest = While the run waited, the journal may have come back: the branch as it is now is needed.
ci-secrets =
    DEPLOY_KEY (a secret) is the private SSH key for the deployment, DEPLOY_KNOWN_HOSTS (a variable)
    the host's line of ssh-keyscan. Leave them out if the deploy command needs none. Only this step sees the key.
ci-secrets-gitlab =
    DEPLOY_KEY is the private SSH key for the deployment, DEPLOY_KNOWN_HOSTS the host's line of
    ssh-keyscan: Settings → CI/CD → Variables, the key masked and protected. Leave them out if they are not needed.
ci-before =
    The published journal has to be the beginning of ours. What the last run deployed and could not
    enter is entered here. The journal goes to the repository first, then to the site.
ci-again =
    The site is deployed and verified. New entries go back to the branch, and the site is published
    once more, with them.
ci-again-gitlab =
    The site is deployed: it is verified and entered in the journal. The entry that is pushed runs
    the recipe once more, and the journal gets to the site.
ci-journal-always = What was entered is saved, even if not all of the site is as it should be.
ci-push-token =
    REGLAMENT_PUSH_TOKEN is a project token with the scope write_repository: Settings → Access tokens.
    Keep it as a masked and protected variable.
ci-netlify =
    Publishes regulations on Netlify. Written by reglament init --ci netlify.
    The publication journal lives on the site itself: each build takes it from there, verifies and
    enters what the last one deployed, and builds the site with it. More: docs/guide/posting.md of the program reglament.
ci-headers = No request goes to another host; calendars are sent with their type.
ci-netlify-build =
    The build on Netlify. REGLAMENT_FIRST is set for the time of the first publication: while it is
    there, the site need not have a journal. Remove it once the publication page shows entries.
ci-netlify-due =
    A scheduled build: if 3 days or less are left and the edition is not on the site, it fails, and
    a mail comes. Builds after a push are not concerned.
ci-netlify-daily =
    Starts a build once a day: it enters the last deployment in the journal and watches due dates.
    REGLAMENT_BUILD_HOOK is the address of Build hooks in the site's settings; keep it as a variable on Netlify.

publish-stamped = Time stamp received: { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    } of the journal { $school } not later than { $detail }.
publish-unstamped = No time stamp for the journal { $school }: { $detail }. The entry is in the journal; the next publication asks for a stamp again.{ $others ->
        [0] {""}
        [one] {" "}The same goes for { $others } journal of another school: the service does not answer.
       *[other] {" "}The same goes for { $others } journals of other schools: the service does not answer.
    }
journal-token = time stamp of entry { $count }: { $time ->
        [none] not checked, site.yaml has no timestamp
       *[other] { $time }
    }
