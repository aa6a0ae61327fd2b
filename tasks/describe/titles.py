"""The story's own title: what the page shows as its headline, weighed against what its head calls it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

SEPARATOR = re.compile(r"\s+[|–—·•»ǀ∣]+\s+|\s+-{1,2}\s+|\s*[|｜ǀ]\s*|\s+::\s+")
WORD = re.compile(r"\w+")
# A candidate's say. JSON-LD is seldom there but most often right; h1 and headline are mostly one block, counted twice.
WEIGHTS = {"h1": 1.5, "headline": 1.5, "json-ld": 2.0, "og:title": 1.0, "twitter:title": 0.5, "title": 0.9}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a field, with where it was found."""

    text: str
    origin: str


def choose_title(candidates: Sequence[Candidate], site_names: Sequence[str]) -> Candidate | None:
    """The title most of the page agrees on, without the site's name; of equals the first; None without candidates."""
    cleaned = [Candidate(without_site(c.text, site_names), c.origin) for c in candidates]
    sites = {key_of(name) for name in site_names}
    cleaned = [c for c in cleaned if key_of(c.text) and key_of(c.text) not in sites]
    if not cleaned:
        return None
    votes: dict[str, float] = {}
    for candidate in cleaned:
        key = key_of(candidate.text)
        votes[key] = votes.get(key, 0.0) + WEIGHTS[candidate.origin]
    return max(cleaned, key=lambda c: votes[key_of(c.text)])


def without_site(title: str, site_names: Sequence[str]) -> str:
    """The title without entities, and without the site's name (or a section's before it) at either end."""
    title = " ".join(html.unescape(title).split())
    parts = SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    sites = [key for name in site_names if (key := key_of(name))]
    last, first = parts[-1], parts[0]
    if _is_site(last, sites) or ("|" in title[len(title) - len(last) - 4 :] and len(last.split()) <= 4):
        return _cut_end(title, last, sites)
    if _is_site(first, sites):
        return title[len(first) :].lstrip(" |-–—·•»:").strip()
    return title


def _cut_end(title: str, last: str, sites: Sequence[str]) -> str:
    rest = title[: len(title) - len(last)].rstrip(" |-–—·•»:｜ǀ").strip()
    parts = SEPARATOR.split(rest)
    again = len(parts) > 1 and (_is_site(parts[-1], sites) or (" | " in rest and len(parts[-1].split()) <= 2))
    return _cut_end(rest, parts[-1], sites) if again else rest


def _is_site(part: str, sites: Sequence[str]) -> bool:
    """Is the part a site's name, up to the endings that names and domains differ in?"""
    key = key_of(part).replace(" ", "")
    return bool(key) and any(
        key == site or (len(site) >= 4 and len(key) >= 4 and (key in site or site in key) and len(part.split()) <= 5)
        for site in (s.replace(" ", "") for s in sites)
    )


def key_of(text: str) -> str:
    """The words of a text alone, for telling whether two titles are one."""
    return " ".join(WORD.findall(text.replace("\u00ad", "").casefold()))
