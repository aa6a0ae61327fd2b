"""What the page says of itself, and what each block has in common with that; the page's own sums stand on every block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from tasks.addresses import parts_of
from tasks.mark.html_features.text import TextShape
from tasks.page import Block, Head
from tasks.words import words_in

START = 40  # characters by which a description and a block are held to begin alike
KINDS = {
    "article": "article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle techarticle report liveblogposting scholarlyarticle",
    "product": "product offer aggregateoffer productgroup softwareapplication vehicle",
    "forum": "discussionforumposting qapage question answer comment",
    "list": "itemlist collectionpage searchresultspage productcollection offercatalog",
    "service": "localbusiness organization service professionalservice",
    "recipe": "recipe howto",
}


def whole(blocks: Sequence[Block], shape: TextShape, head: Head, url: str | None) -> dict[str, np.ndarray]:
    """Columns of the whole page, the same value on every block."""
    values = {**_sums(blocks, shape), **_address(url or head.canonical or ""), **_kinds(head)}
    return {f"page_{name}": np.full(shape.n, float(value)) for name, value in values.items()}


def _sums(blocks: Sequence[Block], shape: TextShape) -> dict[str, float]:
    words = max(1.0, float(shape.words.sum()))
    tags = [b.tag for b in blocks]
    long = np.sort(shape.paragraph_words[shape.is_paragraph])
    return {
        "blocks": np.log1p(shape.n),
        "words": np.log1p(words),
        "link": float((shape.words * shape.link).sum()) / words,
        "text": float(shape.paragraph_words.sum()) / words,
        "text_words": np.log1p(float(shape.paragraph_words.sum())),
        "paragraphs": np.log1p(len(long)),
        "median_paragraph": float(long[len(long) // 2]) if len(long) else 0.0,
        "images": tags.count("img") / shape.n,
        "headings": sum(tag[0] == "h" and tag[1:].isdigit() for tag in tags) / shape.n,
        "items": tags.count("li") / shape.n,
        "cells": (tags.count("td") + tags.count("th")) / shape.n,
        "code": tags.count("pre") / shape.n,
        "articles": np.log1p(len({b.elements[b.path.index("article")] for b in blocks if "article" in b.path})),
        "mains": any("main" in b.path for b in blocks),
        "stamps": np.log1p(sum(b.stamp is not None for b in blocks)),
        "digits": float(shape.counts["digit"].sum() / shape.chars.sum()),
        "ideographs": float(shape.counts["ideograph"].sum() / shape.chars.sum()),
    }


def _address(url: str) -> dict[str, float]:
    path = parts_of(url).path if url.startswith("http") else ""
    last = path.rstrip("/").rsplit("/", 1)[-1]
    return {
        "url_depth": path.strip("/").count("/") if path.strip("/") else -1,
        "url_dashes": min(last.count("-") + last.count("_"), 15),
        "url_digits": sum(c.isdigit() for c in last),
        "url_dated": re.search(r"/(?:19|20)\d\d[/-]?\d\d", path) is not None,
    }


def _kinds(head: Head) -> dict[str, float]:
    types = {str(t).rsplit("/", 1)[-1].casefold() for node in nodes(head) for t in _listed(node.get("@type"))}
    og = (head.first("og:type") or "").casefold()
    found = {f"is_{name}": bool(types & set(words.split())) for name, words in KINDS.items()}
    return {**found, "og_article": "article" in og, "og_product": "product" in og, "og_website": og == "website"}


def nodes(head: Head) -> Iterator[dict]:
    """Every object of the page's JSON-LD, the outermost first; ten levels deep at most."""
    level: list[object] = list(head.json_ld)
    for _ in range(10):
        below: list[object] = []
        for thing in level:
            if isinstance(thing, dict):
                yield thing
                below.extend(v for v in thing.values() if isinstance(v, dict | list))
            elif isinstance(thing, list):
                below.extend(thing)
        level = below


def _listed(value: object) -> list:
    return value if isinstance(value, list) else [] if value is None else [value]


def common(blocks: Sequence[Block], shape: TextShape, head: Head, headlines: Sequence[int]) -> dict[str, np.ndarray]:
    """What a block shares with the title, the description and the article body that the head tells."""
    title = set(words_in(head.first("og:title") or head.title or ""))
    described = " ".join((head.first("og:description", "description") or "").casefold().split())
    body = article_body(head)
    told = runs(words_in(body)) if len(body) > 300 else None
    at = np.arange(shape.n)
    starts = np.array(sorted(headlines)) if headlines else np.array([-1])
    last = starts[np.maximum(np.searchsorted(starts, at, side="right") - 1, 0)]
    return {
        "of_title": np.array(
            [_shared(b.text, title) if w <= 30 else 0.0 for b, w in zip(blocks, shape.words.tolist(), strict=True)]
        ),
        "of_description": np.array([_begins_alike(b.text, described) for b in blocks], dtype=float),
        "of_body": np.array([_told(b.text, told) for b in blocks]) if told else np.full(shape.n, -1.0),
        "has_headline": np.full(shape.n, float(bool(headlines))),
        "from_headline": np.clip(at - last, -200, 200).astype(float) if headlines else np.full(shape.n, -201.0),
    }


def article_body(head: Head) -> str:
    """The longest text that the JSON-LD gives as an article's body."""
    bodies = [node.get("articleBody") for node in nodes(head)] if head.json_ld else []
    return max((b for b in bodies if isinstance(b, str)), key=len, default="")


def runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _told(text: str, told: set[tuple[str, ...]]) -> float:
    own = runs(words_in(text))
    return len(own & told) / len(own) if own else -0.5


def _shared(text: str, title: set[str]) -> float:
    own = set(words_in(text))
    return len(own & title) / len(own | title) if own and title else 0.0


def _begins_alike(text: str, described: str) -> bool:
    if len(described) < START or len(text) < START:
        return False
    start = text[:START].casefold()
    return start in described or described[:START] in text.casefold()
