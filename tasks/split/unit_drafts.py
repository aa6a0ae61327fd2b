"""A unit's lines into a draft story: what stands in the same place of most units has the same use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.describe.times import split_time_and_byline
from tasks.page import Mark
from tasks.split.cues import Cues
from tasks.split.draft import Draft, Line
from tasks.split.facts import HEADINGS, WORD
from tasks.split.frames import title_text
from tasks.split.units import LINKED, Layout, Seen, Unit, hook_of

RULE = "unit-"
TOLD = ("caption", "credit", "source", "time")
NAME = 6  # words of an outlet's or a person's name
STAMP = 14  # words of a line that may be a time and an outlet
LABEL = 4  # words
NUMBERED = 3  # words of an outlet's name with a number in it
ITEMS = ("li", "td", "th", "dd", "dt", "pre")
SOME = 0.25  # of the lines in a place
MOST = 0.5  # of the units
SOURCE_HOOK = re.compile(r"source|publisher|outlet|provider|\bsrc\b|quelle|fuente|fonte", re.I)
NUMBER = re.compile(r"\d")
WRITER_HOOK = re.compile(r"byline|author|writer|\bsig\b|signature|autor", re.I)
NEARLY = 0.8  # of the units
FEW_NAMES = 0.3  # of the lines in a place that must name outlets for all to be outlets


@dataclass(frozen=True)
class Uses:
    """What is known of the page's units together: places of outlets, of names that may be outlets', of writers, stamps and text.

    `labels`: the keys of lines that most units say.
    """

    outlets: frozenset[int]
    called: frozenset[int]
    writers: frozenset[int]
    stamps: frozenset[int]
    texts: frozenset[int]
    labels: frozenset[str]
    places: Sequence[int]


def uses_of(layout: Layout, seen: Seen, cues: Cues) -> Uses:
    """The uses of places and lines that most units have."""
    lines, n = seen.lines, len(layout.units)
    places = seen.dresses
    among: dict[int, list[Line]] = {}
    told: Counter[str] = Counter()
    for unit in layout.units:
        names = {places[i]: lines[i] for i in reversed(_before_parts(unit, lines)) if may_be_name(lines[i])}
        for place, line in names.items():
            among.setdefault(place, []).append(line)
        told.update({lines[i].key for i in unit.lines if i != unit.lead})
    among = {place: found for place, found in among.items() if len(found) >= MOST * n}
    writers = {place for place, found in among.items() if _are_writers(found)}
    varied = {place for place, found in among.items() if len({line.key for line in found}) > 1 or len(found) == 1}
    outlets = {place for place in varied - writers if _are_outlets(among[place], cues)}
    called = {place for place in varied - writers if _are_called(among[place], n)} if not outlets else set()
    labels = {key for key, count in told.items() if count > max(1, MOST * n)}
    stamps, texts = _stamp_places(layout, lines, places), _text_places(layout, lines, places)
    return Uses(frozenset(outlets), frozenset(called), frozenset(writers), stamps, texts, frozenset(labels), places)


def _before_parts(unit: Unit, lines: Sequence[Line]) -> list[int]:
    """The unit's lines but its lead and the headings of parts of its text."""
    text = next((i for i in unit.lines if i != unit.lead and lines[i].is_running_text), None)
    return [
        i
        for i in unit.lines
        if i != unit.lead and not (lines[i].block.tag in HEADINGS and text is not None and i > text)
    ]


def _stamp_places(layout: Layout, lines: Sequence[Line], places: Sequence[int]) -> frozenset[int]:
    """Places in which most lines are a time, alone or beside an outlet: the others are, in words that nobody listed."""
    inside = [i for unit in layout.units for i in unit.lines if i != unit.lead and lines[i].n_words <= STAMP]
    n = Counter(places[i] for i in inside)
    stamps = Counter(places[i] for i in inside if lines[i].is_stamp or lines[i].tells_time)
    return frozenset(place for place, count in stamps.items() if count > MOST * n[place])


def may_be_name(line: Line) -> bool:
    """Short, no stamp and no sentence: an outlet, a writer, a label."""
    return line.n_words <= NAME and not line.is_stamp and not line.is_sentence and any(map(str.isalpha, line.text))


def _are_writers(found: Sequence[Line]) -> bool:
    said = sum(line.mark.role == "byline" or WRITER_HOOK.search(hook_of(line)) is not None for line in found)
    return said > MOST * len(found)


def _are_outlets(found: Sequence[Line], cues: Cues) -> bool:
    """Do hooks or words of outlets' names say so? That names come again is no sign: labels of a listicle's items do as well."""
    said = sum(line.mark.role == "source" or SOURCE_HOOK.search(hook_of(line)) is not None for line in found)
    named = sum(not cues.outlets.isdisjoint(map(str.casefold, WORD.findall(line.text))) for line in found)
    return max(said, named) >= FEW_NAMES * len(found)


def _are_called(found: Sequence[Line], n: int) -> bool:
    """Have nearly all of the units a name there, of capitals or of a script without them, no list of two and no count?"""
    able = (line.text for line in found if not _counts(line))
    named = [text for text in able if not text[0].islower() and "," not in text]
    return len(named) >= NEARLY * n and len({line.key for line in found}) > 1


def _counts(line: Line) -> bool:
    """`Share Facebook E-Mail 402`; a name with a number is shorter."""
    return line.n_words > NUMBERED and NUMBER.search(line.text) is not None


def _text_places(layout: Layout, lines: Sequence[Line], places: Sequence[int]) -> frozenset[int]:
    """Places in which the mark step kept some of the running text: the rest of it is text too."""
    inside = [i for unit in layout.units for i in unit.lines if lines[i].is_running_text]
    n = Counter(places[i] for i in inside)
    kept = Counter(places[i] for i in inside if lines[i].is_body)
    return frozenset(place for place, count in kept.items() if count > SOME * n[place])


def draft_of(unit: Unit, titled: bool, lines: Sequence[Line], uses: Uses) -> Draft:
    """The unit's story, by positions in `lines`. Text that the mark step cut is taken where the unit has no other."""
    draft = Draft(title=unit.lead if titled else None, time=None if titled else unit.lead)
    told = set() if unit.lead is None else {lines[unit.lead].key}
    cut = []
    for i in unit.lines:
        line, place = lines[i], uses.places[i]
        if i == unit.lead:
            continue
        if line.key in told and line.n_words > 1:
            draft.others[i] = Mark("repeat", RULE + "again")
        elif line.is_stamp or (place in uses.stamps and line.n_words <= STAMP):
            _take_stamp(i, draft, line)
        elif (place in uses.outlets or place in uses.called) and may_be_name(line) and draft.source is None:
            draft.source = i
        elif line.mark.role == "byline" or (place in uses.writers and may_be_name(line)):
            draft.others[i] = Mark("byline", RULE + "byline")
        elif line.key not in uses.labels and not _leads_away(line, unit, lines):
            if line.is_body or (line.is_running_text and place in uses.texts):
                draft.body.append(i)
            elif line.is_running_text and line.mark.role not in TOLD:
                cut.append(i)
        told.add(line.key)
    _drop_headings(draft, lines)
    draft.body = draft.body if any(lines[i].is_running_text for i in draft.body) else sorted({*draft.body, *cut})
    if draft.title is not None:
        draft.title_text = title_text(lines[draft.title].text)
    return draft


def _take_stamp(i: int, draft: Draft, line: Line) -> None:
    if draft.time is None:
        draft.time = i
        draft.time_text = next(iter(split_time_and_byline(line.text) or ()), None)
        draft.source = i if line.is_source_and_time else draft.source
    else:
        draft.others[i] = Mark("time", RULE + "time")


def _leads_away(line: Line, unit: Unit, lines: Sequence[Line]) -> bool:
    """Is it all link, and no part of a card that is one link as a whole?"""
    own = None if unit.lead is None else lines[unit.lead].block.href
    return line.block.link_share > LINKED and (line.block.href != own or not line.is_running_text)


def _drop_headings(draft: Draft, lines: Sequence[Line]) -> None:
    """A heading or a label with no text under it is of what follows: a section's name."""
    while draft.body and (lines[draft.body[-1]].block.tag in HEADINGS or _is_label(lines[draft.body[-1]])):
        draft.body.pop()


def _is_label(line: Line) -> bool:
    """A few words that end in no stop, and are no item of a list; or signs."""
    is_short = line.n_words <= LABEL and line.block.tag not in ITEMS
    return is_short and not (line.is_sentence and any(map(str.isalpha, line.text)))
