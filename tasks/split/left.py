"""Lines that were kept as text, or are as long, and that no story on the page took: they go with the story they stand next to, if with any.

And the sentence over all stories that is none."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.split.draft import Draft
from tasks.split.facts import AT
from tasks.split.names import NAMELESS
from tasks.split.sheet import Sheet

LONG = 7  # words: where stories have titles, a shorter line between them is a label
SHORT = 2  # words
PARAGRAPH = 25  # words of a text under an advert that is one though the mark step took it for furniture
BETWEEN = ("advert", "image_alt", "share")  # that may part a story's text
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
        over = i - 1 if sheet.lines[i].is_body else _over(i, sheet)
        if i not in taken and over in ends:
            draft = ends.pop(over)
            draft.body.append(i)
            ends[i] = draft


def without_lead_in(drafts: Sequence[Draft], sheet: Sheet) -> Sequence[Draft]:
    """The stories without a sentence over or under all of them (`Here is what happened today.`): it is of the page.

    It is short, and far shorter than every story; yet more so under them, and where it stands under a title: the page's.
    """
    if len(drafts) <= FEWEST:
        return drafts
    inner = drafts[1:-1] if len(drafts) > FEWEST + 1 else drafts[1:]
    is_greeted = _is_of_page(drafts[0], inner, sheet)
    is_closed = len(drafts) > FEWEST + 1 and _is_of_page(drafts[-1], inner, sheet, TITLED_SHARE)
    return drafts[is_greeted : len(drafts) - is_closed]


def drop_frame(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """Where every other story is one paragraph, a sentence over the first one's or under the last one's is of the page."""
    if len(drafts) <= FEWEST:
        return
    for draft, others, edge in ((drafts[0], drafts[1:], 0), (drafts[-1], drafts[:-1], -1)):
        words = [sheet.lines[i].n_words for i in draft.body]
        told = [sheet.lines[other.body[0]].n_words for other in others if len(other.body) == 1]
        if len(words) == 2 and len(told) == len(others) and words[edge] <= min(LEAD_IN, SHARE * min(told)):
            del draft.body[edge]


def _is_of_page(draft: Draft, others: Sequence[Draft], sheet: Sheet, share: float = SHARE) -> bool:
    """Is the story a sentence alone, without source or time, and far shorter than all the others?"""
    if draft.source is not None or draft.time is not None or draft.source_text is not None or len(draft.body) != 1:
        return False
    words = sheet.lines[draft.body[0]].n_words
    least = min(sum(sheet.lines[i].n_words for i in other.body) for other in others)
    is_titled = draft.title is not None or draft.title_text is not None
    n_titled = sum(other.title is not None or other.title_text is not None for other in others)
    is_lead_in = words <= LEAD_IN and words < (TITLED_SHARE if is_titled else share) * least
    return is_lead_in and (n_titled == 0 or n_titled > UNTITLED * len(others))


def _over(i: int, sheet: Sheet) -> int:
    """The position of what stands over a line, adverts and buttons apart."""
    return next((k for k in range(i - 1, -1, -1) if sheet.lines[k].mark.role not in BETWEEN), -1)


def _is_left(i: int, least: int, sheet: Sheet) -> bool:
    line = sheet.lines[i]
    is_parted = i > 0 and sheet.lines[i - 1].mark.role in BETWEEN and line.mark.rule == "line-model"
    is_text = line.is_body or (is_parted and line.n_words >= PARAGRAPH and line.is_sentence)
    return is_text and line.n_words >= least and not sheet.facts[i, STAMPS].any()
