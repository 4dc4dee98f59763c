#!/usr/bin/env bash
# How long it takes from saving a content file to the page with the change, while `site serve` is at work: makes a corpus, adds a
# sentence to one article after another and asks for its page until it has the sentence. Prints milliseconds, sorted; what the
# asking itself takes (some milliseconds) is in them.
#
#   cargo build --release -p site && cargo build --release -p tests --bin corpus
#   tests/bench/saves.sh [ARTICLES] [SAVES] [THEME]
#
# SITE and CORPUS name other programs than those of the release build. Needs curl.
set -euo pipefail

articles=${1:-10000}
saves=${2:-10}
root=$(cd "$(dirname "$0")/../.." && pwd)
theme=${3:-$root/themes/plain}
site=${SITE:-$root/target/release/site}
corpus=${CORPUS:-$root/target/release/corpus}
work=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT

"$corpus" --articles "$articles" --seed 1 "$work/content" >/dev/null
"$site" serve -p 0 -r "$work/content" --no-extract --theme "$theme" 2>"$work/log" &
server=$!
until grep -q '^Serving ' "$work/log"; do
  kill -0 "$server"
  sleep 0.1
done
url=$(sed -n 's|^Serving \([^ ]*\) .*|\1|p' "$work/log")
# At the start every page is drawn once beside the answers.
sleep "$((5 + articles / 1000))"

mapfile -t files < <(ls "$work/content/content/articles")
for ((save = 1; save <= saves; save++)); do
  name=${files[save * 997 % ${#files[@]}]%.md}
  start=$(date +%s%N)
  echo "Save number $save of this run." >>"$work/content/content/articles/$name.md"
  until curl -s "${url}articles/$name/" | grep -q "Save number $save of this run"; do
    sleep 0.002
  done
  echo $((($(date +%s%N) - start) / 1000000))
  sleep 1
done | sort -n | tr '\n' ' '
echo
