"""The learned part of marking HTML pages: how likely each block is main text, and which blocks a page then keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tasks.mark.html_features import Table, html_features
from tasks.mark.html_features.context import doubt
from tasks.mark.verdict import verdict_shares
from tasks.page import CleanPage

if TYPE_CHECKING:
    import lightgbm

FIRST, SECOND, ASKED = "html_first.txt", "html_second.txt", "html_asked.txt"
DOUBT = 0.16  # trafilatura is asked about a page of which the model doubts more than this
ASKED_WEIGHT = 2
SURE = 0.48  # a block above it is kept; a page whose best expected F1 is under twice this keeps more
LEAST = 0.05
N_REASONS = 3


@dataclass(frozen=True)
class Trees:
    """A gradient-boosted model and the names of the features it reads, in its order."""

    booster: lightgbm.Booster
    names: tuple[str, ...]

    @classmethod
    def of(cls, booster: lightgbm.Booster) -> Trees:
        return cls(booster, tuple(booster.feature_name()))

    @classmethod
    def load(cls, file: Path) -> Trees:
        import lightgbm  # a costly import that pages of text never need

        return cls.of(lightgbm.Booster(model_file=str(file)))

    def chances(self, table: Table) -> np.ndarray:
        """For each block the chance (0 to 1) that it is main text."""
        return self.booster.predict(self.columns_of(table), num_threads=1)

    def columns_of(self, table: Table) -> np.ndarray:
        """The table's columns that the model reads, in its order."""
        if table.names == self.names:
            return table.values
        at = {name: j for j, name in enumerate(table.names)}
        return table.values[:, [at[name] for name in self.names]]


@dataclass(frozen=True)
class BlockModel:
    """Three small gradient-boosted models in a folder; each file names the features it reads.

    `html_first.txt` judges each block, `html_second.txt` judges again with what the first thought of the blocks around.
    Where that still doubts, trafilatura is asked, `html_asked.txt` judges with its verdict among the features, and the
    weighted mean of both counts: most of the gain of asking always, at a fifth of its cost.
    """

    folder: Path

    @cached_property
    def first(self) -> Trees:
        return Trees.load(self.folder / FIRST)

    @cached_property
    def second(self) -> Trees:
        return Trees.load(self.folder / SECOND)

    @cached_property
    def asked(self) -> Trees:
        return Trees.load(self.folder / ASKED)

    def load_all(self) -> None:
        """Reads all three models and imports trafilatura: what a parent does once for the children forked from it."""
        import trafilatura  # noqa: F401

        _ = self.first, self.second, self.asked

    def chances(self, page: CleanPage, table: Table) -> np.ndarray:
        """For each block the chance (0 to 1) that it is main text."""
        table = table.with_context(self.first.chances(table))
        chances = self.second.chances(table)
        # A page cut into story sections would be asked about section by section: too dear, and they are clear.
        if len(page.pieces) != 1 or doubt(chances, table.words) < DOUBT:
            return chances
        shares = np.array(verdict_shares(page.blocks, page.pieces))
        return (chances + ASKED_WEIGHT * self.asked.chances(table.with_verdict(shares))) / (1 + ASKED_WEIGHT)

    def reasons(self, table: Table) -> list[tuple[str, ...]]:
        """For each block the features that spoke loudest at first sight: `up2_text=0.91 (+1.2)`, + for text, - against."""
        names, values = self.first.names, self.first.columns_of(table)
        said = self.first.booster.predict(values, num_threads=1, pred_contrib=True)[:, :-1]
        loudest = np.argsort(-np.abs(said), axis=1, kind="stable")[:, :N_REASONS]
        return [
            tuple(f"{names[j]}={values[i, j]:.3g} ({said[i, j]:+.1f})" for j in row) for i, row in enumerate(loudest)
        ]


def table_of(page: CleanPage, headlines: Sequence[int]) -> Table:
    """The features of a page's blocks; `headlines` are the indices of its headline blocks."""
    return html_features(page.blocks, page.head, page.raw.url, sorted(headlines))


def best_kept(chances: np.ndarray, words: np.ndarray, sure: float = SURE) -> np.ndarray:
    """Which blocks to keep: those above `sure`; on a page that is hard to judge, the set of best expected word F1.

    With blocks in order of chance, the first k kept: F1 = 2 * expected kept text / (words kept + expected text).
    The best k keeps what lies above half the best F1 (Lipton, Elkan & Narayanaswamy 2014).
    """
    order = np.argsort(-chances, kind="stable")
    text = (chances * words)[order]
    expected = 2 * np.cumsum(text) / (np.cumsum(words[order]) + text.sum() + 1e-9)
    return chances >= max(LEAST, min(sure, float(expected.max(initial=0.0)) / 2))
