#!/bin/sh
# @ci-netlify-build
set -eu

sh ci/install.sh
if [ "${CONTEXT:-}" != production ]; then
  # @ci-preview
  exec .reglament/reglament build --locked
fi
set -- publish --deploy-later --carry
if [ -n "${REGLAMENT_FIRST:-}" ]; then
  set -- "$@" --first
fi
.reglament/reglament "$@"
# @ci-netlify-due
if [ -n "${INCOMING_HOOK_TITLE:-}" ]; then
  .reglament/reglament check --format short --deny posting-due
fi
