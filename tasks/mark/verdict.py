"""trafilatura's verdict, aligned to blocks: how much of each block stands in the text it extracts."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.page import Block
from tasks.words import words_in

SHINGLE = 3


def verdict_shares(blocks: Sequence[Block], pieces: Sequence[str]) -> list[float]:
    """For each block the share (0 to 1) of its three-word runs that trafilatura keeps, asked piece by piece.

    A block of under three words counts as kept when it is a whole line of the extract.
    """
    texts = [_extract(piece) for piece in pieces]
    runs = [set(_runs(words_in(text))) for text in texts]
    lines = [{" ".join(words_in(line)) for line in text.split("\n")} for text in texts]
    shares = []
    for block in blocks:
        words = words_in(block.text)
        piece = block.section if block.section < len(texts) else 0
        if len(words) < SHINGLE:
            shares.append(float(bool(words) and " ".join(words) in lines[piece]))
        else:
            own = _runs(words)
            shares.append(sum(run in runs[piece] for run in own) / len(own))
    return shares


def _extract(piece: str) -> str:
    import trafilatura  # costly to import, and pages of text never need it

    # deduplicate stays off: it remembers across pages.
    return trafilatura.extract(piece, include_comments=False, include_tables=True, deduplicate=False) or ""


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]
