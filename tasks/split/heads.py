"""Does a short line head the text that follows? A title shares words with its story, and with no story before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from tasks.split.cohesion import Words
from tasks.split.draft import Line
from tasks.split.facts import AT

OF_LINE = ("head_next", "head_after", "head_before")
OF_PAGE = ("top_head_first", "top_head_rest", "n_heads")
NAMES = (*OF_LINE, *OF_PAGE)
SHORTEST, LONGEST = 2, 25  # words of a heading
BEHIND = 2  # paragraphs


def heads_of(lines: Sequence[Line], facts: np.ndarray, text: np.ndarray, told: Sequence[frozenset[str]]) -> np.ndarray:
    """One row a line, one column a name of `NAMES`. `told[k]`: the words of the paragraph at line `text[k]`.

    A paragraph has the values of the likeliest heading between it and the paragraph before.
    """
    table = np.zeros((len(lines), len(NAMES)))
    if not len(text):
        return table
    at, best, top, n_heads = 0, np.zeros(3), np.zeros(2), 0
    later = list(accumulate(reversed(told), frozenset.union, initial=frozenset()))[-2::-1]
    for i, line in enumerate(lines):
        if at < len(text) and i == text[at]:
            table[i, :3], best, at = best, np.zeros(3), at + 1
        elif at < len(text) and _may_head(line, facts[i]):
            table[i, :3] = shares = _shares(line.text, at, told, later[at])
            n_heads += shares[0] > 0
            best = max(best, shares, key=lambda row: row[0] - row[2])
            if at == 0 and shares[0] + shares[1] > top.sum():
                top = shares[:2]
    table[:, 3:] = [*top, min(20, n_heads) / len(text)]
    return table


def _may_head(line: Line, facts: np.ndarray) -> bool:
    return SHORTEST <= line.n_words <= LONGEST and not (facts[AT["hard"]] or facts[AT["time"]] or facts[AT["repeat"]])


def _shares(text: str, at: int, told: Sequence[frozenset[str]], after: frozenset[str]) -> np.ndarray:
    """Of the line's words the shares that the next paragraph holds, the later ones, and the ones before."""
    own = Words.read("| " + text).told
    if not own:
        return np.zeros(3)
    before = frozenset().union(*told[max(0, at - BEHIND) : at])
    return np.array([len(own & held) / len(own) for held in (told[at], after, before)])
