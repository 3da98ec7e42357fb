# Kakoune's own :lint, by the command line; no language server needed.
hook global BufSetOption filetype=(markdown|plain|html|git-commit|restructuredtext|asciidoc|latex) %{
    set-option buffer lintcmd %{ run() { personfirst lint --format text --color never --fail-on never --quiet "$1" | grep -E '^[^ ].*:[0-9]+:[0-9]+: (error|warning|hint): ' | sed -E 's/: hint: /: note: /'; }; run }
}
