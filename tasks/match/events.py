"""Groups stories into events: what is linked with many of a group joins it, what hangs by one thread does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

LINKED = 0.3  # of all pairs between two groups, those that must be linked before the groups become one
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
    """Groups by their smallest story_id, and how many links there are between each two."""

    def __init__(self, links: Iterable[Link], days: Mapping[str, date | None]) -> None:
        pairs = {(link.story_id, link.other_id) for link in links}
        self.of = {story_id: story_id for pair in pairs for story_id in pair}
        self.members = {story_id: [story_id] for story_id in self.of}
        self.first = {story_id: days[story_id] or date.max for story_id in self.of}
        self.n_links: dict[str, Counter[str]] = defaultdict(Counter)
        for one, other in pairs:
            self.n_links[one][other] += 1
            self.n_links[other][one] += 1

    def belong_together(self, one: str, other: str) -> bool:
        n_pairs = len(self.members[one]) * len(self.members[other])
        apart = abs((self.first[one] - self.first[other]).days)
        return apart <= SPAN and self.n_links[one][other] >= LINKED * n_pairs

    def join(self, one: str, other: str) -> None:
        """The second group becomes part of the first, which has the smaller name."""
        for story_id in self.members[other]:
            self.of[story_id] = one
        self.members[one] += self.members.pop(other)
        self.first[one] = min(self.first[one], self.first[other])
        for neighbour, n in self.n_links.pop(other).items():
            del self.n_links[neighbour][other]
            if neighbour != one:
                self.n_links[one][neighbour] += n
                self.n_links[neighbour][one] += n
