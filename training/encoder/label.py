"""Labels exported texts with trained weights: silver text for the default tier, one JSON object a line.

    python label.py --texts texts.jsonl --source source.jsonl --weights encoder.pt --out silver.jsonl

`texts` is what `training --export` made of `source`. Each sentence comes with the confidence of its least certain word.
"""

import argparse
import json
import math
import pathlib
import random

import numpy as np
import torch
from torch.nn import functional as F

import data
import train
from model import Encoder


def names(sentence: dict, labels: list[int]) -> list[dict]:
    found, open_ = [], None
    for (start, end), label in zip(sentence["spans"], labels):
        if label in train.KINDS:
            open_ = {"start": start, "end": end, "type": train.KINDS[label]}
            found.append(open_)
        elif label and open_:
            open_["end"] = end
        else:
            open_ = None
    return found


@torch.no_grad()
def label(model: Encoder, document: dict) -> tuple[list[dict], list[list]]:
    packs = data.packs(document)
    words = []
    for batch in data.batches(packs, 4096, random.Random(1)):
        with torch.autocast("cpu", torch.bfloat16):
            scores = F.log_softmax(model(train.tensors(batch, None)).float(), -1).numpy()
        done = 0
        for pack in batch:
            words.append((packs.index(pack), scores[done : done + len(pack.words)]))
            done += len(pack.words)
    rows = [row for _, part in sorted(words, key=lambda found: found[0]) for row in part]
    entities, sure, done = [], [], 0
    for sentence in document["sentences"]:
        count = len(sentence["words"])
        own = rows[done : done + count]
        done += count
        labels = train.best(np.array(own))
        entities += names(sentence, labels)
        least = min(float(row[one]) for row, one in zip(own, labels))
        sure.append([sentence["spans"][0][0], sentence["spans"][-1][1], round(math.exp(least), 3)])
    return entities, sure


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("texts", "source", "weights", "out"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    state = torch.load(options.weights, weights_only=True)
    model = Encoder(state["words.weight"].shape[0])
    model.load_state_dict(state)
    model.eval()
    texts = {document["id"]: document for document in data.read(options.texts)}
    with options.out.open("w", encoding="utf-8") as out:
        for record in data.read(options.source):
            if document := texts.get(record["id"]):
                entities, sure = label(model, document)
                line = {"id": record["id"], "source": record.get("source", ""), "text": record["text"]}
                out.write(json.dumps(line | {"entities": entities, "sentences_minconf": sure}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
