"""Roles of a text page's lines: rules, repeats and the line model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

import numpy as np

from tasks.mark.block_model import best_kept
from tasks.mark.headed import BETWEEN, LINK, mark_headed
from tasks.mark.line_features import line_features
from tasks.mark.line_model import LineModel
from tasks.mark.repeats import Repeat, find_repeats, settle
from tasks.page import Block, Mark
from tasks.words import n_words, words_of

# A line that is text with this chance is kept. Where nearly all of a page is text, less will do for a line next to
# kept ones: there is little furniture to keep by mistake, and much text to lose. Short lines there may be titles,
# which are no body; lines under the heading of a run of furniture need more.
SURE, SURE_AMONG_TEXT, SHORT_AMONG_TEXT, SURE_UNDER_HEADING = 0.35, 0.05, 0.1, 0.6
MIXED, NEARLY_ALL = 0.6, 0.9  # share of a page's words that is text
N_WORDS = 0  # column of the features
PARAGRAPH = 14  # words
COMMENTS = "comments"
ITEM = re.compile(r"[-–—*•·▪‣●○]\s+\S+\s")  # of a list, which is text, where a short line is a heading
LONGEST_ROW, LEAST_ROWS = 80, 4  # characters; lines
NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
NAMES = re.compile(r"[^\W\d_]+(?:[ .'’&-]+[^\W\d_]+)*")
STOPS = ".!?…。！？।॥؟۔։።"  # of any script
ENDS = frozenset(f"{STOPS}\"'”’»)]:")
SENTENCE_END = re.compile(rf"[{STOPS}][\"'”’»)\]]*$|[.!?,][”\"]$|:$")
# Who wrote a brief signs behind its last sentence: `… will reopen in May. jk`, `… (abr)`.
INITIALS = re.compile(
    r"[^\W\d_]{3}[.!…][\"”’»)\]]* ?(?:[(/–—-]{1,2} ?(?:[a-zà-ž]{2,3}|[A-Z]{2,3})[)/]?|"
    r"(?!(?:so|we|us|it|he|to|no|me|go|up|or|if|in|on|at|of|by|is|as|an|am|and|the|und|wo|um|er|es|ja|le|la|el|et|de|US|UK|EU|UN|UAE)$)"
    r"(?:[a-zà-ž]{2,3}|[A-Z]{2,3}))$"
)
# A sentence with its outlet behind it: `… asked for an inquiry. [L'Aval]`.
ATTRIBUTED = re.compile(r"[.。][\"'”’»]? ?[(\[（][^()\[\]（）]{2,50}[)\]）]$")
LEAST_SIGNED = 30  # characters of a line that is signed
END = 60  # characters at a line's end in which it is


def ends_sentence(text: str) -> bool:
    if text[-1:] in ENDS and SENTENCE_END.search(text):
        return True
    if len(text) < LEAST_SIGNED:
        return False
    return INITIALS.search(text, len(text) - END) is not None or (
        text[-1] in ")]）" and ATTRIBUTED.search(text, len(text) - END) is not None
    )


def mark_lines(
    blocks: Sequence[Block], ruled: Sequence[Mark | None], heads: dict[str, str], model: LineModel
) -> list[Mark]:
    """A mark for every block. Rules' marks stand; of copies, the one in running text stays; the model judges the rest."""
    if not blocks:
        return []
    words = words_of(block.text for block in blocks)
    repeats = find_repeats(blocks, words)
    known = [mark or (repeat and repeat.mark) for mark, repeat in zip(ruled, repeats, strict=True)]
    features = line_features(blocks, known, words, model.words)
    chances = _chances(features, known, repeats, model)
    marks = [mark or again for mark, again in zip(ruled, settle(repeats, chances.tolist()), strict=True)]
    families = mark_headed(blocks, marks, heads)
    marks = [
        mark or (near if near and near.rule.startswith(BETWEEN) else None)
        for mark, near in zip(marks, families, strict=True)
    ]
    chances[[mark is not None for mark in marks]] = 0.0
    chances = _as_rows(chances, blocks, marks)
    paragraphs = [_is_paragraph(block) for block in blocks]
    kept = _are_kept(chances, features[:, N_WORDS], paragraphs, marks, families)
    told = [
        mark or (_kept(block, is_paragraph, chance) if keep else _cut(chance, family))
        for block, is_paragraph, mark, keep, chance, family in zip(
            blocks, paragraphs, marks, kept, chances.tolist(), families, strict=True
        )
    ]
    return _without_remarks(told, families, heads)


def _without_remarks(marks: list[Mark], families: Sequence[Mark | None], heads: dict[str, str]) -> list[Mark]:
    """The marks, where a line under the heading of comments that stands between two comments is one too.

    A further heading is no comment: what stands before it may be the last words of a story.
    """
    out = list(marks)
    for i in range(1, len(marks) - 1):
        family = families[i]
        is_open = marks[i].kept and family is not None and family.role == COMMENTS
        if is_open and out[i - 1].role == marks[i + 1].role == COMMENTS and marks[i + 1].rule not in (*heads, LINK):
            out[i] = Mark(COMMENTS, f"{BETWEEN}{COMMENTS}", round(1 - marks[i].score, 3))
    return out


def _chances(
    features: np.ndarray, known: Sequence[Mark | None], repeats: Sequence[Repeat | None], model: LineModel
) -> np.ndarray:
    """The model's chances of the lines that no rule has decided, and of copies and what they copy; 0 for the rest."""
    asked = np.array([mark is None or mark.role == "repeat" for mark in known])
    asked[[repeat.of for repeat in repeats if repeat]] = True
    chances = np.zeros(len(known))
    if asked.any():
        chances[asked] = model.chances(features[asked]).round(3)
    return chances


def _are_kept(
    chances: np.ndarray,
    lengths: np.ndarray,
    paragraphs: Sequence[bool],
    marks: Sequence[Mark | None],
    families: Sequence[Mark | None],
) -> list[bool]:
    """Which lines are text: the sure ones, and likely ones next to them; under a heading of furniture only the surest."""
    said_once = np.array([mark is None or mark.role != "repeat" for mark in marks])
    headed = np.array([family is not None for family in families])
    likely = (chances >= _enough(paragraphs, _share(chances[said_once], lengths[said_once]))) & ~headed
    surely = best_kept(chances, lengths, SURE) & ~(headed & (chances < SURE_UNDER_HEADING))
    return _with_likely(surely, likely)


def _as_rows(chances: np.ndarray, blocks: Sequence[Block], marks: Sequence[Mark | None]) -> np.ndarray:
    """The chances, where rows of a table (lines of one make, with numbers) have the mean of all its rows: they go together."""
    makes = [None if mark else row_make(block.text) for block, mark in zip(blocks, marks, strict=True)]
    together = chances.copy()
    for make, run in groupby(range(len(makes)), key=makes.__getitem__):
        rows = list(run)
        if make is not None and len(rows) >= LEAST_ROWS:
            together[rows] = chances[rows].mean().round(3)
    return together


def row_make(text: str) -> str | None:
    """What a table's row is made of, names as `a`, numbers as `9`: `16 Alabama $79.05` is `9 a $9`; None for other lines."""
    if len(text) > LONGEST_ROW or not any(map(str.isdigit, text)):
        return None
    return NAMES.sub("a", NUMBER.sub("9", text))


def _share(chances: np.ndarray, words: np.ndarray) -> float:
    """How much of the page is text."""
    return float((chances * words).sum()) / max(1.0, float(words.sum()))


def _enough(paragraphs: Sequence[bool], share: float) -> np.ndarray:
    """For each line the chance of being text that is enough."""
    nearly = min(1.0, max(0.0, (share - MIXED) / (NEARLY_ALL - MIXED)))
    among_text = np.where(paragraphs, SURE_AMONG_TEXT, SHORT_AMONG_TEXT)
    return SURE - (SURE - among_text) * nearly


def _with_likely(surely: np.ndarray, likely: np.ndarray) -> list[bool]:
    """The sure lines, and the runs of likely ones that touch them."""
    kept: list[bool] = []
    for _, run in groupby(zip(surely.tolist(), likely.tolist(), strict=True), key=any):
        sure = [line[0] for line in run]
        kept += [any(sure)] * len(sure)
    return kept


def _is_paragraph(block: Block) -> bool:
    return n_words(block.text) >= PARAGRAPH or ends_sentence(block.text)


def _kept(block: Block, is_paragraph: bool, chance: float) -> Mark:
    return Mark("body" if is_paragraph or ITEM.match(block.text) else "subhead", "line-model", chance)


def _cut(chance: float, family: Mark | None) -> Mark:
    """A line the model cuts under a furniture heading has the heading's role."""
    return Mark(family.role if family else "other_furniture", "line-model", round(1 - chance, 3))
