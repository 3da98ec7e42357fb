#!/bin/bash
# Kate in a window without a screen: keys by xdotool, text read off the picture by tesseract, the fix read from the saved file.
. "$(dirname "$0")/../common.sh"
PICTURES=${2:-$WORK/pictures}
mkdir -p "$PICTURES" "$HOME/.config/kate/lspclient" "$WORK/run"
chmod 700 "$WORK/run"
export XDG_RUNTIME_DIR=$WORK/run DISPLAY=:88

# The allowed command line saves the question whether the server may start; Kate compares it with the absolute program.
sed "s|\"personfirst-lsp\"|\"$BIN/personfirst-lsp\"|" "$EDITORS/kate/settings.json" > "$HOME/.config/kate/lspclient/settings.json"
cat > "$HOME/.config/katerc" <<RC
[General]
Show welcome view for new window=false
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines=$BIN/personfirst-lsp --stdio
Diagnostics=true
[KTextEditor Renderer]
Font=DejaVu Sans Mono,14,-1,2,50,0,0,0,0,0
RC

Xvfb "$DISPLAY" -screen 0 1400x800x24 -nolisten tcp > /dev/null 2>&1 &
screen=$!
kate=
finish() {
  # Kate's process group does not always end when asked.
  if [[ -n $kate ]]; then kill -9 -- "-$kate" 2> /dev/null || true; fi
  kill "$screen" 2> /dev/null || true
  wait 2> /dev/null || true
  rm -rf "$WORK"
}
trap finish EXIT
fail() {
  import -window root "$PICTURES/failed.png" || true
  echo "FAIL $1" >&2
  exit 1
}
for _ in $(seq 100); do xdotool getdisplaygeometry > /dev/null 2>&1 && break; sleep 0.1; done

setsid dbus-run-session -- kate -n -l 3 -c 16 "$DOC" > "$WORK/kate.log" 2>&1 &
kate=$!
window=
for _ in $(seq 200); do
  window=$(xdotool search --onlyvisible --name notes.md 2> /dev/null | tail -1 || true)
  [[ -n $window ]] && break
  sleep 0.1
done
[[ -n $window ]] || fail "no window"
xdotool windowfocus --sync "$window" windowsize "$window" 1400 800 windowmove "$window" 0 0
sleep 1

read_screen() {
  import -window root "$PICTURES/$1.png"
  convert "$PICTURES/$1.png" -colorspace Gray -resize 250% "$WORK/enlarged.png"
  tesseract "$WORK/enlarged.png" - --psm 11 2> /dev/null | tr -cd 'A-Za-z0-9'
}
# LSP Client menu, Switch to Diagnostics Tab.
seen=
for _ in $(seq 8); do
  xdotool key alt+l
  sleep 0.7
  xdotool key d
  sleep 1.5
  seen=$(read_screen diagnostics)
  [[ $seen == *makesaconditionintothewholeperson* ]] && break
done
[[ $seen == *makesaconditionintothewholeperson* ]] || fail "the diagnostic is not on the screen: $seen"
echo "diagnostic read off the screen"

xdotool mousemove --window "$window" 600 500 click 1
sleep 0.3
xdotool key ctrl+Home Down Down
for _ in $(seq 13); do xdotool key Right; done
sleep 1
xdotool key ctrl+period
sleep 2
import -window root "$PICTURES/quick_fix.png"
xdotool key ctrl+s
for _ in $(seq 50); do grep -q 'a person with' "$DOC" && break; sleep 0.1; done
check_saved
echo "PASS Kate $(dpkg-query -W -f '${Version}' kate)"
