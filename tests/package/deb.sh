#!/bin/bash
# deb.sh PACKAGE.deb [BASE]: install the package in a fresh Debian 12, and use what it brought. Needs root.
# BASE: a folder that debootstrap has filled already, which is copied. DEBIAN_MIRROR: where packages come from, if not from where
# this machine has its own.
set -euo pipefail
package=$(realpath "$1")
base=${2:-}
if ((EUID != 0)); then
  echo "deb.sh: changing the root folder needs root: sudo make test-deb" >&2
  exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [[ -n $base ]]; then
  cp -a "$base/." "$work"
else
  # "500 http://mirror/debian bookworm/main amd64 Packages" -> the mirror.
  mirror=${DEBIAN_MIRROR:-$(apt-cache policy base-files | awk '$1 ~ /^[0-9]+$/ && $2 ~ /^http/ && $3 ~ /^bookworm\// { print $2; exit }' || true)}
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work" ${mirror:+"$mirror"} > "$work.log" 2>&1 \
    || { cat "$work.log"; exit 2; }
  rm -f "$work.log"
fi
cp /etc/resolv.conf "$work/etc/resolv.conf"
for file in /etc/apt/sources.list /etc/apt/apt.conf; do [[ ! -f $file ]] || cp "$file" "$work$file"; done
for folder in sources.list.d apt.conf.d; do
  [[ ! -d /etc/apt/$folder ]] || cp -r "/etc/apt/$folder/." "$work/etc/apt/$folder/"
done
cp "$package" "$work/personfirst.deb"
inside() { chroot "$work" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@"; }
inside apt-get -qq update
inside apt-get -qq install -y --no-install-recommends /personfirst.deb > "$work/install.log" 2>&1 || { cat "$work/install.log"; exit 1; }

failed=0
expect() { # WHAT STATUS COMMAND...
  local what=$1 wanted=$2 status=0
  shift 2
  inside "$@" > "$work/out" 2>&1 || status=$?
  if [[ $status != "$wanted" ]]; then
    echo "FAILED $what: status $status, not $wanted"
    cat "$work/out"
    failed=1
  fi
}
printf 'The junkies.\n' > "$work/root/bad.md"
printf 'People who use drugs.\n' > "$work/root/good.md"
expect 'a clean file' 0 personfirst lint /root/good.md
expect 'a finding' 1 personfirst lint /root/bad.md
expect 'every format' 1 sh -c 'cd /root && personfirst lint --output sarif=a --output html=b --output junit=c bad.md && test -s a'
expect 'shipped examples' 0 personfirst rules test
expect 'the server' 0 personfirst-lsp --version
# Minimal images leave out the documentation of packages as they are unpacked, so the list is asked, not the disk.
inside dpkg -L personfirst > "$work/files"
for file in man/man1/personfirst.1 bash-completion/completions/personfirst zsh/vendor-completions/_personfirst \
  fish/vendor_completions.d/personfirst.fish doc/personfirst/copyright; do
  grep -qx "/usr/share/$file" "$work/files" || { echo "FAILED: the package has no $file"; failed=1; }
done
expect 'bash completion' 0 bash -c '. /usr/share/bash-completion/completions/personfirst && complete -p personfirst'
expect 'taking it away' 0 dpkg --purge personfirst
if [[ -e $work/usr/bin/personfirst ]]; then
  echo 'FAILED: the program is still there'
  failed=1
fi
((failed)) || echo 'The package installs, works and goes.'
exit "$failed"
