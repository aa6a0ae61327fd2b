"""Words: counted between spaces, and in Chinese, Japanese and Thai, which set none; and told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Chinese, Japanese and Thai set no spaces; about as many words as English needs for the same text.
WORDS_PER_IDEOGRAPH = 0.6
WORD = re.compile(r"\w+")
IDEOGRAPH = re.compile("[\u0e00-\u0e7f\u3040-\u9fff\uf900-\ufaff]")


def n_words(text: str) -> int:
    """The words of a line: those between spaces, and what a run of ideographs is worth."""
    spaced = text.count(" ") + 1
    return spaced if text.isascii() else spaced + int(WORDS_PER_IDEOGRAPH * len(IDEOGRAPH.findall(text)))


def words_in(text: str) -> list[str]:
    """The case-folded words of a text, punctuation apart."""
    return WORD.findall(text.casefold())


def words_of(texts: Iterable[str]) -> list[list[str]]:
    """The same for each of these lines."""
    return [words_in(text) for text in texts]
