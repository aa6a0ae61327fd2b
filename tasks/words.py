"""Words: counted between spaces, and in Chinese, Japanese and Thai, which set none; and told apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

# Chinese, Japanese and Thai set no spaces; about as many words as English needs for the same text.
WORDS_PER_IDEOGRAPH = 0.6
WORD = re.compile(r"\w+")
IDEOGRAPH = re.compile("[\u0e00-\u0e7f\u3040-\u9fff\uf900-\ufaff]")


def _letters(is_one: Callable[[str], bool]) -> str:
    """The letters of the scripts that have two cases, as what stands between brackets in a pattern."""
    of_cased = [*range(0x41, 0x590), *range(0x1E00, 0x2000)]  # Latin, Greek, Cyrillic, Armenian
    return "".join(letter for letter in map(chr, of_cased) if is_one(letter))


ALIKE = str.maketrans("İıſ", "iis")
UPPER, LOWER = _letters(str.isupper), _letters(str.islower)


def lowered(text: str) -> str:
    """The text in small letters, those made one that `re.IGNORECASE` takes for one: the Turkish i's, the long s."""
    return text.translate(ALIKE).lower() if not text.isascii() else text.lower()


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
