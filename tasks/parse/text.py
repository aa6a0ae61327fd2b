"""A text page into blocks: one block a line, with the line it stood on and whether a blank line stood before it."""

from __future__ import annotations

from tasks.page import Block


def read_lines(text: str) -> tuple[Block, ...]:
    """Every line with a visible character, in order. White space is folded; no other character is altered."""
    blocks: list[Block] = []
    blank = False
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        folded = " ".join(line.split())
        if folded:
            blocks.append(Block(index=len(blocks), text=folded, line=number, blank_before=blank))
        blank = not folded
    return tuple(blocks)
