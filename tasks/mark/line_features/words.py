"""A line's words: what the vocabulary of furniture says of them, and which of them the page's long lines use."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tasks.mark.line_features.phrases import Weights, least, phrase_columns

LONG = 14  # words; lines this long are nearly always sentences
TELLING = 4  # letters; longer words are content words, in most languages
WHOLE = 8  # words; a line this short is looked up whole


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
    n, size = len(texts), len(table)
    line = np.repeat(np.arange(n), [len(own) for own in words])
    count = np.maximum(1, np.bincount(line, minlength=n))
    weight = np.array([weights.get(word, 0.0) for word in table])
    of_word = weight[ids]
    long = (n_words >= LONG)[line]
    in_long = np.bincount(ids[long], minlength=size)[ids]
    telling = np.array([len(word) > TELLING for word in table], dtype=bool)[ids]
    n_telling = np.maximum(1, np.bincount(line, weights=telling, minlength=n))
    others = in_long - long  # about one use a line
    running = in_run[line]
    in_story = np.bincount(ids[running], minlength=size)[ids] - running
    starts = np.searchsorted(line, np.arange(n))
    some = starts < np.append(starts[1:], len(line))
    safe = np.minimum(starts, max(0, len(line) - 1))
    whole = [
        weights.get("=" + text.casefold(), 0.0) if k <= WHOLE else 0.0 for text, k in zip(texts, n_words, strict=True)
    ]
    columns = [
        np.bincount(line, weights=of_word, minlength=n) / count,
        whole,
        np.bincount(line, weights=(others > 0) & telling, minlength=n) / n_telling,
        least(of_word, starts, some),
        np.where(some, of_word[safe], 0.0) if len(line) else np.zeros(n),
        -least(-of_word, starts, some),
        np.bincount(line, weights=of_word != 0, minlength=n) / count,
        np.bincount(line, weights=np.minimum(others, 5) * telling, minlength=n) / n_telling,
        np.bincount(line, weights=(in_story > 0) & telling, minlength=n) / n_telling,
        n_telling,
        _times_seen(texts),
        _title_share(ids, line, telling, n),
        *phrase_columns(table, ids, line, n_words, weights),
    ]  # fmt: skip
    return np.column_stack(columns).astype(np.float32)


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
