"""Fine-tunes the encoder on exported texts.

    python train.py --texts train.jsonl --base MODEL_FOLDER --vocabulary vocabulary.txt --out encoder.pt [--dev]

Nothing but the order of the batches is random, and its seed is fixed; the sums of several threads may still differ in the
last bits from machine to machine.
"""

import argparse
import collections
import copy
import math
import pathlib
import random
import time

import numpy as np
import torch
from torch.nn import functional as F

import data
from model import CLUES, Encoder, load

KINDS = {1: "PER", 3: "ORG", 5: "LOC"}
NEVER = -1e9
# What the labels of a set count for. Names of gum_free were cut by rule, silver labels came from a model.
WEIGHT = {"gum_free": 0.8, "resources": 0.5}


def tensors(batch: list[data.Pack], chance: random.Random | None) -> dict:
    """A batch as tensors; with `chance` some clues and words are left out."""
    longest = max(len(pack.pieces) for pack in batch)
    pieces = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    owners, heads, clues, labels, weights = [], [], [], [], []
    total = sum(len(pack.words) for pack in batch)
    done = 0
    for row, pack in enumerate(batch):
        hidden = {word for word in range(len(pack.words)) if chance and chance.random() < 0.03}
        cut = [data.UNKNOWN if owner in hidden else piece for piece, owner in zip(pack.pieces, pack.owners)]
        pieces[row, : len(cut)] = torch.tensor(cut)
        mask[row, : len(cut)] = True
        own = [total if owner < 0 else done + owner for owner in pack.owners]
        owners.append(own + [total] * (longest - len(own)))
        heads += [row * longest + head for head in pack.heads]
        clues += [thin(list_, chance) for list_ in pack.clues]
        labels += pack.labels
        weight = WEIGHT.get(pack.set.split("/")[0], 1.0)
        weights += [weight if learned else 0.0 for learned in pack.learned]
        done += len(pack.words)
    most = max(map(len, clues))
    clues = [list_ + [CLUES] * (most - len(list_)) for list_ in clues]
    as_long = lambda values: torch.tensor(values, dtype=torch.long)
    return {
        "pieces": pieces, "mask": mask, "owners": as_long(owners), "heads": as_long(heads), "clues": as_long(clues),
        "labels": as_long(labels), "weights": torch.tensor(weights),
    }


def thin(clues: list[int], chance: random.Random | None) -> list[int]:
    """Now and then a word loses its lists, or its cluster: names that no list has must be found too."""
    if chance is None:
        return clues
    no_lists, no_cluster = chance.random() < 0.1, chance.random() < 0.1
    return [
        clue
        for clue in clues
        if not (no_lists and data.FIRST_LIST <= clue < data.FIRST_CLUSTER) and not (no_cluster and clue >= data.FIRST_CLUSTER)
    ]


def best(scores: np.ndarray) -> list[int]:
    """The best sequence of labels in which inside labels follow their kind."""
    sums = scores[0].copy()
    sums[[2, 4, 6]] = NEVER
    back = []
    for row in scores[1:]:
        steps = np.full(7, sums.argmax())
        for inside in (2, 4, 6):
            steps[inside] = inside if sums[inside] > sums[inside - 1] else inside - 1
        back.append(steps)
        sums = sums[steps] + row
    label = int(sums.argmax())
    labels = [label]
    for steps in reversed(back):
        label = int(steps[label])
        labels.append(label)
    return labels[::-1]


def spans(words: list[str], labels: list[int]) -> set[tuple[int, int, str]]:
    """The names, without an article before and a possessive after them."""
    found, start = set(), None
    for at, label in enumerate([*labels, 0]):
        if start is not None and label not in (2, 4, 6):
            begin, end = start, at
            if end - begin > 1 and words[begin].lower() in ("the", "a", "an"):
                begin += 1
            if end - begin > 1 and words[end - 1] in ("'s", "’s", "'", "’"):
                end -= 1
            found.add((begin, end, KINDS[labels[start]]))
            start = None
        if label in KINDS:
            start = at
    return found


@torch.no_grad()
def predict(model: Encoder, found: list[data.Pack]) -> dict[int, list[list[int]]]:
    """The labels of each sentence of each pack, by the place of the pack."""
    model.eval()
    order = {id(pack): at for at, pack in enumerate(found)}
    answers = {}
    for batch in data.batches(found, 4096, random.Random(1)):
        with torch.autocast("cpu", torch.bfloat16, enabled=model.fast):
            scores = model(tensors(batch, None))
        scores = F.log_softmax(scores.float(), -1).numpy()
        done = 0
        for pack in batch:
            own = scores[done : done + len(pack.words)]
            ends = [*pack.starts[1:], len(pack.words)]
            answers[order[id(pack)]] = [best(own[a:b]) for a, b in zip(pack.starts, ends) if b > a]
            done += len(pack.words)
    return answers


def score(model: Encoder, found: list[data.Pack], groups) -> dict[str, float]:
    """F1 of names by group; `groups` names the groups of a pack."""
    counts = collections.defaultdict(lambda: np.zeros(3))
    for at, labels in predict(model, found).items():
        pack = found[at]
        ends = [*pack.starts[1:], len(pack.words)]
        for (a, b), told in zip([(a, b) for a, b in zip(pack.starts, ends) if b > a], labels):
            words = pack.words[a:b]
            gold, mine = spans(words, pack.labels[a:b]), spans(words, told)
            for name in groups(pack):
                counts[name] += [len(gold & mine), len(mine), len(gold)]
                for kind in KINDS.values() if name == groups(pack)[-1] else ():
                    g, m = ({x for x in names if x[2] == kind} for names in (gold, mine))
                    counts[f"{name} {kind}"] += [len(g & m), len(m), len(g)]
    return {name: float(200 * c[0] / max(1, c[1] + c[2])) for name, c in sorted(counts.items())}


def is_dev(document: dict, at: int) -> bool:
    name = document["set"]
    if name.startswith("resources"):
        return False
    return document["id"].startswith("GUM_news") and at % 3 == 0 or at % 8 == 5


def rounds(learned: list[data.Pack], epochs: int, chance: random.Random) -> list[list[data.Pack]]:
    """What each epoch reads. Labels of a model only in the first half, and of those half of the encyclopedia texts at a time."""
    silver = [pack for pack in learned if pack.set.startswith("resources")]
    gold = [pack for pack in learned if not pack.set.startswith("resources")]
    wiki = [pack for pack in silver if pack.document.startswith("gap")]
    news = [pack for pack in silver if not pack.document.startswith("gap")]
    chance.shuffle(wiki)
    halves = [wiki[::2], wiki[1::2]]
    return [gold + (news + halves[epoch % 2] if 2 * epoch < epochs else []) for epoch in range(epochs)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("texts", "base", "vocabulary", "out"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    parser.add_argument("--dev", action="store_true", help="hold a part of the training sets back, and score it")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--slow", action="store_true", help="compute in single precision, on processors without bfloat16")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    chance = random.Random(1)
    documents = data.read(options.texts)
    held = {at for at, document in enumerate(documents) if options.dev and is_dev(document, at)}
    learned = [pack for at, document in enumerate(documents) if at not in held for pack in data.packs(document)]
    dev = [pack for at in sorted(held) for pack in data.packs(documents[at])]
    plan = [data.batches(part, 1536, chance) for part in rounds(learned, options.epochs, chance)]
    steps = sum(map(len, plan))
    model = load(options.base, options.vocabulary)
    # What no text has is not learned, and must say nothing when a later list brings it.
    seen = {clue for pack in learned for clues in pack.clues for clue in clues}
    unseen = [clue for clue in range(CLUES) if clue not in seen]
    with torch.no_grad():
        model.clues_in.weight[unseen] = 0.0
        model.clues_out.weight[unseen] = 0.0
    model.fast = not options.slow
    new = [p for name, p in model.named_parameters() if name.startswith(("clues", "hidden", "labels"))]
    old = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith(("clues", "hidden", "labels"))]
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": options.rate}, {"params": new, "lr": 6 * options.rate}], weight_decay=0.01
    )
    warm = steps // 10
    rate = lambda step: min(step / max(1, warm), max(0.02, (steps - step) / (steps - warm)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    mean = copy.deepcopy(model)
    start, done = time.time(), 0
    for epoch, part in enumerate(plan):
        total = words = 0.0
        for batch in part:
            model.train()
            given = tensors(batch, chance)
            with torch.autocast("cpu", torch.bfloat16, enabled=model.fast):
                scores = model(given)
            loss = F.cross_entropy(scores.float(), given["labels"], reduction="none", label_smoothing=0.03)
            loss = (loss * given["weights"]).sum() / given["weights"].sum().clamp(min=1.0)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            keep = min(0.995, done / (done + 10))
            with torch.no_grad():
                for ours, theirs in zip(mean.parameters(), model.parameters()):
                    if theirs.requires_grad:
                        ours.lerp_(theirs, 1 - keep)
            total += float(loss.detach()) * len(given["labels"])
            words += len(given["labels"])
            if done % 25 == 0:
                print(f"{time.time() - start:6.0f} s  {done}/{steps}  loss {total / words:.4f}", flush=True)
        torch.save(mean.state_dict(), options.out)
        if dev:
            groups = lambda pack: [pack.set.split("/")[0] + ("-news" if "news" in pack.document else ""), "all"]
            print(epoch + 1, {k: round(v, 1) for k, v in score(mean, dev, groups).items()}, flush=True)
    print(f"{time.time() - start:.0f} s, {math.ceil(steps)} steps")


if __name__ == "__main__":
    main()
