"""Whom and what a paragraph speaks of, and whether the page has spoken of them before.

A story brings its people in with their full names and goes on with a surname, a pronoun, "the company"; the next story on the
same people brings them in again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tasks.split.cues import PREFIX, SMALL, Cues, without_s
from tasks.words import LOWER

HEAD = 400  # characters of a paragraph that are read
CAPITAL = rf"[^\W\d_{LOWER}]"
RUN = re.compile(
    rf"{CAPITAL}[\w'’-]+(?: (?:(?:van|von|de|der|den|da|di|al|el|bin|la|le|{CAPITAL}\.) )?{CAPITAL}[\w'’-]+)*"
)  # capital words one after the other
INNER = re.compile(rf"(?<=[{LOWER},;] ){CAPITAL}[\w'’-]+")  # one that opens no sentence
OPENS = re.compile(r"(?:^|[.!?…:\"“”„«»‘(–—-])\s*$")  # what stands before the first word of a sentence
WORD = re.compile(r"[\w'’-]+")
OPENING = 9  # words in which a pronoun, or a noun that is known, stands for what the reader has met
ELIDED = ("l'", "l’")  # an article that has lost its vowel
SHORT = 3  # letters: a shorter noun tells too little
MOST = 4.0
NAMES = (
    "bare_last", "bare_three", "bare_page", "bare_seen", "bare_new", "full_again", "full_new", "definite_last", "definite_three",
    "definite_page", "definite_new", "definite_first", "pronoun_first",
)  # fmt: skip


@dataclass(frozen=True)
class Mentions:
    """`full`: names of several words; `parts`: their words; `bare`: names of one word that is in none of these.

    `definite`: for each noun after a definite article, the beginnings of its words; `first`: the same of the opening alone.
    `stems`: the beginnings of all words.
    """

    full: frozenset[str]
    parts: frozenset[str]
    bare: frozenset[str]
    definite: tuple[frozenset[str], ...]
    first: tuple[frozenset[str], ...]
    pronoun: bool
    stems: frozenset[str]


@dataclass(frozen=True)
class Capitals:
    """Which capital words of a page are names: `small` it writes small as well, `inner` it has within a sentence too."""

    small: frozenset[str]
    inner: frozenset[str]
    cues: Cues

    @classmethod
    def of(cls, heads: Sequence[str], cues: Cues) -> Capitals:
        """The capitals of a page whose paragraphs begin with `heads`."""
        small = frozenset().union(*map(SMALL.findall, heads))
        inner = frozenset().union(*map(INNER.findall, heads))
        return cls(small, frozenset(map(without_s, inner)), cues)

    def is_name(self, word: str) -> bool:
        """It stands capital wherever the page has it, and no list of common words has it."""
        low, cues = word.casefold(), self.cues
        return not (low in self.small or low in cues.no_names or low[:PREFIX] in cues.common)

    def stands_alone(self, before: str, word: str) -> bool:
        """Is a capital word a name by itself? Not after an article, nor at a sentence's start alone."""
        if word not in self.inner and OPENS.search(before[-8:]):
            return False
        last = before[-12:].rsplit(None, 1)[-1:]
        return not last or last[0].casefold() not in self.cues.articles


def mentions_of(texts: Sequence[str], cues: Cues) -> np.ndarray:
    """One row a paragraph, one column a name of `NAMES`: how many of each it has, four at most."""
    heads = [text[:HEAD] for text in texts]
    capitals = Capitals.of(heads, cues)
    read = [_read(head, capitals) for head in heads]
    rows = [(*names, *nouns, own.pronoun) for own, names, nouns in zip(read, _names(read), _things(read), strict=True)]
    return np.minimum(np.array(rows, dtype=float).reshape(-1, len(NAMES)), MOST)


def _names(read: Sequence[Mentions]) -> Iterator[tuple[int, ...]]:
    """For each paragraph how many names it has of each kind, `bare_last` to `full_new`."""
    brought: dict[str, int] = {}  # a word of a full name: the last paragraph with it
    full: set[str] = set()
    seen: set[str] = set()
    for k, own in enumerate(read):
        again = own.bare & brought.keys()
        since, new = [k - brought[name] for name in again], own.bare - again
        yield (
            since.count(1), sum([step <= 3 for step in since]), len(since), len(new & seen), len(new - seen),
            len(own.full & full), len(own.full - full),
        )  # fmt: skip
        full |= own.full
        seen |= own.bare
        brought |= dict.fromkeys((*own.parts, *again), k)


def _things(read: Sequence[Mentions]) -> Iterator[tuple[int, ...]]:
    """For each paragraph how many of its definite nouns are known, `definite_last` to `definite_first`."""
    told: set[str] = set()
    for k, own in enumerate(read):
        last = read[k - 1].stems if k else frozenset()
        three = frozenset().union(*[before.stems for before in read[max(0, k - 3) : k]])
        known = _known(own.definite, told)
        yield (
            _known(own.definite, last), _known(own.definite, three), known, len(own.definite) - known,
            _known(own.first, three),
        )  # fmt: skip
        told |= own.stems


def _read(text: str, capitals: Capitals) -> Mentions:
    """What a paragraph that begins so speaks of."""
    full, bare = _names_in(text, capitals)
    parts = frozenset(word for name in full for word in name.split())
    words = WORD.findall(text.casefold())
    nouns = _nouns(words, capitals.cues)
    return Mentions(
        full=full,
        parts=parts,
        bare=bare - parts,
        definite=tuple(noun for _, noun in nouns),
        first=tuple(noun for at, noun in nouns if at < OPENING),
        pronoun=_has_pronoun(text.split(None, OPENING)[:OPENING], parts | bare, capitals.cues),
        stems=frozenset([word[:PREFIX] for word in words]),
    )


def _names_in(text: str, capitals: Capitals) -> tuple[frozenset[str], frozenset[str]]:
    """The names of several words, and those of one."""
    full, bare = set(), set()
    for run in RUN.finditer(text):
        words = [without_s(word) for word in run[0].split()]
        names = [word for word in words if capitals.is_name(word)]
        if len(names) > 1:
            full.add(" ".join(names))
        elif names and (len(words) > 1 or capitals.stands_alone(text[: run.start()], names[0])):
            bare.update(names)
    return frozenset(full), frozenset(bare)


def _nouns(words: Sequence[str], cues: Cues) -> list[tuple[int, frozenset[str]]]:
    """For each definite article its place, and the beginnings of the two words after it that say what it is about."""
    after = [(i, words[i + 1 : i + 3]) for i, word in enumerate(words) if word in cues.articles]
    after += [(i, [word[2:], *words[i + 1 : i + 2]]) for i, word in enumerate(words) if word[:2] in ELIDED]
    nouns = [(i, {word[:PREFIX] for word in noun if len(word) > SHORT} - cues.common) for i, noun in after]
    return [(i, frozenset(noun)) for i, noun in nouns if noun]


def _known(nouns: Sequence[frozenset[str]], stems: set[str] | frozenset[str]) -> int:
    """How many of the nouns share a word with `stems`."""
    return sum([not noun.isdisjoint(stems) for noun in nouns])


def _has_pronoun(opening: Sequence[str], names: set[str] | frozenset[str], cues: Cues) -> bool:
    """Does a pronoun stand before the paragraph's first name?"""
    for word in opening:
        bare = without_s(word.strip("“”\"„«»‘’'(),;:"))
        if bare.casefold() in cues.pronouns:
            return True
        if bare in names:
            return False
    return False
