# Sourced by every run.sh: sets BIN (the programs' folder), HERE (the test's folder), EDITORS and a WORK folder that goes away.
set -euo pipefail
if (($# < 1)) || [[ ! -x $1/personfirst-lsp ]]; then
  echo "usage: $0 FOLDER   (the one that holds personfirst and personfirst-lsp)" >&2
  exit 2
fi
BIN=$(realpath "$1")
HERE=$(cd "$(dirname "${BASH_SOURCE[1]}")" && pwd)
EDITORS=$(realpath "$HERE/../../../editors")
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
mkdir -p "$WORK/home" "$WORK/project"
export HOME=$WORK/home PATH=$BIN:$PATH EDITORS
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME
export LC_ALL=C.UTF-8
# The emoji is two UTF-16 units and the é two bytes: a client or server that counts wrongly shows.
export DOC=$WORK/project/notes.md
printf '# Notes\n\n%s: an addict came to the clinic.\n' "${BEFORE:-😀 Café}" > "$DOC"
export FIXED="${BEFORE:-😀 Café}: a person with a substance use disorder came to the clinic."
check_saved() {
  local saved
  saved=$(sed -n 3p "$DOC")
  if [[ $saved != "$FIXED" ]]; then
    echo "FAIL the saved file says: $saved" >&2
    exit 1
  fi
}
