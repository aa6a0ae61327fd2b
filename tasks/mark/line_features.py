"""What the line model sees of a text page: one row of numbers a line, without a DOM and mostly without a language.

Characters are counted by kind, words by whether the vocabulary of furniture knows them; then every line sees its
neighbours, sums over windows around it, and where it stands on the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from tasks.page import Block, Mark

KINDS = "lower upper letter digit space stop comma colon quote dash bracket sign other".split()
L, U, O, D, SP, STOP, COMMA, COLON, QUOTE, DASH, BRACKET, SIGN, OTHER = range(len(KINDS))  # noqa: E741
TOKEN = re.compile(r"\w+|\n")
FAMILIES = ("comments", "related")  # rule roles whose lines head furniture that looks like text
LONG = 14  # words; lines this long are nearly always sentences
WINDOWS = (3, 10, 30)
NEAR = ((1, slice(None)), (2, [0, 7, 9, 10, 14]), (3, [0, 9, 14]))  # how far, which of the columns neighbours pass on
STAMP = re.compile(
    r"\d[:.h]\d\d\b|\b(?:19|20)\d\d\b|\bago\b|\b(?:vor|hace|fa) \d|il y a|\d+ ?(?:min|h|hrs?|d)\b|yesterday|today|gestern|hier|ayer", re.I
)  # fmt: skip
TITLE_WORDS = (3, 30)
TITLE_REACH = 8  # lines between two copies of a title


def line_features(blocks: Sequence[Block], marks: Sequence[Mark | None], words: Mapping[str, float]) -> np.ndarray:
    """float32, a row a block: own shape, vocabulary, neighbours, windows, place. `marks` are the rules' and repeats'."""
    texts = [block.text for block in blocks]
    shape = _shape(texts)
    n_words = shape[:, 0]
    prose = _prose(shape)
    spoken = _vocabulary(texts, n_words, prose, words)
    ruled = _rules(marks)
    blank = np.array([block.blank_before for block in blocks], dtype=np.float32)[:, None]
    own = np.hstack([shape, spoken, ruled, blank, prose[:, None]])
    passed = np.column_stack([np.log1p(n_words), shape[:, 1:7], spoken[:, :4], ruled[:, :2], blank, prose])
    near = [_shifted(passed[:, columns], step) for far, columns in NEAR for step in (-far, far)]
    around = _windows(n_words, prose, ruled, spoken)
    return np.hstack(
        [own, *near, around, _place(n_words, prose, ruled), _headers(texts, n_words), _runs(prose)]
    ).astype(np.float32)


@cache
def _kinds() -> np.ndarray:
    """The kind of every character of the basic plane."""
    by_category = {"Ll": L, "Lu": U, "Lt": U, "Lo": O, "Lm": O, "Nd": D, "Nl": D, "No": D, "Zs": SP, "Pd": DASH}
    by_category |= {
        "Ps": BRACKET,
        "Pe": BRACKET,
        "Pi": QUOTE,
        "Pf": QUOTE,
        "Sm": SIGN,
        "Sc": SIGN,
        "So": SIGN,
        "Sk": SIGN,
    }
    kinds = np.full(65536, OTHER, dtype=np.uint8)
    for code in range(65536):
        kinds[code] = by_category.get(unicodedata.category(chr(code)), OTHER)
    for characters, kind in (
        (".!?…。！？।؟", STOP),
        (",;、，；،", COMMA),
        (":：", COLON),
        ("\"'", QUOTE),
        ("|•·▪/>«»", SIGN),
        ("\n", SP),
    ):
        for character in characters:
            kinds[ord(character)] = kind
    return kinds


def _shape(texts: Sequence[str]) -> np.ndarray:
    """Words, then shares and counts of kinds of characters, then what the line starts and ends with."""
    codes = np.frombuffer(("\n".join(texts) + "\n").encode("utf-32-le", "replace"), dtype=np.uint32)
    kinds = _kinds()[np.minimum(codes, 65535)].astype(np.int64)
    ends = np.flatnonzero(codes == 10)
    starts = np.concatenate(([0], ends[:-1] + 1))
    n_chars = ends - starts
    line = np.repeat(np.arange(len(texts)), n_chars + 1)
    counts = np.bincount(line * 13 + kinds, minlength=13 * len(texts)).reshape(-1, 13)[: len(texts)]
    counts[:, SP] -= 1  # the line break
    # Scripts without spaces: two letters make a word.
    n_words = counts[:, SP] + 1 + np.where(counts[:, O] > 6 * (counts[:, SP] + 1), counts[:, O] // 2, 0)
    after_space = np.concatenate(([True], kinds[:-1] == SP))
    starts_small = np.bincount(line[after_space & (kinds == L)], minlength=len(texts))
    starts_big = np.bincount(line[after_space & (kinds == U)], minlength=len(texts))
    gaps = np.flatnonzero(kinds == SP)
    short = gaps[1:][(np.diff(gaps) <= 4)] if len(gaps) > 1 else gaps[:0]
    n_short = np.bincount(line[short], minlength=len(texts))
    stops = np.bincount(line[1:][(kinds[:-1] == STOP) & (kinds[1:] == SP)], minlength=len(texts))
    last = kinds[ends - 1]
    before = kinds[np.maximum(ends - 2, starts)]
    closed = (last == QUOTE) | (last == BRACKET)
    final = np.where(closed, before, last)
    first = kinds[starts]
    chars = np.maximum(1, n_chars)
    columns = [
        n_words, final == STOP, starts_small / n_words, starts_big / n_words, n_short / n_words, counts[:, COMMA] / n_words, counts[:, D] / chars,
        counts[:, COMMA], stops, counts[:, QUOTE], counts[:, DASH], counts[:, BRACKET], counts[:, SIGN], counts[:, COLON],
        counts[:, U] / chars, counts[:, O] / chars, counts[:, OTHER] / chars, chars / n_words, final == COLON, last == QUOTE, last == BRACKET,
        (codes[ends - 1] == 0x2026) | ((last == STOP) & (before == STOP)), codes[ends - 1] == 63, final == COMMA, final == D,
        first == L, first == D, first == QUOTE, first == SIGN, first == DASH, first == BRACKET,
    ]  # fmt: skip
    return np.column_stack(columns).astype(np.float32)


def _prose(shape: np.ndarray) -> np.ndarray:
    """Words of running text less a toll a line, a higher one where no sentence ends."""
    return np.minimum(shape[:, 0], 60) - np.where(shape[:, 1] + shape[:, 18] > 0, 9, 14)


def _vocabulary(
    texts: Sequence[str], n_words: np.ndarray, prose: np.ndarray, weights: Mapping[str, float]
) -> np.ndarray:
    """Weights of the line's words in the furniture vocabulary; how many of its words the page's long lines use."""
    tokens = TOKEN.findall("\n".join(texts).casefold() + "\n")
    table = {token: i for i, token in enumerate(dict.fromkeys(("\n", *tokens)))}
    ids = np.fromiter(map(table.__getitem__, tokens), dtype=np.int64, count=len(tokens))
    line = np.cumsum(ids == 0)
    line, ids = line[ids != 0], ids[ids != 0]
    n, size = len(texts), len(table)
    count = np.maximum(1, np.bincount(line, minlength=n))
    weight = np.array([weights.get(word, 0.0) for word in table])
    of_word = weight[ids]
    long = (n_words >= LONG)[line]
    in_long = np.bincount(ids[long], minlength=size)[ids]
    telling = np.array([len(word) > 4 for word in table])[ids]  # content words, in most languages
    n_telling = np.maximum(1, np.bincount(line, weights=telling, minlength=n))
    others = in_long - long  # about one use a line
    starts = np.searchsorted(line, np.arange(n))
    some = starts < np.append(starts[1:], len(line))
    safe = np.minimum(starts, max(0, len(line) - 1))
    whole = [weights.get("=" + text.casefold(), 0.0) if k <= 8 else 0.0 for text, k in zip(texts, n_words, strict=True)]
    columns = [
        np.bincount(line, weights=of_word, minlength=n) / count,
        whole,
        np.bincount(line, weights=(others > 0) & telling, minlength=n) / n_telling,
        _least(of_word, starts, some),
        np.where(some, of_word[safe], 0.0) if len(line) else np.zeros(n),
        -_least(-of_word, starts, some),
        np.bincount(line, weights=of_word != 0, minlength=n) / count,
        np.bincount(line, weights=np.minimum(others, 5) * telling, minlength=n) / n_telling,
        n_telling,
        _times_seen(texts),
        _title_share(ids, line, telling, n),
    ]  # fmt: skip
    return np.column_stack(columns).astype(np.float32)


def _least(values: np.ndarray, starts: np.ndarray, some: np.ndarray) -> np.ndarray:
    least = np.zeros(len(starts))
    if some.any():
        least[some] = np.minimum.reduceat(values, starts[some])
    return least


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


def _rules(marks: Sequence[Mark | None]) -> np.ndarray:
    """Cut by a rule, kept by a rule, and two families of rules."""
    ruled = np.zeros((len(marks), 2 + len(FAMILIES)), dtype=np.float32)
    for i, mark in enumerate(marks):
        if mark is not None and mark.role != "repeat":
            ruled[i, int(mark.kept)] = 1
            if mark.role in FAMILIES:
                ruled[i, 2 + FAMILIES.index(mark.role)] = 1
    return ruled


def _headers(texts: Sequence[str], n_words: np.ndarray) -> np.ndarray:
    """Titles that stand twice within a few lines, and stamps: what aggregators set before each story."""
    twice, stamps = np.zeros(len(texts), dtype=bool), np.zeros(len(texts), dtype=bool)
    last: dict[str, int] = {}
    for i, (text, k) in enumerate(zip(texts, n_words.tolist(), strict=True)):
        if TITLE_WORDS[0] <= k <= TITLE_WORDS[1]:
            before = last.get(text, -99)
            if i - before <= TITLE_REACH:
                twice[i] = twice[before] = True
            last[text] = i
        if k <= 10 and STAMP.search(text):
            stamps[i] = True
    n = len(texts)
    counts = (np.full(n, twice.sum()), np.full(n, stamps.sum()))
    return np.column_stack(
        [twice, stamps, _since(twice), _since(stamps), _since(twice[::-1])[::-1], _since(stamps[::-1])[::-1], *counts]
    )


def _shifted(columns: np.ndarray, step: int) -> np.ndarray:
    moved = np.full_like(columns, -1)
    if abs(step) < len(columns):
        if step > 0:
            moved[:-step] = columns[step:]
        else:
            moved[-step:] = columns[:step]
    return moved


def _windows(n_words: np.ndarray, prose: np.ndarray, ruled: np.ndarray, spoken: np.ndarray) -> np.ndarray:
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


def _place(n_words: np.ndarray, prose: np.ndarray, ruled: np.ndarray) -> np.ndarray:
    """Where the line stands: on the page, against its long lines, its best run of text, and the last line a rule cut."""
    n, at = len(n_words), np.arange(len(n_words))
    long = n_words >= LONG
    size = np.median(n_words[long]) if long.any() else 0.0
    total = max(1.0, float(n_words.sum()))
    in_long = np.cumsum(np.where(long, n_words, 0))
    start, end = _best_run(prose)
    columns = [
        at / n, np.minimum(at, 200), np.minimum(n - at, 200), _since(long), _since(long[::-1])[::-1],
        _since(ruled[:, 0] > 0), _since(ruled[::-1, 0] > 0)[::-1], _since(ruled[:, 2] > 0), _since(ruled[:, 3] > 0),
        in_long / max(1.0, in_long[-1]), np.minimum(in_long, 3000), n_words / max(1.0, size),
        np.full(n, in_long[-1] / total), np.full(n, long.sum()), np.full(n, size), np.full(n, np.log1p(n)),
        np.clip(at - start, -100, 100), np.clip(at - end, -100, 100), np.full(n, end - start), (at >= start) & (at < end),
    ]  # fmt: skip
    return np.column_stack(columns)


def _since(flags: np.ndarray) -> np.ndarray:
    """Lines since the last flag before each line, at most 99."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -1000))
    before = np.concatenate(([-1000], last[:-1]))
    return np.minimum(99, at - before)


def _runs(prose: np.ndarray) -> np.ndarray:
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


def _run_so_far(values: np.ndarray) -> np.ndarray:
    """The highest sum of a run of lines that ends at each line."""
    sums, total = [], 0.0
    for value in values.tolist():
        total = max(0.0, total) + value
        sums.append(total)
    return np.array(sums)


def _best_run(values: np.ndarray) -> tuple[int, int]:
    """The run of lines with the highest sum."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    gain = sums - np.minimum.accumulate(sums)
    end = int(gain.argmax())
    return int(sums[: end + 1].argmin()), end
