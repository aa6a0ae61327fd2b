"""Which lines of a flattened page stand in its gold text: both are aligned word by word, in order."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from tasks.words import words_in, words_of

KEPT = 0.55  # share of a line's words that the gold text holds in the same place
SHORT = 4  # words; a shorter line counts only next to a kept one


def label_lines(texts: Sequence[str], gold: str) -> list[bool]:
    """One truth a line. A line of furniture that happens to stand in the gold text elsewhere is not kept."""
    words = words_of(texts)
    at = _alignment([w for line in words for w in line], words_in(gold))
    spans, start = [], 0
    for line in words:
        spans.append(at[start : start + len(line)])
        start += len(line)
    kept = [_kept(span) for span in spans]
    return [k and (len(s) >= SHORT or _joins(spans, kept, i)) for i, (k, s) in enumerate(zip(kept, spans, strict=True))]


def _alignment(page: list[str], gold: list[str]) -> list[int]:
    """For each word of the page its place in the gold text, or -1."""
    at = [-1] * len(page)
    if not page or not gold:
        return at
    for op in LCSseq.opcodes(page, gold):
        if op.tag == "equal":
            at[op.src_start : op.src_end] = range(op.dest_start, op.dest_end)
    return at


def _kept(span: Sequence[int]) -> bool:
    """Most of its words are there, and close together."""
    found = [place for place in span if place >= 0]
    if not found or len(found) < KEPT * len(span):
        return False
    return found[-1] - found[0] < 3 * len(span) + 8


def _joins(spans: Sequence[Sequence[int]], kept: Sequence[bool], i: int) -> bool:
    """A short line's place in the gold text carries on from a neighbouring line's, or leads to it."""
    own = [place for place in spans[i] if place >= 0]
    for step in (-1, 1):
        for j in range(i + step, i + 4 * step, step):
            if 0 <= j < len(spans) and kept[j] and len(spans[j]) >= SHORT:
                near = [place for place in spans[j] if place >= 0]
                gap = own[0] - near[-1] if step < 0 else near[0] - own[-1]
                return 0 < gap <= 12
    return False
