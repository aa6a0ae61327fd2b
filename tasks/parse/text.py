"""A text page into blocks: a block a line, where a sentence broken at a link, an emphasis or the page's width is one block again."""

from __future__ import annotations

import re

from tasks.page import Block
from tasks.parse.rejoin import carries_on, joined
from tasks.parse.wraps import broken_at

SENTENCE = 7  # spaces between its words
STOPS = (".", "!", "?", "…", "。", "！", "？", "।", ".”", '."', ".»", "»")
CODE, SIGNS = re.compile(r"[{}\[\]<>=_;\\|#$&*@^~()`]"), 0.03  # of a program's characters
PROSE = 0.5  # of the text is in lines that are sentences


def is_prose(text: str) -> bool:
    """Are these sentences, broken to a width or whole in their lines? What is set as it stands may be a program too."""
    if len(CODE.findall(text)) > SIGNS * len(text):
        return False
    rows = text.split("\n")
    told = sum(len(row) for row in rows if row.count(" ") >= SENTENCE and row.rstrip().endswith(STOPS))
    return bool(broken_at(rows)) or told > PROSE * sum(map(len, rows))


def read_lines(page: str) -> tuple[Block, ...]:
    """Every line with a visible character, in order, with its first line's number and how many it was made of.

    White space is folded and pieces of one sentence are joined (with one space, but none before a comma); no other
    character is altered.
    """
    raw = page.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    broken = broken_at(raw)
    rows = [" ".join(line.split()) for line in raw]
    rows.append("")
    blocks: list[Block] = []
    at, last, spaced = 0, len(rows) - 1, any(mark in page for mark in (" : ", " ?", "\xa0:", "\xa0?"))
    while at < last:
        start, text = at, rows[at]
        at += 1
        if not text:
            continue
        # A blank line ends a paragraph: on real pages three of four such joins would be wrong.
        while rows[at] and (at - 1 in broken if broken else carries_on(text, rows[at], rows[at + 1])):
            text = joined(text, rows[at], spaced)
            at += 1
        blank = start > 0 and not rows[start - 1]
        blocks.append(Block(len(blocks), text, line=start, n_lines=at - start, blank_before=blank))
    return tuple(blocks)
