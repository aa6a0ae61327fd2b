"""Aggregator pages: each story opens with a title that stands twice, with its source and time around it."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.mark.lines import ends_sentence
from tasks.page import Mark
from tasks.split.draft import Draft, Hypothesis, Line

REACH = 7  # lines between two copies of a title
HEADER_WORDS = 12
PARAGRAPH = 20  # words


def titles_twice(lines: Sequence[Line]) -> Hypothesis | None:
    """Stories at titles that stand twice. Near certain where there are two such headers with text after them."""
    headers = _headers(lines)
    if len(headers) < 2:
        return None
    drafts, ends = [], [start for start, _ in headers[1:]] + [len(lines)]
    for (start, end), stop in zip(headers, ends, strict=True):
        draft = _header_draft(lines, start, end)
        draft.body = [i for i in range(end, stop) if lines[i].is_body or _is_paragraph(lines[i])]
        _late_header_lines(lines, draft, end)
        drafts.append(draft)
    full = [d for d in drafts if d.body]
    for draft in full[1:]:
        draft.kind = "appended"
    if len(full) < 2:
        return None
    return Hypothesis("titles_twice", tuple(full), sum(_evidence(draft) for draft in full[1:]) / (len(full) - 1) ** 0.5)


def _evidence(draft: Draft) -> float:
    """A title twice with a source and a time is a story's header; without either it is as likely a picture's text."""
    return 2.0 * (draft.time is not None) + 1.5 * (draft.source is not None) - 1.5


def _is_paragraph(line: Line) -> bool:
    """Running text that the line model took for furniture: under a header such as these it is the story."""
    return (
        line.n_words >= PARAGRAPH
        and ends_sentence(line.text)
        and not line.is_cut_by_rule
        and line.mark.role != "repeat"
    )


def _headers(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """(first line, line after the last copy) of every title that stands at least twice within reach."""
    found, i = [], 0
    while i < len(lines):
        end = _last_copy(lines, i)
        if end is None:
            i += 1
        else:
            found.append((i, end))
            i = end
    return found


def _last_copy(lines: Sequence[Line], i: int) -> int | None:
    if not lines[i].is_title_like or lines[i].n_words < 3:
        return None
    last, j = i, i + 1
    while j < len(lines) and j - last <= REACH:
        if lines[j].key == lines[i].key:
            last = j
        elif lines[j].n_words > HEADER_WORDS:
            break
        j += 1
    return None if last == i else last + 1


def _header_draft(lines: Sequence[Line], start: int, end: int) -> Draft:
    draft = Draft(title=start)
    for i in range(start + 1, end):
        _take(draft, lines, i, lines[start].key)
    return draft


def _late_header_lines(lines: Sequence[Line], draft: Draft, end: int) -> None:
    """Source and time may also stand between the last copy of the title and the text."""
    first = draft.body[0] if draft.body else end
    for i in range(end, min(first, end + 4)):
        if lines[i].is_time or lines[i].is_source_and_time or lines[i].is_bullet:
            _take(draft, lines, i, "")


def _take(draft: Draft, lines: Sequence[Line], i: int, title: str) -> None:
    line = lines[i]
    if title and line.key == title:
        draft.others[i] = Mark("repeat", "title-again")
    elif line.is_time:
        if draft.time is None:
            draft.time = i
    elif line.is_source_and_time:
        draft.source = draft.time = i
    elif line.is_cut_by_rule:
        return
    elif draft.source is None and (line.is_bullet or line.n_words <= 6):
        draft.source = i
    elif draft.source is not None and lines[draft.source].key == line.key:
        draft.others[i] = Mark("repeat", "source-again")
