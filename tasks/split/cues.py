"""Words that tell where a story goes on and where one begins, by language, from `seeds/words/split.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

PREFIX = 6  # letters of a word that count: endings do not


@dataclass(frozen=True)
class Cues:
    """Each set holds small-letter words of all languages together: a page's language need not be known."""

    continues: frozenset[str]
    honorifics: frozenset[str]
    weekdays: frozenset[str]
    says: frozenset[str]
    continued: frozenset[str]
    outlets: frozenset[str]
    common: frozenset[str]  # the first six letters of words that tell nothing of a story's subject

    @classmethod
    def load(cls, file: Path) -> Cues:
        with file.open("rb") as source:
            tables = tomllib.load(source)
        sets = {name: _words(table.values()) for name, table in tables.items()}
        return cls(**sets | {"common": frozenset(word[:PREFIX] for word in sets["common"])})


def _words(lists) -> frozenset[str]:
    return frozenset(word for words in lists for word in words.split())
