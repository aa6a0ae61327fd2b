"""A line's characters by kind, and the shape of the line that they make."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np

KINDS = "lower upper letter digit space stop comma colon quote dash bracket sign other".split()
L, U, O, D, SP, STOP, COMMA, COLON, QUOTE, DASH, BRACKET, SIGN, OTHER = range(len(KINDS))  # noqa: E741
FINAL, COLON_END, DIGITS = 1, 18, 6  # columns of the shape that others read


def shape_columns(texts: Sequence[str]) -> np.ndarray:
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


def prose_of(shape: np.ndarray) -> np.ndarray:
    """Words of running text less a toll a line, a higher one where no sentence ends."""
    return np.minimum(shape[:, 0], 60) - np.where(shape[:, FINAL] + shape[:, COLON_END] > 0, 9, 14)


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
