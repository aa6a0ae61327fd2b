"""Words that tell where a story goes on and where one begins, by language, from `seeds/words/split.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tasks.words import LOWER

PREFIX = 6  # letters of a word that count: endings do not
SMALL = re.compile(rf"(?<![\w'’-])[{LOWER}][\w'’-]*")  # a word that begins small


@dataclass(frozen=True)
class Cues:
    """Each set holds small-letter words of all languages together: a page's language need not be known.

    `digests` finds a phrase that names a collection of short news; `no_names` are words that may stand capital and
    name nobody; `familiar` are of the one language that the models know best.
    """

    continues: frozenset[str]
    honorifics: frozenset[str]
    weekdays: frozenset[str]
    says: frozenset[str]
    continued: frozenset[str]
    outlets: frozenset[str]
    articles: frozenset[str]
    pronouns: frozenset[str]
    weather: frozenset[str]
    no_names: frozenset[str]
    familiar: frozenset[str]
    digests: re.Pattern[str]
    common: frozenset[str]  # the first six letters of words that tell nothing of a story's subject

    @classmethod
    def load(cls, file: Path) -> Cues:
        with file.open("rb") as source:
            tables = tomllib.load(source)
        phrases = [phrase for listed in tables.pop("digests").values() for phrase in listed]
        digests = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.I)
        sets = {name: _words(table.values()) for name, table in tables.items()}
        no_names = sets["honorifics"] | sets["weekdays"] | sets["continues"] | sets["articles"]
        common = frozenset(word[:PREFIX] for word in sets["common"])
        return cls(**sets | {"common": common}, no_names=no_names, digests=digests)


def _words(lists) -> frozenset[str]:
    return frozenset(word for words in lists for word in words.split())


def without_s(word: str) -> str:
    """A name without the ending of its possessive: `Quist's` as `Quist`."""
    return word.removesuffix("'s").removesuffix("’s")
