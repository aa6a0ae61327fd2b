"""What a page's JSON-LD says of its article: headlines, dates, authors, publisher. Nodes refer to each other by @id."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ARTICLE = re.compile(r"(?:Article|BlogPosting|Posting|Report|Review|Recipe|HowTo)$")
PAGE = re.compile(r"(?:WebPage|ItemPage|AboutPage|VideoObject|CreativeWork|Course|Event)$")
ORGANISATION = re.compile(r"(?:Organization|Corporation|Brand|WebSite)$")
# Where a page puts its article; not its related items.
CHILDREN = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf")
DEEPEST = 6
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as JSON-LD gives it; `is_person` is None where no type is given."""

    name: str
    is_person: bool | None = None


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The article a page's JSON-LD describes; all empty where it describes none."""

    headlines: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    authors: tuple[Named, ...] = ()
    publisher: str | None = None
    site: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    description: str | None = None
    url: str | None = None


def read_json_ld(scripts: Sequence[object], titles: Sequence[str]) -> LinkedArticle:
    """The article among the nodes whose headline is nearest to the page's own titles; of equals the first."""
    nodes = [node for script in scripts for node in _nodes(script)]
    if not nodes:
        return LinkedArticle()
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    ranked = sorted(nodes, key=lambda node: -_rank(node, titles))
    chosen = [node for node in ranked if _rank(node, titles) > 0][:3]
    main = chosen[0] if chosen else {}
    return LinkedArticle(
        headlines=tuple(t for key in ("headline", "name") if (t := _text(main.get(key)))),
        published=_first_text(chosen, ("datePublished", "uploadDate", "dateCreated")),
        modified=_first_text(chosen, ("dateModified",)),
        authors=tuple(_named(main.get("author") or main.get("creator"), known)),
        publisher=next((n.name for n in _named(main.get("publisher"), known)), None),
        site=next((_text(n.get("name")) for n in nodes if "WebSite" in _types(n)), None),
        section=_first_text(chosen, ("articleSection",)),
        keywords=tuple(_texts(main.get("keywords"))),
        description=_first_text(chosen, ("description", "alternativeHeadline")),
        url=_first_text(chosen, ("url", "@id")),
    )


def _nodes(value: object, depth: int = 0) -> Iterator[dict]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in CHILDREN:
            if isinstance(value.get(key), dict | list):
                yield from _nodes(value[key], depth + 1)


def _rank(node: dict, titles: Sequence[str]) -> float:
    """0 for what is no article or page; an article before a page, then the one the page's titles name."""
    types = _types(node)
    kind = 2.0 if any(map(ARTICLE.search, types)) else 1.0 if any(map(PAGE.search, types)) else 0.0
    if not kind:
        return 0.0
    named = set(WORD.findall((_text(node.get("headline")) or _text(node.get("name")) or "").casefold()))
    shared = max(
        (len(named & set(WORD.findall(title.casefold()))) / max(1, len(named)) for title in titles), default=0.0
    )
    dated = 0.1 if node.get("datePublished") else 0.0
    return kind + 0.8 * shared + dated


def _types(node: dict) -> list[str]:
    types = node.get("@type")
    return [t for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)]


def _named(value: object, known: dict[str, dict], depth: int = 0) -> Iterator[Named]:
    """Names in all the shapes in use: a string, a node, a reference to a node, lists of these, a list as a name."""
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        if text := _text(value):
            yield Named(text)
    elif isinstance(value, list):
        for item in value:
            yield from _named(item, known, depth + 1)
    elif isinstance(value, dict):
        node = value if "name" in value else known.get(str(value.get("@id")), value)
        types = _types(node)
        is_person = True if "Person" in types else False if any(map(ORGANISATION.search, types)) else None
        for inner in _named(node.get("name"), known, depth + 1):
            yield Named(inner.name, is_person)


def _first_text(nodes: Sequence[dict], keys: Sequence[str]) -> str | None:
    return next((text for key in keys for node in nodes if (text := _text(node.get(key)))), None)


def _texts(value: object) -> Iterator[str]:
    """The texts of a list, or the parts of one text between commas."""
    for item in value if isinstance(value, list) else [value]:
        if text := _text(item):
            yield from (part for part in map(str.strip, text.split(",")) if part)


def _text(value: object) -> str | None:
    """The text of a value, entities decoded (pages escape twice) and white space folded; None for any other value."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    return " ".join(re.sub(r"<[^>]{1,200}>", "", html.unescape(html.unescape(value))).split()) or None
