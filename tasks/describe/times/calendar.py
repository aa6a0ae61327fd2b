"""From the parts of a date and a clock, as the patterns name them, to a moment in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tasks.describe.times.patterns import CLOCK_ONLY
from tasks.describe.times.words import MONTHS, SEASONAL_ZONES, ZONES, as_listed

LATEST_YEAR = 2100
LEAP_YEAR = 2000


def date_of(groups: dict, fetched_at: datetime | None, language: str | None) -> tuple[datetime | None, str]:
    """Midnight of the date and `day`, the first of the month and `month`, or (None, …) where it is no date."""
    if groups.get("first"):
        return _numeric(groups, fetched_at, language), "day"
    month = as_listed(groups["month"])
    month = int(month) if month.isdigit() else MONTHS[month]
    if groups.get("day") is None:
        return _midnight(int(groups["year"]), month, 1), "month"
    day = int(groups["day"])
    if groups.get("year") is None:
        return _without_year(month, day, fetched_at), "day"
    return _midnight(_full_year(int(groups["year"])), month, day), "day"


def lacks_year(groups: dict) -> bool:
    """Is it a day of a month whose year the page does not say?"""
    if groups.get("first") or groups.get("year") or groups.get("day") is None:
        return False
    month = as_listed(groups["month"])
    return _midnight(LEAP_YEAR, int(month) if month.isdigit() else MONTHS[month], int(groups["day"])) is not None


def clock_of(text: str | None, day: datetime | None) -> timedelta | None:
    """How long after midnight UTC of its day a clock time is; None for no clock. Without a zone it counts as UTC."""
    found = CLOCK_ONLY.search(text) if text else None
    if found is None:
        return None
    hour, half = int(found["hour"] or found["hour_only"]), (found["half"] or found["half_only"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return timedelta(
        hours=hour - offset_of(found["zone"], day), minutes=int(found["minute"] or 0), seconds=int(found["second"] or 0)
    )


def offset_of(zone: str | None, day: datetime | None) -> float:
    """Hours ahead of UTC: `+02:00`, `CEST`, `ET` (by season: April to October is summer)."""
    if not zone:
        return 0.0
    zone = as_listed(zone).strip("()")
    if zone in SEASONAL_ZONES:
        return SEASONAL_ZONES[zone][day is not None and 4 <= day.month <= 10]
    if zone in ZONES:
        return ZONES[zone]
    sign = -1 if "-" in zone else 1
    digits = "".join(c for c in zone if c.isdigit())
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return sign * (int(hours) + int(minutes) / 60)


def _full_year(year: int) -> int:
    """The year, of this century or the last where two digits name it."""
    return year + (2000 if year < 70 else 1900) if year < 100 else year


def _numeric(groups: dict, fetched_at: datetime | None, language: str | None) -> datetime | None:
    """`12-03-2025`: day first, unless only month first is a date, the page is American, or day first lies ahead."""
    first, other, year = int(groups["first"]), int(groups["other"]), _full_year(int(groups["year"]))
    day_first, month_first = _midnight(year, other, first), _midnight(year, first, other)
    orders = [month_first, day_first] if _month_first(groups["sep"], language) else [day_first, month_first]
    dates = [date for date in orders if date is not None]
    past = [date for date in dates if fetched_at is None or date <= fetched_at + timedelta(days=1)]
    return (past or dates or [None])[0]


def _month_first(separator: str, language: str | None) -> bool:
    """Dots are European; slashes are American on English pages that do not say otherwise; dashes on American pages."""
    tag = (language or "").lower().replace("_", "-")
    return (tag == "en-us" and separator in "/-") or (tag == "en" and separator == "/")


def _without_year(month: int, day: int, fetched_at: datetime | None) -> datetime | None:
    """The last such day before the fetch; without a fetch time the year cannot be told."""
    if fetched_at is None:
        return None
    date = _midnight(fetched_at.year, month, day)
    return _midnight(fetched_at.year - 1, month, day) if date and date > fetched_at + timedelta(days=1) else date


def _midnight(year: int, month: int, day: int) -> datetime | None:
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not 1900 <= year <= LATEST_YEAR:
        return None
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:  # the 31st of a month that has 30 days
        return None
