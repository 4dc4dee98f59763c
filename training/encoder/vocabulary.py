"""Chooses the word pieces that the encoder keeps: those that English text needs most.

    python vocabulary.py --data DATA --base MODEL_FOLDER --out vocabulary.txt

A piece weighs what the words cut with it weigh: their share in large collections (`prob.tsv.gz`) and in the training texts.
All single characters stay, so that every word can be spelled.
"""

import argparse
import collections
import gzip
import json
import math
import pathlib
import re

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
SETS = ["wikigold", "uner_ewt", "gum_free", "crossner_politics"]


def texts(ner: pathlib.Path):
    """The training texts; the public test is not among them."""
    for name in SETS:
        for path in sorted((ner / name).glob("*.jsonl")):
            with path.open(encoding="utf-8") as lines:
                yield from (json.loads(line)["text"] for line in lines)
    with gzip.open(ner / "resources/silver.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def weights(data: pathlib.Path) -> dict[str, float]:
    """How much each lower-case word counts."""
    ner = data / "ner"
    found: dict[str, float] = collections.defaultdict(float)
    with gzip.open(ner / "resources/prob.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            word, probability = line.rstrip("\n").rsplit("\t", 1)
            for part in re.findall(r"[a-z0-9]+|[^a-z0-9\s]", word.lower()):
                found[part] += math.exp(float(probability))
    counts = collections.Counter()
    for text in texts(ner):
        counts.update(re.findall(r"[a-z0-9]+|[^a-z0-9\s]", text.lower()))
    total = sum(counts.values())
    for word, count in counts.items():
        found[word] += 2.0 * count / total
    return found


def cut(word: str, vocabulary: set[str]) -> list[str]:
    """The longest pieces from the left."""
    pieces, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if mark + word[start:end] in vocabulary), None)
        if end is None:
            return []
        pieces.append(mark + word[start:end])
        start = end
    return pieces


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--base", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--size", type=int, default=19_000)
    options = parser.parse_args()
    lines = (options.base / "vocab.txt").read_text(encoding="utf-8").splitlines()
    plain = [piece for piece in lines if piece.isascii() and not piece.startswith("[")]
    plain += ["["] if "[" in lines else []
    weight: dict[str, float] = dict.fromkeys(plain, 0.0)
    known = set(plain)
    for word, share in weights(options.data).items():
        for piece in cut(word, known) if word.isascii() else []:
            weight[piece] += share
    single = {piece for piece in plain if len(piece.removeprefix("##")) == 1}
    ranked = sorted(plain, key=lambda piece: (piece not in single, -weight[piece], piece))
    kept = set(ranked[: options.size - len(SPECIAL)])
    rows = SPECIAL + [piece for piece in plain if piece in kept]
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(len(plain), len(rows), "lightest kept:", min(weight[piece] for piece in kept - single))


if __name__ == "__main__":
    main()
