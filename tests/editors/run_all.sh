#!/bin/bash
# All editors that can run on this machine, one after the other: run_all.sh FOLDER-OF-PROGRAMS
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
failed=()
for editor in neovim emacs vim kakoune kate; do
  echo "== $editor"
  "$here/$editor/run.sh" "$1" || failed+=("$editor")
done
if ((${#failed[@]})); then
  echo "failed: ${failed[*]}" >&2
  exit 1
fi
