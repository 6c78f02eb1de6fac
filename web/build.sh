#!/usr/bin/env bash
# Called by Maven: `build.sh build FOLDER` builds both front ends into the folder when their sources
# have changed since; `build.sh check` runs what needs no running system. Without Node the system
# works without front ends, and this says so.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v npm >/dev/null || ! node -e '
  const [major, minor] = process.versions.node.split(".").map(Number)
  process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; then
  echo "Node 20.19 or newer is missing: the front ends are left out, everything else works."
  exit 0
fi

install_packages() {
  if [ ! -f node_modules/.package-lock.json ] ||
    [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
  fi
}

sources() {
  find apps packages -name node_modules -prune -o -name dist -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 cat package-lock.json compress.ts budget.mjs | cksum
}

build() {
  local out=$1 now
  now=$(sources)
  if [ -f "$out/web/built" ] && [ "$(cat "$out/web/built")" = "$now" ]; then
    return
  fi
  install_packages
  npm run build --silent >/dev/null
  npm run budget --silent
  rm -rf "$out/web"
  mkdir -p "$out/web"
  cp -R apps/worker/dist "$out/web/worker"
  cp -R apps/console/dist "$out/web/console"
  echo "$now" >"$out/web/built"
}

check() {
  install_packages
  node packages/api/generate.mjs --check
  npm run lint --silent
  npm run typecheck --silent
  npm test --silent
}

case $1 in
  build) build "$2" ;;
  check) check ;;
esac
