"""From the lines at which stories start to draft stories: which line is title, source or time, and which are text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tasks.describe.times import source_of_dateline, time_of_dateline
from tasks.page import Mark
from tasks.split.draft import LONGEST_TITLE, Draft, placed
from tasks.split.facts import AT, STAMP, TWICE
from tasks.split.frames import SUBJECT
from tasks.split.heads import part_heads
from tasks.split.kinds import name_kinds
from tasks.split.left import drop_frame, take_left, without_lead_in
from tasks.split.manner import same_manner
from tasks.split.names import NAMELESS, is_name, is_name_list, names_in
from tasks.split.sheet import Sheet

TRAILERS = 3  # lines after a story's text in which its source and time are looked for
TITLE = 0.25
SHORT_NAME = 6  # words of an outlet's name, which the page may say again and a title model may take for a title
TWICE_MORE = 0.4  # how much more one is that stands twice
NAME_LESS = 0.3  # how much less a title a line is that reads like an outlet's name
MOST = 0.6
LAST_WORD = 8  # words
SUBHEAD = 5  # words
BRACKETED = re.compile(r"[(（][^()（）]+[)）]")
TIMELINE = 3  # times


def drafts_at(starts: Sequence[int], sheet: Sheet) -> list[Draft]:
    """A draft each start, positions in the sheet made indices of the page's blocks."""
    stops = [*starts[1:], len(sheet.lines)]
    read = [_draft(start, stop, sheet) for start, stop in zip(starts, stops, strict=True)]
    drafts, headers = zip(*[pair for pair in read if pair[0].body], strict=True)
    same_manner(drafts, headers, sheet)
    part_heads(drafts, sheet)
    drafts = without_lead_in(drafts, sheet)
    take_left(drafts, sheet)
    drop_frame(drafts, sheet)
    _end_at_sources(drafts, sheet)
    _without_index(drafts, sheet)
    _read_datelines(drafts, sheet)
    name_kinds(drafts, sheet)
    return [placed(draft, sheet.lines) for draft in drafts]


def _draft(start: int, stop: int, sheet: Sheet) -> tuple[Draft, range]:
    """The story between two starts, and the lines before its text."""
    draft = Draft()
    text = [i for i in range(start, stop) if i in sheet.text]
    if len(text) > 1 and _is_subject(text[0], sheet):
        text = text[1:]
    if not text:
        return draft, range(0)
    if _heads_stamp(text, sheet):
        text = text[1:]
    header = range(_under_heading(start, text[0], sheet), text[0])
    _read_header(draft, header, sheet)
    amid = range(text[0], text[-1] + 1)
    times = _of_timeline(amid, sheet)
    first = text[0] - 1
    if times and sheet.facts[first, AT["time"]] and draft.body and max(draft.body) < first:
        draft.body.append(first)  # under a standfirst
        draft.time = None if draft.time == first else draft.time
    draft.body += [i for i in amid if i in sheet.text or i in times or _is_subhead(i, sheet) or _is_amid(i, sheet)]
    trailer = range(text[-1] + 1, min(stop, text[-1] + 1 + TRAILERS))
    _read_trailer(draft, trailer, sheet)
    draft.body += [i for i in trailer if _is_last_word(i, draft, sheet)]
    return draft, header


def _is_subject(i: int, sheet: Sheet) -> bool:
    """A message's line of its subject."""
    return sheet.lines[i].is_title_like and SUBJECT.match(sheet.lines[i].text) is not None


def _under_heading(start: int, text: int, sheet: Sheet) -> int:
    """The line after the last heading of related stories between the start and the text, if a title stands under it.

    Not where the story's time stands above it: then the heading is of a box within the story.
    """
    under = 1 + max((i for i in range(start, text) if sheet.facts[i, AT["related"]]), default=start - 1)
    stamps = sheet.facts[:, STAMP].any(axis=1)
    is_box = stamps[start:under].any() and not stamps[under:text].any()
    return under if not is_box and (sheet.guesses.title[under:text] > TITLE).any() else start


def _heads_stamp(text: Sequence[int], sheet: Sheet) -> bool:
    """Is the first of a story's lines of text its title? A source or time stands between it and the others."""
    if len(text) < 2 or sheet.lines[text[0]].n_words > LONGEST_TITLE:
        return False
    between = sheet.facts[text[0] + 1 : text[1]]
    return bool(between[:, STAMP].any())


def _is_last_word(i: int, draft: Draft, sheet: Sheet) -> bool:
    """A line after a story's paragraphs that was kept as text, or is too long for a label, and nothing else claims."""
    is_text = sheet.lines[i].mark.role == "body" or sheet.lines[i].n_words >= LAST_WORD
    return is_text and i not in (draft.source, draft.time) and _is_subhead(i, sheet)


def _is_subhead(i: int, sheet: Sheet) -> bool:
    """A kept line among the story's paragraphs that is no stamp."""
    f = sheet.facts[i]
    return sheet.lines[i].is_body and not (f[AT["time"]] or f[AT["source_time"]] or f[AT["wordless"]])


def _of_timeline(amid: range, sheet: Sheet) -> frozenset[int]:
    """The times that head the paragraphs of a timeline, where several stand among those of one story."""
    times = [i for i in amid if sheet.facts[i, AT["time"]] and i + 1 in sheet.text and not sheet.facts[i, AT["hard"]]]
    return frozenset(times) if len(times) >= TIMELINE else frozenset()


def _is_amid(i: int, sheet: Sheet) -> bool:
    """A line as long as a sub-head between two paragraphs, which no rule cut: a story's, whatever a model holds it for."""
    line = sheet.lines[i]
    is_cut = line.mark.rule == "line-model" and line.n_words >= SUBHEAD and not sheet.facts[i, NAMELESS].any()
    return is_cut and {i - 1, i + 1} <= sheet.text


def _read_header(draft: Draft, span: range, sheet: Sheet) -> None:
    """Title, source and time among the lines before the text."""
    for i in span:
        f = sheet.facts[i]
        if f[AT["time"]] or f[AT["source_time"]]:
            draft.time = i if draft.time is None else draft.time
            draft.source = i if f[AT["source_time"]] and draft.source is None else draft.source
    names = names_in(span, sheet)
    subjects = [i for i in names if _is_subject(i, sheet)]  # of mail: it says of itself that it is the title
    likely = subjects or [
        i for i in names if (sheet.guesses.title[i] > TITLE and not _tells_source(i, sheet)) or i in sheet.text
    ]
    if likely:
        # A title that stands twice is as likely at its second copy: the first one counts.
        twice = sheet.facts[:, TWICE].any(axis=1)
        likeness = sheet.guesses.title - NAME_LESS * sheet.facts[:, AT["source_like"]] + TWICE_MORE * twice
        best = max(likely, key=lambda i: (round(likeness[i], 2), -i))
        draft.title = next(i for i in likely if sheet.lines[i].key == sheet.lines[best].key)
    for i in names:
        if i != draft.title:
            _take_name(draft, i, sheet)
    draft.body = [i for i in names if _is_standfirst(i, draft, sheet)]


def _tells_source(i: int, sheet: Sheet) -> bool:
    """`Source: The Herald`, or a few words in brackets: an outlet, or who took the picture."""
    line = sheet.lines[i]
    return line.names_source or (line.n_words <= SHORT_NAME and BRACKETED.fullmatch(line.text) is not None)


def _end_at_sources(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """Where most stories end in a line that names their source, what stands under it is none's: a sponsor's word, a farewell."""
    told = [next((i for i in draft.body if sheet.lines[i].is_sentence), draft.body[0]) for draft in drafts]
    spans = [range(first, draft.blocks[-1] + 1) for first, draft in zip(told, drafts, strict=True)]
    under = [next((i for i in span if sheet.lines[i].names_source), None) for span in spans]
    if sum(i is not None for i in under) < max(2, MOST * len(drafts)):
        return
    for draft, end in zip(drafts, under, strict=True):
        if end is not None:
            draft.body = [i for i in draft.body if i < end] or draft.body
            draft.source = end if draft.source is None else draft.source


def _without_index(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """A list of the page's titles over its first story is of the page: each stands again over its own story."""
    titles = {sheet.lines[draft.title].key for draft in drafts if draft.title is not None}
    first = drafts[0]
    listed = [i for i in first.body if sheet.lines[i].key in titles and not sheet.facts[i, AT["ends"]]]
    if len(listed) < len(first.body):
        first.body = [i for i in first.body if i not in listed]


def _read_datelines(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """Where most stories begin with a place and a day, and none has a time of its own, that is their time; so an agency."""
    first = [sheet.lines[draft.body[0]].text for draft in drafts]
    if all(draft.time is None and not draft.time_text for draft in drafts):
        for draft, moment in zip(drafts, _in_most(first, time_of_dateline), strict=True):
            draft.time_text = moment
    if all(draft.source is None and not draft.source_text for draft in drafts):
        for draft, source in zip(drafts, _in_most(first, source_of_dateline), strict=True):
            draft.source_text = source


def _in_most(texts: Sequence[str], read: Callable[[str], str | None]) -> list[str | None]:
    """What is read in each of the texts; nothing where few have it."""
    told = [read(text) for text in texts]
    return told if sum(map(bool, told)) >= max(2, MOST * len(texts)) else [None] * len(texts)


def _is_standfirst(i: int, draft: Draft, sheet: Sheet) -> bool:
    """A line under the title that nothing else claims and that is longer than a label."""
    taken = (draft.title, draft.source, draft.time)
    return (
        draft.title is not None
        and i > draft.title
        and i not in taken
        and i not in draft.others
        and sheet.lines[i].n_words >= 7
    )


def _take_name(draft: Draft, i: int, sheet: Sheet) -> None:
    """A header line that is neither title nor time: the title or the source again, or the source."""
    line = sheet.lines[i]
    if line.is_byline:
        draft.others[i] = line.mark if line.mark.role == "byline" else Mark("byline", "byline-of-names")
    elif draft.title is not None and line.key == sheet.lines[draft.title].key:
        draft.others[i] = Mark("repeat", "title-again")
    elif draft.source is not None and line.key == sheet.lines[draft.source].key:
        draft.others[i] = Mark("repeat", "source-again")
    elif draft.source is None and _may_be_source(i, sheet) and (draft.time is not None or draft.title is not None):
        draft.source = i


def _may_be_source(i: int, sheet: Sheet) -> bool:
    if sheet.facts[i, NAMELESS].any() or sheet.lines[i].is_byline:
        return False
    return bool(sheet.facts[i, AT["source_like"]]) or (
        is_name(i, sheet) and sheet.guesses.title[i] < TITLE and not sheet.facts[i, AT["ends"]]
    )


def _read_trailer(draft: Draft, span: range, sheet: Sheet) -> None:
    """Source and time after the text, where the header had none."""
    for i in span:
        f = sheet.facts[i]
        is_short = (
            bool(f[AT["source_like"]]) or sheet.lines[i].n_words <= SHORT_NAME or is_name_list(sheet.lines[i].text)
        )
        is_other = not is_short and (f[AT["repeat"]] or sheet.guesses.title[i] > TITLE)
        is_credit = sheet.lines[i].mark.role in ("credit", "caption")
        if f[AT["hard"]] or is_other or is_credit or sheet.lines[i].is_byline:
            continue
        if f[AT["source_time"]] and draft.time is None and draft.source is None:
            draft.time = draft.source = i
        elif f[AT["time"]] and draft.time is None:
            draft.time = i
        elif (
            draft.source is None
            and (f[AT["source_like"]] or (is_name(i, sheet) and not f[AT["ends"]]))
            and not f[AT["number"]]
            and not f[AT["wordless"]]
        ):
            draft.source = i
    if draft.source is None:
        draft.source = next((i for i in span if sheet.lines[i].names_source), None)
