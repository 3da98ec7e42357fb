#!/bin/sh
# run_case.sh BINARY CASE_DIR: one golden case of the command line.
#
# Runs CASE_DIR/cmd with sh, in a copy of CASE_DIR/in, with $PERSONFIRST set to the binary and ../demo beside it, and
# compares standard output and the exit status with CASE_DIR/stdout and CASE_DIR/exit. Standard error must be as in
# CASE_DIR/stderr, or empty when there is no such file. UPDATE_GOLDEN=1 writes what came out, and still fails.
set -eu

binary=$(realpath "$1")
case_dir=$(realpath "$2")
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT

mkdir "$work/in" "$work/home"
cp -R "$case_dir/../demo" "$work/demo"
if [ -d "$case_dir/in" ]; then cp -R "$case_dir/in/." "$work/in"; fi

# Nothing of the user's surroundings may show.
unset NO_COLOR XDG_CONFIG_HOME GIT_DIR
export PERSONFIRST="$binary" HOME="$work/home" LC_ALL=C TERM=dumb

status=0
(cd "$work/in" && sh "$case_dir/cmd") >"$work/stdout" 2>"$work/stderr" </dev/null || status=$?
echo "$status" >"$work/exit"

if [ "${UPDATE_GOLDEN:-}" = 1 ]; then
  cp "$work/stdout" "$work/exit" "$case_dir"
  if [ -s "$work/stderr" ]; then cp "$work/stderr" "$case_dir"; else rm -f "$case_dir/stderr"; fi
  echo "Rewrote $case_dir; read the change, then run the tests again."
  exit 1
fi

different=0
compare() { diff -u "$1" "$2" || different=1; }
compare "$case_dir/stdout" "$work/stdout"
compare "$case_dir/exit" "$work/exit"
if [ -f "$case_dir/stderr" ]; then
  compare "$case_dir/stderr" "$work/stderr"
else
  compare /dev/null "$work/stderr"
fi
exit "$different"
