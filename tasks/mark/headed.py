"""Furniture that runs on from its heading: lines under `Comments` are comments, titles under `Related` are related."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tasks.page import Block, Mark
from tasks.words import n_words

LINK = "comments-link"  # the rule of one story's link to its comments
SHORT = 25  # words: under a heading only lines this short are items; a longer one may be the story itself
ENCLOSED = ("app_banner", "newsletter", "cookie_notice")
BETWEEN = "between-"  # how the rules of such marks begin
LONG_RUNS = ("comments",)  # whose items may be long, when the heading stands after most of the page's words
SENTENCE = 10  # words
NUMBER = re.compile(r"\d+")


def mark_headed(blocks: Sequence[Block], marks: Sequence[Mark | None], heads: dict[str, str]) -> list[Mark | None]:
    """The marks, with open lines under a heading given the heading's role until another rule's line ends the run."""
    done, role = list(marks), None
    lengths = [n_words(block.text) for block in blocks]
    total, before = sum(lengths), 0
    late = False
    of_stories = _counts_of_stories(blocks, marks, heads, lengths)
    for i, mark in enumerate(marks):
        if mark is None and role is not None and lengths[i] >= SHORT and not (late and role in LONG_RUNS):
            role = None
        if mark is None and role is not None:
            done[i] = Mark(role, f"under-{role}", 0.8)
        elif i in of_stories:
            role = None
        elif mark is not None and mark.role not in ("image_alt", "repeat"):
            role = heads.get(mark.rule, role if mark.role == role else None)
            late = before > 0.6 * total
        before += lengths[i]
    _fill_between(done)
    return done


def _counts_of_stories(
    blocks: Sequence[Block], marks: Sequence[Mark | None], heads: dict[str, str], lengths: Sequence[int]
) -> frozenset[int]:
    """Lines that count one story's comments each (`12 comments`), and head none: several, with sentences between.

    Two of the same number may stand over and under one article, unless a link to comments stands apart from both.
    """
    runs = [(i, heads.get(mark.rule)) for i, mark in enumerate(marks) if mark is not None]
    counts = {i: number[0] for i, run in runs if run in LONG_RUNS and (number := NUMBER.search(blocks[i].text))}
    links = [i for i, mark in enumerate(marks) if mark is not None and mark.rule == LINK]
    told = any(_are_apart(sorted(at), marks, lengths) for at in (counts, [*counts, *links]) if len(at) > 2)
    differ = len({*counts.values()}) > 1 and _are_apart([*counts], marks, lengths)
    return frozenset(counts) if len(counts) > 1 and (told or differ) else frozenset()


def _are_apart(at: Sequence[int], marks: Sequence[Mark | None], lengths: Sequence[int]) -> bool:
    """Does an open sentence stand between each of these lines and the next?"""
    is_sentence = [mark is None and n >= SENTENCE for mark, n in zip(marks, lengths, strict=True)]
    return all(any(is_sentence[a + 1 : b]) for a, b in pairwise(at))


def _fill_between(marks: list[Mark | None]) -> None:
    """One to three open lines between two lines of the same app banner, newsletter form or notice belong to it."""
    for role in ENCLOSED:
        at = [i for i, mark in enumerate(marks) if mark is not None and mark.role == role]
        for a, b in zip(at, at[1:], strict=False):
            if 1 < b - a <= 4:
                for i in range(a + 1, b):
                    marks[i] = marks[i] or Mark(role, f"{BETWEEN}{role}", 0.8)
