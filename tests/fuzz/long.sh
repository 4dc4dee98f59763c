#!/usr/bin/env bash
# The long run: every target for so many seconds (450 without a word, an hour in all), with libFuzzer by `cargo fuzz`.
# What reaches new code is kept in target/fuzz/TARGET; an input that fails in tests/fuzz/artifacts/TARGET.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-450}
shift || true
targets=${*:-seed annotate front_matter content markdown config corrections edtf}
# Eight programs are linked; each would be optimized as a whole.
export CARGO_PROFILE_RELEASE_LTO=off
cargo build -q --locked --release -p fuzz --bin start
for target in $targets; do
  folder=target/fuzz/$target
  target/release/start "$target" "$folder"
  cargo fuzz run --fuzz-dir tests/fuzz --release --sanitizer none --features libfuzzer "$target" "$folder" -- \
    -max_total_time="$seconds" -max_len=16384 -timeout=30 -rss_limit_mb=4096 -print_final_stats=1 -verbosity=0
done
