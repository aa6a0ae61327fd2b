"""How much of the shorter of two texts is in the longer, and whether that makes them one story."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq

from tasks.match.shingles import Codes, Hashes, codes_of, shingles_of, words

SAME = 0.5  # of the shorter text's shingles
LEAST = 0.2  # of them, where words were changed all over it: then most words must come in the same order
IN_ORDER = 0.6  # of the shorter text's words
SMALLEST = 1 / 10  # of the longer text: less is a quotation
FEW_FACTS = 3
SAME_FACTS = 0.5  # of the fewer names and numbers


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is compared. `facts` are its numbers and its names: words that it writes with capitals only."""

    coded: Hashes
    shingles: Hashes
    facts: frozenset[int]

    @classmethod
    def of(cls, text: str, codes: Codes) -> Text:
        written = words(text)
        folded = [word.casefold() for word in written]
        coded = codes_of(folded, codes)
        return cls(coded, shingles_of(coded), _facts(written, folded, codes))


def likeness(one: Text, other: Text) -> float | None:
    """The share of the shorter text that is in the longer, 0 to 1; None where they are not one story.

    Reports made from a form (results, weather, shares) have most words in common, but other names and numbers.
    """
    short, long = sorted((one, other), key=lambda text: len(text.shingles))
    if len(short.shingles) < SMALLEST * len(long.shingles) or not len(short.shingles):
        return None
    share = len(np.intersect1d(short.shingles, long.shingles, assume_unique=True)) / len(short.shingles)
    if share < LEAST or not _same_facts(one.facts, other.facts):
        return None
    if share >= SAME or _in_order(one.coded, other.coded) >= IN_ORDER:
        return round(share, 4)
    return None


def _same_facts(one: frozenset[int], other: frozenset[int]) -> bool:
    fewer = min(len(one), len(other))
    return fewer < FEW_FACTS or len(one & other) >= SAME_FACTS * fewer


def _in_order(one: Hashes, other: Hashes) -> float:
    """The longest common subsequence of words, as a share of the shorter text."""
    return LCSseq.similarity(one.tolist(), other.tolist()) / min(len(one), len(other))


def _facts(written: list[str], folded: list[str], codes: Codes) -> frozenset[int]:
    small = {word for word in written if word[0].islower()}
    named = {
        fold
        for word, fold in zip(written, folded, strict=True)
        if (word[0].isupper() and fold not in small) or any(map(str.isdigit, word))
    }
    return frozenset(codes[fold] for fold in named)
