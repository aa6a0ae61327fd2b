"""The headlines that a page's JSON-LD lists: of several articles, of a live blog's updates, of an `ItemList`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.page import Head

NO_STORY = frozenset(("BreadcrumbList", "Person", "Organization", "NewsMediaOrganization", "WebSite", "ImageObject"))
ITEM = "ListItem"  # named by `name`
MOST = 200  # headlines of a page


def listed_headlines(json_ld: Sequence[object]) -> frozenset[str]:
    """The headlines as `folded` makes them; none where the page names fewer than two.

    A list within one article is of that article's items, no stories: names count only where nothing has a headline.
    """
    found = [pair for script in json_ld for pair in _headlines(script)]
    own = {folded(name) for kind, name in found if kind == "headline"}
    names = own or {folded(name) for _, name in found}
    return frozenset(names) if 2 <= len(names) <= MOST else frozenset()


def is_one_article(head: Head) -> bool:
    """Does the page call itself one article, or list items under the headline of one?"""
    return ("og:type", "article") in head.meta or is_listicle(head.json_ld)


def is_listicle(json_ld: Sequence[object]) -> bool:
    """Does it list items under the headline of one article?"""
    found = [pair for script in json_ld for pair in _headlines(script)]
    headlines = {folded(name) for key, name in found if key == "headline"}
    items = {folded(name) for key, name in found if key == "name"}
    return len(headlines) == 1 and len(items - headlines) >= 2


def folded(text: str) -> str:
    """In small letters, spaces made one."""
    return " ".join(text.casefold().split())


def _headlines(node: object) -> Iterator[tuple[str, str]]:
    """(key, headline) of everything in a JSON value."""
    if isinstance(node, list):
        for item in node:
            yield from _headlines(item)
    elif isinstance(node, dict):
        kinds = node.get("@type")
        kinds = {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}
        if kinds & NO_STORY:
            return
        for key in ("headline", "name") if ITEM in kinds else ("headline",):
            if isinstance(name := node.get(key), str) and name.strip():
                yield key, name
        for value in node.values():
            yield from _headlines(value)
