"""mark: one role for every block. Rule seeds first, then repeats, the models on what is left, and what the site repeats."""

from __future__ import annotations

from dataclasses import replace

from tasks.mark.elements import mark_elements
from tasks.mark.galleries import mark_galleries
from tasks.mark.lines import mark_lines
from tasks.mark.rules import mark_by_rules
from tasks.mark.site_lines import mark_site_lines
from tasks.page import BODY_ROLES, CleanPage


def mark(page: CleanPage, desk) -> CleanPage:
    """The page with one mark per block and the blocks of its main text."""
    by_rule = mark_by_rules(page.blocks, desk.rules, page.raw.media_type)
    if page.raw.media_type == "text/plain":
        by_rule = mark_galleries(page.blocks, by_rule)
        done = mark_lines(page.blocks, by_rule, desk.rules.heads(), desk.lines)
    else:
        done = mark_elements(page, by_rule, desk.rules.heads(), desk.blocks)
    known = desk.site_lines.known(page.raw.url)
    done = mark_site_lines(page.blocks, done, known)
    main = tuple(b.index for b, m in zip(page.blocks, done, strict=True) if m.role in BODY_ROLES)
    return replace(page, marks=tuple(done), main_blocks=main, site_lines_version=known.version)
