"""The steps in order, over one page. (In a module of its own so that `tasks.mark` stays the package, not the step.)"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from tasks.describe import describe
from tasks.desk import Desk
from tasks.mark import mark
from tasks.page import CleanPage, RawPage
from tasks.parse import parse
from tasks.site_lines import NONE_REPEATED, SiteLines
from tasks.split import split

STEPS = (parse, mark, split, describe)


def clean(
    body: bytes,
    *,
    url: str | None = None,
    media_type: str = "text/html",
    fetched_at: datetime | None = None,
    site_lines: SiteLines = NONE_REPEATED,
) -> CleanPage:
    """The clean page of one scraped document: `.stories`, `.cuts`, `.main_text`. Deterministic.

    `media_type` is text/html or text/plain (a page already flattened to text); relative times resolve against
    `fetched_at`, which is UTC where it names no zone. Raises `TypeError` where that is no datetime. `site_lines` is
    what `tasks.warehouse.site_lines` read from a database; lines that the site of `url` repeats are cut.
    """
    raw = RawPage(uri=url or "page", body=body, media_type=media_type, url=url, fetched_at=_with_zone(fetched_at))
    return clean_page(raw, replace(_desk(), site_lines=site_lines))


def _with_zone(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        raise TypeError(f"fetched_at is {moment!r}, a {type(moment).__name__}; give a datetime")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def clean_page(raw: RawPage, desk: Desk) -> CleanPage:
    """Runs the steps in order over one page."""
    page = opened(raw)
    for step in STEPS:
        page = step(page, desk)
    return page


def opened(raw: RawPage) -> CleanPage:
    """The page before the first step."""
    return CleanPage(raw)


@cache  # the seeds' rules and models, the same for every page: nothing a page leaves behind
def _desk() -> Desk:
    return Desk.load()
