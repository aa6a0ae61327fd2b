"""What sites repeat on many pages with different stories, as the warehouse has counted it: a value that marking reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tasks.words import n_words

HOST = re.compile(r"https?://(?:[^/?#]*@)?(?:(?:www|m|amp)\.)?([^/?#:@]+)", re.I)
LETTER = re.compile(r"[^\W\d_]")
FEWEST_WORDS = 3  # a shorter line may be an outlet's, a person's or an agency's name, or number an item


def site_of(url: str | None) -> str | None:
    """The host of an address in lower case, without `www.` and the like; None where there is no address."""
    found = HOST.match(url or "")
    return found[1].lower() if found else None


def normal_form(text: str) -> str:
    """The line as sites' lines are compared: spaces and case do not matter."""
    return " ".join(text.split()).lower()


def line_key(normal: str) -> int:
    """A signed 64-bit number of a line in its normal form, the same on every machine."""
    found = hashlib.sha256(normal.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(found[:8], "big", signed=True)


def is_counted(text: str) -> bool:
    """Whether the line is long enough for its return to mean anything."""
    return n_words(text) >= FEWEST_WORDS and LETTER.search(text) is not None


@dataclass(frozen=True, slots=True)
class RepeatedLine:
    """A line of a site at one place of its pages: `before`, `inside` or `after` the page's own text."""

    site: str
    line_key: int
    place: str
    n_pages: int
    of_pages: int
    is_learned: bool  # seen on so many pages with different stories that it is cut there


@dataclass(frozen=True)
class LinesOfSite:
    """line_key -> place -> the line there, for each line that the site repeats.

    The version names the lines and which of them are cut, without the counts. Reasons of cuts do show counts, so that
    pages of the same version can differ there.
    """

    lines: Mapping[int, Mapping[str, RepeatedLine]] = field(default_factory=dict)
    version: str | None = None

    @classmethod
    def of(cls, found: Iterable[RepeatedLine]) -> LinesOfSite:
        lines: dict[int, dict[str, RepeatedLine]] = {}
        for line in found:
            lines.setdefault(line.line_key, {})[line.place] = line
        state = sorted((key, place, line.is_learned) for key, at in lines.items() for place, line in at.items())
        return cls(lines, hashlib.sha256(repr(state).encode()).hexdigest()[:12])


@dataclass(frozen=True)
class SiteLines:
    """site -> what it repeats, read once for a run. Empty, it changes nothing."""

    sites: Mapping[str, LinesOfSite] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Iterable[RepeatedLine]) -> SiteLines:
        by_site: dict[str, list[RepeatedLine]] = {}
        for line in found:
            by_site.setdefault(line.site, []).append(line)
        return cls({site: LinesOfSite.of(lines) for site, lines in by_site.items()})

    def known(self, url: str | None) -> LinesOfSite:
        """What the site of this address repeats."""
        return self.sites.get(site_of(url) or "", LinesOfSite())

    def only(self, urls: Iterable[str | None]) -> SiteLines:
        """The same for the sites of these addresses alone: what a batch takes along."""
        wanted = {site_of(url) for url in urls}
        return SiteLines({site: lines for site, lines in self.sites.items() if site in wanted})


NONE_REPEATED = SiteLines()
