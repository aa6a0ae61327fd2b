"""Whose titles are they? The words that a heading shares with the text around it tell an article's from a round-up's."""

from __future__ import annotations

import re

from tasks.split.cohesion import Words
from tasks.split.cues import PREFIX
from tasks.split.sheet import Sheet

SHORT_WORD = re.compile(r"[^\W\d_]{4,}")
RECURRING = 2  # words
TELLING = 3  # words that tell a subject: a heading of fewer is a sub-head's label
MIN_HEADED, MOSTLY = 2, 0.6
SHARED = 0.25  # of a heading's words


def are_headed(sheet: Sheet) -> bool:
    """Do most titles on the page share words with the text under them, and none with the text before? Sub-heads do with both."""
    gaps = sheet.gaps
    titled = gaps.sign("title")
    if titled[1:].sum() < MIN_HEADED:
        return False
    before: set[str] = set()
    n_headed = 0
    for k in range(1, len(gaps.text)):
        before |= sheet.words(int(gaps.text[k - 1]))
        if titled[k]:
            own = _title_words(range(int(gaps.text[k - 1]) + 1, int(gaps.text[k])), sheet)
            told = sheet.words(int(gaps.text[k]))
            alone = len(own & told) >= SHARED * len(own) and len(own & before) <= SHARED * len(own)
            n_headed += alone and len(own) >= TELLING
    return n_headed >= MIN_HEADED and n_headed >= MOSTLY * titled[1:].sum()


def _title_words(window: range, sheet: Sheet) -> frozenset[str]:
    """The words of the likeliest title among some lines."""
    title = max(window, key=lambda i: (round(sheet.guesses.title[i], 2), -i))
    return _heading_words(sheet.lines[title].text) - sheet.common


def _heading_words(text: str) -> frozenset[str]:
    """Its words; what stands before keeps its first word a name."""
    return Words.read(f"| {text}").told


def is_under_headline(sheet: Sheet) -> bool:
    """Does a line over the page's first paragraph hold words of the text? A digest's own name does not."""
    heads = [line for line in sheet.lines[: min(sheet.text)] if line.is_title_like and 3 <= line.n_words <= 25]
    named = [_short_words(line.text) - sheet.common for line in heads]
    named = [words for words in named if len(words) >= RECURRING]
    told: set[str] = set()
    for i in sheet.gaps.text if named else ():
        told |= _short_words(sheet.lines[i].text)
        if any(len(words & told) >= RECURRING for words in named):
            return True
    return False


def _short_words(text: str) -> frozenset[str]:
    """Its words of four letters and more: a headline has few, so that each counts."""
    return frozenset(word[:PREFIX] for word in SHORT_WORD.findall(text.casefold()))
