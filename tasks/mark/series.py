"""Columns of numbers along a page, a value a block or line: moved, averaged, measured from the last flag."""

from __future__ import annotations

import numpy as np

FAR = 60.0


def shifted(values: np.ndarray, by: int, fill: float = -1.0) -> np.ndarray:
    """The value (or the row of values) `by` places further on (negative: before); `fill` past the ends."""
    out = np.full(values.shape, fill)
    if by > 0:
        out[:-by] = values[by:]
    else:
        out[-by:] = values[:by]
    return out


def window(values: np.ndarray, before: int, after: int) -> np.ndarray:
    """The mean over the places from `before` before to `after` after."""
    total = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    low, high = np.maximum(at - before, 0), np.minimum(at + after + 1, len(values))
    return (total[high] - total[low]) / np.maximum(1, high - low)


def since(flags: np.ndarray, far: float = FAR) -> np.ndarray:
    """How many places ago the flag was last up (0: here), `far` at most."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -10_000))
    return np.minimum(at - last, far).astype(float)


def until(flags: np.ndarray) -> np.ndarray:
    return since(flags[::-1])[::-1]
