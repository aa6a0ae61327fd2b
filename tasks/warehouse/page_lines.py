"""The lines of a loaded page by which the warehouse learns what its site repeats, as rows of a shard's file."""

from __future__ import annotations

from collections.abc import Iterator

from tasks.mark.lines import ends_sentence
from tasks.page import BODY_ROLES, CleanPage, Mark
from tasks.site_lines import is_counted, line_key, normal_form, site_of
from tasks.warehouse.rows import text
from tasks.words import n_words

UNNAMED = "other_furniture"  # the role of what was cut without knowing as what, learned lines among it
ENDING = 8  # characters in which a line shows that it ends a sentence


def page_line_rows(page: CleanPage) -> Iterator[dict]:
    """A row for each line that counts. A page without a story or without an address has none.

    A line that was cut as something (a menu, a call to share) needs no learning and is left out.
    """
    site = site_of(page.raw.url)
    if not page.stories or site is None:
        return
    facts = {
        "page_id": page.page_id, "site": text(site), "url": text(page.raw.url), "landed_on": page.raw.landed_on
    }  # fmt: skip
    for block, mark in zip(page.blocks, page.marks, strict=True):
        if (mark.kept or mark.role == UNNAMED) and is_counted(block.text):
            line = normal_form(block.text)
            yield facts | {
                "block": block.index, "line_key": line_key(line), "part": _part(mark), "n_words": n_words(line),
                "is_sentence": ends_sentence(line[-ENDING:]), "line": text(line),
            }  # fmt: skip


def _part(mark: Mark) -> str:
    """What the line is to its page: `body`, `title`, another `field` of a story, or `cut`."""
    if not mark.kept:
        return "cut"
    if mark.role in BODY_ROLES:
        return "body"
    return "title" if mark.role == "headline" else "field"
