#!/bin/sh
# run_case.sh BINARY PACKAGE_TOOL CASE_DIR: one golden case with office documents.
#
# Packs every folder of ../documents into a file of its name, runs CASE_DIR/cmd beside them with $PERSONFIRST, $TOOL and $RULES
# set, and compares standard output, standard error and the exit status with CASE_DIR's stdout, stderr (none: empty) and exit.
# UPDATE_GOLDEN=1 writes what came out, and still fails.
set -eu

binary=$(realpath "$1")
tool=$(realpath "$2")
case_dir=$(realpath "$3")
here=$(dirname "$case_dir")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/in" "$work/home"
cp -R "$here/../cli/demo" "$work/demo"
cp -R "$here/documents" "$work/documents"
for folder in "$here"/documents/*/; do
  "$tool" pack "$folder" "$work/in/$(basename "$folder")"
done

unset NO_COLOR XDG_CONFIG_HOME GIT_DIR
export PERSONFIRST="$binary" TOOL="$tool" RULES="--rules ../demo --select demo/*"
export HOME="$work/home" LC_ALL=C TERM=dumb SOURCE_DATE_EPOCH=1700000000

status=0
(cd "$work/in" && sh -f "$case_dir/cmd") >"$work/stdout" 2>"$work/stderr" </dev/null || status=$?
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
