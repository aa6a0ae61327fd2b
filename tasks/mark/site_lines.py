"""Lines that the page's site repeats on pages with other stories: cut where the site is known to set them."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.page import BODY_ROLES, Block, Mark
from tasks.site_lines import LinesOfSite, RepeatedLine, is_counted, line_key, normal_form
from tasks.words import n_words

RULE = "site-line"
MODELS = ("line-model", "block-model")  # whose cuts the splitter may undo, for a title; a learned line is none
# Where more of a page's text is repeated, the page may be the one that the others quote, or a form without a story:
# it is left as it was.
MOST = 0.5


def mark_site_lines(blocks: Sequence[Block], marks: Sequence[Mark], known: LinesOfSite) -> list[Mark]:
    """The marks, with a cut for every line of text that stands where the site is known to set it."""
    done = list(marks)
    if not known.lines:
        return done
    found = _learned(blocks, marks, known)
    words = {block.index: n_words(block.text) for block in blocks if marks[block.index].role in BODY_ROLES}
    if sum(words.get(i, 0) for i in found) > MOST * sum(words.values()):
        return done
    for i, line in found.items():
        done[i] = Mark("other_furniture", RULE, reasons=(_told(line),))
    return done


def _learned(blocks: Sequence[Block], marks: Sequence[Mark], known: LinesOfSite) -> dict[int, RepeatedLine]:
    """The blocks to cut. The page's own text, from its first to its last line that the site does not repeat, is the measure."""
    keys = [line_key(normal_form(block.text)) for block in blocks]
    own = [
        block.index
        for block, mark, key in zip(blocks, marks, keys, strict=True)
        if mark.role in BODY_ROLES and key not in known.lines and is_counted(block.text)
    ]
    if not own:
        return {}
    found: dict[int, RepeatedLine] = {}
    for i, key in enumerate(keys):
        place = "before" if i < own[0] else "after" if i > own[-1] else "inside"
        line = known.lines.get(key, {}).get(place)
        if line and line.is_learned and _is_open(marks[i]):
            found[i] = line
    return found


def _is_open(mark: Mark) -> bool:
    """Text, or what a model cut without knowing as what; a rule, and a field of the story, know better."""
    return mark.role in BODY_ROLES or (mark.role == "other_furniture" and mark.rule in MODELS)


def _told(line: RepeatedLine) -> str:
    return f"{line.site}: {line.place} the text on {line.n_pages} of {line.of_pages} pages"
