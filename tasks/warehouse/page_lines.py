"""The lines of a loaded page by which the warehouse learns what its site repeats, as rows of a shard's file."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.mark.lines import ends_sentence
from tasks.page import BODY_ROLES, CleanPage, Mark
from tasks.site_lines import is_counted, line_key, normal_form, site_of
from tasks.warehouse.rows import text
from tasks.words import n_words


def page_line_rows(page: CleanPage) -> Iterator[dict]:
    """A row for each line that counts, kept or cut. A page without a story or without an address has none."""
    if not page.stories or site_of(page.raw.url) is None:
        return
    for block, mark in zip(page.blocks, page.marks, strict=True):
        if is_counted(block.text):
            yield {
                "page_id": page.page_id, "block": block.index, "line_key": line_key(block.text), "part": _part(mark),
                "n_words": n_words(block.text), "is_sentence": ends_sentence(block.text.strip()),
                "line": text(normal_form(block.text)),
            }  # fmt: skip


def _part(mark: Mark) -> str:
    """What the line is to its page: `body`, `title`, another `field` of a story, or `cut`."""
    if not mark.kept:
        return "cut"
    if mark.role in BODY_ROLES:
        return "body"
    return "title" if mark.role == "headline" else "field"
