"""Lines that were kept as text and that no story on the page took: they go with the story they stand next to, if with any.

And the sentence over all stories that is none."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.split.draft import Draft
from tasks.split.facts import AT
from tasks.split.names import NAMELESS
from tasks.split.sheet import Sheet

LONG = 7  # words: where stories have titles, a shorter line between them is a label
SHORT = 2  # words
STAMPS = [*NAMELESS, *(AT[name] for name in ("number", "source_like", "outlet"))]
UNTITLED = 0.5  # of the stories
LEAD_IN = 16  # words
SHARE, TITLED_SHARE = 0.5, 0.34  # of the words of the shortest story
FEWEST = 3  # stories under a sentence that leads in


def take_left(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """Adds such lines to the drafts. Where stories have no titles, a line right over a story's text is its first.

    What stands before the first story or after the last one says something of the page: who compiled it, what it is.
    """
    untitled = sum(draft.title is None for draft in drafts) > UNTITLED * len(drafts)
    taken = {i for draft in drafts for i in (*draft.blocks, *draft.others)}
    span = range(drafts[0].blocks[0], drafts[-1].blocks[-1])
    left = [i for i in span if i not in taken and _is_left(i, SHORT if untitled else LONG, sheet)]
    starts = {draft.blocks[0]: draft for draft in drafts} if untitled else {}
    for i in reversed(left):
        if i + 1 in starts:
            draft = starts.pop(i + 1)
            draft.body.insert(0, i)
            starts[i] = draft
            taken.add(i)
    ends = {draft.blocks[-1]: draft for draft in drafts}
    for i in left:
        if i not in taken and i - 1 in ends:
            draft = ends.pop(i - 1)
            draft.body.append(i)
            ends[i] = draft


def without_lead_in(drafts: Sequence[Draft], sheet: Sheet) -> Sequence[Draft]:
    """The stories without a sentence that stands over all of them (`Here is what happened today.`): it is of the page.

    It is short, and far shorter than every story; yet more so where it stands under a title: the page's.
    """
    first, *others = drafts
    is_bare = first.source is None and first.time is None and first.source_text is None and len(first.body) == 1
    if len(others) < FEWEST or not is_bare:
        return drafts
    words = sheet.lines[first.body[0]].n_words
    least = min(sum(sheet.lines[i].n_words for i in draft.body) for draft in others)
    is_titled = first.title is not None or first.title_text is not None
    n_titled = sum(draft.title is not None or draft.title_text is not None for draft in others)
    is_lead_in = words <= LEAD_IN and words < (TITLED_SHARE if is_titled else SHARE) * least
    return others if is_lead_in and (n_titled == 0 or n_titled > UNTITLED * len(others)) else drafts


def _is_left(i: int, least: int, sheet: Sheet) -> bool:
    line = sheet.lines[i]
    return line.is_body and line.n_words >= least and not sheet.facts[i, STAMPS].any()
