#!/bin/sh
# run_documents.sh BINARY FOLDER: what is found in each document of a folder, and what fixing it changes.
#
# For each file NAME there is NAME.expected: a line a finding, then the diff of `--fix-suggested`. After fixing, the
# placeholders of a file must be the same ones in the same order. UPDATE_GOLDEN=1 writes what came out, and still fails.
set -eu

binary=$(realpath "$1")
folder=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/in" "$work/home" "$work/out"
cp -R "$folder/." "$work/in"
rm -f "$work"/in/*.expected

unset NO_COLOR XDG_CONFIG_HOME GIT_DIR
export HOME="$work/home" LC_ALL=C TERM=dumb
cd "$work/in"

placeholders() {
  grep -aoE '\{\{[^}]*\}\}\}?|\{%[^%]*%\}|\{#[^#]*#\}|<%[^%]*%>|@[A-Z]+@|\*\*\*|\[\[[^]]*\]\]|\$\{[^}]*\}|\{[A-Za-z ;]*:[0-9]+\}|«[A-Za-z_ ]*»' "$1" || true
}

failed=0
for name in *; do
  {
    "$binary" lint --format text --quiet "$name" 2>&1 | grep -aE "^$name:[0-9]+:[0-9]+: " || true
    "$binary" lint --fix-suggested --diff --quiet "$name" 2>&1 || true
  } >"$work/out/$name.expected"
  placeholders "$name" >"$work/before"
  "$binary" lint --fix-suggested --quiet "$name" >"$work/said" 2>&1 || true
  placeholders "$name" >"$work/after"
  if ! diff -u "$work/before" "$work/after"; then
    echo "$name: fixing has changed a placeholder"
    failed=1
  fi
done

if [ "${UPDATE_GOLDEN:-}" = 1 ]; then
  cp "$work/out"/*.expected "$folder"
  echo "Rewrote $folder; read the change, then run the tests again."
  exit 1
fi
for name in *; do
  diff -u "$folder/$name.expected" "$work/out/$name.expected" || failed=1
done
exit "$failed"
