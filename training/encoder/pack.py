"""Trained weights → the weight file of the accurate tier.

    python pack.py --weights encoder.pt --vocabulary vocabulary.txt --version accurate-1 --out accurate.bin

Matrices become bytes with a scale for each row, embeddings four bits a number. `crates/tagger/src/encoder/read.rs` reads it.
"""

import argparse
import pathlib
import struct

import torch

from model import GROUP, LAYERS, four_bits

MAGIC, FORMAT = b"BGENCODE", 1
LENGTH = 128
MASK = (1 << 64) - 1


def numbers(values: torch.Tensor) -> bytes:
    return values.detach().float().contiguous().numpy().astype("<f4").tobytes()


def eight_bits(rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Numbers as integers of -127..127, and the scale of each row."""
    scale = rows.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
    return (rows / scale).round().clamp(-127, 127), scale.squeeze(1)


def table(rows: torch.Tensor) -> bytes:
    values, scales = eight_bits(rows.detach().float())
    return values.to(torch.int8).numpy().tobytes() + numbers(scales)


def linear(state: dict, *names: str) -> bytes:
    weights = torch.cat([state[f"{name}.weight"] for name in names])
    return table(weights) + numbers(torch.cat([state[f"{name}.bias"] for name in names]))


def norm(state: dict, name: str) -> bytes:
    return numbers(state[f"{name}.weight"]) + numbers(state[f"{name}.bias"])


def pieces(rows: torch.Tensor) -> bytes:
    values, scales = four_bits(rows)
    shifted = (values + 8).to(torch.uint8).numpy()
    nibbles = (shifted[:, 0::2] | shifted[:, 1::2] << 4).tobytes()
    assert scales.shape[1] == rows.shape[1] // GROUP
    return nibbles + scales.bfloat16().view(torch.int16).numpy().astype("<i2").tobytes()


def weights(state: dict) -> bytes:
    parts = [bytes([LAYERS]), pieces(state["words.weight"]), table(state["places.weight"][:LENGTH])]
    parts += [table(state["clues_in.weight"][:-1]), norm(state, "norm")]
    for layer in range(LAYERS):
        at = f"layers.{layer}."
        parts += [linear(state, at + "query", at + "key", at + "value"), linear(state, at + "out"), norm(state, at + "norm1")]
        parts += [linear(state, at + "up"), linear(state, at + "down"), norm(state, at + "norm2")]
    parts += [linear(state, "hidden"), table(state["clues_out.weight"][:-1])]
    return b"".join([*parts, numbers(state["labels.weight"]), numbers(state["labels.bias"])])


def mix(value: int) -> int:
    value = (value ^ value >> 32) * 0xD6E8_FEB8_6659_FD93 & MASK
    value = (value ^ value >> 32) * 0xD6E8_FEB8_6659_FD93 & MASK
    return value ^ value >> 32


def turn(value: int, bits: int) -> int:
    return (value << bits | value >> (64 - bits)) & MASK


def checksum(data: bytes) -> int:
    """The sum that `crates/tagger/src/file.rs` checks."""
    sums = [1, 2, 3, 4]
    whole = len(data) - len(data) % 32
    for at, (value,) in enumerate(struct.iter_unpack("<Q", data[:whole])):
        sums[at % 4] = turn((sums[at % 4] ^ value) * 0x9E37_79B9_7F4A_7C15 & MASK, 29)
    total = len(data)
    for byte in data[whole:]:
        total = (total ^ byte) * 0x0000_0100_0000_01B3 & MASK
    for value in sums:
        total = mix(turn(total, 23) ^ value * 0x9E37_79B9_7F4A_7C15 & MASK)
    return total


def seal(sections: list[bytes]) -> bytes:
    body = b"".join(struct.pack("<I", len(section)) for section in sections) + b"".join(sections)
    return MAGIC + struct.pack("<IIQ", FORMAT, len(sections), checksum(body)) + body


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--vocabulary", type=pathlib.Path, required=True)
    parser.add_argument("--version", default="accurate-1")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    state = torch.load(options.weights, weights_only=True)
    file = seal([options.version.encode(), options.vocabulary.read_bytes(), weights(state)])
    options.out.write_bytes(file)
    print(len(file), "bytes")


if __name__ == "__main__":
    main()
