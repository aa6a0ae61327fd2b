"""The learned part of marking text pages: how likely each line is running text of a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np

from tasks.mark.line_features import line_features
from tasks.page import Block, Mark

STEPS = (1, 2, 3, 4)  # neighbours whose first chances the second look reads


@dataclass(frozen=True)
class LineModel:
    """Two passes: each line on its own features, then again with what the first pass thought of the lines around it."""

    first: lightgbm.Booster
    second: lightgbm.Booster
    words: Mapping[str, float]  # the furniture vocabulary: word, or "=" and a whole line -> weight, furniture above 0

    @classmethod
    def load(cls, folder: Path) -> LineModel:
        """Reads `text_first.txt`, `text_second.txt` and `text_words.txt`."""
        boosters = [lightgbm.Booster(model_file=str(folder / f"text_{name}.txt")) for name in ("first", "second")]
        rows = (folder / "text_words.txt").read_text("utf-8").splitlines()
        words = {word: float(weight) for word, weight in (row.split("\t") for row in rows)}
        return cls(*boosters, words)

    def chances(self, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> np.ndarray:
        """For each block the chance (0 to 1) that it is text of a story; `marks` are the rules' and repeats'."""
        features = line_features(blocks, marks, self.words)
        guesses = predict(self.first, features)
        guesses[[mark is not None for mark in marks]] = 0.0
        return predict(self.second, second_features(features, guesses))


def predict(booster: lightgbm.Booster, features: np.ndarray) -> np.ndarray:
    return booster.predict(features, num_threads=1)


def second_features(features: np.ndarray, guesses: np.ndarray) -> np.ndarray:
    """The first pass's chances: the line's own, its neighbours', words kept around it, and the lines' own shape."""
    n = len(guesses)
    words = np.minimum(features[:, 0], 60)
    padded = np.pad(guesses, STEPS[-1])
    near = [padded[STEPS[-1] + step : STEPS[-1] + step + n] for s in STEPS for step in (-s, s)]
    kept = np.column_stack([guesses, guesses * words, guesses > 0.5])
    sums = np.vstack([np.zeros(3), np.cumsum(kept, axis=0)])
    at = np.arange(n)
    around = []
    for width in (3, 8, 20):
        low, high = np.maximum(0, at - width), np.minimum(n, at + width + 1)
        around += [sums[at] - sums[low], sums[high] - sums[at + 1]]
    total = max(1.0, sums[-1, 1])
    page = [sums[at, 1] / total, np.full(n, total), sums[at, 1], total - sums[at, 1]]
    return np.column_stack([guesses, *near, *around, *page, features[:, :OWN]]).astype(np.float32)


OWN = 43  # columns of a line's own features that the second pass sees again
