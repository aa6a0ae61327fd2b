"""An HTML page into its blocks in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from tasks.page import Block
from tasks.parse.sections import SECTION_ATTRIBUTE
from tasks.parse.text import is_prose, read_lines

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rp rt rtc ruby s samp small span strike "
    "strong sub sup time tt u var wbr label output meter progress".split()
)  # fmt: skip
SET_APART = frozenset(("a", "label", "small", "span", "time"))  # that a style sheet may set apart from one another
STOPS = frozenset(".!?…)")
INVISIBLE = frozenset(
    "script style noscript template svg head iframe object embed select textarea audio video canvas math link meta "
    "map area datalist dialog frameset".split()
)  # fmt: skip
HOOK_NAMES = frozenset(("class", "id", "role", "itemprop", "rel", "property", "data-component", "data-testid"))
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.I)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
LITTLE, MUCH_MORE = 500, 3  # characters of a page whose text is elsewhere; how many times more that must be
MAX_INNER = 8  # inline hooks remembered a block


def read_html(tree: etree._Element) -> tuple[Block, ...]:
    """The blocks of a page's tree.

    A page that shows next to nothing without JavaScript may have its text in `noscript` (Discourse forums do).
    """
    blocks = BlockReader().read(tree)
    if _n_chars(blocks) < LITTLE and tree.find(".//noscript") is not None:
        unscripted = BlockReader(INVISIBLE - {"noscript"}).read(tree)
        if _n_chars(unscripted) > max(LITTLE, MUCH_MORE * _n_chars(blocks)):
            blocks = unscripted
    return blocks


def _n_chars(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


class TooDeep(ValueError):
    """The parser gave up inside the page, so its text cannot be had whole."""


def read_tree(text: str) -> etree._Element | None:
    """The page's element tree; None where there is no element at all. Raises `TooDeep` where text would be lost."""
    # An encoding declared inside a str makes libxml2 re-decode it: the declaration of XHTML goes.
    plain = DECLARATION.sub("", CONTROL.sub("", text))
    if not plain.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError:  # libxml2's word for "document is empty"
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooDeep("its elements are nested more than 2,048 deep, and the parser reads no further; flatten the page")
    if tree is not None:
        # What stands after </html> is a root of its own to libxml2.
        tree.extend(list(tree.itersiblings()))
    return tree


def hooks_of(attributes: list[tuple[str, str]]) -> str:
    """The words a page's maker hung on an element: class, id and the rest of `HOOK_NAMES`; `hidden` where not shown."""
    words = []
    for name, value in attributes:
        if name in HOOK_NAMES:
            words.append(value)
        elif name == "hidden" or (name == "style" and HIDDEN_STYLE.search(value)):
            words.append("hidden")
    return " ".join(words)


def are_apart(left: str, right: str) -> bool:
    """Are the texts of two elements side by side words of their own, that a style sheet sets apart? `13:22` and `Ada Brandt`."""
    if min(len(left), len(right)) < 2:
        return False
    a, b = left[-1], right[0]
    if a.isdigit() and b.isdigit():
        return " " in left and " " in right
    return (b.isupper() and (a.islower() or a.isdigit() or a in STOPS)) or (b.isdigit() and a.isalpha())


class BlockReader:
    """Walks a tree once and gathers blocks. Text belongs to the nearest block-level element around it.

    The walk is the costliest Python of a page: it keeps its own stack, asks an element for each thing once, and the
    tuples of an element's place are made when its first block needs them.
    """

    def __init__(self, invisible: frozenset[str] = INVISIBLE) -> None:
        self.invisible = invisible
        self.blocks: list[Block] = []
        self.path: list[str] = []
        self.hooks: list[str] = []
        self.elements: list[int] = []
        self.sections: list[int] = [0]
        self.place: tuple[tuple, tuple, tuple] | None = None
        self.n_elements = 0
        self.in_link = self.in_bold = 0
        self.link: str | None = None
        self.is_apart = False  # a rule or an empty line stands before the next run of text
        self.start_run()

    def start_run(self) -> None:
        self.parts: list[str] = []
        self.alts: list[str] = []
        self.inner: list[str] = []
        self.n_link = self.n_bold = 0
        self.is_after_inline = self.is_joint = False
        self.stamp: str | None = None
        self.href: str | None = None

    def read(self, tree: etree._Element) -> tuple[Block, ...]:
        """Every block under the element, in reading order."""
        self.enter(tree, tree.tag)
        self.add_text(tree.text or "")
        open_elements, children = [tree], [iter(tree)]
        while children:
            element = next(children[-1], None)
            if element is None:
                children.pop()
                element = open_elements.pop()
                self.leave(element.tag)
                if children and element.tail:
                    self.add_text(element.tail)
                continue
            tag = element.tag
            if tag not in self.invisible:
                self.enter(element, tag)
                if element.text:
                    self.add_text(element.text)
                if len(element):
                    open_elements.append(element)
                    children.append(iter(element))
                    continue
                self.leave(tag)
            if element.tail:
                self.add_text(element.tail)
        self.end_run()
        return tuple(self.blocks)

    def enter(self, element: etree._Element, tag: str) -> None:
        if tag in INLINE:
            self.enter_inline(element, tag)
        elif tag == "img":
            self.add_image(element)
        else:
            before = len(self.blocks)
            if self.parts or self.alts or self.inner:
                self.end_run()
            if tag == "hr" or (tag == "br" and len(self.blocks) == before):
                self.is_apart = True
            if tag != "br":
                self.enter_block(element, tag)

    def enter_block(self, element: etree._Element, tag: str) -> None:
        attributes = element.items()
        self.n_elements += 1
        self.path.append(tag)
        self.hooks.append(hooks_of(attributes) if attributes else "")
        self.elements.append(self.n_elements)
        section = element.get(SECTION_ATTRIBUTE) if attributes else None
        self.sections.append(int(section) if section else self.sections[-1])
        self.place = None

    def enter_inline(self, element: etree._Element, tag: str) -> None:
        attributes = element.items()
        if tag == "a":
            self.in_link += 1
            self.link = element.get("href")
        elif tag == "b" or tag == "strong":
            self.in_bold += 1
        elif tag == "time" and self.stamp is None:
            self.stamp = element.get("datetime")
        self.is_joint = self.is_joint or (self.is_after_inline and tag in SET_APART)
        if attributes and len(self.inner) < MAX_INNER and (hooks := hooks_of(attributes)):
            self.inner.append(hooks)

    def leave(self, tag: str) -> None:
        if tag in INLINE:
            self.is_after_inline = tag in SET_APART
            if tag == "a":
                self.in_link -= 1
            elif tag == "b" or tag == "strong":
                self.in_bold -= 1
        elif tag != "img" and tag != "br":
            if self.parts or self.alts or self.inner:
                self.end_run()
            self.place = None
            self.path.pop()
            self.hooks.pop()
            self.elements.pop()
            self.sections.pop()

    def add_text(self, text: str) -> None:
        if self.is_joint and self.parts and are_apart(self.parts[-1], text):
            self.parts.append(" ")
        self.is_after_inline = self.is_joint = False
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
        """Ends the run of text gathered so far: one block for it (in a `pre` of prose, one a line), and one for each image's alt text after it."""
        text = "".join(self.parts)
        n = max(1, sum(map(len, text.split())))
        shares = min(1.0, self.n_link / n), min(1.0, self.n_bold / n)
        if "pre" in self.path and is_prose(text):
            for line in read_lines(text):
                self.is_apart = self.is_apart or line.blank_before
                self.add_block(line.text, self.path[-1], *shares)
        elif text := " ".join(text.split()):
            self.add_block(text, self.path[-1] if self.path else "body", *shares)
        for alt in self.alts:
            self.add_block(alt, "img", 0.0, 0.0)
        self.start_run()

    def add_block(self, text: str, tag: str, link_share: float, bold_share: float) -> None:
        if self.place is None:
            self.place = tuple(self.path), tuple(self.hooks), tuple(self.elements)
        path, hooks, elements = self.place
        index = len(self.blocks)
        self.blocks.append(
            Block(
                index=index,
                text=text,
                tag=tag,
                path=path,
                hooks=hooks,
                elements=elements,
                inner=" ".join(self.inner),
                stamp=self.stamp,
                href=self.href,
                section=self.sections[-1],
                line=index,
                link_share=link_share,
                bold_share=bold_share,
                blank_before=self.is_apart,
            )
        )
        self.is_apart = False
