"""The exported texts as packs: sentences of a document in a row, as many as the encoder reads at once."""

import json
import pathlib
import random
from dataclasses import dataclass, field

START, END, UNKNOWN = 2, 3, 1
# How many pieces a pack holds, its first and last included. The same number stands in `crates/tagger/src/pack.rs`.
LENGTH = 128
# Clues below are kept; from here on (lists of names, word clusters) they are left out now and then while learning.
FIRST_LIST, FIRST_CLUSTER, CLUES = 64, 448, 961


@dataclass
class Pack:
    """A row of words; `heads` are the places of their first pieces."""

    set: str = ""
    document: str = ""
    pieces: list[int] = field(default_factory=lambda: [START])
    owners: list[int] = field(default_factory=lambda: [-1])
    heads: list[int] = field(default_factory=list)
    clues: list[list[int]] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    learned: list[bool] = field(default_factory=list)
    # The word at which each sentence begins.
    starts: list[int] = field(default_factory=list)

    def add(self, sentence: dict, words: range) -> None:
        self.starts.append(len(self.words))
        for word in words:
            self.heads.append(len(self.pieces))
            for piece in sentence["pieces"][word]:
                self.pieces.append(piece)
                self.owners.append(len(self.words))
            self.words.append(sentence["words"][word])
            self.clues.append(sentence["clues"][word])
            self.labels.append(sentence["labels"][word])
            self.learned.append(sentence["learned"])

    def close(self) -> "Pack":
        self.pieces.append(END)
        self.owners.append(-1)
        return self


def stretches(sentence: dict) -> list[range]:
    """A sentence as one range of words, or as several when it is too long for a pack."""
    found, start, size = [], 0, 0
    for word, pieces in enumerate(sentence["pieces"]):
        if size + len(pieces) > LENGTH - 2:
            found.append(range(start, word))
            start, size = word, 0
        size += len(pieces)
    return found + [range(start, len(sentence["pieces"]))]


def packs(document: dict) -> list[Pack]:
    done, pack = [], Pack(document["set"], document["id"])
    for sentence in document["sentences"]:
        for words in stretches(sentence):
            size = sum(len(sentence["pieces"][word]) for word in words)
            if len(pack.pieces) + size > LENGTH - 1:
                done.append(pack.close())
                pack = Pack(document["set"], document["id"])
            pack.add(sentence, words)
    if pack.words:
        done.append(pack.close())
    return done


def read(path: pathlib.Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def batches(found: list[Pack], size: int, chance: random.Random) -> list[list[Pack]]:
    """Packs of like length together, `size` pieces at most; the order is shuffled."""
    order = sorted(found, key=lambda pack: (len(pack.pieces), chance.random()))
    made: list[list[Pack]] = []
    batch: list[Pack] = []
    for pack in order:
        if batch and (len(batch) + 1) * len(pack.pieces) > size:
            made.append(batch)
            batch = []
        batch.append(pack)
    made += [batch] if batch else []
    chance.shuffle(made)
    return made
