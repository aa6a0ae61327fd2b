"""Which reading of the page is right: each is scored as a whole, the best wins, and a doubtful page is one story."""

from __future__ import annotations

import numpy as np

from tasks.split.cohesion import Words
from tasks.split.draft import Hypothesis
from tasks.split.drafts import drafts_at
from tasks.split.reading_features import reading_table
from tasks.split.readings import Reading, readings_of
from tasks.split.sheet import Sheet
from tasks.split.sides import first_lines
from tasks.split.splitter import Splitter

HEADLINE = 5.0  # and by this much more where the page has a headline, and the stories would have none of their own
RECURRING = 2  # words
HEADED = 3.0  # by so much less where most of its stories stand under titles that are theirs alone
MIN_HEADED, MOSTLY = 2, 0.6
MARGIN = 1.75  # a page is split only where a reading's score beats one story's by this much


def ranked_readings(sheet: Sheet, splitter: Splitter) -> list[tuple[Reading, float]]:
    """The readings with their score less one story's, best first; a split needs the margin."""
    if len(sheet.text) < 2:
        return []
    readings = readings_of(sheet.gaps)
    scores = splitter.scores(reading_table(readings, sheet.gaps, sheet.table))
    under_headline = HEADLINE * is_under_headline(sheet)
    headed = headed_paragraphs(sheet)
    tolls = [_toll(reading, sheet, headed, under_headline) for reading in readings]
    lead = scores - scores[0] - np.array(tolls)
    lead[0] = 0.0
    order = sorted(range(len(readings)), key=lambda i: -lead[i])
    return [(readings[i], float(lead[i])) for i in order]


def _toll(reading: Reading, sheet: Sheet, headed: np.ndarray, under_headline: float) -> float:
    """By how much the reading must beat one story."""
    inner = reading.starts.copy()
    inner[0] = False
    n_headed = int((headed & inner).sum())
    own_titles = n_headed >= MIN_HEADED and n_headed >= MOSTLY * inner.sum()
    return MARGIN - HEADED * own_titles + under_headline * (not _is_titled(inner, sheet))


def headed_paragraphs(sheet: Sheet) -> np.ndarray:
    """[k]: does a title over paragraph k share words with it, and none with the text before? A sub-head does with both."""
    gaps = sheet.gaps
    told = [Words.read(sheet.lines[i].text).told - sheet.common for i in gaps.text]
    before: frozenset[str] = frozenset()
    headed = np.zeros(len(told), dtype=bool)
    for k in range(1, len(told)):
        before |= told[k - 1]
        if gaps.sign("title")[k]:
            window = range(int(gaps.text[k - 1]) + 1, int(gaps.text[k]))
            title = max(window, key=lambda i: (round(sheet.guesses.title[i], 2), -i))
            own = Words.read(f"| {sheet.lines[title].text}").told - sheet.common
            headed[k] = len(own & told[k]) >= 0.25 * len(own) > 0 and len(own & before) <= 0.25 * len(own)
    return headed


def is_under_headline(sheet: Sheet) -> bool:
    """Does a line over the page's first paragraph hold words of the text? A digest's own name does not."""
    told = frozenset().union(*(Words.read(sheet.lines[i].text).told for i in sheet.text)) - sheet.common
    heads = [line for line in sheet.lines[: min(sheet.text)] if line.is_title_like and 3 <= line.n_words <= 25]
    return any(len(Words.read(f"| {line.text}").told & told) >= RECURRING for line in heads)


def _is_titled(inner: np.ndarray, sheet: Sheet) -> bool:
    """Do most of the stories that start there stand under a title, a time or a source of their own?"""
    own = sheet.gaps.sign("title") | sheet.gaps.sign("time") | sheet.gaps.sign("source")
    return bool(inner.any()) and float(own[inner].mean()) > 0.5


def as_hypothesis(reading: Reading, lead: float, sheet: Sheet) -> Hypothesis:
    """The reading's stories."""
    drafts = drafts_at(first_lines(reading.starts, sheet), sheet)
    return Hypothesis(reading.name, tuple(drafts), lead)
