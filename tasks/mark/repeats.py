"""Blocks that say again what the page has said: exact copies, near copies, cut-off teasers. The first full copy stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from tasks.page import Block, Mark

MIN_WORDS = 6  # shorter lines repeat innocently: titles, sources, names
NEAR = 96.0  # rapidfuzz ratio: one character in a line, spacing, quotes
CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:read more|more)?\s*$", re.I)
WORD = re.compile(r"\w+")


def mark_repeats(blocks: Sequence[Block]) -> list[Mark | None]:
    """One mark or None a block; `score` is how alike the copy is (1 for the same words)."""
    words = [WORD.findall(block.text.casefold()) for block in blocks]
    marks: list[Mark | None] = [None] * len(blocks)
    keys = [" ".join(w) for w in words]
    _exact(keys, words, marks)
    _near(keys, words, marks)
    _teasers(blocks, keys, words, marks)
    _lines_between(keys, marks)
    return marks


def _exact(keys: list[str], words: list[list[str]], marks: list[Mark | None]) -> None:
    first: dict[str, int] = {}
    for i, key in enumerate(keys):
        if len(words[i]) >= MIN_WORDS and first.setdefault(key, i) != i:
            marks[i] = Mark("repeat", "repeat-exact")


def _near(keys: list[str], words: list[list[str]], marks: list[Mark | None]) -> None:
    """Of three parts of a line, one changed character leaves two the same: lines that share a part are compared."""
    by_part: dict[tuple[int, str], list[int]] = {}
    for i, line in enumerate(words):
        if len(line) < 2 * MIN_WORDS or marks[i]:
            continue
        third = len(line) // 3
        parts = [(0, " ".join(line[:third])), (2, " ".join(line[-third:]))]
        rivals = sorted({j for part in parts for j in by_part.get(part, ())})
        best = max((fuzz.ratio(keys[i], keys[j], score_cutoff=NEAR) for j in rivals), default=0.0)
        if best >= NEAR:
            marks[i] = Mark("repeat", "repeat-near", round(best / 100, 3))
        else:
            for part in parts:
                by_part.setdefault(part, []).append(i)


def _teasers(blocks: Sequence[Block], keys: list[str], words: list[list[str]], marks: list[Mark | None]) -> None:
    """A cut-off line whose words begin a longer line anywhere on the page is a teaser of it."""
    cut_off = [
        i for i, b in enumerate(blocks) if marks[i] is None and len(words[i]) >= MIN_WORDS and CUT_OFF.search(b.text)
    ]
    for i in cut_off:
        start = " ".join(words[i][:-1])
        if any(len(key) > len(keys[i]) and key.startswith(start) for j, key in enumerate(keys) if j != i):
            marks[i] = Mark("repeat", "repeat-teaser")


def _lines_between(keys: list[str], marks: list[Mark | None]) -> None:
    """A short line inside a repeated run (a sub-head, an agency credit) is repeated with it."""
    seen: set[str] = set()
    for i, key in enumerate(keys):
        before = i > 0 and marks[i - 1] is not None
        after = i + 1 < len(keys) and marks[i + 1] is not None
        if marks[i] is None and key in seen and before and (after or i + 1 == len(keys)):
            marks[i] = Mark("repeat", "repeat-run")
        seen.add(key)
