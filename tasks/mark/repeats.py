"""Blocks that say again what the page has said: exact copies, near copies, cut-off teasers. One full copy stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from tasks.page import Block, Mark
from tasks.words import words_of

MIN_WORDS = 6  # shorter lines repeat innocently: titles, sources, names
SAME_LINES, SAME_WORDS = 3, 8  # short lines in the same order, and words in them, that are no chance
NEAR = 96.0  # rapidfuzz ratio: one character in a line, spacing, quotes
CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:read more|more)?\s*$", re.I)
LIKELY = 0.5  # chance of being text from which a copy is worth keeping
RUN_WORDS = 25  # of an HTML page; rows of tables and entries of lists say the same more shortly


@dataclass(frozen=True, slots=True)
class Repeat:
    """A block that repeats another, which comes before it (a teaser's may come after)."""

    of: int
    rule: str
    score: float = 1.0  # 1 for the same words

    @property
    def mark(self) -> Mark:
        return Mark("repeat", self.rule, self.score)


def mark_repeats(blocks: Sequence[Block]) -> list[Mark | None]:
    """One mark or None a block; the first full copy stays."""
    return [found and found.mark for found in find_repeats(blocks, words_of(block.text for block in blocks))]


def find_repeats(blocks: Sequence[Block], words: Sequence[list[str]]) -> list[Repeat | None]:
    """What each block repeats, if anything. `words` are the blocks' own, case-folded."""
    keys = [" ".join(w) for w in words]
    found: list[Repeat | None] = [None] * len(blocks)
    _exact(keys, words, found)
    _near(keys, words, found)
    _teasers(blocks, keys, words, found)
    if blocks and blocks[0].tag == "line":  # rows of tables and entries of lists on HTML pages may well be alike
        _short_runs(keys, words, found)
    _lines_between(keys, found)
    return found


def settle(repeats: Sequence[Repeat | None], chances: Sequence[float]) -> list[Mark | None]:
    """The marks, where a copy that stands in running text is kept before a first one that stands among furniture."""
    marks: list[Mark | None] = [repeat and repeat.mark for repeat in repeats]
    copies: dict[int, list[int]] = {}
    for i, repeat in enumerate(repeats):
        if repeat is not None and repeat.rule != "repeat-teaser":
            copies.setdefault(repeat.of, []).append(i)
    for first, others in copies.items():
        better = next((i for i in others if chances[i] >= LIKELY), None)
        if better is not None and chances[first] < LIKELY:
            marks[first], marks[better] = marks[better], marks[first]
    return marks


def long_runs(marks: Sequence[Mark | None], words: Sequence[float]) -> list[Mark | None]:
    """The marks of runs of repeated blocks that have `RUN_WORDS` together: whether a short one is text, a model says."""
    kept: list[Mark | None] = [None] * len(marks)
    for is_repeat, run in groupby(range(len(marks)), key=lambda i: marks[i] is not None):
        at = list(run)
        if is_repeat and sum(words[i] for i in at) >= RUN_WORDS:
            kept[at[0] : at[-1] + 1] = marks[at[0] : at[-1] + 1]
    return kept


def _exact(keys: list[str], words: Sequence[list[str]], found: list[Repeat | None]) -> None:
    first: dict[str, int] = {}
    for i, key in enumerate(keys):
        if len(words[i]) >= MIN_WORDS and (of := first.setdefault(key, i)) != i:
            found[i] = Repeat(of, "repeat-exact")


def _short_runs(keys: list[str], words: Sequence[list[str]], found: list[Repeat | None]) -> None:
    """Short lines repeat innocently one by one, but not three and more in the same order."""
    first: dict[tuple[str, ...], int] = {}
    for i, run in enumerate(zip(*(keys[k:] for k in range(SAME_LINES)), strict=False)):
        of = first.setdefault(run, i)
        if of > i - SAME_LINES or len(set(run)) < SAME_LINES or not all(run):
            continue
        if sum(map(len, words[i : i + SAME_LINES])) >= SAME_WORDS:
            for k in range(SAME_LINES):
                found[i + k] = found[i + k] or Repeat(of + k, "repeat-run")


def _near(keys: list[str], words: Sequence[list[str]], found: list[Repeat | None]) -> None:
    """Of three parts of a line, one changed character leaves two the same: lines that share a part are compared."""
    by_part: dict[tuple[int, str], list[int]] = {}
    for i, line in enumerate(words):
        if len(line) < 2 * MIN_WORDS or found[i]:
            continue
        third = len(line) // 3
        parts = [(0, " ".join(line[:third])), (2, " ".join(line[-third:]))]
        rivals = sorted({j for part in parts for j in by_part.get(part, ())})
        best, of = max(((fuzz.ratio(keys[i], keys[j], score_cutoff=NEAR), -j) for j in rivals), default=(0.0, 0))
        if best >= NEAR:
            found[i] = Repeat(-of, "repeat-near", round(best / 100, 3))
        else:
            for part in parts:
                by_part.setdefault(part, []).append(i)


def _teasers(blocks: Sequence[Block], keys: list[str], words: Sequence[list[str]], found: list[Repeat | None]) -> None:
    """A cut-off line whose words begin a longer line anywhere on the page is a teaser of it."""
    cut_off = [
        i for i, b in enumerate(blocks) if found[i] is None and len(words[i]) >= MIN_WORDS and CUT_OFF.search(b.text)
    ]
    for i in cut_off:
        start = " ".join(words[i][:-1])
        of = next((j for j, key in enumerate(keys) if len(key) > len(keys[i]) and key.startswith(start)), None)
        if of is not None:
            found[i] = Repeat(of, "repeat-teaser")


def _lines_between(keys: list[str], found: list[Repeat | None]) -> None:
    """Short lines (sub-heads, list items, credits) that follow or lead a repeated line as they did the first time."""
    for step in (1, -1) if any(found) else ():
        order = range(1, len(keys)) if step > 0 else range(len(keys) - 2, -1, -1)
        for i in order:
            near = found[i - step]
            if found[i] is None and near is not None and near.rule != "repeat-teaser" and keys[i]:
                of = near.of + step
                if 0 <= of < i and keys[of] == keys[i]:
                    found[i] = Repeat(of, "repeat-run")
