"""The default reading: one story. On a text page its headline, source and time are found by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from tasks.page import Mark
from tasks.split.draft import Draft, Hypothesis, Line
from tasks.split.frames import MESSAGE, SUBJECT, title_text
from tasks.split.page_title import headline_of, own_title, told_title
from tasks.split.signed import sign

LIST = 3  # short lines
STANDFIRST = 7  # words
LEADS_ON = (",", ":", "，", "：", "、", "،")
REACH = 12  # lines before the first paragraph in which a headline is looked for


def one_story(lines: Sequence[Line], is_text: bool, teased: frozenset[int] = frozenset()) -> Hypothesis:
    """All kept lines but those of teasers (`teased`) as one story; a page without running text has none."""
    body = [line.index for line in lines if line.is_body and line.index not in teased]
    if not any(lines[i].mark.role != "subhead" and any(map(str.isalnum, lines[i].text)) for i in body):
        return Hypothesis("no_story", (), 0.0)
    stamps = [] if is_text else [i for i in body if lines[i].is_source_and_time]
    if not is_text:
        body = sorted([*(i for i in body if i not in stamps), *_of_timeline(body, lines)])
    text = frozenset(body)
    others = {line.index: line.mark for line in lines if line.mark.kept and line.index not in text}
    others |= {i: Mark("related", "unit-teaser") for i in teased} | {i: Mark("time", "stamp-in-text") for i in stamps}
    if is_text:
        body = _without_label(body, lines)
    draft = Draft(body=body, others=others)
    heads = (line.index for line in lines if line.mark.role == "headline" and line.index not in teased)
    draft.title = next(heads, None)
    if is_text and draft.title is None:
        _find_header(lines, draft)
        _take_subject(lines, draft)
    if is_text:
        sign(lines, draft)
        _drop_labels(lines, draft)
    return Hypothesis("one_story", (draft,), 0.0)


def _of_timeline(body: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """The times that head the parts of a timeline: several, each right over text, none over the first paragraph."""
    text = frozenset(body)
    times = [
        i for i in range(min(body), max(body)) if lines[i].mark.role == "time" and lines[i].is_time and i + 1 in text
    ]
    return times if len(times) >= LIST else []


def _without_label(body: list[int], lines: Sequence[Line]) -> list[int]:
    """The text without a heading at its end: it heads nothing and is a label.

    More short lines there, with nothing cut between them and the text, are a list or a table and stay.
    """
    last = next(k for k in range(len(body), 0, -1) if lines[body[k - 1]].mark.role != "subhead")
    is_list = len(body) - last >= LIST and body[last] == body[last - 1] + 1
    return body if is_list else body[:last]


def _find_header(lines: Sequence[Line], draft: Draft) -> None:
    """Title and time before the text, and where the text begins under them."""
    paragraph = next((i for i in draft.body if lines[i].mark.role != "subhead"), draft.body[0])
    first = _begins(lines, paragraph)
    named = own_title(lines, [i for i in draft.body if i])
    told, is_sure = (None, False) if named else told_title(lines, paragraph, draft.body)
    named = None if is_sure else named or own_title(lines, draft.body)
    first = max(first, told + 1) if is_sure else first
    window = range(max(0, first - REACH), first)
    draft.title = told
    if not is_sure:
        above = headline_of(named, lines[1:first]) if named else _title_above(lines, window)
        draft.title = told if above is None and not named else above
    if draft.title is None and named:
        draft.title, draft.title_text = 0, named
    again = lines[draft.title].key if draft.title is not None else None
    draft.others |= {i: Mark("repeat", "title-again") for i in window if i != draft.title and lines[i].key == again}
    draft.time = _time_near(lines, draft.title, range(window.start, paragraph))
    after = min(first, draft.title) if draft.title in window else first
    kept = [i for i in draft.body if i >= after and i != draft.title and i not in draft.others]
    if body := sorted({*_standfirst(lines, draft, first), *kept}):
        draft.body = body
    else:  # the page's one line is its text
        draft.title = draft.title_text = None


def _drop_labels(lines: Sequence[Line], draft: Draft) -> None:
    """A short line or two between headline and text head nothing: a section, an outlet. More are a list."""
    paragraph = next((i for i in draft.body if lines[i].mark.role != "subhead"), 0)
    under = [i for i in draft.body if draft.title is not None and draft.title < i < paragraph]
    if len(under) < LIST and all(_is_label(lines[i]) for i in under):
        draft.others |= dict.fromkeys(under, Mark("other_furniture", "label-under-title", 0.6))
        draft.body = [i for i in draft.body if i not in under]


def _is_label(line: Line) -> bool:
    """Few words that neither end a sentence nor lead on to one (`Dear reader,`)."""
    return line.n_words < STANDFIRST and not line.is_sentence and not line.text.endswith(LEADS_ON)


def _take_subject(lines: Sequence[Line], draft: Draft) -> None:
    """A message's subject is its title, and the lines of its head are none of its text."""
    heads = list(takewhile(lambda i: MESSAGE.match(lines[i].text), draft.body))
    subject = next(
        (i for i in range(min(REACH, len(lines))) if lines[i].is_title_like and SUBJECT.match(lines[i].text)), None
    )
    if subject is None or set(draft.body) <= {*heads, subject}:
        return
    draft.body = [i for i in draft.body if i not in heads and i != subject]
    draft.title, draft.title_text = subject, title_text(lines[subject].text)


def _title_above(lines: Sequence[Line], window: range) -> int | None:
    """The nearest title-like line before the text, or the one that stands there twice."""
    titles = [i for i in window if lines[i].is_title_like and lines[i].n_words >= 3 and not lines[i].is_source_and_time]
    keys = [lines[i].key for i in titles]
    if twice := [i for i in titles if keys.count(lines[i].key) > 1]:
        return twice[0]
    title = min(titles, key=lambda i: (lines[i].n_words < 5, -i), default=None)
    is_under = title is not None and title - 1 in titles and _is_title_over_standfirst(lines[title - 1], lines[title])
    return title - 1 if is_under else title


def _time_near(lines: Sequence[Line], title: int | None, window: range) -> int | None:
    """The first time under the title, else the nearest above it: a page may begin with the day it was read."""
    times = [i for i in window if i != title and lines[i].is_stamp]
    under = [i for i in times if title is None or i > title]
    return under[0] if under else times[-1] if times else None


def _begins(lines: Sequence[Line], paragraph: int) -> int:
    """Where the text begins whose first paragraph this is: a list before it belongs to it, one short line may be its title."""
    start = paragraph
    while start and lines[start - 1].is_body:
        start -= 1
    return start if paragraph - start >= LIST else paragraph


def _is_title_over_standfirst(line: Line, under: Line) -> bool:
    return 4 <= line.n_words <= 16 and under.n_words >= 8


def _standfirst(lines: Sequence[Line], draft: Draft, first: int) -> list[int]:
    """A line right under the title that could be a title itself, but is longer than a label."""
    under = None if draft.title is None else draft.title + 1
    if (
        under is None
        or under >= first
        or not lines[under].is_title_like
        or lines[under].mark.role in ("byline", "credit")
    ):
        return []
    return [under] if lines[under].n_words >= STANDFIRST and under not in draft.others else []
