#!/bin/bash
# hardening.sh PROGRAM...: are these programs compiled as CMakeLists.txt's PERSONFIRST_HARDEN wants it?
#
# readelf comes with every compiler; Debian's hardening-check would bring fifty packages for the same questions. A program
# without shared libraries has no names of functions left to look at: of it, only the headers are asked.
set -euo pipefail
failed=0
for program; do
  fail() { echo "FAILED $program: $1" >&2; failed=1; }
  headers=$(readelf --wide --file-header --program-headers "$program")
  dynamic=$(readelf --wide --dynamic "$program")
  symbols=$(readelf --wide --dyn-syms "$program")
  [[ $headers =~ Type:\ +DYN ]] || fail 'its addresses are always the same (no PIE)'
  [[ $headers == *GNU_RELRO* ]] || fail 'its tables of functions stay writable (no RELRO)'
  [[ $dynamic =~ BIND_NOW|FLAGS_1.*NOW ]] || fail 'functions are looked up late (no BIND_NOW)'
  [[ $headers =~ GNU_STACK[^$'\n']*RWE ]] && fail 'its stack is executable'
  [[ $headers =~ LOAD[^$'\n']*RWE ]] && fail 'memory is writable and executable at once'
  [[ $dynamic =~ RPATH|RUNPATH ]] && fail 'it looks for libraries in a place of its own'
  if [[ $dynamic == *NEEDED* ]]; then
    [[ $symbols == *__stack_chk_fail* ]] || fail 'nothing guards the stack'
    [[ $symbols =~ __(mem|str|v?s?n?printf|read)[a-z]*_chk ]] || fail 'no function checks the size of its buffer (_FORTIFY_SOURCE)'
    [[ $symbols == *__glibcxx_assert_fail* ]] || fail 'the standard library does not check indexes (_GLIBCXX_ASSERTIONS)'
  fi
done
exit "$failed"
