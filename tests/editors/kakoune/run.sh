#!/bin/bash
# Kakoune's own :lint on what the command line prints.
. "$(dirname "$0")/../common.sh"
cat > "$WORK/ask.sh" <<ASK
for i in \$(seq 100); do
  sleep 0.1
  echo "evaluate-commands -buffer '$DOC' %{ echo -to-file $WORK/out.txt %opt{lint_messages} ; echo -to-file $WORK/count.txt %opt{lint_error_count} }" | kak -p test
  if grep -q '\[people/addict\]' $WORK/out.txt 2> /dev/null; then break; fi
done
echo kill! | kak -p test
ASK
mkdir -p "$HOME/.config/kak"
echo "source $EDITORS/kakoune/personfirst.kak" > "$HOME/.config/kak/kakrc"
timeout 30 kak -s test -ui dummy -e "
lint-buffer
nop %sh{ bash $WORK/ask.sh < /dev/null > /dev/null 2>&1 & }
" "$DOC" > "$WORK/kak.log" 2>&1 || true
if ! grep -q 'people/addict' "$WORK/out.txt"; then
  echo "FAIL no finding in :lint" >&2
  cat "$WORK/kak.log" "$WORK/out.txt" >&2
  exit 1
fi
if [[ $(cat "$WORK/count.txt") != 1 ]]; then
  echo "FAIL errors counted: $(cat "$WORK/count.txt"), not 1" >&2
  exit 1
fi
cat "$WORK/out.txt"
echo
echo "PASS $(kak -version) with :lint"
