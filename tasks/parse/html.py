"""An HTML page into its head and its blocks in reading order."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from tasks.page import Block, Head
from tasks.parse.head import read_head
from tasks.parse.sections import SECTION_ATTRIBUTE

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span strike "
    "strong sub sup time tt u var wbr label output meter progress".split()
)  # fmt: skip
INVISIBLE = frozenset(
    "script style noscript template svg head iframe object embed select textarea audio video canvas math link meta "
    "map area datalist dialog frameset".split()
)  # fmt: skip
BOLD = frozenset(("b", "strong"))
HOOK_NAMES = ("class", "id", "role", "itemprop", "rel", "property", "data-component", "data-testid")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.I)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class TooDeep(ValueError):
    """The parser gave up inside the page, so its text cannot be had whole."""


def read_html(tree: etree._Element) -> tuple[Head, tuple[Block, ...]]:
    """The head and the blocks of a page's tree."""
    return read_head(tree), BlockReader().read(tree)


def read_tree(text: str) -> etree._Element | None:
    """The page's element tree; None where there is no element at all. Raises `TooDeep` where text would be lost."""
    # An encoding declared inside a str makes libxml2 re-decode it: the declaration of XHTML goes.
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", CONTROL.sub("", text))
    if not plain.strip():
        return None
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # libxml2's word for "document is empty"
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooDeep("its elements are nested more than 2,048 deep, and the parser reads no further; flatten the page")
    return tree


def hooks_of(element: etree._Element) -> str:
    """The words a page's maker hung on an element: class, id, role, itemprop, rel; `hidden` where it is not shown."""
    if not element.attrib:
        return ""
    words = [value for name in HOOK_NAMES if (value := element.get(name))]
    if element.get("hidden") is not None or HIDDEN_STYLE.search(element.get("style") or ""):
        words.append("hidden")
    return " ".join(words)


class BlockReader:
    """Walks a tree once and gathers blocks. Text belongs to the nearest block-level element around it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.path: list[str] = []
        self.hooks: list[str] = []
        self.containers: list[int] = [0]
        self.sections: list[int] = [0]
        self.n_elements = 0
        self.in_link = self.in_bold = 0
        self.link: str | None = None
        self.start_run()

    def start_run(self) -> None:
        self.parts: list[str] = []
        self.alts: list[str] = []
        self.inner: list[str] = []
        self.n_link = self.n_bold = 0
        self.stamp: str | None = None
        self.href: str | None = None

    def read(self, tree: etree._Element) -> tuple[Block, ...]:
        skipped = None
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
                    self.add_text(element.tail)
                continue
            if event == "start":
                if element.tag in INVISIBLE:
                    skipped = element
                    continue
                self.enter(element)
                self.add_text(element.text)
            else:
                self.leave(element)
                self.add_text(element.tail)
        self.end_run()
        return tuple(self.blocks)

    def enter(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "img":
            self.add_image(element)
        elif tag == "br":
            self.end_run()
        elif tag in INLINE:
            self.enter_inline(element)
        else:
            self.end_run()
            self.n_elements += 1
            self.path.append(tag)
            self.hooks.append(hooks_of(element))
            self.containers.append(self.n_elements)
            section = element.get(SECTION_ATTRIBUTE)
            self.sections.append(int(section) if section else self.sections[-1])

    def enter_inline(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "a":
            self.in_link += 1
            self.link = element.get("href")
        elif tag in BOLD:
            self.in_bold += 1
        elif tag == "time" and self.stamp is None:
            self.stamp = element.get("datetime")
        if (hooks := hooks_of(element)) and len(self.inner) < 8:
            self.inner.append(hooks)

    def leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in ("img", "br"):
            return
        if tag in INLINE:
            if tag == "a":
                self.in_link -= 1
            elif tag in BOLD:
                self.in_bold -= 1
            return
        self.end_run()
        for stack in (self.path, self.hooks, self.containers, self.sections):
            stack.pop()

    def add_text(self, text: str | None) -> None:
        if not text:
            return
        self.parts.append(text)
        if self.in_link or self.in_bold:
            n = len(text.strip())
            if self.in_link:
                self.n_link += n
                self.href = self.href or self.link
            if self.in_bold:
                self.n_bold += n

    def add_image(self, element: etree._Element) -> None:
        alt = " ".join((element.get("alt") or "").split())
        if len(alt) > 2:
            self.alts.append(alt)
        elif alt:  # an emoji as a picture is a character of the sentence it stands in
            self.parts.append(alt)

    def end_run(self) -> None:
        """Ends the run of text gathered so far: one block for it, and one for each image's alt text after it."""
        text = " ".join("".join(self.parts).split())
        if text:
            n = max(1, len(text) - text.count(" "))
            self.add_block(text, self.path[-1] if self.path else "body", min(1.0, self.n_link / n), min(1.0, self.n_bold / n))
        for alt in self.alts:
            self.add_block(alt, "img", 0.0, 0.0)
        if self.parts or self.alts or self.inner:
            self.start_run()

    def add_block(self, text: str, tag: str, link_share: float, bold_share: float) -> None:
        self.blocks.append(
            Block(
                index=len(self.blocks),
                text=text,
                tag=tag,
                path=tuple(self.path),
                hooks=tuple(self.hooks),
                inner=" ".join(self.inner),
                stamp=self.stamp,
                href=self.href,
                container=self.containers[-1],
                section=self.sections[-1],
                line=len(self.blocks),
                link_share=link_share,
                bold_share=bold_share,
            )
        )
