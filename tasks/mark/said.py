"""The words of every line of a page, found once for all who look at them."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+")


def words_of(texts: Iterable[str]) -> list[list[str]]:
    """A list of case-folded words a line."""
    return [WORD.findall(text.casefold()) for text in texts]
