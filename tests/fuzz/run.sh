#!/bin/bash
# run.sh BUILD MINUTES [TARGET...]: fuzz each target (all that BUILD holds) for so many minutes, one after the other.
#
# What was learned is kept in BUILD/corpus/TARGET, what broke something goes to BUILD/found/TARGET-*, what was said to
# BUILD/logs. Prints a line a target: executions, edges covered, inputs kept, slowest input, peak memory. Exit status 1:
# something was found.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$1
minutes=$2
shift 2
targets=("$@")
((${#targets[@]})) || for program in "$build"/*_fuzz; do targets+=("$(basename "$program" _fuzz)"); done

# The words that a target's inputs are made of.
dictionary() {
  case $1 in
    extract | suppress) echo markup ;;
    lint_fix | edited_document | same_findings) echo prose ;;
    *) echo "$1" ;;
  esac
}

mkdir -p "$build/found" "$build/logs"
failed=0
for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target"
  log=$build/logs/$target.log
  options=(-max_total_time="$((minutes * 60))" -timeout="${FUZZ_TIMEOUT:-25}" -report_slow_units=5 -rss_limit_mb=2048 -print_final_stats=1
    -artifact_prefix="$build/found/$target-")
  words=$here/dictionaries/$(dictionary "$target").dict
  [[ -e $words ]] && options+=(-dict="$words")
  state=
  "$build/${target}_fuzz" "${options[@]}" "$build/corpus/$target" "$here/corpus/$target" > "$log" 2>&1 || state=FOUND
  [[ $state ]] && failed=1
  value() { sed -n "s/^stat::$1: *//p" "$log" | tail -n 1; }
  covered=$(grep -oE 'cov: [0-9]+' "$log" | tail -n 1 || true)
  printf '%-16s %9s executions  %s edges  %s inputs  slowest %s s  %s MB  %s\n' "$target" "$(value number_of_executed_units)" \
    "${covered#cov: }" "$(find "$build/corpus/$target" -type f | wc -l)" "$(value slowest_unit_time_sec)" \
    "$(value peak_rss_mb)" "$state"
done
exit "$failed"
