"""The page as the splitter reads it: its lines without repeats, their facts, what the models say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tasks.split.draft import Line, view_of
from tasks.split.readings import Gaps, Guesses, gaps_of
from tasks.split.splitter import Splitter
from tasks.split.start_features import LineTable, line_table

SURE = 0.8


@dataclass(frozen=True)
class Sheet:
    """`lines[i]`, `facts[i]` and `guesses.*[i]` are of one line; `text` holds the positions of running text."""

    lines: Sequence[Line]
    table: LineTable
    guesses: Guesses
    gaps: Gaps
    text: frozenset[int]

    @property
    def facts(self) -> np.ndarray:
        return self.table.facts

    @classmethod
    def read(cls, lines: Sequence[Line], splitter: Splitter) -> Sheet:
        view, retold = view_of(lines)
        table = line_table(view, splitter.cues, retold)
        guesses = _without_furniture(splitter.guesses(table.features), view)
        gaps = gaps_of(table.facts, guesses)
        return cls(view, table, guesses, gaps, frozenset(map(int, gaps.text)))


def _without_furniture(guesses: Guesses, view: Sequence[Line]) -> Guesses:
    """What the line model of the mark step is sure to be furniture is no text here: it has seen many more sites."""
    sure = [not line.mark.kept and line.mark.rule == "line-model" and line.mark.score > SURE for line in view]
    return replace(guesses, text=np.where(sure, 0.0, guesses.text))
