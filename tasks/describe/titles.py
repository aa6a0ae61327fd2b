"""The story's own title: what the page shows as its headline, weighed against what its head calls it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SEPARATOR = re.compile(r"\s+[|–—·•»ǀ∣]+\s+|\s+-{1,2}\s+|\s*[|｜ǀㅣ]\s*|\s+::\s+")
EDGE = " |-–—·•»:｜ǀ∣ㅣ"
LONGEST = 500  # characters; a site's name is looked for in no longer title
BARS = frozenset("|｜ㅣ")
WORD = re.compile(r"\w+")
# Korean and Chinese titles set no space about the dash before a section's or the site's name.
GLUED = re.compile(r"(?<=\S)[-_–—]+(?=[^-_–—]+$)")
SECTION = re.compile("[\u3040-\u9fff\uac00-\ud7af]{1,6}")
# A candidate's say. JSON-LD is seldom there but most often right; h1 and headline are mostly one block, counted twice.
WEIGHTS = {"h1": 1.5, "headline": 1.0, "json-ld": 2.5, "og:title": 1.0, "twitter:title": 0.5, "title": 0.9}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a title, with where it was found and how it stood there."""

    text: str
    origin: str
    raw: str | None = None


def choose_title(candidates: Sequence[Candidate], site_names: Sequence[str]) -> Candidate | None:
    """The title most of the page agrees on, without the site's name; of equals the first; None without candidates."""
    sites = frozenset(squeezed(name) for name in site_names) - {""}
    cleaned = [Candidate(without_site(c.text, sites), c.origin, c.text) for c in candidates]
    cleaned = [c for c in cleaned if (key := squeezed(c.text)) and key not in sites]
    if not cleaned:
        return None
    best = _most_voted(cleaned, squeezed)
    same = [c for c in cleaned if squeezed(c.text) == squeezed(best.text)]
    # Of words glued otherwise (`HarbourFerry stays` where the page breaks a line) what most call it, a block but once.
    blocks = [c for c in same if c.origin in ("h1", "headline")]
    return _most_voted([c for c in same if c not in blocks[1:]], key_of)


def _most_voted(candidates: Sequence[Candidate], key: Callable[[str], str]) -> Candidate:
    votes: dict[str, float] = {}
    for candidate in candidates:
        votes[key(candidate.text)] = votes.get(key(candidate.text), 0.0) + WEIGHTS[candidate.origin]
    return max(candidates, key=lambda c: votes[key(c.text)])


def without_site(title: str, sites: frozenset[str]) -> str:
    """The title without entities, and without the site's name (and a section's before it) at either end.

    `sites` are the site's names as `squeezed` gives them.
    """
    title = " ".join(html.unescape(title).split())
    if len(title) > LONGEST:
        return title
    parts = SEPARATOR.split(title)
    if len(parts) < 2:
        head, *last = GLUED.split(title)
        return head.strip() if last and squeezed(last[0]) in sites else title
    if _is_site(parts[-1], sites) or _is_behind_bar(title, parts[-1], 4):
        return _cut_end(title, parts[-1], sites)
    if _is_site(parts[0], sites):
        return title[len(parts[0]) :].lstrip(EDGE).strip()
    return title


def _cut_end(title: str, last: str, sites: frozenset[str]) -> str:
    rest = title[: len(title) - len(last)].rstrip(EDGE).strip()
    parts = SEPARATOR.split(rest)
    again = len(parts) > 1 and (_is_site(parts[-1], sites) or _is_behind_bar(rest, parts[-1], 2))
    if again:
        return _cut_end(rest, parts[-1], sites)
    head, *section = GLUED.split(rest)
    return head.strip() if section and SECTION.fullmatch(section[0]) else rest


def _is_behind_bar(title: str, last: str, most_words: int) -> bool:
    """A few words behind a bar are the site's or a section's name, whatever the page calls itself elsewhere."""
    between = title[len(title) - len(last) - 4 : len(title) - len(last)]
    return not BARS.isdisjoint(between) and len(last.split()) <= most_words


def _is_site(part: str, sites: frozenset[str]) -> bool:
    """Is the part a site's name, up to the endings that names and domains differ in?"""
    key = squeezed(part)
    if key in sites:
        return True
    short = len(key) >= 4 and len(part.split()) <= 5
    return short and any(len(site) >= 4 and (key in site or site in key) for site in sites)


def squeezed(text: str) -> str:
    """The letters and digits alone, for comparing with domains."""
    return key_of(text).replace(" ", "")


def key_of(text: str) -> str:
    """The words of a text alone, for telling whether two titles are one."""
    return " ".join(WORD.findall(text.replace("\u00ad", "").casefold()))
