"""What a line says beyond single words: pairs of words that furniture uses ("sign up", "lesen Sie"), and the words of
furniture that is written in whole sentences (notices, calls, disclaimers)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np

PROSE = "~"  # before a word whose weight is that among whole sentences
SENTENCE = 14  # words; a longer line is judged by the words of sentences too


class Weights(dict[str, float]):
    """The vocabulary of furniture: a word, two words, "=" and a whole short line, or "~" and a word in long lines.

    Above 0 more sites use it in furniture, below 0 more in text.
    """

    @cached_property
    def pairs(self) -> tuple[dict[str, int], np.ndarray, np.ndarray]:
        """A number for each word of a pair, each pair as one number, in order, and the pairs' weights."""
        pairs = [(*entry.split(" "), weight) for entry, weight in self.items() if is_pair(entry)]
        numbers = {word: i for i, word in enumerate(dict.fromkeys(word for a, b, _ in pairs for word in (a, b)))}
        codes = np.array([numbers[a] * len(numbers) + numbers[b] for a, b, _ in pairs], dtype=np.int64)
        order = np.argsort(codes)
        return numbers, codes[order], np.array([weight for *_, weight in pairs])[order]


def is_pair(entry: str) -> bool:
    return " " in entry and entry[0] != "="


def phrase_columns(
    table: Iterable[str], ids: np.ndarray, line: np.ndarray, n_words: np.ndarray, weights: Weights
) -> list[np.ndarray]:
    """Mean, least and most weight of a line's pairs, then of its words if it is long.

    `table`: the page's words, `ids`: the number there of each word in turn, `line`: the line it stands in.
    """
    n = len(n_words)
    table = list(table)
    pairs = _pair_weights(table, ids, line, weights)
    sentence = np.array([weights.get(PROSE + word, 0.0) for word in table])[ids] * (n_words > SENTENCE)[line]
    n_own = np.bincount(line, minlength=n)
    starts, some = np.searchsorted(line, np.arange(n)), n_own > 0
    columns = []
    for values, n_values in ((pairs, n_own - 1), (sentence, n_own)):
        mean = np.bincount(line, weights=values, minlength=n) / np.maximum(1, n_values)
        columns += [mean, least(values, starts, some), -least(-values, starts, some)]
    return columns


def _pair_weights(table: list[str], ids: np.ndarray, line: np.ndarray, weights: Weights) -> np.ndarray:
    """For each word the weight of it and the next word of its line."""
    numbers, codes, values = weights.pairs
    found = np.zeros(len(ids))
    if len(ids) < 2 or not len(codes):
        return found
    number = np.array([numbers.get(word, -1) for word in table])[ids]
    known = np.flatnonzero((number[:-1] >= 0) & (number[1:] >= 0) & (line[1:] == line[:-1]))
    code = number[known] * len(numbers) + number[known + 1]
    at = np.minimum(np.searchsorted(codes, code), len(codes) - 1)
    found[known] = np.where(codes[at] == code, values[at], 0.0)
    return found


def least(values: np.ndarray, starts: np.ndarray, some: np.ndarray) -> np.ndarray:
    """The least value of each line, whose values begin at `starts`; 0 for a line without any."""
    found = np.zeros(len(starts))
    if some.any():
        found[some] = np.minimum.reduceat(values, starts[some])
    return found
