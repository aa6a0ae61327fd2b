"""The features of an HTML page's blocks: one row a block, one column a feature, as numpy arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tasks.mark.html_features.around import alike, around
from tasks.mark.html_features.context import context
from tasks.mark.html_features.places import Places
from tasks.mark.html_features.text import TextShape
from tasks.mark.html_features.verdict import verdict_columns
from tasks.mark.html_features.whole import common, whole
from tasks.page import Block, Head


@dataclass(frozen=True, slots=True)
class Table:
    """`values[i, j]`: feature `names[j]` of block i; `words`: each block's words, which weigh it.

    `groups[name][i]` is the number of the container or make that block i shares with others.
    """

    names: tuple[str, ...]
    values: np.ndarray
    words: np.ndarray
    shape: TextShape
    groups: dict[str, np.ndarray]

    def with_verdict(self, shares: np.ndarray) -> Table:
        """The same table with the columns of trafilatura's verdict after its own."""
        return self.joined(verdict_columns(shares, self.shape))

    def with_context(self, chances: np.ndarray) -> Table:
        """The same table with the columns of a first model's chances after its own."""
        return self.joined(context(chances, self.words, self.groups))

    def joined(self, columns: dict[str, np.ndarray]) -> Table:
        values = np.column_stack([self.values, *columns.values()]).astype(np.float32)
        return replace(self, names=(*self.names, *columns), values=values)


def html_features(blocks: Sequence[Block], head: Head, url: str | None, headlines: Sequence[int]) -> Table:
    """The table of a page's blocks, without trafilatura's verdict. At least one block."""
    shape, made = TextShape(blocks), alike(blocks)
    places = Places(blocks, shape)
    columns = {
        **shape.columns(blocks),
        **places.columns(),
        **around(blocks, shape, made),
        **common(blocks, shape, head, headlines),
        **whole(blocks, shape, head, url),
    }
    values = np.empty((shape.n, len(columns)), dtype=np.float32)
    for j, column in enumerate(columns.values()):
        values[:, j] = column
    return Table(tuple(columns), values, shape.words, shape, {"kin": made["kin"], **places.groups()})
