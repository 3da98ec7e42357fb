#!/bin/bash
# run.sh PERSONFIRST: what goes wrong outside the program, made to go wrong.
#
# A disk that is full or cannot be written is a small file system of its own, mounted where nobody else sees it; whoever is
# not root becomes it there (unshare). Every check says what it saw; exit status 1 when one failed.
set -uo pipefail
if [[ ${ALONE:-} != 1 ]]; then
  program=$(realpath "$1")
  as=()
  ((EUID == 0)) || as=(--map-root-user)
  ALONE=1 exec unshare --mount "${as[@]}" "$0" "$program"
fi
program=$1
work=$(mktemp -d)
trap 'umount "$work/disk" 2> /dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 2
mkdir disk
failed=0
check() { # check WHAT COMMAND...
  local what=$1
  shift
  if "$@"; then echo "ok      $what"; else echo "FAILED  $what"; failed=1; fi
}
says() { grep -qF -- "$1" err; }
status_is() { [[ $status == "$1" ]]; }
run() { # run COMMAND...: its output to out and err, its status to $status
  "$@" > out 2> err < /dev/null
  status=$?
}
text() { awk -v n="$1" 'BEGIN { for (i = 0; i < n; ++i) print "She had an alcohol abuse problem, and met an addict in town.\n" }'; }
fix() { run "$program" lint --no-config --fix-suggested --fail-on never --quiet "$@"; }

### A disk that is full
mount -t tmpfs -o size=200k tmpfs disk
text 1500 > disk/a.md # 96 kB, for which there is room but once
cp disk/a.md before
fix disk/a.md
check 'a full disk: exit status 2' status_is 2
check 'a full disk: the reason is told' says 'No space left on device'
check 'a full disk: the file is as it was' cmp -s disk/a.md before
check 'a full disk: nothing stays beside it' test "$(ls -A disk)" = a.md
text 1500 > big.md
run "$program" lint --no-config --fail-on never --quiet --output sarif=disk/report.sarif big.md
check 'a report on a full disk: exit status 2' status_is 2
check 'a report on a full disk: no part of it stays' test "$(ls -A disk)" = a.md
echo 'text that fills it' > disk/small.md
head -c 300000 /dev/zero > disk/filler 2> /dev/null
echo 'He met an addict.' > b.md
fix disk/a.md b.md
check 'a full disk does not keep other files from being fixed' grep -q 'person' b.md
umount disk

### A file system that cannot be written
mount -t tmpfs tmpfs disk
echo 'He met an addict.' > disk/a.md
mount -o remount,ro disk
fix disk/a.md
check 'a disk for reading only: exit status 2' status_is 2
check 'a disk for reading only: the reason is told' says 'Read-only file system'
run "$program" lint --no-config disk/a.md
check 'a disk for reading only can be checked' status_is 1
umount disk

### Stopped in mid-write
text 10000 > before
cp before a.md
fix a.md
cp a.md after
begin=$(date +%s%N)
cp before a.md
fix a.md
takes=$((($(date +%s%N) - begin) / 1000)) # microseconds
leftovers=0 torn=0 old=0 new=0
for i in $(seq 1 30); do
  cp before a.md
  "$program" lint --no-config --fix-suggested --fail-on never --quiet a.md > /dev/null 2>&1 &
  sleep "$(printf '%d.%06d' $((takes * i / 25 / 1000000)) $((takes * i / 25 % 1000000)))"
  kill -s "$([[ $((i % 2)) == 0 ]] && echo KILL || echo TERM)" $! 2> /dev/null
  wait $! 2> /dev/null
  if cmp -s a.md before; then old=$((old + 1)); elif cmp -s a.md after; then new=$((new + 1)); else torn=$((torn + 1)); fi
  [[ $(ls -A) == *.personfirst* ]] && leftovers=$((leftovers + 1))
done
echo "        stopped 30 times: $old times before, $new times after the file was replaced"
check 'stopped: the file is the old one or the new one' test $torn = 0
check 'stopped: no temporary file stays' test $leftovers = 0

### Between reading and replacing, which strace makes long
echo 'He met an addict.' > a.md
slowly() { # slowly COMMAND...: fixes a.md, and meanwhile, before the new file takes its place, does this
  strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:delay_enter=3000000 \
    env --default-signal=INT "$program" lint --no-config --fix-suggested --fail-on never --quiet a.md > out 2> err &
  local fixing=$!
  # The new file has no name yet, or one of its own.
  until fixer=$(pgrep -P $fixing) && ls -l "/proc/$fixer/fd" 2> /dev/null | grep -q 'deleted\|\.personfirst-'; do sleep 0.05; done
  sleep 0.5
  "$@"
  wait $fixing
  status=$?
}
save() { echo 'Saved in an editor.' >> a.md; }
slowly save
check 'saved meanwhile: exit status 2' status_is 2
check 'saved meanwhile: the reason is told' says 'it changed while it was being checked'
check 'saved meanwhile: what was saved is there' test "$(tail -n 1 a.md)" = 'Saved in an editor.'
for signal in INT TERM KILL; do
  echo 'He met an addict.' > a.md
  stop() { kill -s $signal "$fixer"; }
  slowly stop 2> /dev/null
  check "SIG$signal in mid-write: the file is as it was" grep -qx 'He met an addict.' a.md
  check "SIG$signal in mid-write: no temporary file stays" test -z "$(find . -maxdepth 1 -name '*personfirst*')"
done

### Too little memory
# Whatever the limit, a run ends by itself, and what it printed is whole: a report that says what could not be checked, or nothing.
text 2000 > a.md
echo 'He met an addict.' > b.md
unstarted=0 refused=0 left_out=0 done=0 wrong=''
is_whole() { node -e 'JSON.parse(require("fs").readFileSync("out", "utf8"))' 2> /dev/null; }
for kilobytes in $(seq 30000 7000 300000); do
  (ulimit -v "$kilobytes"; "$program" lint --no-config --format json --fail-on never -j 1 a.md b.md > out 2> err < /dev/null)
  status=$?
  if [[ $status == 127 ]]; then # its libraries could not be loaded: that is before us
    unstarted=$((unstarted + 1))
  elif [[ $status == 0 ]] && is_whole; then
    done=$((done + 1))
  elif [[ $status == 2 && -s out ]] && is_whole && says 'a.md: there is not enough memory'; then
    left_out=$((left_out + 1))
  elif [[ $status == 2 && ! -s out ]] && { says 'not enough memory' || says 'the system refuses'; }; then
    refused=$((refused + 1))
  else
    wrong+=" $kilobytes: status $status, $(wc -c < out) bytes, $(head -c 80 err);"
  fi
done
echo "        not started $unstarted times, nothing done $refused times, a file left out $left_out times, all done $done times"
check "too little memory: the message is clear, and what is printed is whole$wrong" test -z "$wrong"

exit $failed
