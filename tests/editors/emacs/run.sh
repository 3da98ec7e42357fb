#!/bin/bash
# Emacs in batch mode, once with eglot and once with lsp-mode.
BEFORE=${BEFORE:-"😀 Café"}
. "$(dirname "$0")/../common.sh"
timeout 60 emacs --batch -l "$HERE/eglot_test.el"
check_saved

# lsp-mode 8.0 counts characters, not UTF-16 units: without the emoji it must be exact.
export FIXED="Café: a person with a substance use disorder came to the clinic."
printf '# Notes\n\nCafé: an addict came to the clinic.\n' > "$DOC"
timeout 60 emacs --batch -l "$HERE/lsp_mode_test.el"
check_saved
