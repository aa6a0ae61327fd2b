"""The features of an HTML page's blocks: one row a block, one column a feature, as numpy arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tasks.mark.html_features.around import around
from tasks.mark.html_features.places import Places
from tasks.mark.html_features.text import TextShape
from tasks.mark.html_features.verdict import verdict_columns
from tasks.mark.html_features.whole import common, whole
from tasks.page import Block, Head


@dataclass(frozen=True, slots=True)
class Table:
    """`values[i, j]`: feature `names[j]` of block i; `words`: each block's words, which weigh it."""

    names: tuple[str, ...]
    values: np.ndarray
    words: np.ndarray
    shape: TextShape

    def page_row(self) -> np.ndarray:
        """The columns that are the same on every block: what a page's type is judged by."""
        return self.values[0, [j for j, name in enumerate(self.names) if name.startswith("page_")]]

    def with_verdict(self, shares: np.ndarray) -> Table:
        """The same table with the columns of trafilatura's verdict after its own."""
        return self.joined(verdict_columns(shares, self.shape))

    def joined(self, columns: dict[str, np.ndarray]) -> Table:
        values = np.column_stack([self.values, *columns.values()]).astype(np.float32)
        return Table((*self.names, *columns), values, self.words, self.shape)


def html_features(blocks: Sequence[Block], head: Head, url: str | None, headlines: Sequence[int]) -> Table:
    """The table of a page's blocks, without trafilatura's verdict. At least one block."""
    shape = TextShape(blocks)
    columns = {
        **shape.columns(blocks),
        **Places(blocks, shape).columns(),
        **around(blocks, shape),
        **common(blocks, shape, head, headlines),
        **whole(blocks, shape, head, url),
    }
    values = np.empty((shape.n, len(columns)), dtype=np.float32)
    for j, column in enumerate(columns.values()):
        values[:, j] = column
    return Table(tuple(columns), values, shape.words, shape)
