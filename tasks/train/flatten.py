"""HTML flattened as scrapers flatten it: a line at every text node, or a line at every block element."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from tasks.parse.decode import decode
from tasks.parse.html import INLINE, read_tree

UNSEEN = frozenset("script style noscript template svg head".split())


@dataclass(frozen=True, slots=True)
class TextNode:
    """One line of a text node. `block` numbers the block element it stands in; an empty text is white space."""

    text: str
    block: int
    is_alt: bool = False


def text_nodes(body: bytes) -> list[TextNode]:
    """The page's text nodes in reading order, cut at line breaks, with image alt texts."""
    tree = read_tree(decode(body, "text/html")[0])
    nodes: list[TextNode] = []
    if tree is None:
        return nodes
    title = tree.find(".//head/title")
    if title is not None and title.text:
        _add(nodes, title.text, -1)
    block, skipped = 0, None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if skipped is not None and element is not skipped:
            continue
        edge = element.tag not in INLINE and element.tag != "img"
        if event == "start":
            if element.tag in UNSEEN:
                skipped = element
                continue
            block += edge
            if element.tag == "img":
                nodes.append(TextNode(" ".join((element.get("alt") or "").split()), block, is_alt=True))
            _add(nodes, element.text, block)
        else:
            skipped = None
            block += edge
            _add(nodes, element.tail, block)
    return nodes


def _add(nodes: list[TextNode], text: str | None, block: int) -> None:
    for line in (text or "").split("\n") if text else ():
        nodes.append(TextNode(" ".join(line.split()), block))


def lines_at_nodes(nodes: list[TextNode], alts: bool = True) -> str:
    """The page with a line break at every text node."""
    return "\n".join(node.text for node in nodes if alts or not node.is_alt)


def lines_at_blocks(nodes: list[TextNode], alts: bool = True) -> str:
    """The page with a line break at block elements only; an image stands on a line of its own."""
    lines: list[str] = []
    parts: list[str] = []
    block = None
    for node in nodes:
        if node.block != block:
            lines.append(" ".join(parts))
            parts, block = [], node.block
        if node.is_alt:
            if alts and node.text:
                lines += [" ".join(parts), node.text]
                parts = []
        elif node.text:
            parts.append(node.text)
    lines.append(" ".join(parts))
    return "\n".join(lines)
