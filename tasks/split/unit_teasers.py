"""Teasers among the units of an HTML page: texts that break off, to be read elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.page import Mark
from tasks.split.draft import Draft, Line
from tasks.split.facts import HEADINGS


def drop_teasers(draft: Draft, lines: Sequence[Line]) -> None:
    """Cut-off texts at a story's end, and a heading over each, lead to others."""
    body = list(draft.body)
    while body:
        is_heading = len(body) < len(draft.body) and _is_heading(lines[body[-1]])
        if not is_heading and not lines[body[-1]].breaks_off:
            break
        del body[-1]
    is_last_alone = len(body) + 1 == len(draft.body)  # a paragraph that was shortened
    if len(body) > 1 and not is_last_alone:
        draft.others.update(dict.fromkeys(draft.body[len(body) :], Mark("related", "unit-teaser")))
        draft.body = body


def _is_heading(line: Line) -> bool:
    return line.block.tag in HEADINGS and line.is_title_like


def are_cut_off(drafts: Sequence[Draft], lines: Sequence[Line]) -> bool:
    """Do most end in the middle, to be read elsewhere?"""
    return sum(lines[draft.body[-1]].breaks_off for draft in drafts) > len(drafts) / 2
