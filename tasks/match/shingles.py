"""A text as the set of its hashed three-word shingles."""

from __future__ import annotations

import re
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from tasks.words import IDEOGRAPH

WIDTH = 3  # words a shingle
FEWEST = 8  # shingles: a shorter text says too little to be anybody's copy

_SPACELESS = IDEOGRAPH.pattern[1:-1]
# Vowel signs and accents that stand as characters of their own belong to their word.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0900-\u0963"
_LETTERS = rf"[^\W{_SPACELESS}]"
WORD = re.compile(rf"{_LETTERS}+(?:[{_SIGNS}]+{_LETTERS}*)*|[{_SPACELESS}]+")
PLAIN_WORD = re.compile(r"\w+", re.ASCII)
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)

Hashes = NDArray[np.uint64]


class Codes(dict[str, int]):
    """word -> 64-bit hash, the same on every machine. One serves for many texts and is then thrown away."""

    def __missing__(self, word: str) -> int:
        code = int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        self[word] = code
        return code


def words(text: str) -> list[str]:
    """The words as they are written; where a script sets no spaces, each two characters that stand side by side."""
    if text.isascii():
        return PLAIN_WORD.findall(text)
    return [part for word in WORD.findall(text) for part in _parts(word)]


def _parts(word: str) -> list[str]:
    if len(word) > 2 and IDEOGRAPH.match(word):
        return [word[i : i + 2] for i in range(len(word) - 1)]
    return [word]


def codes_of(folded: list[str], codes: Codes) -> Hashes:
    """The hash of each of these words."""
    return np.fromiter(map(codes.__getitem__, folded), np.uint64, len(folded))


def shingles_of(coded: Hashes) -> Hashes:
    """The text's shingles, smallest hash first, each once; none for a text of fewer than `FEWEST`."""
    if len(coded) < WIDTH:
        return np.empty(0, np.uint64)
    places = len(coded) - WIDTH + 1
    hashes = sum(coded[i : i + places] * factor for i, factor in enumerate(_FACTORS))
    hashes = np.unique(hashes ^ (hashes >> np.uint64(29)))
    return hashes if len(hashes) >= FEWEST else hashes[:0]


def shingles(text: str, codes: Codes) -> Hashes:
    """`shingles_of` a text, whatever its case and punctuation."""
    return shingles_of(codes_of(words(text.casefold()), codes))
