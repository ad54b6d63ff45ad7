#!/bin/sh
# @ci-journal
set -eu

branch=$1
remote=${2:-origin}

for file in content/schools/*/journal*; do
  if [ -f "$file" ]; then
    git add -- "$file"
  fi
done
if git diff --cached --quiet; then
  exit 0
fi
git -c user.name=reglament -c user.email=reglament@example.org commit --quiet -m "@ci-commit@"
if git push --quiet "$remote" "HEAD:$branch"; then
  exit 0
fi
# @ci-rebase
if git -c user.name=reglament -c user.email=reglament@example.org \
  pull --quiet --rebase "$remote" "$branch"; then
  git push --quiet "$remote" "HEAD:$branch" && exit 0
else
  git rebase --abort || true
fi
echo "@ci-push-refused@" >&2
exit 1
