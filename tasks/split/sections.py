"""HTML pages whose stories are elements: articles, live-blog entries, repeated sections (numbered by parse)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.split.cues import Cues
from tasks.split.draft import Draft, Hypothesis, Line, placed
from tasks.split.facts import HEADINGS
from tasks.split.unit_drafts import Uses, draft_of, uses_of
from tasks.split.units import Layout, Seen, Unit

LIVE_HOOK = re.compile(r"(?<![a-z])live(?!r)", re.I)  # in a class, an id or schema.org's liveBlogUpdate; no delivery
MIN_WORDS = 8
PER_STORY = 3.0  # how much likelier each story more makes the reading


def story_each_section(seen: Seen, cues: Cues) -> Hypothesis | None:
    """A story each numbered section with running text that was kept."""
    lines = seen.lines
    places: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        places.setdefault(line.block.section, []).append(i)
    units = tuple(_unit(own, lines) for section, own in sorted(places.items()) if section)
    if len(units) < 2:
        return None
    uses = uses_of(Layout(units, True), seen, cues)
    drafts = [draft_of(unit, unit.lead is not None, lines, uses) for unit in units]
    drafts = [draft for draft in drafts if _n_told(draft, lines, uses) >= MIN_WORDS]
    if len(drafts) < 2:
        return None
    for draft in drafts:
        draft.kind = _kind(lines, draft)
    return Hypothesis(
        "story_each_section", tuple(placed(draft, lines) for draft in drafts), PER_STORY * (len(drafts) - 1)
    )


def _n_told(draft: Draft, lines: Sequence[Line], uses: Uses) -> int:
    """The words of its text that the mark step kept, or that stand where it kept other sections' text."""
    return sum(lines[i].n_words for i in draft.body if lines[i].is_body or uses.places[i] in uses.texts)


def _unit(own: Sequence[int], lines: Sequence[Line]) -> Unit:
    """The section's lines, led by its headline or else by its first heading."""
    named = [i for i in own if lines[i].mark.role == "headline"]
    headed = [i for i in own if lines[i].block.tag in HEADINGS and lines[i].is_title_like]
    return Unit(next(iter((*named, *headed)), None), tuple(own))


def is_live(line: Line) -> bool:
    """Does the line stand in an element that is called live?"""
    return any(LIVE_HOOK.search(hook) for hook in line.block.hooks)


def _kind(lines: Sequence[Line], draft: Draft) -> str:
    if is_live(lines[draft.body[0]]):
        return "live_entry"
    return "brief" if len(draft.body) == 1 else "article"
