"""A line's words: what the vocabulary of furniture says of them, and which of them the page's long lines use."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tasks.mark.line_features.phrases import WHOLE_LINE, Weights, least, phrase_columns

LONG = 14  # words; lines this long are nearly always sentences
TELLING = 4  # letters; longer words are content words, in most languages
WHOLE = 8  # words; a line this short is looked up whole
SIGNS = "#*-•·+>▪ "  # of lists and headings, as converters leave them


def word_columns(
    texts: Sequence[str],
    words: Sequence[list[str]],
    n_words: np.ndarray,
    in_run: np.ndarray,
    weights: Weights,
) -> np.ndarray:
    """Weights of the line's words and phrases in the furniture vocabulary; how many of its words the page's long lines use."""
    tokens = [word for line in words for word in line]
    table = {token: i for i, token in enumerate(dict.fromkeys(tokens))}
    ids = np.fromiter(map(table.__getitem__, tokens), dtype=np.int64, count=len(tokens))
    n = len(texts)
    line = np.repeat(np.arange(n), [len(own) for own in words])
    telling = np.array([len(word) > TELLING for word in table], dtype=bool)[ids]
    n_telling = np.maximum(1, np.bincount(line, weights=telling, minlength=n))
    in_long, in_story = (_uses_elsewhere(ids, where[line], len(table)) for where in (n_words >= LONG, in_run))
    mean, first, highest, lowest, weighed = _weights_of_words(table, ids, line, n, weights)
    columns = [
        mean,
        _weights_of_lines(texts, words, weights),
        np.bincount(line, weights=(in_long > 0) & telling, minlength=n) / n_telling,
        lowest,
        first,
        highest,
        weighed,
        np.bincount(line, weights=np.minimum(in_long, 5) * telling, minlength=n) / n_telling,
        np.bincount(line, weights=(in_story > 0) & telling, minlength=n) / n_telling,
        n_telling,
        _times_seen(texts),
        _title_share(ids, line, telling, n),
        *phrase_columns(table, ids, line, n, weights),
    ]  # fmt: skip
    return np.column_stack(columns).astype(np.float32)


def _weights_of_words(
    table: dict[str, int], ids: np.ndarray, line: np.ndarray, n: int, weights: Weights
) -> tuple[np.ndarray, ...]:
    """Of each line's words: the mean weight, the first's, the largest, the smallest, and the share that has any."""
    of_word = np.array([weights.get(word, 0.0) for word in table])[ids]
    count = np.maximum(1, np.bincount(line, minlength=n))
    starts = np.searchsorted(line, np.arange(n))
    some = starts < np.append(starts[1:], len(line))
    safe = np.minimum(starts, max(0, len(line) - 1))
    return (
        np.bincount(line, weights=of_word, minlength=n) / count,
        np.where(some, of_word[safe], 0.0) if len(line) else np.zeros(n),
        -least(-of_word, starts, some),
        least(of_word, starts, some),
        np.bincount(line, weights=of_word != 0, minlength=n) / count,
    )


def _weights_of_lines(texts: Sequence[str], words: Sequence[list[str]], weights: Weights) -> list[float]:
    """The weight of each short line as a whole; 0 for longer ones."""
    return [
        weights.get(WHOLE_LINE + bare(text.casefold()), 0.0) if len(own) <= WHOLE else 0.0
        for text, own in zip(texts, words, strict=True)
    ]


def bare(line: str) -> str:
    """The line without the bullet or the signs of a heading that stand around it."""
    return line.strip(SIGNS) or line


def _uses_elsewhere(ids: np.ndarray, there: np.ndarray, size: int) -> np.ndarray:
    """How often each word stands where `there` says, itself left out."""
    return np.bincount(ids[there], minlength=size)[ids] - there


def _times_seen(texts: Sequence[str]) -> list[int]:
    seen: dict[str, int] = {}
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
    return [min(9, seen[text]) for text in texts]


def _title_share(ids: np.ndarray, line: np.ndarray, telling: np.ndarray, n: int) -> np.ndarray:
    """How much of the page's first line a line says again."""
    title = ids[(line == 0) & telling]
    if not len(title):
        return np.zeros(n)
    again = np.isin(ids, title) & telling
    return np.bincount(line[again], minlength=n) / len(title)
