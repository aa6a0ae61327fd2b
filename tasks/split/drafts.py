"""From the lines at which stories start to draft stories: which line is title, source or time, and which are text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.page import Mark
from tasks.split.draft import Draft
from tasks.split.facts import AT
from tasks.split.run_in import attributed_sources, run_in_titles, title_text
from tasks.split.sheet import Sheet

TRAILERS = 3  # lines after a story's text in which its source and time are looked for
TITLE = 0.25
LONGEST_TITLE = 30  # words
SHORT_NAME = 6  # words of an outlet's name, which the page may say again and a title model may take for a title
NAME_LESS = 0.3  # how much less a title a line is that reads like an outlet's name
FEW = 0.3  # what fewer of the stories seem to have, none has
MOST = 0.6
LIVE_TIMES = 3
BRIEF = 3  # paragraphs
NAMELESS = [AT[name] for name in ("time", "source_time", "hard", "wordless", "number_alone")]


def drafts_at(starts: Sequence[int], sheet: Sheet) -> list[Draft]:
    """A draft each start, positions in the sheet made indices of the page's blocks."""
    stops = [*starts[1:], len(sheet.lines)]
    read = [_draft(start, stop, sheet) for start, stop in zip(starts, stops, strict=True)]
    drafts, headers = zip(*[pair for pair in read if pair[0].body], strict=True)
    _same_manner(drafts, headers, sheet)
    _name_kinds(drafts, sheet)
    return [_placed(draft, sheet) for draft in drafts]


def _draft(start: int, stop: int, sheet: Sheet) -> tuple[Draft, range]:
    """The story between two starts, and the lines before its text."""
    draft = Draft()
    text = [i for i in range(start, stop) if i in sheet.text]
    if not text:
        return draft, range(0)
    if _heads_stamp(text, sheet):
        text = text[1:]
    header = range(start, text[0])
    _read_header(draft, header, sheet)
    draft.body += [i for i in range(text[0], text[-1] + 1) if i in sheet.text or _is_subhead(i, sheet)]
    _read_trailer(draft, range(text[-1] + 1, min(stop, text[-1] + 1 + TRAILERS)), sheet)
    return draft, header


def _heads_stamp(text: Sequence[int], sheet: Sheet) -> bool:
    """Is the first of a story's lines of text its title? A source or time stands between it and the others."""
    if len(text) < 2 or sheet.lines[text[0]].n_words > LONGEST_TITLE:
        return False
    between = sheet.facts[text[0] + 1 : text[1]]
    return bool(between[:, [AT["time"], AT["source_time"]]].any())


def _is_subhead(i: int, sheet: Sheet) -> bool:
    """A kept line among the story's paragraphs that is no stamp."""
    f = sheet.facts[i]
    return sheet.lines[i].is_body and not (f[AT["time"]] or f[AT["source_time"]] or f[AT["wordless"]])


def _names(span: range, sheet: Sheet) -> list[int]:
    """The lines of a header that could name the story or its source."""
    facts = sheet.facts[span.start : span.stop][:, NAMELESS].any(axis=1)
    plain = [i for i, other in zip(span, facts, strict=True) if not other]
    return [i for i in plain if sheet.lines[i].mark.role not in ("credit", "caption")]


def _read_header(draft: Draft, span: range, sheet: Sheet) -> None:
    """Title, source and time among the lines before the text."""
    for i in span:
        f = sheet.facts[i]
        if f[AT["time"]] or f[AT["source_time"]]:
            draft.time = i if draft.time is None else draft.time
            draft.source = i if f[AT["source_time"]] and draft.source is None else draft.source
    names = _names(span, sheet)
    likely = [i for i in names if sheet.guesses.title[i] > TITLE or i in sheet.text]
    if likely:
        # A title that stands twice is as likely at its second copy: the first one counts.
        likeness = sheet.guesses.title - NAME_LESS * sheet.facts[:, AT["source_like"]]
        best = max(likely, key=lambda i: (round(likeness[i], 2), -i))
        draft.title = next(i for i in likely if sheet.lines[i].key == sheet.lines[best].key)
    for i in names:
        if i != draft.title:
            _take_name(draft, i, sheet)
    draft.body = [i for i in names if _is_standfirst(i, draft, sheet)]


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
    if draft.title is not None and line.key == sheet.lines[draft.title].key:
        draft.others[i] = Mark("repeat", "title-again")
    elif draft.source is not None and line.key == sheet.lines[draft.source].key:
        draft.others[i] = Mark("repeat", "source-again")
    elif draft.source is None and _may_be_source(i, sheet) and (draft.time is not None or draft.title is not None):
        draft.source = i


def _may_be_source(i: int, sheet: Sheet) -> bool:
    return bool(sheet.facts[i, AT["source_like"]]) or (
        sheet.lines[i].n_words <= 8 and sheet.guesses.title[i] < TITLE and not sheet.facts[i, AT["ends"]]
    )


def _read_trailer(draft: Draft, span: range, sheet: Sheet) -> None:
    """Source and time after the text, where the header had none."""
    for i in span:
        f = sheet.facts[i]
        is_short = bool(f[AT["source_like"]]) or sheet.lines[i].n_words <= SHORT_NAME
        is_other = not is_short and (f[AT["repeat"]] or sheet.guesses.title[i] > TITLE)
        if f[AT["hard"]] or is_other or sheet.lines[i].mark.role in ("credit", "caption"):
            continue
        if f[AT["source_time"]] and draft.time is None and draft.source is None:
            draft.time = draft.source = i
        elif f[AT["time"]] and draft.time is None:
            draft.time = i
        elif (
            draft.source is None
            and (f[AT["source_like"]] or (sheet.lines[i].n_words <= 8 and not f[AT["ends"]]))
            and not f[AT["number"]]
        ):
            draft.source = i


def _same_manner(drafts: Sequence[Draft], headers: Sequence[range], sheet: Sheet) -> None:
    """What few of a page's stories seem to have, none has; titles may be run into the text where none has a line."""
    n = len(drafts)
    if sum(d.title is not None for d in drafts) < FEW * n:
        for draft in drafts:
            draft.title = None
    _complete_titles(drafts, headers, sheet)
    if all(d.title is None for d in drafts):
        _run_in_titles(drafts, sheet)
    if sum(d.source is not None for d in drafts) < FEW * n:
        for draft in drafts:
            draft.source = draft.source if draft.source == draft.time else None
        _name_attributed(drafts, sheet)
    for draft in drafts:
        if draft.title is not None:
            draft.title_text = title_text(sheet.lines[draft.title].text)


def _complete_titles(drafts: Sequence[Draft], headers: Sequence[range], sheet: Sheet) -> None:
    """A line that stands over each story is its title, though nothing in it says so: where others have one, or all do."""
    longest = [_longest_name(draft, header, sheet) for draft, header in zip(drafts, headers, strict=True)]
    named = [i for i in longest if i is not None]
    words = [sheet.lines[i].n_words for i in named]
    known = [sheet.lines[d.title].n_words for d in drafts if d.title is not None]
    if len(known) < MOST * len(drafts):
        distinct = len({sheet.lines[i].key for i in named})
        stamped = sum(d.time is not None for d in drafts) > 0.5 * len(drafts)  # a short line by a time is a source
        least = (4 if stamped else 2) * len(words)
        if known or len(named) < MOST * len(drafts) or distinct < 0.8 * len(named) or sum(words) < least:
            return
    for draft, i in zip(drafts, longest, strict=True):
        if draft.title is None and i is not None and sheet.lines[i].n_words >= (2 if known else 1):
            draft.title = i
            draft.source = None if draft.source == i else draft.source
            draft.body = [k for k in draft.body if k != i]


def _longest_name(draft: Draft, header: range, sheet: Sheet) -> int | None:
    names = [i for i in _names(header, sheet) if i != draft.time and i not in draft.others]
    return max(names, key=lambda i: (sheet.lines[i].n_words, -i)) if names else None


def _name_attributed(drafts: Sequence[Draft], sheet: Sheet) -> None:
    sources = attributed_sources([sheet.lines[draft.body[-1]].text for draft in drafts])
    for draft, source in zip(drafts, sources, strict=True):
        if draft.source is None:
            draft.source_text = source


def _name_kinds(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """What each story is: an entry of a live blog, an article with others appended, a brief."""
    live = sum(_is_under_clock(draft) for draft in drafts) >= max(LIVE_TIMES, MOST * len(drafts))
    appended = len(drafts) > 1 and not live and _is_appended(drafts, sheet)
    for number, draft in enumerate(drafts):
        if live:
            draft.kind = "live_entry"
        elif appended:
            draft.kind = "appended" if number else "article"
        else:
            draft.kind = "brief" if len(draft.body) <= BRIEF else "article"


def _is_under_clock(draft: Draft) -> bool:
    """The story stands under a time alone and has no source."""
    return draft.time is not None and draft.source is None and draft.time < draft.body[0]


def _is_appended(drafts: Sequence[Draft], sheet: Sheet) -> bool:
    """A heading of related stories stands between the first story and the second, or the later titles stand twice."""
    between = range(drafts[0].body[0], drafts[1].body[0])
    twice = [
        draft.title for draft in drafts[1:] if draft.title is not None and sheet.facts[draft.title, AT["twice_ahead"]]
    ]
    return any(sheet.facts[i, AT["related"]] for i in between) or len(twice) == len(drafts) - 1


def _run_in_titles(drafts: Sequence[Draft], sheet: Sheet) -> None:
    titles = run_in_titles([sheet.lines[draft.body[0]].text for draft in drafts])
    for draft, title in zip(drafts, titles, strict=True):
        draft.title_text = title


def _placed(draft: Draft, sheet: Sheet) -> Draft:
    at = lambda i: None if i is None else sheet.lines[i].index  # noqa: E731
    others = {sheet.lines[i].index: mark for i, mark in draft.others.items()}
    body = [sheet.lines[i].index for i in draft.body]
    return replace(draft, title=at(draft.title), source=at(draft.source), time=at(draft.time), body=body, others=others)
