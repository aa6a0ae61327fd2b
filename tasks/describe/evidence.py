"""What a page offers for its stories' fields, gathered once: its head, its linked data, its marked blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from tasks.addresses import parts_of
from tasks.describe.json_ld import LinkedArticle, read_json_ld
from tasks.page import Block, CleanPage, Head, Story

SITE_NAMES = (
    "og:site_name",
    "application-name",
    "al:ios:app_name",
    "apple-mobile-web-app-title",
    "twitter:app:name:iphone",
)
SECOND_LEVEL = frozenset("ac co com edu gob gov gouv go ne net or org".split())  # before a country's ending
NUMERIC_DATE = re.compile(r"(?<![\d/.-])(\d\d?)[/-](\d\d?)[/-](?:19|20)\d\d(?!\d)")


Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A field's value, where it was found, and what stood there before it was cleaned."""

    value: Value
    origin: str
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """`is_alone`: the page is HTML with one story, so that what the page says of itself it says of the story.

    `host` is `herald.example` of the page's address; `outlets` every name the page gives its site, with its host's.
    """

    page: CleanPage
    linked: LinkedArticle
    is_alone: bool
    host: str | None
    outlets: tuple[str, ...]

    def blocks(self, story: Story, *roles: str) -> Iterator[Block]:
        """The story's own blocks of these roles, in reading order."""
        for index in story.blocks:
            if self.page.marks[index].role in roles:
                yield self.page.blocks[index]


def evidence_of(page: CleanPage) -> Evidence:
    """The page's evidence; its linked data is asked for the article that its titles name."""
    head = page.head
    headlines = [page.blocks[i].text for i, mark in enumerate(page.marks) if mark.role == "headline"][:1]
    titles = [title for title in (head.first("og:title"), head.title, *headlines) if title]
    is_alone = page.raw.media_type != "text/plain" and len(page.stories) == 1 and page.stories[0].kind != "live_entry"
    linked = read_json_ld(head.json_ld, titles)
    host = _host(page)
    return Evidence(page, linked, is_alone, host, _outlets(head, linked, host or ""))


def date_order(page: CleanPage) -> str | None:
    """`25/12/2024` anywhere on the page says how its `03/10/2023` is meant; None where no date or both orders tell."""
    found = [match for block in page.blocks for match in NUMERIC_DATE.finditer(block.text)]
    orders = {
        "day" if int(first) > 12 else "month" for first, other in (m.groups() for m in found) if _tells(first, other)
    }
    return orders.pop() if len(orders) == 1 else None


def _tells(first: str, other: str) -> bool:
    return 1 <= min(int(first), int(other)) <= 12 < max(int(first), int(other)) <= 31


def _host(page: CleanPage) -> str | None:
    host = parts_of(page.raw.url or page.head.canonical or page.head.first("og:url")).hostname
    return re.sub(r"^(?:www\d?|m|amp)\.", "", host) if host and "." in host else None


def _outlets(head: Head, linked: LinkedArticle, host: str) -> tuple[str, ...]:
    named = [head.first(name) for name in SITE_NAMES]
    labels = [label for label in host.split(".")[:-1] if label not in SECOND_LEVEL]
    names = [*named, linked.publisher, linked.site, host, *labels[-1:]]
    return tuple(dict.fromkeys(name for name in names if name))
