"""A text page into blocks: a block a line, where a sentence broken at a link or an emphasis is one block again."""

from __future__ import annotations

from tasks.page import Block
from tasks.parse.rejoin import carries_on, joined


def read_lines(page: str) -> tuple[Block, ...]:
    """Every line with a visible character, in order, with its first line's number and how many it was made of.

    White space is folded and pieces of one sentence are joined (with one space, but none before a comma); no other
    character is altered.
    """
    rows = [" ".join(line.split()) for line in page.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    rows.append("")
    blocks: list[Block] = []
    at, last, spaced = 0, len(rows) - 1, any(mark in page for mark in (" : ", " ?", "\xa0:", "\xa0?"))
    while at < last:
        start, text = at, rows[at]
        at += 1
        if not text:
            continue
        # A blank line ends a paragraph: on real pages three of four such joins would be wrong.
        while rows[at] and carries_on(text, rows[at], rows[at + 1]):
            text = joined(text, rows[at], spaced)
            at += 1
        blank = start > 0 and not rows[start - 1]
        blocks.append(Block(len(blocks), text, line=start, n_lines=at - start, blank_before=blank))
    return tuple(blocks)
