"""Which lines stand where titles stand on this page? What nearly every story has over it is its title, though nothing in it says so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from tasks.split.facts import AT, TWICE
from tasks.split.head_parts import beside_time
from tasks.split.names import is_name_list
from tasks.split.sheet import Sheet

MOST = 0.7  # of the page's gaps must have such a line
DISTINCT = 0.9  # of them must differ: outlets and labels come again
WORDS = 4.0  # a title has more on average than an outlet's name
WRITER = 4  # words that stand beside a time at most
BASE = 0.2  # what any line is held for, so that words count too
LIKELY = 0.6  # what such a line is held for at least
DOUBTFUL = 0.1  # a line less likely than this is no title, wherever it stands
NEVER = [AT[name] for name in ("hard", "time", "source_time", "wordless", "number_alone", "more", "credit")]


def with_titles(starts: np.ndarray, sheet: Sheet) -> Sheet:
    """The sheet with the titles of these stories held for likelier, where the page has one over each; a list of names is none."""
    sheet = _without_lists(sheet)
    spans = _spans(starts, sheet)
    timed = _beside_times(spans, sheet)
    sheet = _doubted(timed, sheet)
    found = [_likeliest(span, timed, sheet) for span in spans]
    inner = [i for i in found[1:] if i is not None]
    if len(inner) < max(2, MOST * (len(found) - 1)) or not _are_titles(inner, sheet, 1.0 if timed else WORDS):
        return sheet
    title = sheet.guesses.title.copy()
    for i, span in zip(found, spans, strict=True):
        if i is not None and (title[i] > DOUBTFUL or i in inner):
            title[i] = max(LIKELY, float(title[span.start : span.stop].max()) + 0.01)
    return replace(sheet, guesses=replace(sheet.guesses, title=title))


def _without_lists(sheet: Sheet) -> Sheet:
    return _doubted(
        [i for i in np.flatnonzero(sheet.guesses.title > DOUBTFUL) if is_name_list(sheet.lines[i].text)], sheet
    )


def _doubted(lines: Sequence[int], sheet: Sheet) -> Sheet:
    """The sheet with none of these lines held for a title."""
    if not len(lines):
        return sheet
    title = sheet.guesses.title.copy()
    title[lines] = np.minimum(title[lines], DOUBTFUL)
    return replace(sheet, guesses=replace(sheet.guesses, title=title))


def _beside_times(spans: Sequence[range], sheet: Sheet) -> list[int]:
    """Lines of a time and a few words, where most stories have another line that could be their title: who wrote them stands there."""
    timed, n, n_words = [], 0, 0
    for span in spans:
        names = _names(span, sheet)
        beside = {i: rest for i in names if (rest := beside_time(sheet.lines[i].text)) and rest.count(" ") < WRITER}
        others = [sheet.lines[i].n_words for i in names if i not in beside]
        if others and beside:
            n += 1
            n_words += max(others) - max(rest.count(" ") + 1 for rest in beside.values())
        timed += beside
    return timed if n >= max(2, MOST * len(spans)) and n_words >= n else []


def _names(span: range, sheet: Sheet) -> list[int]:
    return [i for i in span if not sheet.facts[i, NEVER].any() and sheet.lines[i].is_title_like]


def _spans(starts: np.ndarray, sheet: Sheet) -> list[range]:
    """The lines before each story's first paragraph; of those before the page's first, as many as gaps have at most."""
    text = sheet.gaps.text
    spans = [range(int(text[k - 1]) + 1 if k else 0, int(text[k])) for k in np.flatnonzero(starts)]
    longest = max((len(span) for span in spans[1:]), default=0)
    return [spans[0][max(0, len(spans[0]) - longest) :], *spans[1:]]


def _likeliest(span: range, timed: Collection[int], sheet: Sheet) -> int | None:
    """The likeliest title among some lines; no name or label of few words, unless it is much likelier."""
    names = [i for i in _names(span, sheet) if i not in timed and not is_name_list(sheet.lines[i].text)]
    return max(names, key=lambda i: (_weight(i, sheet), -i), default=None)


def _weight(i: int, sheet: Sheet) -> float:
    twice = 1 + bool(sheet.facts[i, TWICE].any())
    return round(twice * min(sheet.lines[i].n_words, WORDS) * (BASE + sheet.guesses.title[i]), 1)


def _are_titles(lines: Sequence[int], sheet: Sheet, least: float) -> bool:
    words = float(np.mean([sheet.lines[i].n_words for i in lines]))
    distinct = len({sheet.lines[i].key for i in lines}) / len(lines)
    return words >= least and distinct >= DISTINCT
