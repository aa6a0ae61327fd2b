"""Bylines of short lines, with the time or the outlet that stands beside the writer."""

from __future__ import annotations

import re

from tasks.describe.labels import BY, SHORT
from tasks.describe.times.lines import LONGEST_LINE, bare, looks_like_time
from tasks.describe.times.names import OFFICE, are_names, begins_given, is_byline, is_source

QUOTES = "«»„“”‘’\"'"
WRITER_AND_OUTLET = re.compile(
    rf"(?:(?:{BY}|{SHORT})\s*:?\s+)?(?P<name>\w\S+(?:\s[^\s|·•]+){{1,3}}?)(?:\s[|·•]\s|,\s(?=[{QUOTES}]|(?:the|die|das|le|la|les|el|il|de|o|a)\s\w))(?P<source>[^,|·•]{{3,40}})",
    re.I,
)
# A live blog's hour and who wrote: `23:26 R. J. Munro`.
TIMED_NAME = re.compile(r"(?P<moment>(?:[01]?\d|2[0-3])[:.][0-5]\d)\s+(?P<name>[^\W\d]\S*(?:\s[^\W\d]\S*){1,3})")
# `[2 hours ago] Ada Brandt:`
FRAMED_TIME = re.compile(
    r"[\[(](?P<moment>[^\[\]()]{2,24})[\])]\s*(?P<name>[^\W\d][^\s:]*(?:\s[^\W\d][^\s:]*){1,3})(?P<colon>\s?:)?"
)
INITIAL = re.compile(r"[^\W\d]\.")
BYLINES = re.compile(rf"\b(?:{BY}|{SHORT})\b", re.I)
BREAK = re.compile(r"\s*[|·•,]\s*|\s+[/–—-]\s+|\s+(?=by\s)", re.I)


def split_time_and_byline(text: str) -> tuple[str, str] | None:
    """The time and the byline of a line that is nothing else (`3 hours ago | By Ada Brandt`, in either order)."""
    text = bare(text)
    if not 0 < len(text) <= LONGEST_LINE:
        return None
    if timed := TIMED_NAME.fullmatch(text):
        return (timed["moment"], timed["name"]) if _names_person(timed["name"]) else None
    if (timed := FRAMED_TIME.fullmatch(text)) and looks_like_time(timed["moment"]):
        is_name = _names_person(timed["name"]) or (timed["colon"] and are_names(timed["name"]))
        return (timed["moment"], timed["name"]) if is_name else None
    if BYLINES.search(text) is None:
        return None
    for found in BREAK.finditer(text):
        parts = text[: found.start()], text[found.end() :]
        for time, byline in (parts, parts[::-1]):
            if is_byline(byline) and looks_like_time(time):
                return time, byline
    return None


def _names_person(text: str) -> bool:
    return INITIAL.match(text) is not None or (begins_given(text) and are_names(text))


def outlet_beside_writer(text: str) -> str | None:
    """The outlet in a byline that names one behind a sign, or with an article or in quotes behind a comma.

    `Ada Brandt | Harbour Gazette`, `Ada Brandt, The Herald`; behind a comma alone a place may stand.
    """
    found = WRITER_AND_OUTLET.fullmatch(text.strip())
    if found is None or not are_names(found["name"]) or OFFICE.search(found["source"]):
        return None
    source = found["source"].strip(QUOTES)
    return source if is_source(source, separated=True) and not begins_given(source) else None
