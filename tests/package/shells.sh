#!/bin/bash
# shells.sh PROGRAM: do zsh and fish complete what the program says, and is the manual well-formed?
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/home" "$work/zsh"
ln -s "$program" "$work/bin/personfirst"
export PATH="$work/bin:$PATH" HOME="$work/home" XDG_CONFIG_HOME="$work/home" XDG_DATA_HOME="$work/home" LC_ALL=C.UTF-8
cd "$work"
touch report.json
failed=0
# has WHAT TEXT WORD...: every word stands in the text.
has() {
  local what=$1 text=$2 word
  shift 2
  for word; do
    [[ $text == *"$word"* ]] || { echo "FAILED $what: no $word in: $text" >&2; failed=1; }
  done
}

personfirst completions fish > personfirst.fish
fish --no-execute personfirst.fish
in_fish() { fish --no-config -c "source personfirst.fish; complete -C '$1'" | cut -f 1 | tr '\n' ' '; }
has fish "$(in_fish 'personfirst ')" lint explain completions
has fish "$(in_fish 'personfirst lint --fi')" --fix --fix-suggested
has fish "$(in_fish 'personfirst lint --fail-on ')" error never
has fish "$(in_fish 'personfirst lint --output sa')" sarif=
has fish "$(in_fish 'personfirst lint --baseline re')" report.json
has fish "$(in_fish 'personfirst config show --no')" --no-config
has fish "$(in_fish 'personfirst explain slang/')" slang/junkie

# zsh completes only at a terminal: one of its own, where Tab is pressed and the line is printed.
personfirst completions zsh > zsh/_personfirst
cat > in_terminal.zsh << 'END'
PS1=
fpath=(./zsh $fpath)
autoload -Uz compinit
compinit -D -u
show() { print -r -- "<<$BUFFER>>"; BUFFER=; zle accept-line }
zle -N show
bindkey '^X' show
print READY
END
cat > ask.zsh << 'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'source ./in_terminal.zsh'
zpty -r -m shell out '*READY*'
zpty -n -w shell "$1"$'\t\030'
zpty -r -m shell out '*<<*>>*'
print -r -- "${${out##*<<}%%>>*}"
zpty -d shell
END
in_zsh() { timeout 30 zsh -f ask.zsh "$1" || true; }
has zsh "$(in_zsh 'personfirst expl')" 'personfirst explain '
has zsh "$(in_zsh 'personfirst lint --changed')" --changed-since
has zsh "$(in_zsh 'personfirst lint --fail-on=nev')" --fail-on=never
has zsh "$(in_zsh 'personfirst lint --output sari')" '--output sarif='
has zsh "$(in_zsh 'personfirst lint --baseline rep')" report.json
has zsh "$(in_zsh 'personfirst config show --no')" --no-config

# The page has no date, so that the same program prints the same page; all else must please.
opinion=$(personfirst man | mandoc -T lint -W warning 2>&1 | grep -v 'missing date' || true)
[[ -z $opinion ]] || { echo "FAILED man: $opinion" >&2; failed=1; }
exit "$failed"
