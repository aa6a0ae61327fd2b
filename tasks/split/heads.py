"""Heads of one line: where most of a page's titles have their time, or their source and time, in the same line, it is parted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tasks.describe.people import has_given_name
from tasks.split.draft import Draft
from tasks.split.forms import tail_of
from tasks.split.frames import title_text
from tasks.split.head_parts import parted
from tasks.split.run_in import is_outlet
from tasks.split.sheet import Sheet

MOST = 0.6  # of the page's titles
FEWEST = 2
NUMBERED = re.compile(r"[#№]?\s?(\d{1,2})[.):]?\s+(?=\S)")
LEAST_COUNTED = 3
AROUND = " \t-–—|·•/‖([（【〔"


def part_heads(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """Takes times and sources out of the titles, where most of them have some."""
    titled = [draft for draft in drafts if draft.title is not None]
    _drop_numbers(titled)
    heads = [parted(sheet.lines[draft.title].text) for draft in titled]
    if sum(head is not None for head in heads) < max(FEWEST, MOST * len(titled)):
        _part_outlets(titled, sheet)
        return
    for draft, head in zip(titled, heads, strict=True):
        if head is None:
            continue
        draft.title_text = title_text(head.title)
        if draft.time is None:
            draft.time, draft.time_text = draft.title, head.time
        if draft.source is None and draft.source_text is None:
            draft.source_text = head.source


def _drop_numbers(titled: Sequence[Draft]) -> None:
    """Takes the numbers before the titles, where they count the stories up or down."""
    found = [NUMBERED.match(draft.title_text or "") for draft in titled]
    numbers = [int(number[1]) for number in found if number]
    if len(numbers) < max(LEAST_COUNTED, len(titled)) or {b - a for a, b in pairwise(numbers)} not in ({1}, {-1}):
        return
    for draft, number in zip(titled, found, strict=True):
        draft.title_text = draft.title_text[number.end() :]


def _part_outlets(titled: Sequence[Draft], sheet: Sheet) -> None:
    """Takes outlets' names out of the titles (`Flood in Leeds - The Herald`), where most end in one form and none has a source."""
    if any(draft.source is not None or draft.source_text for draft in titled):
        return
    texts = [title_text(sheet.lines[draft.title].text) for draft in titled]
    tails = [tail_of(text) for text in texts]
    if sum(tail is not None and has_given_name(tail[1]) for tail in tails) > MOST * len(titled):
        return  # who wrote them
    forms = Counter(tail[0] for tail in tails if tail and is_outlet(tail[1]))
    form, n = forms.most_common(1)[0] if forms else ("", 0)
    named = [
        (*told, tail[1])
        for *told, tail in zip(titled, texts, tails, strict=True)
        if tail and tail[0] == form and is_outlet(tail[1])
    ]
    in_text = sum(any(name in sheet.lines[i].text for i in draft.body) for draft, _, name in named)
    if n < max(FEWEST, MOST * len(titled)) or in_text > len(named) / 2:
        return  # (a text names the place or the rival that its title ends in, not the outlet)
    for draft, text, name in named:
        draft.title_text = text[: text.rindex(name)].rstrip(AROUND)
        draft.source_text = name
