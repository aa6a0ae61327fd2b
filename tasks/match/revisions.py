"""The tellings of one address over time: which of them are versions of one story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import numpy as np
from rapidfuzz.distance import LCSseq

from tasks.match.likeness import Text
from tasks.match.shingles import Codes, words

SAME_TEXT = 0.3  # of the shorter text's shingles: it is the story told again, corrected or longer
SAME_TITLE = 0.15  # of them, under the same title
SAME_WORDS = 0.5  # of the longer text's words, in the same order, where there are few
LOOK_BACK = 3  # tellings of an address
# A date, a number or a title of four words in an address: it is one article's.
ARTICLE = re.compile(r"/[^/?]*(\d{4}|\w-\w[^/?]*-\w[^/?]*-\w)[^/?]*(/|\?|$)|[?&]\w+=\w*\d{3}")


@dataclass(frozen=True, slots=True)
class Telling:
    """The one story of a page, as that page told it. `page` orders those that were fetched at the same time."""

    story_id: str
    address: str
    seen_at: datetime
    page: str
    title: str | None
    body: str

    @property
    def told(self) -> tuple[str | None, str]:
        return self.title, self.body


@dataclass(frozen=True, slots=True)
class Revision:
    """One telling's place among those of its story: `version` counts the texts, a refetch of the same text is none."""

    address: str
    first_id: str  # the story_id of the first telling
    story_id: str
    version: int
    seen_at: datetime
    is_refetch: bool
    is_newest: bool


def revisions(tellings: Iterable[Telling]) -> list[Revision]:
    """The stories of these addresses that were told more than once; what was told once is left out.

    An address that names an article holds one story for ever. Any other (`/live`, `/today`) may hold another one every
    day: there a story is told again only where its text is.
    """
    ordered = sorted(tellings, key=lambda each: (each.address, each.seen_at, each.page))
    found: list[Revision] = []
    for address, here in groupby(ordered, key=lambda each: each.address):
        tellings_here = list(here)
        lines = [tellings_here] if ARTICLE.search(address) else _lines(tellings_here)
        found += [revision for line in lines if len(line) > 1 for revision in _versions(line)]
    return found


def _lines(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of an address in time order, those of one story together."""
    lines: list[list[Telling]] = []
    for telling in tellings:
        recent = sorted(lines, key=lambda line: (line[-1].seen_at, line[-1].page))[-LOOK_BACK:]
        line = next((line for line in reversed(recent) if _is_again(line[-1], telling)), None)
        if line is None:
            lines.append([telling])
        else:
            line.append(telling)
    return lines


def _is_again(earlier: Telling, later: Telling) -> bool:
    if earlier.told == later.told:
        return True
    codes = Codes()
    one, other = Text.of(earlier.body, codes), Text.of(later.body, codes)
    fewer = min(len(one.shingles), len(other.shingles))
    if not fewer:
        same = LCSseq.similarity(one.coded.tolist(), other.coded.tolist())
        return same >= SAME_WORDS * max(len(one.coded), len(other.coded), 1)
    same_title = bool(later.title) and _folded(earlier.title) == _folded(later.title)
    shared = len(np.intersect1d(one.shingles, other.shingles, assume_unique=True))
    return shared >= (SAME_TITLE if same_title else SAME_TEXT) * fewer


def _folded(title: str | None) -> list[str]:
    return words((title or "").casefold())


def _versions(tellings: Sequence[Telling]) -> list[Revision]:
    changed = [n for n, each in enumerate(tellings) if n == 0 or each.told != tellings[n - 1].told]
    return [
        Revision(
            each.address,
            tellings[0].story_id,
            each.story_id,
            sum(place <= n for place in changed),
            each.seen_at,
            is_refetch=n not in changed,
            is_newest=n == changed[-1],
        )
        for n, each in enumerate(tellings)
    ]
