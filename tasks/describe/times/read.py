"""Reads a time as the page words it: the words themselves, the moment in UTC, and how exact it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tasks.describe.times.calendar import clock_of, date_of, lacks_year
from tasks.describe.times.patterns import ABSOLUTE, CLOCK_BEFORE, CLOCK_ONLY, LABEL, RELATIVE, SHORT_AGO, UPDATED
from tasks.describe.times.words import (
    DAY_NAMES,
    DAY_WORDS,
    ENDING_WORDS,
    GLUED_UNITS,
    ICONS,
    LARGEST,
    MONTHS,
    RELATIVE_WORDS,
    TWO,
    UNITS,
    VAGUE_WORDS,
    as_listed,
)
from tasks.words import lowered

LEADING_LABEL = re.compile(rf"(?:{LABEL})?", re.I)
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
OLDEST = 36_500  # days; what was longer ago is no publication
PRECISION = {"second": "minute", "minute": "minute", "hour": "hour", "day": "day"}  # a longer unit: month
ZONE_SLACK = timedelta(days=1)  # a page's clock may be ahead of ours by its zone
ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?:[T ]\d\d|$)")
STAMP = re.compile(r"\d{10}(?:\d{3})?")
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 300
# A day in numbers; scripts that write words without spaces.
NUMBERED = re.compile(r"\d[-/.]\s?[0-3]?\d[-/.]|\d{8}")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
ICON_ENDS = tuple(sorted({icon.rsplit("_", 1)[-1] for icon in ICONS}))
MONTH_NAMES = tuple(month for month in MONTHS if len(month) > 2)


@dataclass(frozen=True, slots=True)
class ReadTime:
    """`raw`: the page's words. `at`: UTC; None for a relative time on a page whose fetch time is not known."""

    raw: str
    at: datetime | None
    precision: str  # minute, hour, day, month


def read_time(raw: str, fetched_at: datetime | None = None, language: str | None = None) -> ReadTime | None:
    """The time a text gives, or None. A publication's time goes before an update's; a time after the fetch is none.

    `language` (`en`, `en-US`, `de`) decides between day and month where both readings are dates.
    """
    text = raw.strip()[:LONGEST]
    if machine := _machine_time(text):
        return None if _lies_ahead(machine.at, fetched_at) else machine
    if short := SHORT_AGO.fullmatch(text):
        return _relative(short, fetched_at)
    if not DIGIT.search(text) and ENDING_WORDS.isdisjoint(WORD.findall(lowered(text))):
        return None
    updated = None
    for start, time in sorted(_times(text, fetched_at, language), key=lambda found: found[0]):
        if _lies_ahead(time.at, fetched_at):
            continue
        if not UPDATED.search(text[:start]):
            return time
        updated = updated or time
    return updated or _clock_alone(text, fetched_at)


def _times(text: str, fetched_at: datetime | None, language: str | None) -> Iterator[tuple[int, ReadTime]]:
    """Each time and where it begins. The words are looked at before the patterns, which cost a hundred times as much."""
    words = WORD.findall(lowered(text))
    is_open = UNSPACED.search(text) is not None or any(word.startswith(ICON_ENDS) for word in words)
    if is_open or not RELATIVE_WORDS.isdisjoint(words):
        for pattern in RELATIVE:
            for found in pattern.finditer(text):
                if time := _relative(found, fetched_at):
                    yield found.start(), time
    if not (is_open or NUMBERED.search(text) or not DAY_NAMES.isdisjoint(words) or _ends_in_month(words)):
        return
    taken = -1
    for found in sorted(_dates(text), key=lambda found: (found.start(), -found.end())):
        if found.start() >= taken and (time := _absolute(found, fetched_at, language)):
            taken = found.end()
            yield found.start(), time


def _ends_in_month(words: Sequence[str]) -> bool:
    """A flattened page may glue a month to the word before it (`PublishedJuly 3`)."""
    return any(word.endswith(MONTH_NAMES) for word in words)


def _dates(text: str) -> Iterator[re.Match]:
    for pattern in ABSOLUTE:
        yield from pattern.finditer(text)


def _relative(found: re.Match, fetched_at: datetime | None) -> ReadTime | None:
    groups = found.groupdict()
    if groups.get("now"):
        return ReadTime(found[0], fetched_at, "minute")
    if vague := groups.get("vague"):
        unit, number, raw = VAGUE_WORDS[as_listed(vague)], 1, found[0]
    else:
        word, digits = as_listed(groups["unit"]), groups["n"] or "1"
        unit, digits = UNITS.get(word) or GLUED_UNITS[word], "2" if word in TWO else digits
        glued = digits.isdigit() and int(digits) > LARGEST[unit] and found.start() > 0 and found[0][0].isdigit()
        number = _number(digits[1:] if glued else digits)
        raw = found[0][1:] if glued else found[0]
    if number * DAYS.get(unit, 0) > OLDEST:
        return None  # `3000 years ago` tells of something else
    precision = PRECISION.get(unit, "month")
    return ReadTime(raw, fetched_at and _before(fetched_at, number, unit), precision)


def _number(word: str) -> int:
    """`3`, or 1 for `an`; 3 for `a few` and its like."""
    if word.isdigit():
        return int(word)
    return 1 if re.match(r"an?$|one|e?en?$|ett?$|eine|une?$|un['’ao]?$|uma?$|bir$|μ[ίι]α$|έναν?$", word, re.I) else 3


def _before(fetched_at: datetime, number: int, unit: str) -> datetime:
    """The moment so many units before, cut to the day or month that is all the page tells."""
    if unit in ("second", "minute", "hour"):
        return fetched_at - timedelta(**{f"{unit}s": number})
    day = (fetched_at - timedelta(days=number * DAYS[unit])).replace(hour=0, minute=0, second=0, microsecond=0)
    return day.replace(day=1) if unit in ("month", "year") else day


def _absolute(found: re.Match, fetched_at: datetime | None, language: str | None) -> ReadTime | None:
    groups = found.groupdict()
    if word := groups.get("day_word"):
        day = fetched_at and _before(fetched_at, DAY_WORDS[as_listed(word)], "day")
        precision = "day"
    else:
        day, precision = date_of(groups, fetched_at, language)
        if day is None and (fetched_at is not None or not lacks_year(groups)):
            return None
    early = None if groups["late"] else CLOCK_BEFORE.search(found.string[: found.start()][-40:])
    raw = (early[0] if early else "") + found[0]
    clock = clock_of(groups["late"] or (early and early["early"]), day) if precision == "day" else None
    return ReadTime(raw.strip(), day + clock if day and clock else day, "minute" if clock is not None else precision)


def _clock_alone(text: str, fetched_at: datetime | None) -> ReadTime | None:
    """A text that is a clock time and nothing else: the last such time before the fetch."""
    words = text[LEADING_LABEL.match(text).end() :]
    if not CLOCK_ONLY.fullmatch(words):
        return None
    if fetched_at is None:
        return ReadTime(words, None, "minute")
    midnight = _before(fetched_at, 0, "day")
    at = midnight + clock_of(words, midnight)
    return ReadTime(words, at if at <= fetched_at else at - timedelta(days=1), "minute")


def _machine_time(text: str) -> ReadTime | None:
    """ISO 8601 and unix stamps. Midnight on the dot is how software writes a day whose hour it does not know."""
    try:
        if STAMP.fullmatch(text):
            at = datetime.fromtimestamp(int(text[:10]), UTC)
            return ReadTime(text, at, "minute") if at.year >= 1995 else None
        at = datetime.fromisoformat(text) if ISO.match(text) else None
    except ValueError:  # a form of ISO that Python does not read, or no date: the patterns decide
        return None
    if at is None or not 1900 <= at.year <= 2100:
        return None
    if (at.hour, at.minute, at.second) == (0, 0, 0):
        return ReadTime(text, at.replace(tzinfo=UTC, microsecond=0), "day")
    return ReadTime(text, (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC), "minute")


def _lies_ahead(at: datetime | None, fetched_at: datetime | None) -> bool:
    return at is not None and fetched_at is not None and at > fetched_at + ZONE_SLACK
