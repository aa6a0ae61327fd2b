"""HTML pages whose stories are elements: articles, live-blog entries, repeated sections (numbered by parse)."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.split.cues import Cues
from tasks.split.draft import Draft, Hypothesis, Line
from tasks.split.facts import HEADINGS
from tasks.split.unit_drafts import draft_of, placed, uses_of
from tasks.split.units import Layout, Seen, Unit

LIVE_HOOK = "live"  # in a class, an id or schema.org's liveBlogUpdate
MIN_WORDS = 8


def story_each_section(page: Seen, cues: Cues) -> Hypothesis | None:
    """A story each numbered section with running text in it."""
    seen = page.lines
    places: dict[int, list[int]] = {}
    for i, line in enumerate(seen):
        places.setdefault(line.block.section, []).append(i)
    units = tuple(_unit(own, seen) for section, own in sorted(places.items()) if section)
    if len(units) < 2:
        return None
    uses = uses_of(Layout(units, True), page, cues)
    drafts = [draft_of(unit, unit.lead is not None, seen, uses) for unit in units]
    drafts = [draft for draft in drafts if sum(seen[i].n_words for i in draft.body) >= MIN_WORDS]
    if len(drafts) < 2:
        return None
    for draft in drafts:
        draft.kind = _kind(seen, draft)
    return Hypothesis("story_each_section", tuple(placed(draft, seen) for draft in drafts), 3.0 * (len(drafts) - 1))


def _unit(own: Sequence[int], lines: Sequence[Line]) -> Unit:
    """The section's lines, led by its headline or else by its first heading."""
    named = [i for i in own if lines[i].mark.role == "headline"]
    headed = [i for i in own if lines[i].block.tag in HEADINGS and lines[i].is_title_like]
    return Unit(next(iter((*named, *headed)), None), tuple(own))


def _kind(lines: Sequence[Line], draft: Draft) -> str:
    if any(LIVE_HOOK in hook.lower() for hook in lines[draft.body[0]].block.hooks):
        return "live_entry"
    return "brief" if len(draft.body) == 1 else "article"
