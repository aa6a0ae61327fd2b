"""Which blocks of a labelled page are main text: its gold text, or its snippets, laid over its blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from tasks.page import Block

WORD = re.compile(r"\w+")
SAME = 0.5


def gold_shares(blocks: Sequence[Block], gold: str) -> np.ndarray:
    """For each block the part of its three-word runs that stands in the gold text (0 to 1), each run used up once.

    A block of under three words counts where it is a line of the gold text, or stands there between kept blocks.
    """
    words = [WORD.findall(block.text.casefold()) for block in blocks]
    left = Counter(_runs(WORD.findall(gold.casefold())))
    shares = np.zeros(len(blocks))
    for i, own in enumerate(words):
        if len(own) >= 3 and blocks[i].tag != "img":
            shares[i] = _use_up(_runs(own), left)
    lines = Counter(" ".join(WORD.findall(line.casefold())) for line in gold.split("\n"))
    all_words = f" {' '.join(WORD.findall(gold.casefold()))} "
    for i, own in enumerate(words):
        if 0 < len(own) < 3 and blocks[i].tag != "img":
            line = " ".join(own)
            near = [shares[j] >= SAME for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
            if (lines[line] > 0 and any(near)) or (all(near) and f" {line} " in all_words):
                shares[i] = 1.0
                lines[line] -= 1
    return shares


def snippet_labels(blocks: Sequence[Block], must: Sequence[str], must_not: Sequence[str]) -> np.ndarray:
    """1 for blocks that hold a snippet which must be kept, 0 for one that must not, nan where nothing is known."""
    labels = np.full(len(blocks), np.nan)
    for label, snippets in ((0.0, must_not), (1.0, must)):
        wanted = [" ".join(s.split()) for s in snippets]
        for i, block in enumerate(blocks):
            if any(s and s in block.text for s in wanted) and block.tag != "img":
                labels[i] = label
    return labels


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _use_up(own: Sequence[tuple[str, ...]], left: Counter) -> float:
    found = [run for run in own if left[run] > 0]
    share = len(found) / len(own)
    if share >= SAME:
        left.subtract(found)
    return share
