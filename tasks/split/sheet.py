"""The page as the splitter reads it: its lines without repeats, their facts, what the models say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tasks.split.cohesion import Words
from tasks.split.cues import Cues
from tasks.split.draft import Line, view_of
from tasks.split.facts import AT, STAMP
from tasks.split.forms import COLON
from tasks.split.readings import HEADING, Gaps, Guesses, gaps_of
from tasks.split.splitter import Splitter
from tasks.split.start_features import LineTable, line_table

SURE = 0.8  # of a line model's chance, and of the mark step's score
LEAST = 0.1  # a chance below which a line is not text, whatever else is known
LONGEST = 3.45  # logarithm of thirty words, the longest a title has
MOSTLY = 0.7  # of the lines before a stamp


@dataclass(frozen=True)
class Sheet:
    """`lines[i]`, `facts[i]` and `guesses.*[i]` are of one line; `text` holds the positions of running text.

    `told`: by position, the words that may tell the line's subject, where they are known; none of `common` is among them.
    """

    lines: Sequence[Line]
    table: LineTable
    guesses: Guesses
    gaps: Gaps
    text: frozenset[int]
    common: frozenset[str]
    told: Mapping[int, frozenset[str]]

    def words(self, line: int) -> frozenset[str]:
        """The words of a line that may tell its subject."""
        known = self.told.get(line)
        return Words.read(self.lines[line].text).told - self.common if known is None else known

    @property
    def facts(self) -> np.ndarray:
        return self.table.facts

    @classmethod
    def read(cls, lines: Sequence[Line], splitter: Splitter) -> Sheet:
        """The sheet of the page's lines, those it repeats left out."""
        view, retold = view_of(lines)
        table = line_table(view, splitter.cues, splitter.vectors, retold)
        return cls.of(view, table, splitter.guesses(table), splitter.cues)

    @classmethod
    def of(cls, view: Sequence[Line], table: LineTable, guesses: Guesses, cues: Cues) -> Sheet:
        """The sheet of lines (`view`) whose table and guesses are known, one row and one guess a line."""
        guesses = _as_stamped(_as_marked(guesses, view, table.facts), table.facts)
        gaps = gaps_of(table.facts, guesses)
        told = dict(zip(table.told.tolist(), table.words, strict=True))
        return cls(view, table, guesses, gaps, frozenset(map(int, gaps.text)), cues.common, told)


def _as_marked(guesses: Guesses, view: Sequence[Line], facts: np.ndarray) -> Guesses:
    """What the mark step says of lines weighs too, for it has seen many more sites.

    What it is sure to be furniture is no text here; a sentence it keeps is text, unless this model is sure of another use,
    or several lines end in a colon as it does: then they are titles.
    """
    furniture = [not line.mark.kept and line.mark.rule == "line-model" and line.mark.score > SURE for line in view]
    kept = np.array([line.is_body for line in view], dtype=bool)
    ends = facts[:, [AT["ends"], AT["attributed"]]].any(axis=1)
    colon = np.array([line.text.endswith(COLON) for line in view], dtype=bool) & (facts[:, AT["tail_alike"]] > 0)
    sentence = kept & ends & ~colon & (guesses.text > LEAST) & (guesses.title < HEADING)
    text = np.where(sentence, np.maximum(guesses.text, 0.51), guesses.text)
    return replace(guesses, text=np.where(furniture, 0.0, text))


def _as_stamped(guesses: Guesses, facts: np.ndarray) -> Guesses:
    """Where the page's stamps follow lines that are no sentences, those lines are titles, however long."""
    soft = np.flatnonzero(facts[:, AT["hard"]] == 0)
    stamp = facts[soft][:, STAMP].any(axis=1)
    before = soft[:-1][stamp[1:] & ~stamp[:-1]]
    bare = before[(facts[before, AT["ends"]] == 0) & (facts[before, AT["n_words"]] < LONGEST)]
    if len(bare) < 2 or len(bare) < MOSTLY * len(before):
        return guesses
    long = bare[guesses.text[bare] > LEAST]
    text, title = guesses.text.copy(), guesses.title.copy()
    text[long], title[long] = 0.0, np.maximum(title[long], SURE)
    return replace(guesses, text=text, title=title)
