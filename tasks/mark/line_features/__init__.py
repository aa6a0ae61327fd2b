"""What the line model sees of a text page: one row of numbers a line, without a DOM and mostly without a language.

Characters are counted by kind, words by whether the vocabulary of furniture knows them; then every line sees its
neighbours, sums over windows around it, and where it stands on the page.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tasks.mark.line_features.phrases import Weights
from tasks.mark.line_features.places import (
    best_run,
    header_columns,
    place_columns,
    rhythm_columns,
    run_columns,
    window_columns,
)
from tasks.mark.line_features.shape import prose_of, shape_columns
from tasks.mark.line_features.words import LONG, word_columns
from tasks.mark.series import shifted
from tasks.page import Block, Mark

__all__ = ["line_features"]

FAMILIES = ("comments", "related")  # rule roles whose lines head furniture that looks like text
NEAR = ((1, slice(None)), (2, [0, 7, 9, 10, 15]), (3, [0, 9, 15]))  # how far, which of the columns neighbours pass on


def line_features(
    blocks: Sequence[Block], marks: Sequence[Mark | None], words: Sequence[list[str]], weights: Weights
) -> np.ndarray:
    """float32, a row a block: own shape, vocabulary, neighbours, windows, place.

    `marks` are the rules' and repeats', `words` the blocks' own, `weights` the vocabulary of furniture.
    """
    texts = [block.text for block in blocks]
    shape = shape_columns(texts)
    n_words = shape[:, 0]
    prose = prose_of(shape)
    start, end = best_run(prose)
    at = np.arange(len(blocks))
    in_run = (at >= start) & (at < end) & (n_words >= LONG)
    spoken = word_columns(texts, words, n_words, in_run, weights)
    ruled = _rules(marks)
    # A line made of several is a sentence that a link or an emphasis broke: hardly ever furniture.
    made = np.array([(block.blank_before, min(block.n_lines, 9)) for block in blocks], dtype=np.float32)
    own = np.hstack([shape, spoken, ruled, made, prose[:, None]])
    passed = np.column_stack([np.log1p(n_words), shape[:, 1:7], spoken[:, :4], ruled[:, :2], made, prose])
    near = [shifted(passed[:, columns], step) for far, columns in NEAR for step in (-far, far)]
    around = window_columns(n_words, prose, ruled, spoken)
    return np.hstack(
        [
            own,
            *near,
            around,
            place_columns(n_words, ruled, (start, end)),
            header_columns(texts, shape),
            run_columns(prose),
            rhythm_columns(shape),
        ]
    ).astype(np.float32)


def _rules(marks: Sequence[Mark | None]) -> np.ndarray:
    """Cut by a rule, kept by a rule, and two families of rules."""
    ruled = np.zeros((len(marks), 2 + len(FAMILIES)), dtype=np.float32)
    for i, mark in enumerate(marks):
        if mark is not None and mark.role != "repeat":
            ruled[i, int(mark.kept)] = 1
            if mark.role in FAMILIES:
                ruled[i, 2 + FAMILIES.index(mark.role)] = 1
    return ruled
