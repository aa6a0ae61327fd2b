"""What an HTML page says of itself outside its visible text: title, meta, canonical address, JSON-LD."""

from __future__ import annotations

import json

from lxml import etree

from tasks.page import Head


def read_head(tree: etree._Element) -> Head:
    """The page's own description. JSON-LD that is not JSON is left out: the text of the page does not hang on it."""
    title = tree.find(".//title")
    canonical = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    return Head(
        title=" ".join("".join(title.itertext()).split()) or None if title is not None else None,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        canonical=canonical,
        meta=tuple(_meta(tree)),
        json_ld=tuple(_json_ld(tree)),
    )


def _meta(tree: etree._Element):
    for element in tree.iter("meta"):
        content = element.get("content")
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if key := element.get(attribute):
                yield key.lower(), content
                break


def _json_ld(tree: etree._Element):
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->")
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
