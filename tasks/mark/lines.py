"""Roles of a text page's lines: rules, repeats and the line model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.mark.block_model import best_kept
from tasks.mark.headed import BETWEEN, mark_headed
from tasks.mark.line_features import line_features
from tasks.mark.line_model import LineModel
from tasks.mark.repeats import find_repeats, settle
from tasks.page import Block, Mark
from tasks.words import n_words

SURE = 0.45  # a line that is text with this chance is kept: losing a line costs a story more than keeping one
N_WORDS = 0  # column of the features
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
    features = line_features(blocks, known, model.words)
    chances = model.chances(features).round(3)
    marks = [mark or again for mark, again in zip(ruled, settle(repeats, chances.tolist()), strict=True)]
    families = mark_headed(blocks, marks, heads)
    marks = [
        mark or (near if near and near.rule.startswith(BETWEEN) else None)
        for mark, near in zip(marks, families, strict=True)
    ]
    chances[[mark is not None for mark in marks]] = 0.0
    kept = best_kept(chances, features[:, N_WORDS], SURE)
    return [
        mark or (_kept(block, chance) if keep else _cut(chance, family))
        for block, mark, keep, chance, family in zip(blocks, marks, kept, chances.tolist(), families, strict=True)
    ]


def _kept(block: Block, chance: float) -> Mark:
    paragraph = n_words(block.text) >= PARAGRAPH or ends_sentence(block.text)
    return Mark("body" if paragraph else "subhead", "line-model", chance)


def _cut(chance: float, family: Mark | None) -> Mark:
    """A line the model cuts under a furniture heading has the heading's role."""
    return Mark(family.role if family else "other_furniture", "line-model", round(1 - chance, 3))
