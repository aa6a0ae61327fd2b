"""Where a line stands: in windows of lines, in runs of text, among headers, on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from tasks.mark.line_features.shape import DIGITS, FINAL
from tasks.mark.line_features.words import LONG

WINDOWS = (3, 10, 30)
STAMP_WORDS = 10
STAMP = re.compile(
    r"\d[:.h]\d\d\b|\b(?:19|20)\d\d\b|\bago\b|\b(?:vor|hace|fa) \d|il y a|(?<!\d)\d{1,4} ?(?:min|h|hrs?|d)\b", re.I
)  # fmt: skip
STAMP_ENDS = ("ago", "yesterday", "today", "gestern", "heute", "hier", "ayer", "ieri", "ontem")
TITLE_WORDS = (3, 30)
TITLE_REACH = 8  # lines between two copies of a title


def window_columns(n_words: np.ndarray, prose: np.ndarray, ruled: np.ndarray, spoken: np.ndarray) -> np.ndarray:
    """Sums over the lines before and after, near and far; a rule's cut just above weighs on what follows."""
    n = len(n_words)
    capped = np.minimum(n_words, 60)
    series = np.column_stack(
        [prose, capped * (n_words >= LONG), ruled[:, 0], ruled[:, 2], ruled[:, 3], spoken[:, 0], n_words < 6]
    )
    sums = np.vstack([np.zeros(series.shape[1]), np.cumsum(series, axis=0)])
    at = np.arange(n)
    columns = []
    for width in WINDOWS:
        low, high = np.maximum(0, at - width), np.minimum(n, at + width + 1)
        columns += [sums[at] - sums[low], sums[high] - sums[at + 1]]
    return np.hstack(columns)


def place_columns(n_words: np.ndarray, ruled: np.ndarray, run: tuple[int, int]) -> np.ndarray:
    """Where the line stands: on the page, against its long lines, its best run of text, and the last line a rule cut."""
    n, at = len(n_words), np.arange(len(n_words))
    long = n_words >= LONG
    size = np.median(n_words[long]) if long.any() else 0.0
    total = max(1.0, float(n_words.sum()))
    in_long = np.cumsum(np.where(long, n_words, 0))
    start, end = run
    columns = [
        at / n, np.minimum(at, 200), np.minimum(n - at, 200), _since(long), _since(long[::-1])[::-1],
        _since(ruled[:, 0] > 0), _since(ruled[::-1, 0] > 0)[::-1], _since(ruled[:, 2] > 0), _since(ruled[:, 3] > 0),
        in_long / max(1.0, in_long[-1]), np.minimum(in_long, 3000), n_words / max(1.0, size),
        np.full(n, in_long[-1] / total), np.full(n, long.sum()), np.full(n, size), np.full(n, np.log1p(n)),
        np.clip(at - start, -100, 100), np.clip(at - end, -100, 100), np.full(n, end - start), (at >= start) & (at < end),
    ]  # fmt: skip
    return np.column_stack(columns)


def header_columns(texts: Sequence[str], shape: np.ndarray) -> np.ndarray:
    """Titles that stand twice within a few lines, and stamps: what aggregators set before each story."""
    twice, stamps = np.zeros(len(texts), dtype=bool), np.zeros(len(texts), dtype=bool)
    last: dict[str, int] = {}
    for i, (text, k) in enumerate(zip(texts, shape[:, 0].tolist(), strict=True)):
        if TITLE_WORDS[0] <= k <= TITLE_WORDS[1]:
            before = last.get(text, -99)
            if i - before <= TITLE_REACH:
                twice[i] = twice[before] = True
            last[text] = i
    for i in np.flatnonzero(shape[:, 0] <= STAMP_WORDS).tolist():
        stamps[i] = bool(STAMP.search(texts[i])) if shape[i, DIGITS] else texts[i].endswith(STAMP_ENDS)
    n = len(texts)
    counts = (np.full(n, twice.sum()), np.full(n, stamps.sum()))
    return np.column_stack(
        [twice, stamps, _since(twice), _since(stamps), _since(twice[::-1])[::-1], _since(stamps[::-1])[::-1], *counts]
    )


def run_columns(prose: np.ndarray) -> np.ndarray:
    """The highest sum of a run of lines that ends at each line, starts there, holds it, and that against the page's best."""
    before, after = _run_so_far(prose), _run_so_far(prose[::-1])[::-1]
    through = before + after - prose
    columns = [
        np.minimum(before, 999),
        np.minimum(after, 999),
        np.minimum(through, 999),
        through / max(1.0, through.max()),
    ]
    return np.column_stack(columns)


def rhythm_columns(shape: np.ndarray) -> np.ndarray:
    """How far lines of this one's make come again at even steps, as titles, dates and teasers of a list do."""
    make = (
        np.minimum(np.log2(shape[:, 0] + 1).astype(np.int64), 6) * 4
        + (shape[:, FINAL] > 0) * 2
        + (shape[:, DIGITS] > 0.3)
    )
    n = len(make)
    padded = np.concatenate([np.full(18, -1), make, np.full(18, -1)])
    columns = []
    for step in (1, 2, 3, 4, 5, 6):
        columns.append(sum((padded[18 + k * step : 18 + k * step + n] == make) for k in (-3, -2, -1, 1, 2, 3)))
    same = np.column_stack(columns)
    return np.column_stack([same[:, 0], same[:, 1:].max(axis=1), same[:, 1:].argmax(axis=1)])


def _run_so_far(values: np.ndarray) -> np.ndarray:
    """The highest sum of a run of lines that ends at each line."""
    sums, total = [], 0.0
    for value in values.tolist():
        total = max(0.0, total) + value
        sums.append(total)
    return np.array(sums)


def best_run(values: np.ndarray) -> tuple[int, int]:
    """The run of lines with the highest sum."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    gain = sums - np.minimum.accumulate(sums)
    end = int(gain.argmax())
    return int(sums[: end + 1].argmin()), end


def _since(flags: np.ndarray) -> np.ndarray:
    """Lines since the last flag before each line, at most 99."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -1000))
    before = np.concatenate(([-1000], last[:-1]))
    return np.minimum(99, at - before)
