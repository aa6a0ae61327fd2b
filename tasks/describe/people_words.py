"""Words that tell people's names from what stands beside them in a byline, as `seeds/words/people.toml` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

PEOPLE = "people.toml"


def _read() -> dict:
    file = Path(__file__).resolve().parents[2] / "seeds" / "words" / PEOPLE
    return tomllib.loads(file.read_text("utf-8"))


def _words(lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for words in lists for word in words.split())


_READ = _read()
ROLES, THINGS, DEGREES, BODIES, DESKS, PICTURE_LABELS = (
    _words(_READ[name].values()) for name in ("roles", "things", "degrees", "bodies", "desks", "picture_labels")
)
# The six above are patterns of whole words.
PARTICLES, GIVEN_NAMES = (frozenset(_words(_READ[name].values())) for name in ("particles", "given_names"))
AGENCIES, PICTURE_AGENCIES = (tuple(_READ[name]["names"]) for name in ("agencies", "picture_agencies"))
