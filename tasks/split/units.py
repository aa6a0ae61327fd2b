"""Units that repeat on an HTML page: lines in the same place of the markup lead them, and each holds what stands under its own.

A page lays its stories out alike, whatever it calls its elements: in each the title stands in an element of the same path.
(Record boundaries of wrapper induction: Liu, Grossman and Zhai, Mining Data Records in Web Pages, KDD 2003.)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from tasks.describe.times.patterns import CLOCK_ONLY, RELATIVE
from tasks.split.draft import Line

FEWEST, MOST_UNITS = 2, 150
TITLES = 0.7  # of the leads must be able to be titles, or be times
DISTINCT = 0.9  # of them must differ
TITLE_WORDS = 2.5  # on average
SENTENCES = 0.34  # of them may end as a sentence does
LINKED, BOLD = 0.8, 0.8  # of a line's characters
WITH_TEXT = 0.5  # of the leads must have text under them
TEASER = 45  # words
CELLS = frozenset(("td", "th", "dd"))
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Unit:
    """`lead`: the position of its title or time, if it has one; `lines`: the positions of all its lines, the lead's among them."""

    lead: int | None
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Layout:
    """The units one kind of lead makes, and whether the leads are titles (else times)."""

    units: tuple[Unit, ...]
    titled: bool


@dataclass(frozen=True)
class Seen:
    """The lines of a page that can be seen and that no rule cut, the place of each, and `words[i]` of running text before line i.

    `kept[i]`: those of them that the mark step kept.
    """

    lines: Sequence[Line]
    places: Sequence[int]
    words: Sequence[int]
    kept: Sequence[int]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Seen:
        """What can be seen of the page's lines."""
        seen = [line for line in lines if line.block.tag != "img" and not line.is_cut_by_rule]
        told = [line.n_words if line.is_running_text and not _is_teaser(line) else 0 for line in seen]
        kept = [n if line.is_body else 0 for n, line in zip(told, seen, strict=True)]
        return cls(seen, places_of(seen), [0, *accumulate(told)], [0, *accumulate(kept)])

    def told(self, i: int) -> int:
        """The words of running text in a line."""
        return self.words[i + 1] - self.words[i]

    @cached_property
    def hooks(self) -> Sequence[str]:
        """The words hung on each line."""
        return [hook_of(line) for line in self.lines]

    @cached_property
    def dresses(self) -> Sequence[int]:
        """The place of each line with the words hung on it, by number."""
        return _numbered(zip(self.places, self.hooks, strict=True))

    @cached_property
    def groups(self) -> Sequence[tuple[int, ...]]:
        """The positions of lines in the same place: of the same path and dress; and of the same hooks, and of sentences or of none."""
        groups = defaultdict(list)
        numbered = {hook: DIGITS.sub("", hook) for hook in set(self.hooks)}
        for i, (line, place, hook) in enumerate(zip(self.lines, self.places, self.hooks, strict=True)):
            groups[place].append(i)
            groups[place, line.is_sentence].append(i)
            groups[place, numbered[hook]].append(i)
            if hook:
                groups[line.block.path, hook].append(i)
        return [tuple(found) for found in groups.values() if FEWEST <= len(found) <= MOST_UNITS]

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """Every way to see the page as units that repeat."""
        return (*layouts_of(self), *run_in_layouts(self))


def _is_teaser(line: Line) -> bool:
    """A text to be read elsewhere is none of the page's."""
    return line.n_words <= TEASER and line.breaks_off


def layouts_of(seen: Seen) -> Iterator[Layout]:
    """The layouts whose units are led by a title or a time."""
    known = set()
    for leads in seen.groups:
        if leads in known or not _have_text(leads, seen):
            continue
        known.add(leads)
        titled = _are_titles([seen.lines[i] for i in leads])
        if titled or _are_times([seen.lines[i] for i in leads]):
            units = tuple(unit for unit in _units(leads, seen.lines) if has_text(unit, seen.lines))
            if len(units) >= max(FEWEST, WITH_TEXT * len(leads)):
                yield Layout(units, titled)


def run_in_layouts(seen: Seen) -> Iterator[Layout]:
    """Paragraphs in the same place that each begin with a few bold words, and what follows them."""
    lines = seen.lines
    groups = (
        tuple(i for i in found if 0 < lines[i].block.bold_share < BOLD and lines[i].is_running_text)
        for found in seen.groups
    )
    for leads in dict.fromkeys(groups):
        if len(leads) > FEWEST:
            yield Layout(tuple(Unit(None, unit.lines) for unit in _units(leads, lines)), False)


def _have_text(leads: Sequence[int], seen: Seen) -> bool:
    """Is there running text between most of the leads? A cheap look before any unit is made."""
    held = sum(seen.words[after] > seen.words[lead + 1] for lead, after in pairwise((*leads, len(seen.lines))))
    return held >= WITH_TEXT * (len(leads) - 1)


def hook_of(line: Line) -> str:
    """The words hung on the line's own element and on what is inside it."""
    return f"{line.block.hooks[-1] if line.block.hooks else ''} {line.block.inner}".strip()


def places_of(lines: Sequence[Line]) -> list[int]:
    """The place of each line, by number: its path, whether it is a link and bold, which cell of its row it is, 0 for what is no cell."""
    cells: dict[int, list[int]] = defaultdict(list)
    places = []
    for line in lines:
        block, cell = line.block, 0
        if block.tag in CELLS and len(block.elements) > 1:
            row = cells[block.elements[-2]]
            if block.elements[-1] not in row:
                row.append(block.elements[-1])
            cell = len(row)
        places.append((block.path, block.link_share > LINKED, block.bold_share > BOLD, cell))
    return _numbered(places)


def _numbered(keys: Iterable[tuple]) -> list[int]:
    """A number for each, the same for those that are alike: looked up by much more often than it is made."""
    numbers: dict[tuple, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _are_titles(leads: Sequence[Line]) -> bool:
    n = len(leads)
    if sum(line.n_words for line in leads) < TITLE_WORDS * n or len({line.key for line in leads}) < DISTINCT * n:
        return False
    sentences = sum(line.is_sentence and not line.text.endswith("?") for line in leads)
    able = lambda line: line.is_title_like and not line.is_source_and_time  # noqa: E731
    return sentences <= SENTENCES * n and sum(map(able, leads)) >= TITLES * n


def _are_times(leads: Sequence[Line]) -> bool:
    """Clock times, or how long ago: a date alone heads a chapter of a timeline."""
    return sum(line.is_time and _is_of_a_day(line.text) for line in leads) >= TITLES * len(leads)


def _is_of_a_day(text: str) -> bool:
    return CLOCK_ONLY.search(text) is not None or any(pattern.search(text) for pattern in RELATIVE)


def _units(leads: Sequence[int], lines: Sequence[Line]) -> Iterator[Unit]:
    """Each lead's largest element without another lead, and what follows under the same parent before the next."""
    held = Counter(element for i in leads for element in set(lines[i].block.elements))
    homes = []
    for i in leads:
        elements = lines[i].block.elements
        depth = next((k for k, element in enumerate(elements) if held[element] == 1), len(elements))
        home = elements[depth] if depth < len(elements) else None
        parent = elements[depth - 1] if depth else None
        first = i
        while home and first and home in lines[first - 1].block.elements:
            first -= 1
        homes.append((i, first, parent))
    stops = [first for _, first, _ in homes[1:]] + [len(lines)]
    for (lead, first, parent), stop in zip(homes, stops, strict=True):
        inside = [i for i in range(first, stop) if parent is None or parent in lines[i].block.elements]
        yield Unit(lead, tuple(inside))


def has_text(unit: Unit, lines: Sequence[Line]) -> bool:
    """Does it hold a line of running text besides its lead?"""
    return any(lines[i].is_running_text for i in unit.lines if i != unit.lead)
