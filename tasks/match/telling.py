"""The words by which a story's event is known: names, and other words of some length."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tasks.match.shingles import WORD, Codes, words
from tasks.words import IDEOGRAPH

BEGINS = 2000  # characters: what happened stands at a story's beginning, its background behind
STEM = 6  # letters: an ending less, a word is the same in most of its forms
SHORTEST = 5  # letters of a word; 2 in a script without capitals
MOST = 0.5  # of the words in capitals: a text that shouts says nothing by them
MASK = 0x7FFFFFFF

_STARTS = re.compile(r"(?:\A|[.!?:;…\n•|–—])\W*")
_KANA = re.compile(r"[\u3040-\u309f]+\Z")


@dataclass(frozen=True, slots=True)
class TellingWords:
    """Hashes of 31 bits, sorted, each once. A word is a name or not in all of the text."""

    names: list[int]
    words: list[int]


def telling_words(text: str, codes: Codes) -> TellingWords:
    """Names are words that stand in capitals elsewhere than at a sentence's start, and nowhere without.

    Text that sets no spaces has no names, and each two characters that stand side by side are a word, those of Hiragana
    alone left out.
    """
    begins = text[:BEGINS]
    if len(IDEOGRAPH.findall(begins)) > MOST * len(begins):
        return TellingWords([], _hashed({pair for pair in words(begins) if _is_pair(pair)}, codes))
    names = _names(begins)
    others = {word.casefold() for word in words(begins) if _says_much(word)} - names
    return TellingWords(_hashed(names, codes), _hashed({word[:STEM] for word in others}, codes))


def _names(text: str) -> set[str]:
    written = list(WORD.finditer(text))
    capitals = [match for match in written if match[0][0].isupper() and len(match[0]) > 1]
    if len(capitals) > MOST * len(written):
        return set()
    starts = {match.end() for match in _STARTS.finditer(text)}
    small = {match[0] for match in written if match[0][0].islower()}
    return {match[0].casefold() for match in capitals if match.start() not in starts} - small


def _says_much(word: str) -> bool:
    has_case = word[0].islower() or word[0].isupper()
    return word.isalpha() and len(word) >= (SHORTEST if has_case else 2)


def _is_pair(word: str) -> bool:
    return len(word) > 1 and not _KANA.match(word)


def _hashed(some: set[str], codes: Codes) -> list[int]:
    return sorted({codes[word] & MASK for word in some})
