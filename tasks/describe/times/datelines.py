"""Datelines: the place, day and agency that a text begins with."""

from __future__ import annotations

import re

from tasks.describe.people_words import AGENCIES
from tasks.describe.times.names import ADDRESS, NAMES, is_source
from tasks.describe.times.patterns import MOMENT

LONGEST = 100  # signs of one
# A place as datelines have it: words with capitals.
PLACE = r"(?-i:[^\W\da-zà-ž]\S*)(?:\s(?:(?-i:[^\W\da-zà-ž]\S*)|de|la|le|el|al|del|di|am|an|der|do|da|el-?\w+)){0,4}?"
DATELINE = re.compile(
    rf"{PLACE}(?:(?<=,)\s(?P<moment>{MOMENT})|\s?\((?P<inner>{MOMENT})\))\s?(?:\([^()]{{2,40}}\)\s?)?(?:--|[–—-]|(?<=\))\.)\s",
    re.I,
)
AGENCY = re.compile(r"(?:[^\W\d]\S*(?:\s\S+){0,5}?\s?)?\((?P<source>[^()]{2,40})\)(?P<end>\s?(?:--|[–—-])|[.:])\s")
AGENCY_NAMES = frozenset(map(str.casefold, AGENCIES))


def source_of_dateline(text: str) -> str | None:
    """What stands in brackets behind the words a text begins with, if an outlet's name could (`HARBIN, July 3 (Tidewire) — `).

    Before a colon an agency alone: a party or a channel stands so too (`Ada Brandt (SDP): `).
    """
    found = AGENCY.match(text[:LONGEST])
    if found is None:
        return None
    source = found["source"]
    if source[0].islower() or found["end"] == ":":
        return source if source.casefold() in AGENCY_NAMES or ADDRESS.fullmatch(source) else None
    is_name = source.count(" ") < NAMES and not any(map(str.isdigit, source))
    return source if is_name or is_source(source, separated=True) else None


def time_of_dateline(text: str) -> str | None:
    """The time that a text begins with behind words with capitals, as a place's (`HARBIN, July 3 — `)."""
    found = DATELINE.match(text[:LONGEST])
    return found["moment"] or found["inner"] if found else None
