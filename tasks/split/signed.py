"""Who and when of a text page's one story: lines about its headline that the line model took for furniture or sub-heads."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.mark.signed import mark_signed
from tasks.page import Mark
from tasks.split.draft import Draft, Line

RULE = "line-model"
STANDFIRST = 7  # words of a line that may be one
WIDEST = 12  # lines from the first to the last that say who and when


def sign(lines: Sequence[Line], draft: Draft) -> None:
    """Gives the draft its times and bylines among its others, and takes them from its body."""
    is_under = draft.time is not None and (draft.title is None or draft.time > draft.title)
    own = {**({draft.time: Mark("time", RULE)} if is_under else {}), **draft.others}
    marks = [own.get(line.index, line.mark) for line in lines]
    if draft.title is not None:
        marks[draft.title] = Mark("headline", RULE)
    signed = mark_signed([line.block for line in lines], marks, RULE)
    found = [i for i, (before, now) in enumerate(zip(marks, signed, strict=True)) if now is not before]
    if not is_under and any(signed[i].role == "time" for i in found):
        draft.time = None  # above the headline stands the day on which the page was read
    draft.others |= {i: signed[i] for i in found} | {
        i: Mark("byline", "byline-said", 0.6) for i in _among(found, lines, draft)
    }
    draft.body = [i for i in draft.body if i not in draft.others and i != draft.time]


def _among(found: Sequence[int], lines: Sequence[Line], draft: Draft) -> list[int]:
    """Short lines of the body between those found: an office under a name, an `and` between two."""
    span = [*found, *([draft.time] if found and draft.time is not None else [])]
    between = range(min(span, default=0), max(span, default=0))
    if len(between) > WIDEST:
        return []
    return [i for i in draft.body if i in between and i not in span and lines[i].n_words < STANDFIRST]
