#!/bin/bash
# Neovim, headless: finding, columns, menu, changed text, saved file.
. "$(dirname "$0")/../common.sh"
timeout 60 nvim --headless -u NONE -i NONE -n --cmd "set runtimepath^=$EDITORS/neovim" \
  -c "luafile $HERE/test.lua" -c 'cquit 3'
check_saved
