"""Does a line speak of what the lines around it speak of? Angles between the vectors of their words.

Each is asked twice: as it is, and less the page's mean, which takes out the page's language and what all of it is about.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tasks.split.vectors import directions

OF_LINE = ("above", "below")
OF_TEXT = ("three", "across", "valley", "first", "rel", "rank")
SPACES = ("topic", "own_topic")
OF_PAGE = ("topic_pairs", "topic_neighbours", "topic_least", "topic_most")
NAMES = (*(f"{space}_{name}" for space in SPACES for name in (*OF_LINE, *OF_TEXT)), *OF_PAGE)
DECIMALS = 4  # kept of an angle's cosine: the last ones depend on the machine


@dataclass(frozen=True)
class Subjects:
    """`table`: one row a line, one column a name of `NAMES`. `alike[s, i, k]`: the same of paragraphs i and k by space s.

    A line without words is near nothing in the first space, and where the page's mean points from in the second.
    """

    table: np.ndarray
    alike: np.ndarray


def subjects_of(vectors: np.ndarray, text: np.ndarray) -> Subjects:
    """`vectors`: one row a line; `text`: the lines that are paragraphs, at least one."""
    told = vectors[text]
    mean = told.mean(axis=0)
    spaces, squares = [], []
    for middle in (np.zeros_like(mean), mean):
        rows, own = directions(vectors - middle), directions(told - middle)
        square = np.round(own @ own.T, DECIMALS)
        spaces += [_around(rows, own, text), _among(own, square, text, len(vectors))]
        squares.append(square)
    page = np.tile(_page(squares[0]), (len(vectors), 1))
    return Subjects(np.hstack([*spaces, page]), np.array(squares))


def _around(rows: np.ndarray, own: np.ndarray, text: np.ndarray) -> np.ndarray:
    """How near each line is to the last paragraph above it and to the first below it; 0 where there is none."""
    above = np.searchsorted(text, np.arange(len(rows))) - 1
    below = np.searchsorted(text, np.arange(len(rows)), side="right")
    near = lambda k: np.where((k >= 0) & (k < len(text)), (rows * own[np.clip(k, 0, len(text) - 1)]).sum(1), 0.0)  # noqa: E731
    return np.round(np.column_stack([near(above), near(below)]), DECIMALS)


def _among(own: np.ndarray, square: np.ndarray, text: np.ndarray, n_lines: int) -> np.ndarray:
    """How near each paragraph is to those before it; 0 for lines that are none."""
    n = len(own)
    last = np.concatenate([[0.0], np.diagonal(square, 1)])
    three = last.copy()
    for step in (2, 3):
        three[step:] = np.maximum(three[step:], np.diagonal(square, step))
    two = directions(own + np.vstack([own[1:], np.zeros((1, own.shape[1]))]))  # a paragraph and the next
    across = np.zeros(n)
    across[2:] = (two[:-2] * two[2:]).sum(1)
    across[1:2] = last[1:2]
    valley = across - (np.concatenate([across[:1], across[:-1]]) + np.concatenate([across[1:], across[-1:]])) / 2
    first = np.where(np.arange(n) > 0, square[0], 0.0)
    mean = last[1:].mean() if n > 1 else 0.0
    rank = np.zeros(n)
    if n > 1:
        rank[1:] = (last[1:, None] > last[None, 1:]).mean(axis=1)
    out = np.zeros((n_lines, len(OF_TEXT)))
    out[text] = np.round(np.column_stack([three, across, valley, first, last - mean, rank]), DECIMALS)
    return out


def _page(square: np.ndarray) -> np.ndarray:
    """Has the page one subject? How near its paragraphs are each to each, and neighbours beyond that; the least and most near."""
    n = len(square)
    if n < 2:
        return np.zeros(len(OF_PAGE))
    pairs = square[np.triu_indices(n, 1)]
    joints = np.diagonal(square, 1)
    low, high = np.quantile(joints, (0.1, 0.9))
    return np.array([pairs.mean(), joints.mean() - pairs.mean(), low, high])
