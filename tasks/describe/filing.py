"""Where a page files its story: section, tags, and its address by its own account."""

from __future__ import annotations

import html
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from tasks.addresses import parts_of
from tasks.describe.evidence import Evidence, Found

SECTION_META = ("article:section", "og:article:section", "parsely-section", "cxenseparse:section", "section")
TAG_META = ("article:tag", "og:article:tag", "parsely-tags", "news_keywords", "sailthru.tags", "keywords")
MOST_TAGS, LONGEST_TAG = 30, 60


def choose_section(seen: Evidence) -> Found[str] | None:
    """What the head of a page with one story calls its section."""
    named = [("json-ld", seen.linked.section), *((f"meta {name}", seen.page.head.first(name)) for name in SECTION_META)]
    for origin, raw in named if seen.is_alone else ():
        if raw and (section := _plain(raw)) and len(section) <= LONGEST_TAG:
            return Found(section, origin, raw)
    return None


def choose_tags(seen: Evidence) -> Found[tuple[str, ...]] | None:
    """The tags of the first place in the head that has any, each once."""
    meta = seen.page.head.meta
    named = [(f"meta {name}", [value for key, value in meta if key == name]) for name in TAG_META]
    named.insert(2, ("json-ld", list(seen.linked.keywords)))
    for origin, raw in named if seen.is_alone else ():
        if tags := _tags(raw):
            return Found(tags, origin, " | ".join(raw))
    return None


def canonical_of(seen: Evidence) -> Found[str] | None:
    """The page's address as its head gives it, whole; one of the front page stands for no story."""
    head, own = seen.page.head, seen.page.raw.url
    named = [("link canonical", head.canonical), ("og:url", head.first("og:url")), ("json-ld", seen.linked.url)]
    for origin, raw in [*named, ("url", own)]:
        address = _address(raw, own)
        if address and (origin == "url" or not _is_front_page(address) or _is_front_page(own)):
            return Found(address, origin, raw)
    return None


def _address(raw: str | None, own: str | None) -> str | None:
    """The address made whole, without its fragment; None where it is none."""
    try:
        parts = urlsplit(urljoin(own or "", (raw or "").strip()))
        is_address = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:  # a broken port or bracket
        return None
    return parts._replace(fragment="").geturl() if raw and is_address else None


def _is_front_page(address: str | None) -> bool:
    parts = parts_of(address)
    return parts.path in ("", "/") and not parts.query


def _tags(raw: Iterable[str]) -> tuple[str, ...]:
    tags = {}
    for value in raw:
        for tag in map(_plain, value.split(",")):
            if tag and len(tag) <= LONGEST_TAG:
                tags.setdefault(tag.casefold(), tag)
    return tuple(tags.values())[:MOST_TAGS]


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())
