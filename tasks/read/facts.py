"""What a scraper wrote beside a page: its address and when it was fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# The first that holds something wins. `date` is last: some scrapers mean the day of publication by it.
URL_FIELDS = ("url", "source_url", "link")
TIME_FIELDS = ("fetched_at", "crawled_at", "scraped_at", "timestamp", "date")

DIGITS = re.compile(r"\d{14}")  # 20250702060000, as in crawl indexes


@dataclass(frozen=True, slots=True)
class Facts:
    """`doubt` says which field was meant as a time and is none."""

    url: str | None = None
    fetched_at: datetime | None = None  # UTC
    doubt: str | None = None


NO_FACTS = Facts()


def facts_of(fields: Mapping[str, object]) -> Facts:
    """The facts in a JSONL line or a meta file."""
    urls = (fields.get(name) for name in URL_FIELDS)
    url = next((url.strip() for url in urls if isinstance(url, str) and url.strip()), None)
    doubt = None
    for name in TIME_FIELDS:
        value = fields.get(name)
        if value in (None, ""):
            continue
        if moment := moment_of(value):
            return Facts(url, moment)
        doubt = doubt or f"its {name} {json.dumps(value)[:60]} is no time; give it as 2025-07-02T06:00:00Z"
    return Facts(url, None, doubt)


def facts_in(meta: bytes) -> Facts:
    """The facts in a `.meta.json` file. Raises ValueError where it is no JSON object."""
    try:
        fields = json.loads(meta)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(fields, dict):
        raise ValueError("not a JSON object")
    return facts_of(fields)


def moment_of(value: object) -> datetime | None:
    """A moment in UTC from ISO 8601, 14 digits, an e-mail date, or seconds or milliseconds since 1970; else None.

    A time without a zone is taken as UTC.
    """
    try:
        moment = _from_number(value) if isinstance(value, int | float) else _from_words(str(value).strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _from_number(value: float) -> datetime:
    if isinstance(value, bool):
        raise ValueError("true and false are no times")
    return datetime.fromtimestamp(value / 1000 if abs(value) > 1e11 else value, UTC)


def _from_words(words: str) -> datetime:
    if DIGITS.fullmatch(words):
        return datetime.strptime(words, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return parsedate_to_datetime(words)
