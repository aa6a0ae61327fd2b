"""Which lines of a flattened page are running text: the runs of lines that are worth more words than they cost.

A line is worth its words less a toll, a line that ends no sentence pays a higher one; the runs of highest sum are the
text (all maximal runs, Ruzzo & Tompa 1999). Short lines inside a run are sub-heads; just before one, its headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.page import Block, Mark

TOLL = 9.0
FRAGMENT_TOLL = 14.0
MARKED_TOLL = 12.0
MIN_RUN = 14.0
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$|[.!?,][”\"]$|:$")


def ends_sentence(text: str) -> bool:
    return SENTENCE_END.search(text) is not None


def mark_lines(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> list[Mark]:
    """A mark for every block that rules and repeats left open; theirs stand."""
    values = [_value(block, mark) for block, mark in zip(blocks, marks, strict=True)]
    inside = [False] * len(blocks)
    for start, end, total in maximal_runs(values):
        if total >= MIN_RUN:
            inside[start:end] = [True] * (end - start)
    return [mark or _line_mark(block, inside[block.index]) for block, mark in zip(blocks, marks, strict=True)]


def _value(block: Block, mark: Mark | None) -> float:
    if mark is not None:
        return -MARKED_TOLL if not mark.kept else -1.0
    n_words = block.text.count(" ") + 1
    return min(n_words, 60) - (TOLL if ends_sentence(block.text) else FRAGMENT_TOLL)


def _line_mark(block: Block, inside: bool) -> Mark:
    if not inside:
        return Mark("other_furniture", "outside-text-runs", 0.5)
    n_words = block.text.count(" ") + 1
    if ends_sentence(block.text) or n_words >= 14:
        return Mark("body", "text-run", 0.7)
    return Mark("subhead", "text-run", 0.5)


def maximal_runs(values: Sequence[float]) -> list[tuple[int, int, float]]:
    """All maximal scoring runs as (start, end, sum), in order: Ruzzo & Tompa's linear-time algorithm."""
    runs: list[tuple[int, int, float, float]] = []  # start, end, sum before, sum up to its end
    total = 0.0
    for i, value in enumerate(values):
        before, total = total, total + value
        if value <= 0:
            continue
        start = i
        while True:
            j = next((k for k in range(len(runs) - 1, -1, -1) if runs[k][2] < before), None)
            if j is None or runs[j][3] >= total:
                runs.append((start, i + 1, before, total))
                break
            start, _, before, _ = runs[j]
            del runs[j:]
    return [(start, end, after - before) for start, end, before, after in runs]
