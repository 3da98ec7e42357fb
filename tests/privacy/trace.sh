#!/bin/sh
# trace.sh BINARY PACKAGE_TOOL: see README.md. The trace is kept out of the folder that is watched.
set -eu

command -v strace > /dev/null || { echo "strace is missing: .ci/install-dependencies test"; exit 1; }
binary=$(realpath "$1")
tool=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/notes"
unset NO_COLOR XDG_CONFIG_HOME GIT_DIR
# A traced program cannot look for leaks: that uses the same system call.
export HOME="$work/home" LC_ALL=C TERM=dumb ASAN_OPTIONS=detect_leaks=0

cp -R "$here/../cli/demo" "$work/demo"
cp "$here"/../documents/notes/*.txt "$here/../documents/templates/leaflet.md.j2" "$work/notes"
"$tool" pack "$here/../office/documents/letter.docx" "$work/notes/letter.docx"
echo "Seen today: an alcoholic." > "$work/notes/seen.txt"
cd "$work/notes"
failed=0

# Calls that reach for a network, by anybody.
network='socket,socketpair,connect,bind,listen,accept,accept4,sendto,sendmsg,sendmmsg,recvfrom,recvmsg'
# Calls that change what is on the disk; opening a file is one when it may be written.
changes='open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,mknod,mknodat,truncate'

# watch NAME ALLOWED ARGUMENTS...: ALLOWED is a pattern of what a changing call may say.
watch() {
  name=$1 allowed=$2
  shift 2
  status=0
  strace -f -qq -s 4096 -e signal=none -e "trace=$network,$changes" -o "$work/calls" "$binary" "$@" > "$work/out" 2>&1 || status=$?
  if [ "$status" -gt 1 ]; then echo "$name: exit $status"; cat "$work/out"; failed=1; fi
  sed -E 's/^[0-9]+ +//' "$work/calls" > "$work/plain"
  if ! grep -q '^openat(' "$work/plain"; then echo "$name: no call was seen; does strace work here?"; failed=1; fi
  if grep -E "^($(echo "$network" | tr , '|'))\(" "$work/plain"; then echo "$name: reached for a network"; failed=1; fi
  if grep -E "^($(echo "$changes" | tr , '|'))\(" "$work/plain" |
    grep -vE '^open(at|at2)?\(.*O_RDONLY' | grep -vE '"/dev/(null|tty)"' | grep -vE "$allowed"; then
    echo "$name: changed what it should not"
    failed=1
  fi
}

nothing='^$'
folder=$(pwd -P)
# The target, a file without a name in its folder, or the temporary beside it.
fixed() { printf "%s" "\"($folder/)?(\\./)?(\\.personfirst-[^\"/]*|$1)\"|\"($folder|\\.)\", [A-Z_|]*O_TMPFILE"; }

watch 'checking notes' "$nothing" lint --fail-on never .
watch 'checking without the text' "$nothing" lint --fail-on never --redact --format json .
watch 'checking a Word file' "$nothing" lint --fail-on never letter.docx
before=$(cat seen.txt)
watch 'fixing a note' "$(fixed seen.txt)" lint --fail-on never --fix-suggested seen.txt
if [ "$before" = "$(cat seen.txt)" ]; then echo "fixing a note: nothing was fixed"; failed=1; fi
watch 'commenting a Word file' "$(fixed letter.docx)" lint --fail-on never --rules ../demo --select 'demo/*' --comment letter.docx

left=$(ls -A "$work/home" "$work/notes" | grep -c '^\.' || true)
if [ "$left" != 0 ]; then echo "left behind:"; ls -A "$work/home" "$work/notes"; failed=1; fi
exit "$failed"
