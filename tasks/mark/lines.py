"""Roles of a text page's lines: rules, repeats and the line model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.mark.headed import BETWEEN, mark_headed
from tasks.mark.line_features import line_features
from tasks.mark.line_model import LineModel
from tasks.mark.repeats import find_repeats, settle
from tasks.page import Block, Mark

KEPT = 0.45  # a line that is text with this chance is kept: losing a line costs a story more than keeping one
PARAGRAPH = 14  # words
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$|[.!?,][”\"]$|:$")


def ends_sentence(text: str) -> bool:
    return SENTENCE_END.search(text) is not None


def mark_lines(
    blocks: Sequence[Block], ruled: Sequence[Mark | None], heads: dict[str, str], model: LineModel
) -> list[Mark]:
    """A mark for every block. Rules' marks stand; of copies, the one in running text stays; the model judges the rest."""
    if not blocks:
        return []
    repeats = find_repeats(blocks)
    known = [mark or (repeat and repeat.mark) for mark, repeat in zip(ruled, repeats, strict=True)]
    chances = model.chances(line_features(blocks, known, model.words)).round(3).tolist()
    marks = [mark or again for mark, again in zip(ruled, settle(repeats, chances), strict=True)]
    families = mark_headed(blocks, marks, heads)
    return [
        mark or _judged(block, chance, family)
        for block, mark, chance, family in zip(blocks, marks, chances, families, strict=True)
    ]


def _judged(block: Block, chance: float, family: Mark | None) -> Mark:
    """The model's mark; a line it cuts under a furniture heading has the heading's role."""
    if family and family.rule.startswith(BETWEEN):
        return family
    if chance < KEPT:
        return Mark(family.role if family else "other_furniture", "line-model", round(1 - chance, 3))
    paragraph = block.text.count(" ") + 1 >= PARAGRAPH or ends_sentence(block.text)
    return Mark("body" if paragraph else "subhead", "line-model", chance)
