"""What kind of story each of a page's is: an entry of a live blog, an article with others appended, a brief."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.describe.times import split_time_and_byline
from tasks.split.draft import Draft
from tasks.split.facts import AT
from tasks.split.sheet import Sheet

LIVE_TIMES = 3
MOST = 0.6  # of the stories
BRIEF = 3  # paragraphs


def name_kinds(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """What each story is: an entry of a live blog, an article with others appended, a brief."""
    live = sum(_is_under_clock(draft, sheet) for draft in drafts) >= max(LIVE_TIMES, MOST * len(drafts))
    appended = len(drafts) > 1 and not live and _is_appended(drafts, sheet)
    for number, draft in enumerate(drafts):
        if live:
            draft.kind = "live_entry"
        elif appended:
            draft.kind = "appended" if number else "article"
        else:
            draft.kind = "brief" if len(draft.body) <= BRIEF else "article"


def _is_under_clock(draft: Draft, sheet: Sheet) -> bool:
    """The story stands under a time alone and has no source and no byline."""
    if draft.time is None or draft.source is not None or draft.source_text or draft.time >= draft.body[0]:
        return False
    return split_time_and_byline(sheet.lines[draft.time].text) is None


def _is_appended(drafts: Sequence[Draft], sheet: Sheet) -> bool:
    """A heading of related stories stands between the first story and the second, or the later titles stand twice."""
    between = range(drafts[0].body[0], drafts[1].body[0])
    twice = [
        draft.title for draft in drafts[1:] if draft.title is not None and sheet.facts[draft.title, AT["twice_ahead"]]
    ]
    return any(sheet.facts[i, AT["related"]] for i in between) or len(twice) == len(drafts) - 1
