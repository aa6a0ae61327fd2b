"""Where a page files its story: section, tags, and its address by its own account."""

from __future__ import annotations

import html
from collections.abc import Iterable

from tasks.addresses import parts_of, whole
from tasks.describe.evidence import Evidence, Found

SECTION_META = ("article:section", "og:article:section", "parsely-section", "cxenseparse:section", "section")
TAG_META = ("article:tag", "og:article:tag")  # of the story itself, so they go before JSON-LD's
KEYWORDS_META = ("parsely-tags", "news_keywords", "sailthru.tags", "keywords")
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
    stated = {name: [value for key, value in meta if key == name] for name in (*TAG_META, *KEYWORDS_META)}
    named = [(f"meta {name}", stated[name]) for name in TAG_META]
    named.append(("json-ld", list(seen.linked.keywords)))
    named += [(f"meta {name}", stated[name]) for name in KEYWORDS_META]
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
    parts = parts_of(whole(raw.strip(), own) if raw else None)
    is_address = parts.scheme in ("http", "https") and parts.hostname
    return parts._replace(fragment="").geturl() if is_address else None


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
