"""Do a reading's stories hold together: are their paragraphs more like each other than like those of the stories around?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

NAMES = (
    "within", "between", "between_most", "at_joints", "off_joints", "neighbours", "nearest", "loosest", "fit", "worst_fit",
)  # fmt: skip


@dataclass(frozen=True)
class Parted:
    """One reading's paragraphs: `story[i]` is the story of paragraph i, `of_story[s, i]` 1 where it is s, `size[s]` how many s has."""

    story: np.ndarray
    of_story: np.ndarray
    size: np.ndarray

    @classmethod
    def at(cls, starts: np.ndarray) -> Parted:
        """The paragraphs parted at these starts."""
        story = np.cumsum(starts) - 1
        of_story = (story == np.arange(story[-1] + 1)[:, None]).astype(float)
        return cls(story, of_story, of_story.sum(axis=1))


def ties_of(starts: np.ndarray, squares: np.ndarray) -> np.ndarray:
    """One row a reading (`starts`, a row each); for each of the squares in turn, one column a name of `NAMES`.

    `squares[s, i, k]`: how alike paragraphs i and k are.
    """
    starts = starts[:, : squares.shape[1]]
    story = np.cumsum(starts, axis=1)
    upper = np.triu(np.ones(squares.shape[1:], dtype=bool), 1)
    same = ((story[:, :, None] == story[:, None, :]) & upper).reshape(len(starts), -1)
    other = upper.ravel() & ~same
    parted = [Parted.at(row) for row in starts]
    return np.hstack(
        [
            np.column_stack([*_of_pairs(same, other, square), *_of_joints(starts, square), [_fit(p, square) for p in parted]])
            for square in squares
        ]
    )  # fmt: skip


def _of_pairs(same: np.ndarray, other: np.ndarray, alike: np.ndarray) -> list[np.ndarray]:
    """How alike paragraphs of one story are, of different stories, and the most alike of different ones."""
    flat = alike.ravel()
    most = np.where(other.any(1), np.where(other, flat, 0.0).max(1, initial=0.0), np.nan)
    return [_means(same, flat), _means(other, flat), most]


def _of_joints(starts: np.ndarray, alike: np.ndarray) -> list[np.ndarray]:
    """How alike the neighbours are that starts part, and those that none does."""
    joints = np.diagonal(alike, 1)
    return [_means(starts[:, 1:], joints), _means(~starts[:, 1:], joints)]


def _means(which: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Of each row the mean of some values; not a number of none."""
    return np.where(which.any(1), which @ values / np.maximum(which.sum(1), 1), np.nan)


def _fit(parted: Parted, alike: np.ndarray) -> list[float]:
    """How alike stories one after the other are, on the mean and at most; how like the rest of its story the least like
    paragraph is; and how much more like their own story than the ones around paragraphs are, on the mean and at the least
    (the silhouette of Rousseeuw 1987, of neighbours alone)."""
    story, of_story, size = parted.story, parted.of_story, parted.size
    if len(size) == 1:
        return [np.nan] * 5
    sums = alike @ of_story.T  # [i, s]: paragraph i to all of story s
    at = np.arange(len(story))
    rest = (sums[at, story] - alike[at, at]) / np.maximum(size[story] - 1, 1)
    own = np.where(size[story] > 1, rest, np.nan)
    means = np.full((len(story), len(size) + 2), -1.0)
    means[:, 1:-1] = sums / size
    around = np.maximum(means[at, story], means[at, story + 2])
    joints = np.diagonal(of_story @ sums, 1) / (size[1:] * size[:-1])
    if np.isnan(own).all():
        return [joints.mean(), joints.max(), np.nan, np.nan, np.nan]
    fit = own - around
    return [joints.mean(), joints.max(), np.nanmin(own), np.nanmean(fit), np.nanmin(fit)]
