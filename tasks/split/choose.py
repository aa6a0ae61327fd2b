"""Which reading of the page is right: each is scored as a whole, the best wins, and a doubtful page is one story."""

from __future__ import annotations

from tasks.split.draft import Hypothesis
from tasks.split.drafts import drafts_at
from tasks.split.reading_features import reading_table
from tasks.split.readings import Reading, readings_of
from tasks.split.sheet import Sheet
from tasks.split.sides import first_lines
from tasks.split.splitter import Splitter

MARGIN = 2.0  # a page is split only where a reading's score beats one story's by this much


def ranked_readings(sheet: Sheet, splitter: Splitter) -> list[tuple[Reading, float]]:
    """The readings with their score less one story's, best first; a split needs the margin."""
    if len(sheet.text) < 2:
        return []
    readings = readings_of(sheet.gaps)
    scores = splitter.scores(reading_table(readings, sheet.gaps, sheet.table))
    lead = scores - scores[0] - MARGIN
    lead[0] = 0.0
    order = sorted(range(len(readings)), key=lambda i: -lead[i])
    return [(readings[i], float(lead[i])) for i in order]


def as_hypothesis(reading: Reading, lead: float, sheet: Sheet) -> Hypothesis:
    """The reading's stories."""
    drafts = drafts_at(first_lines(reading.starts, sheet), sheet)
    return Hypothesis(reading.name, tuple(drafts), lead)
