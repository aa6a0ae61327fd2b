"""The generator's wording, and the drawing of it: labels, furniture, sources, times, in the language of a page."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tasks.desk import SEEDS

FILE = SEEDS / "words" / "training_pages.toml"
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
AGO = {
    "en": (
        "{n} hours ago",
        "{n}h ago",
        "{n} minutes ago",
        "{n} mins ago",
        "an hour ago",
        "a day ago",
        "{n} days ago",
        "yesterday",
        "just now",
        "{n}m ago",
        "{n} hrs ago",
        "{n}d ago",
        "last week",
    ),
    "de": ("vor {n} Stunden", "vor {n} Minuten", "vor einem Tag", "gestern", "vor {n} Tagen"),
    "fr": ("il y a {n} heures", "il y a {n} minutes", "hier", "il y a {n} jours"),
    "es": ("hace {n} horas", "hace {n} minutos", "ayer", "hace {n} días"),
    "it": ("{n} ore fa", "{n} minuti fa", "ieri", "{n} giorni fa"),
    "pt": ("há {n} horas", "há {n} minutos", "ontem", "{n} horas atrás"),
}
ICONS = ("", "", "", "", "time", "clock ", "time: ", "schedule", "🕒 ", "icon-clock ")
LABELS = {
    "en": ("Published: ", "Updated: ", "Posted on "),
    "de": ("Stand: ", "Veröffentlicht: "),
    "fr": ("Publié le ",),
    "es": ("Publicado: ",),
    "it": ("Pubblicato: ",),
    "pt": ("Publicado em ",),
}


@dataclass(frozen=True)
class Wording:
    """Groups of wordings by language."""

    groups: dict[str, dict[str, list[str]]]

    @classmethod
    def load(cls, file: Path = FILE) -> Wording:
        with file.open("rb") as source:
            return cls(tomllib.load(source))

    def one(self, group: str, language: str, rng: Random) -> str:
        """One wording of the group in the language, or one that serves every language."""
        words = self.groups[group]
        return rng.choice(words.get(language, []) + words.get("x", []) or words["en"])

    def lines(self, group: str, language: str, rng: Random) -> list[str]:
        """The lines of one wording."""
        return [part.strip() for part in self.one(group, language, rng).split("|")]


def clock(rng: Random) -> str:
    hour, minute = rng.randint(0, 23), rng.randint(0, 59)
    return rng.choice(
        ("{0:02}:{1:02}", "{0:02}.{1:02}", "{0}:{1:02}", "{0:02}:{1:02} GMT", "{0:02}h{1:02}", "{0:02}:{1:02} Uhr")
    ).format(hour, minute)


def day(rng: Random, language: str, year: int | None = None) -> str:
    """A date as pages write it."""
    month, number = rng.randint(1, 12), rng.randint(1, 28)
    name = MONTHS[language].split()[month - 1]
    year = year or rng.randint(2015, 2026)
    numeric = (
        f"{number:02}-{month:02}-{year}",
        f"{year}-{month:02}-{number:02}",
        f"{number:02}/{month:02}/{year}",
        f"{number}.{month}.{year}",
    )
    if language == "en":
        worded = (f"{name} {number}, {year}", f"{number} {name} {year}", f"{name[:3]} {number}, {year}")
    else:
        worded = (f"{number}{'.' if language == 'de' else ' de' if language in ('es', 'pt') else ''} {name} {year}",)
    return rng.choice(rng.choice((numeric, worded)))


def moments(rng: Random, language: str) -> Callable[[], str]:
    """The page's way of writing times: called once a story."""
    way = rng.random()
    icon = rng.choice(ICONS)
    label = rng.choice(LABELS[language]) if rng.random() < 0.15 else ""
    if way < 0.55:
        return lambda: icon + rng.choice(AGO[language]).format(n=rng.randint(2, 12))
    if way < 0.75:
        return lambda: icon + label + day(rng, language)
    if way < 0.85:
        return lambda: label + f"{day(rng, language)} {rng.choice(('', '- ', '| '))}{clock(rng)}"
    return lambda: (
        icon + (rng.choice(AGO[language]).format(n=rng.randint(2, 12)) if rng.random() < 0.7 else day(rng, language))
    )
