"""Nights of a site's pages made by hand: so many a day, all alike unless told otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from tasks.page import CleanPage
from tests.warehouse.samples import DAY, a_page


def site_page(name: str, day: int = 0, site: str = "post.example", **told: object) -> CleanPage:
    """A page of one site that landed so many days after the first; `told` as for `a_page`."""
    page = a_page(name, **{"stories": [f"{name} sails. It is back."]} | told)
    landed = DAY + timedelta(day)
    raw = replace(page.raw, uri=f"{landed}/{name}", url=f"https://{site}/{name}", landed_on=landed)
    return replace(page, raw=raw, stories=tuple(replace(s, story_id=f"{name} {s.position}") for s in page.stories))


def night(day: int, n: int, site: str = "post.example", **told: object) -> Iterator[CleanPage]:
    """`n` pages of one day of a site."""
    return (site_page(f"{site.split('.')[0]} {day} {number}", day, site, **told) for number in range(n))
