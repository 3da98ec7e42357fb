#!/bin/bash
# The action's second step: from its inputs (environment) to one run of the command line. First argument: the program.
set -euo pipefail
personfirst=$1
arguments=(--format github --fail-on "${FAIL_ON:-error}")
if [[ ${CHANGED_ONLY:-false} == true && -n ${BASE:-} ]]; then arguments+=(--changed-since "origin/$BASE"); fi
if [[ -n ${SARIF:-} ]]; then arguments+=(--output "sarif=$SARIF"); fi
summary=
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
  # Written beside it and appended: other steps have summaries, too.
  summary=$(mktemp -d)
  trap 'rm -rf "$summary"' EXIT
  arguments+=(--output "markdown=$summary/summary.md")
fi
read -r -a more <<< "${MORE:-}"
read -r -a paths <<< "${PATHS:-.}"
status=0
"$personfirst" lint "${arguments[@]}" "${more[@]}" -- "${paths[@]}" || status=$?
if [[ -n $summary && -f $summary/summary.md ]]; then cat "$summary/summary.md" >> "$GITHUB_STEP_SUMMARY"; fi
exit "$status"
