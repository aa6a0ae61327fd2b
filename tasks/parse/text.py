"""A text page into blocks: a block a line, where a sentence broken at a link or an emphasis is one block again."""

from __future__ import annotations

from tasks.page import Block
from tasks.parse.rejoin import carries_on


def read_lines(text: str) -> tuple[Block, ...]:
    """Every line with a visible character, in order, with its first line's number and how many it was made of.

    White space is folded and pieces of one sentence are joined with one space; no other character is altered.
    """
    rows = [" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    rows.append("")
    blocks: list[Block] = []
    at, last = 0, len(rows) - 1
    while at < last:
        start, joined = at, rows[at]
        at += 1
        if not joined:
            continue
        # A blank line ends a paragraph: on real pages three of four such joins would be wrong.
        while rows[at] and carries_on(joined, rows[at], rows[at + 1]):
            joined = f"{joined} {rows[at]}"
            at += 1
        blank = start > 0 and not rows[start - 1]
        blocks.append(Block(len(blocks), joined, line=start, n_lines=at - start, blank_before=blank))
    return tuple(blocks)
