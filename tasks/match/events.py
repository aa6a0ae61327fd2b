"""Groups stories into events: what is somewhat like all of a group joins it, what hangs by one thread does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

ALONE = 0.17  # likeness of two stories that are an event by themselves
TOGETHER = 0.09  # of all pairs between two groups on the average: it takes less where many say it
SPAN = 7  # days between the first stories of two groups that become one


@dataclass(frozen=True, slots=True)
class Link:
    """Two stories that may be of one event, and how much alike they are, 0 to 1; copies are of one event whatever else."""

    story_id: str
    other_id: str
    likeness: float
    is_copy: bool


def events(links: Iterable[Link], days: Mapping[str, date | None]) -> dict[str, str]:
    """story_id -> the smallest story_id of its event, in whatever order the links come; stories of no link are left out.

    Agglomerative clustering (group-average linkage), the likest pairs first, so that one story about two things does not
    make one event of them.
    """
    ordered = sorted(links, key=lambda link: (not link.is_copy, -link.likeness, link.story_id, link.other_id))
    groups = _Groups(ordered, days)
    for link in ordered:
        one, other = sorted((groups.of[link.story_id], groups.of[link.other_id]))
        if one != other and (link.is_copy or groups.belong_together(one, other)):
            groups.join(one, other)
    return groups.of


class _Groups:
    """Groups by their smallest story_id, and the likeness of all links between each two, in whole ten-thousandths."""

    def __init__(self, links: Iterable[Link], days: Mapping[str, date | None]) -> None:
        pairs: dict[tuple[str, str], int] = {}
        for link in links:
            pair = link.story_id, link.other_id
            pairs[pair] = max(pairs.get(pair, 0), round(10_000 * link.likeness))
        self.of = {story_id: story_id for pair in pairs for story_id in pair}
        self.members = {story_id: [story_id] for story_id in self.of}
        self.first = {story_id: days[story_id] or date.max for story_id in self.of}
        self.likeness: dict[str, Counter[str]] = defaultdict(Counter)
        for (one, other), likeness in pairs.items():
            self.likeness[one][other] += likeness
            self.likeness[other][one] += likeness

    def belong_together(self, one: str, other: str) -> bool:
        """A likeness of `ALONE` for two stories, and coming down to `TOGETHER` the more pairs there are."""
        n_pairs = len(self.members[one]) * len(self.members[other])
        apart = abs((self.first[one] - self.first[other]).days)
        return apart <= SPAN and self.likeness[one][other] >= 10_000 * (ALONE + TOGETHER * (n_pairs - 1))

    def join(self, one: str, other: str) -> None:
        """The second group becomes part of the first, which has the smaller name."""
        for story_id in self.members[other]:
            self.of[story_id] = one
        self.members[one] += self.members.pop(other)
        self.first[one] = min(self.first[one], self.first[other])
        for neighbour, likeness in self.likeness.pop(other).items():
            del self.likeness[neighbour][other]
            if neighbour != one:
                self.likeness[one][neighbour] += likeness
                self.likeness[neighbour][one] += likeness
