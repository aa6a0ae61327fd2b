"""Texts whose lines were broken to a width, as in mail, wire copy, minitel pages and what a scanner read.

In such a text a line was broken where the next word had no place left in it; every other line end is the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import east_asian_width

from tasks.describe.times import looks_like_byline_of_names

NARROWEST, WIDEST = 28, 110  # columns
LONGER = 0.06  # of the lines may be longer than the width: an address cannot be broken, a head may stand in a wider row
BEYOND = 0.2  # of the text at most is in such lines
FEWEST = 5  # broken lines
LONG, BROKEN = 0.6, 0.6  # of the width; of the lines as long that another follows
WITHIN = (
    0.35  # of the broken lines end within a sentence, before a word that is no name: headlines of one length do not
)
FIRST_WORD = 24  # columns; a longer one is an address
WIDE = ("W", "F")
UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]")
UNSPACED_BREAK = 2  # columns at a row's end in which such a script may break: some signs begin no row
STOPS = frozenset(".!?…。！？।؟:")
CLOSING = "\"'”’»“)]」』"
INDENT = 2  # columns that begin a paragraph
TABLE = re.compile(r"\S {2,}\S")
FEW_TABLES = 0.3  # of the rows: in more of them the gaps are those of justified text
# An item of a list, a field of a message's head (`From: …`).
ITEM = re.compile(r"\s*(?:(?:[-–—*•·▪‣●○#>+]|\(?\d{1,3}[.)]|[A-Za-z][.)])\s|[A-Z][\w-]{1,15}: \S)")
DATELINE = re.compile(r"(?P<place>[^–—(-]{2,30}?) ?(?:\([^()]{2,40}\) ?)?[–—-] ")
STOP_WITHIN = re.compile(r"[.!?…।؟。！？][\"'”’»)]?(?:\s+\S|[\u3040-\u9fff])")
WORDLESS = re.compile(r"[\W_]*")


def broken_at(rows: Sequence[str]) -> frozenset[int]:
    """The rows that go on in the next one; none where the page's lines were not broken to a width."""
    rows = [row.expandtabs().rstrip() for row in rows]
    size = [_size(row) for row in rows]
    lengths = sorted(filter(None, size))
    if len(lengths) < FEWEST:
        return frozenset()
    width = lengths[-1 - int(LONGER * len(lengths))]
    beyond = sum(n for n in lengths if n > width)
    if not NARROWEST <= width <= WIDEST or beyond > BEYOND * sum(lengths):
        return frozenset()
    followed = [i for i, (row, after) in enumerate(pairwise(rows)) if row and after and not _begins(row, after)]
    broken = [i for i in followed if size[i] + _first_word(rows[i + 1]) > width]
    within = sum(not _ends(rows[i]) and _may_go_on(rows[i + 1]) for i in broken)
    n_long = sum(size[i] >= LONG * width for i in followed)
    has_stops = any(STOP_WITHIN.search(row) for row in rows)
    if len(broken) < max(FEWEST, BROKEN * n_long) or within < WITHIN * len(broken) or not has_stops:
        return frozenset()
    return frozenset(broken) - _at_heads(rows, broken) - _at_tables(rows)


def _size(text: str) -> int:
    """The columns that the text takes: signs of Chinese, Japanese and Korean take two."""
    return len(text) + sum(east_asian_width(sign) in WIDE for sign in text)


def _first_word(row: str) -> int:
    """The columns that the row's first word would have taken behind another."""
    row = row.lstrip()
    return UNSPACED_BREAK if UNSPACED.match(row) else 1 + min(_size(row.split(None, 1)[0]), FIRST_WORD)


def _begins(row: str, after: str) -> bool:
    """Does the next row begin something: a paragraph by its indent or dateline, an item of a list, a byline, text under capitals?"""
    if ITEM.match(after) or _indent(after) >= _indent(row) + INDENT or row.isupper() != after.isupper():
        return True
    after = after.strip()
    is_line = after.endswith(":") or looks_like_byline_of_names(after) or WORDLESS.fullmatch(after) is not None
    dateline = DATELINE.match(after)
    return is_line or (dateline is not None and dateline["place"].isupper())


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _ends(row: str) -> bool:
    """Does the row end as sentences do?"""
    return row.rstrip(CLOSING)[-1:] in STOPS


def _may_go_on(after: str) -> bool:
    """Does the row begin with a small letter, or one of a script that has no others?"""
    first = after.lstrip()[0]
    return first.islower() or (first.isalpha() and not first.isupper())


def _at_heads(rows: Sequence[str], broken: Sequence[int]) -> set[int]:
    """The ends of sentences over a heading: what ends without a stop, though nobody broke it there, is none of the text over it."""
    found, goes_on = set(), set(broken)
    for last in (i + 1 for i in broken if i + 1 not in goes_on and not _ends(rows[i + 1])):
        at = last - 1
        while at in goes_on and not _ends(rows[at]):
            at -= 1
        if at in goes_on:
            found.add(at)
    return found


def _at_tables(rows: Sequence[str]) -> set[int]:
    """The rows of a table or a page's head, in columns, and those before them."""
    tables = [i for i, row in enumerate(rows) if TABLE.search(row)]
    return {k for i in tables for k in (i - 1, i)} if len(tables) <= FEW_TABLES * sum(map(bool, rows)) else set()
