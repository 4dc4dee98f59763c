#!/usr/bin/env bash
# Builds the same made-up corpus with this program and, where they are installed, with Zola and Hugo: in turns, so that what
# else the machine does falls on all alike. Prints medians of wall time, processor time and peak memory, and how they compare.
#
#   cargo build --release -p site && cargo build --release -p tests --bin corpus
#   tests/bench/peers.sh [ARTICLES] [ROUNDS]
#
# SITE and CORPUS name other programs than those of the release build. Needs GNU time. The folders lie in memory (/dev/shm)
# where there is one, and are removed at the end.
set -euo pipefail

articles=${1:-1000}
rounds=${2:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
site=${SITE:-$root/target/release/site}
corpus=${CORPUS:-$root/target/release/corpus}
work=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
trap 'rm -rf "$work"' EXIT

tools=(plain briefing)
"$corpus" --articles "$articles" --seed 1 "$work/content"
for peer in zola hugo; do
  if command -v "$peer" >/dev/null; then
    "$corpus" --articles "$articles" --seed 1 --layout "$peer" "$work/$peer"
    cp -r "$root/tests/bench/$peer/." "$work/$peer/"
    tools+=("$peer")
  else
    echo "$peer is not installed and is not measured" >&2
  fi
done

build() {
  case $1 in
    plain) "$site" build -q -r "$work/content" --no-extract -u https://example.org/ --theme "$root/themes/plain" -o "$work/out/$1" ;;
    briefing) "$site" build -q -r "$work/content" --no-extract -u https://example.org/ -o "$work/out/$1" ;;
    zola) zola -r "$work/zola" build -o "$work/out/$1" ;;
    hugo) hugo -s "$work/hugo" -d "$work/out/$1" --quiet ;;
  esac
}
export -f build
export site work root

for _ in $(seq "$rounds"); do
  for tool in "${tools[@]}"; do
    rm -rf "$work/out/$tool" "$work/content/.backgrounder"
    mkdir -p "$work/out"
    /usr/bin/time -a -o "$work/$tool.times" -f '%e %U %S %M' bash -c "build $tool" >/dev/null
  done
done

# The middle of the values that an expression gives for the rounds of a tool.
median() {
  awk "{ print $2 }" "$work/$1.times" | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

printf '%d articles, %d rounds\n%-10s %8s %10s %10s %10s %10s\n' "$articles" "$rounds" tool pages 'wall s' 'cpu s' 'peak MiB' 'cpu/plain'
base=$(median plain '$2 + $3')
for tool in "${tools[@]}"; do
  pages=$(find "$work/out/$tool" -name '*.html' | wc -l)
  wall=$(median "$tool" '$1') cpu=$(median "$tool" '$2 + $3') peak=$(median "$tool" '$4 / 1024')
  awk -v t="$tool" -v p="$pages" -v w="$wall" -v c="$cpu" -v m="$peak" -v b="$base" \
    'BEGIN { printf "%-10s %8d %10.2f %10.2f %10.0f %10.2f\n", t, p, w, c, m, c / b }'
done
