"""parse: bytes into a head and blocks in reading order. Nothing is dropped here."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tasks.page import CleanPage
from tasks.parse.decode import decode
from tasks.parse.head import read_head
from tasks.parse.html import BlockReader, read_html, read_tree
from tasks.parse.listed import listed_headlines
from tasks.parse.scripted import scripted_text, with_text
from tasks.parse.sections import number_sections
from tasks.parse.text import read_lines


def parse(page: CleanPage, desk: object) -> CleanPage:
    """The page with `encoding`, `head`, `blocks` and, for HTML, the `pieces` an extractor is shown."""
    text, encoding = decode(page.raw.body, page.raw.media_type)
    if page.raw.media_type == "text/plain":
        return replace(page, encoding=encoding, blocks=read_lines(text))
    tree = read_tree(text)
    if tree is None:
        return replace(page, encoding=encoding)
    head = read_head(tree)
    pieces = number_sections(tree, listed_headlines(head.json_ld)) or (text,)
    blocks = read_html(tree)
    if hidden := scripted_text(tree, blocks):
        tree = with_text(tree, hidden)
        blocks, pieces = BlockReader().read(tree), (etree.tostring(tree, method="html", encoding="unicode"),)
    return replace(page, encoding=encoding, head=head, blocks=blocks, pieces=pieces)
