"""Boxes of an HTML page: what stands in one element with a heading of related stories, a newsletter or adverts, or under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.page import BODY_ROLES, Block, Mark
from tasks.words import n_words

BOXED = ("related", "advert", "newsletter")
ARTICLE = 40  # words of text outside the boxes
TITLES = 0.2  # words of sub-heads in an article, for each of its text
TEASER, SHARE = 45, 0.34  # words of a box's longest text; its part of the page's text
LEVELS = 3  # elements around the heading that may be the box


def with_boxes(blocks: Sequence[Block], marks: Sequence[Mark], heads: dict[str, str], rule: str) -> list[Mark]:
    """The marks, but what `rule` kept in boxes under an article goes with their headings, which rules name (`heads`).

    A page without an article may hold little else but titles, and is left alone.
    """
    opened = [i for i, mark in enumerate(marks) if heads.get(mark.rule) in BOXED]
    words = [n_words(block.text) if mark.kept else 0 for block, mark in zip(blocks, marks, strict=True)]
    titles = sum(n for n, mark in zip(words, marks, strict=True) if mark.role == "subhead")
    text = sum(n for n, mark in zip(words, marks, strict=True) if mark.role in BODY_ROLES) - titles
    if not opened or titles > TITLES * text:
        return list(marks)
    done = list(marks)
    for i in opened:
        kept = [k for k in _in_box(blocks, marks, i) if marks[k].kept]
        inside = [words[k] for k in kept]
        able = all(marks[k].rule == rule and marks[k].role in BODY_ROLES for k in kept)
        if able and max(inside, default=0) <= TEASER and sum(inside) <= min(SHARE * text, text - ARTICLE):
            for k in kept:
                done[k] = replace(marks[k], role=heads[marks[i].rule])
    return _with_titles(done, words, heads)


def _in_box(blocks: Sequence[Block], marks: Sequence[Mark], heading: int) -> list[int]:
    """What follows the heading in the smallest element that holds more than it, and begins with it."""
    for home in blocks[heading].elements[-2 : -2 - LEVELS : -1]:
        over = _held(blocks, home, range(heading - 1, -1, -1))
        if any(marks[k].kept for k in over):
            return []
        if inside := _held(blocks, home, range(heading + 1, len(blocks))):
            return inside
    return []


def _held(blocks: Sequence[Block], home: int, span: range) -> list[int]:
    """Those at the beginning of the span that stand in the element."""
    n = next((n for n, k in enumerate(span) if home not in blocks[k].elements), len(span))
    return [*span[:n]]


def _with_titles(marks: Sequence[Mark], words: Sequence[int], heads: dict[str, str]) -> list[Mark]:
    """The marks, but titles under such a heading go with what stands under them, where that is cut."""
    done, box, told = list(marks), None, 0
    for i, (mark, under) in enumerate(zip(marks, [*marks[1:], None], strict=True)):
        if mark.role == "subhead":
            if box is not None and under is not None and not under.kept:
                done[i] = replace(mark, role=box.role)
        elif mark.kept:
            box = None
            told += words[i] if mark.role in BODY_ROLES else 0
        elif heads.get(mark.rule) in BOXED and told >= ARTICLE:
            box = mark
    return done
