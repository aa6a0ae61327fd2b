"""Digests without titles: a story a paragraph, a story at each number, a story at each place name set before the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean, median

from tasks.split.draft import Draft, Hypothesis, Line
from tasks.split.starts import RUN_IN, Paragraph, start_log_odds

NUMBER = re.compile(r"^(?:#|№ ?|no\. ?)?(\d{1,2})(?:[.):/]|\s[-–—])\s*(?=\S)", re.I)
MIN_STORIES = 3
MIN_LEAD = 15  # words of a paragraph under a title
CATEGORY_BONUS = 3.0  # category lines between titles are what a round-up has and an article has not
MIN_WORDS = 25  # a paragraph that could be a whole story


def story_each_paragraph(lines: Sequence[Line]) -> Hypothesis | None:
    """Every long paragraph a story: what an untitled digest is."""
    body = [line for line in lines if line.is_body]
    if len(body) < MIN_STORIES or any(line.n_words < MIN_WORDS for line in body):
        return None
    drafts = [Draft(body=[line.index], kind="brief") for line in body]
    return _rated("story_each_paragraph", drafts, lines, toll=0.4)


def story_each_number(lines: Sequence[Line]) -> Hypothesis | None:
    """Stories at lines numbered 1, 2, 3 …; a short numbered line is the story's title."""
    starts, wanted = [], 1
    for line in lines:
        number = NUMBER.match(line.text)
        if number and not line.is_cut_by_rule and int(number[1]) == wanted:
            starts.append(line.index)
            wanted += 1
    if len(starts) < MIN_STORIES:
        return None
    return _rated("story_each_number", _drafts_at(starts, lines, titled=True), lines, toll=0.6)


def story_each_run_in(lines: Sequence[Line]) -> Hypothesis | None:
    """Stories at datelines and place names run into the text (`PORT HALDEN (XNA) - …`)."""
    starts = [line.index for line in lines if line.is_body and RUN_IN.match(line.text)]
    if len(starts) < MIN_STORIES:
        return None
    return _rated("story_each_run_in", _drafts_at(starts, lines, titled=False), lines, toll=0.0)


def story_each_title(lines: Sequence[Line]) -> Hypothesis | None:
    """Stories at short lines that stand alone before running text, each with its paragraphs: a titled round-up."""
    starts = [a.index for a, b in zip(lines, lines[1:], strict=False) if _heads_text(a, b)]
    if len(starts) < 3:
        return None
    toll = 0.5 - (CATEGORY_BONUS if sum(_is_category(lines, start) for start in starts) >= 2 else 0)
    return _rated("story_each_title", _drafts_at(starts, lines, titled=True), lines, toll)


def _is_category(lines: Sequence[Line], title: int) -> bool:
    """A line of one to three words stands before the title, all capitals or a section's name: WORLD, Sport."""
    before = lines[title - 1] if title else None
    if before is None or before.n_words > 3 or len(before.text) > 30:
        return False
    return before.text.isupper() or before.mark.rule == "navigation-section-name"


def _heads_text(line: Line, after: Line) -> bool:
    return (
        line.is_title_like and line.n_words >= 3 and line.n_words <= 18 and after.is_body and after.n_words >= MIN_LEAD
    )


def _drafts_at(starts: Sequence[int], lines: Sequence[Line], titled: bool) -> list[Draft]:
    drafts = []
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        draft = Draft(kind="brief")
        titles = titled and lines[start].n_words <= 18 and lines[start].is_title_like
        if titles:
            draft.title, draft.title_text = start, NUMBER.sub("", lines[start].text)
        draft.body = _paragraphs(lines, start + titles, stop)
        if draft.body:
            drafts.append(draft)
    return drafts


def _paragraphs(lines: Sequence[Line], start: int, stop: int) -> list[int]:
    """The text from start on: to the next story, less short lines (category names, farewells) after the last paragraph."""
    body = [i for i in range(start, stop) if lines[i].is_body]
    while body and lines[body[-1]].mark.role == "subhead":
        body.pop()
    return body


def _rated(name: str, drafts: list[Draft], lines: Sequence[Line], toll: float) -> Hypothesis | None:
    """The mean log-odds that a draft's first paragraph starts a story, less a toll: the prior is one story."""
    if len(drafts) < 2:
        return None
    order = [i for draft in drafts for i in draft.body]
    paragraphs = [Paragraph.read(lines[i].text) for i in order]
    middle = median(p.n_words for p in paragraphs)
    at = {index: k for k, index in enumerate(order)}
    odds, since = [], 0
    for draft in drafts[1:]:
        k = at[draft.body[0]]
        odds.append(max(-4.0, min(4.0, start_log_odds(paragraphs, k, since, middle))))
        since = k
    return Hypothesis(name, tuple(drafts), (mean(odds) - toll) * len(odds) ** 0.5)
