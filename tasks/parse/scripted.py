"""Text that a page keeps in its scripts: pages drawn in the reader's browser hold their article as a string of data.

Such a string stands in JSON-LD (`articleBody`), in a framework's state or in a stream of it. Names differ from maker to
maker, so what counts is only that one long string reads as running text, and that the page shows next to none.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from tasks.page import Block
from tasks.parse.html import read_tree

LONG = re.compile(r'"((?:[^"\\]|\\.){400,})"', re.S)  # a string literal of JSON or JavaScript
TAG = re.compile(r"<(?:/?[a-z][^<>]{0,2000}|!--.{0,2000}?--)>", re.I | re.S)
BREAKS = re.compile(r"<(?:p|br|div|li|h[1-6])\b", re.I)
SENTENCE = re.compile(r"[.!?…][\"'”’»)]?(?:\s|$)|[。！？]")
CODE = re.compile(r"[{};=]|</?script|function\s*\(", re.I)
MIN_CHARS, MIN_SENTENCES = 500, 5
SHOWN_CHARS = 30  # of a block that counts as running text
MUCH_MORE = 3  # times what the page shows
DEPTH = 2  # data is put into data as a string


def scripted_text(tree: etree._Element, blocks: Sequence[Block]) -> str | None:
    """HTML of the longest running text in the page's scripts; None where the page itself shows its text."""
    shown = sum(len(b.text) for b in blocks if len(b.text) >= SHOWN_CHARS and b.link_share < 0.3)
    if shown >= MIN_CHARS:
        return None
    best, most = None, max(MIN_CHARS, MUCH_MORE * shown)
    for text in _strings(tree):
        plain = TAG.sub(" ", text)
        if len(plain) >= most and _reads_as_text(plain):
            best, most = text, len(plain) + 1
    return None if best is None else _as_html(best)


def _strings(tree: etree._Element) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.text and len(script.text) >= MIN_CHARS:
            yield from _inside(script.text, DEPTH)


def _inside(source: str, depth: int) -> Iterator[str]:
    for found in LONG.finditer(source):
        try:  # not every literal of a script is JSON
            text = json.loads(f'"{found[1]}"', strict=False)
        except ValueError:
            continue
        if text.lstrip()[:1] not in ("{", "["):
            yield text
        elif depth > 1:
            yield from _inside(text, depth - 1)


def _reads_as_text(plain: str) -> bool:
    n_sentences = len(SENTENCE.findall(plain))
    return n_sentences >= MIN_SENTENCES and len(CODE.findall(plain)) < n_sentences and plain.count('":') < 3


def _as_html(text: str) -> str:
    """A string of HTML as it is; of plain text a paragraph a line."""
    if BREAKS.search(text):
        return text
    lines = (line.strip() for line in html.unescape(text).split("\n"))
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)


def with_text(tree: etree._Element, markup: str) -> etree._Element:
    """The page's tree with the elements of `markup` in a `main` at its end."""
    more = read_tree(markup)
    if more is not None:
        main = etree.SubElement(tree if (body := tree.find("body")) is None else body, "main")
        main.extend(more.findall("body/*") if more.find("body") is not None else [more])
    return tree
