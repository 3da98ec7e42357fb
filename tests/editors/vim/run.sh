#!/bin/bash
# Vim with ALE. ALE 3.3 takes the server's columns as bytes: an English line must be exact.
BEFORE=Notes
. "$(dirname "$0")/../common.sh"
export OUT=$WORK/out.txt
touch "$OUT"
status=0
timeout 60 vim.nox -Nu NONE -i NONE -n -es -S "$HERE/test.vim" < /dev/null > "$WORK/vim.log" 2>&1 || status=$?
cat "$OUT"
if ((status != 0)); then
  cat "$WORK/vim.log" >&2
  exit 1
fi
check_saved
