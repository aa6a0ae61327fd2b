"""Teasers under or beside an article: units that lead to pages of their own, in an element that holds nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.split.draft import Line
from tasks.split.units import LINKED, Layout, Seen, Unit

LONGEST = 60  # words of a teaser's text
ARTICLE = 60  # words of text outside the teasers
MOST = 0.7  # of the units must lead to a page of their own


def teasers(seen: Seen) -> frozenset[int]:
    """The indices of the kept lines of teasers, and of the headings in their element; none where they may be the article's own items."""
    found: set[int] = set()
    for layout in seen.layouts:
        if layout.titled and _are_teasers(layout, seen.lines):
            found |= _around(layout, seen.lines)
    return frozenset(found)


def _are_teasers(layout: Layout, lines: Sequence[Line]) -> bool:
    links = {lines[unit.lead].block.href for unit in layout.units if _leads_on(unit, lines)}
    words = [sum(lines[i].n_words for i in unit.lines if lines[i].is_running_text) for unit in layout.units]
    return len(links) >= MOST * len(layout.units) and max(words) <= LONGEST


def _leads_on(unit: Unit, lines: Sequence[Line]) -> bool:
    block = lines[unit.lead].block
    return block.link_share > LINKED and block.href is not None and not block.href.startswith("#")


def _around(layout: Layout, lines: Sequence[Line]) -> set[int]:
    """The kept lines in the smallest element around the units, if the article's text stands in another."""
    inside = {i for unit in layout.units for i in unit.lines}
    home = _common([lines[i] for i in inside])
    if not home:
        return set()
    held = [i for i, line in enumerate(lines) if home[-1] in line.block.elements]
    others = [line for i, line in enumerate(lines) if i not in inside and line.is_body and line.is_running_text]
    if sum(line.n_words for line in others) < ARTICLE or any(home[-1] in line.block.elements for line in others):
        return set()
    around = _common(others)
    if home[: len(around)] == around:
        return set()  # they stand among the article's paragraphs, and may be its items
    return {lines[i].index for i in held if lines[i].mark.kept}


def _common(lines: Sequence[Line]) -> tuple[int, ...]:
    """The elements around all of these lines."""
    first, *rest = (line.block.elements for line in lines)
    n = len(first)
    for elements in rest:
        n = min(n, len(elements))
        n = next((k for k in range(n) if elements[k] != first[k]), n)
    return first[:n]
