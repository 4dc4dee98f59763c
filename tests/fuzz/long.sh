#!/usr/bin/env bash
# The long run: every target for so many seconds (450 without a word, an hour in all), with libFuzzer by `cargo fuzz`.
# What reaches new code is kept in target/fuzz/TARGET; an input that fails in tests/fuzz/artifacts/TARGET.
# A target that finds something does not keep the others from their turn; the last line says which did.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-450}
shift || true
targets=${*:-seed annotate front_matter content markdown config corrections edtf}
# Eight programs are linked; each would be optimized as a whole.
export CARGO_PROFILE_RELEASE_LTO=off
cargo build -q --locked --release -p fuzz --bin start
failed=
for target in $targets; do
  printf '\n== %s\n' "$target"
  folder=target/fuzz/$target
  target/release/start "$target" "$folder"
  cargo fuzz run --fuzz-dir tests/fuzz --release --sanitizer none --features libfuzzer "$target" "$folder" -- \
    -max_total_time="$seconds" -max_len=16384 -timeout=30 -rss_limit_mb=4096 -print_final_stats=1 -verbosity=0 ||
    failed="$failed $target"
done
[ -z "$failed" ] || { echo "inputs that fail are in tests/fuzz/artifacts:$failed" >&2; exit 1; }
