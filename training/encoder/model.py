"""The encoder: BERT of six layers, told the clues of each word at its pieces and again before the labels."""

import pathlib

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from data import CLUES

WIDTH, HEADS, INNER, LAYERS, HIDDEN, LABELS = 384, 12, 1536, 6, 256, 7
# Embeddings are stored with four bits a number, in groups that share a scale.
GROUP = 32


def four_bits(rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Numbers as integers of -8..7 and the scale (bfloat16) of each group of a row; of several scales the best."""
    groups = rows.view(rows.shape[0], -1, GROUP)
    most = groups.abs().amax(-1, keepdim=True).clamp(min=1e-8)
    best, best_error = None, None
    for share in (7.0, 7.5, 8.0, 8.5, 9.0):
        scale = (most / share).bfloat16().float().clamp(min=1e-7)
        values = (groups / scale).round().clamp(-8, 7)
        error = ((values * scale - groups) ** 2).sum(-1, keepdim=True)
        if best is None:
            best, best_error = (values, scale), error
        else:
            better = error < best_error
            best = (torch.where(better, values, best[0]), torch.where(better, scale, best[1]))
            best_error = torch.minimum(best_error, error)
    return best[0].view_as(rows), best[1].squeeze(-1)


class Layer(nn.Module):
    """Attention and a feed-forward part, each added to its input and normalized."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        split = lambda t: t.view(t.shape[0], t.shape[1], HEADS, -1).transpose(1, 2)
        y = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), mask)
        y = y.transpose(1, 2).flatten(2)
        x = self.norm1(x + self.drop(self.out(y)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, rows: int) -> None:
        super().__init__()
        self.words = nn.Embedding(rows, WIDTH)
        self.words.weight.requires_grad_(False)
        self.places = nn.Embedding(512, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, 1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.clues_in = nn.EmbeddingBag(CLUES + 1, WIDTH, mode="sum", padding_idx=CLUES)
        self.clues_out = nn.EmbeddingBag(CLUES + 1, HIDDEN, mode="sum", padding_idx=CLUES)
        nn.init.normal_(self.clues_in.weight, std=0.01)
        nn.init.normal_(self.clues_out.weight, std=0.02)
        self.hidden, self.labels = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, LABELS)

    def forward(self, batch: dict) -> torch.Tensor:
        """The scores of the labels of all words of the batch, one after the other."""
        x = self.words(batch["pieces"]) + self.places.weight[: batch["pieces"].shape[1]]
        told = self.clues_in(batch["clues"])
        told = torch.cat([told, told.new_zeros(1, WIDTH)])
        x = self.drop(self.norm(x + told[batch["owners"]]))
        mask = batch["mask"][:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        x = x.flatten(0, 1)[batch["heads"]]
        return self.labels(self.drop(F.gelu(self.hidden(x) + self.clues_out(batch["clues"]))))


def load(base: pathlib.Path, vocabulary: pathlib.Path) -> Encoder:
    """The pretrained encoder with the rows of the vocabulary; type embeddings are folded into the positions."""
    weights = load_file(base / "model.safetensors")
    numbers = {piece: number for number, piece in enumerate((base / "vocab.txt").read_text("utf-8").splitlines())}
    kept = [numbers[piece] for piece in vocabulary.read_text("utf-8").splitlines()]
    model = Encoder(len(kept))
    values, scales = four_bits(weights["embeddings.word_embeddings.weight"][kept])
    state = {
        "words.weight": values * scales.repeat_interleave(GROUP, 1),
        "places.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for ours, theirs in parts.items():
            for part in ("weight", "bias"):
                state[f"layers.{layer}.{ours}.{part}"] = weights[f"encoder.layer.{layer}.{theirs}.{part}"]
    missing, unexpected = model.load_state_dict(state, strict=False)
    assert not unexpected and all(name.startswith(("clues", "hidden", "labels")) for name in missing), missing
    return model
