"""Pages in languages that do not exist: the letters of a page exchanged for others, always the same for the same.

What is left is what holds in any language: layout, figures, punctuation, repeated words. Models that see such pages among
the others weigh these cues so that a page of a language they do not know is read, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from tasks.train.layouts.compose import TrainingPage

LATIN = "abcdefghijklmnopqrstuvwxyz"
GREEK = "αβγδεζηθικλμνξοπρστυφχψωάί"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшы"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
PLAIN = str.maketrans("àáâãäåçèéêëìíîïñòóôõöùúûüýœæßø", "aaaaaaceeeeiiiinooooouuuuyoaso")
VOWELS, CONSONANTS = "aeiouy", "bcdfghjklmnpqrstvwxz"
MARKED = {"a": "åäą", "e": "ęě", "o": "öø", "s": "šş", "c": "čç", "z": "žż", "u": "ůü", "l": "ł"}
SIGNS = [chr(code) for code in range(0x4E00, 0x4E00 + 2500)] + [chr(code) for code in range(0x3042, 0x3090)]
POINTS = {"arabic": str.maketrans(",;?", "،؛؟"), "signs": str.maketrans(",.;?!:", "、。；？！：")}
WORD = re.compile(r"[^\W\d_]+")
KEPT = re.compile(r"[A-Z]{2,5}$")  # agencies, parties, units: the same in many languages
WAYS = ("latin", "latin", "latin", "cyrillic", "greek", "arabic", "signs")


@dataclass(frozen=True)
class Tongue:
    """A made-up language: how it writes a word, and its way of writing."""

    way: str
    translate: Callable[[str], str]

    @classmethod
    def drawn(cls, rng: Random) -> Tongue:
        way = rng.choice(WAYS)
        return cls(way, _signs(rng) if way == "signs" else _letters(way, rng))

    def said(self, text: str) -> str:
        """The text in this language."""
        text = WORD.sub(lambda found: self.translate(found[0]), text)
        if self.way == "signs":
            text = re.sub(r"(?<=[\u3042-\u9fff]) (?=[\u3042-\u9fff])", "", text)
            text = re.sub(r"(?<=[,.;?!:]) (?=[\u3042-\u9fff])", "", text)
        return text.translate(POINTS.get(self.way, {}))


def in_another_tongue(page: TrainingPage, rng: Random) -> TrainingPage:
    """The page in a made-up language; lines of times mostly stay, as most languages' times can be read."""
    tongue, keeps_times = Tongue.drawn(rng), rng.random() < 0.7
    lines = [
        text if keeps_times and role == "time" else tongue.said(text)
        for text, role in zip(page.text.split("\n"), page.roles, strict=True)
    ]
    titles = tuple(title and tongue.said(title) for title in page.titles)
    return replace(page, page_id=f"{page.page_id}-{tongue.way}", text="\n".join(lines), titles=titles)


def _letters(way: str, rng: Random) -> Callable[[str], str]:
    """Words letter by letter: vowels for vowels in an alphabet like ours, else in another's letters."""
    if way == "latin":
        kept = [rng.sample(letters, len(letters)) for letters in (VOWELS, CONSONANTS)]
        table = dict(zip(VOWELS + CONSONANTS, (*kept[0], *kept[1]), strict=True))
        for letter in rng.sample(sorted(MARKED), 3):
            table[next(k for k, v in table.items() if v == letter)] = rng.choice(MARKED[letter])
    else:
        letters = {"greek": GREEK, "cyrillic": CYRILLIC, "arabic": ARABIC}[way]
        table = dict(zip(LATIN, rng.sample(letters, len(LATIN)), strict=True))
    cased = way != "arabic"

    def translated(word: str) -> str:
        if KEPT.match(word):
            return word
        said = "".join(table.get(letter, letter) for letter in word.lower().translate(PLAIN))
        if not cased or word.islower():
            return said
        return said.upper() if word.isupper() and len(word) > 1 else said[:1].upper() + said[1:]

    return translated


def _signs(rng: Random) -> Callable[[str], str]:
    """Words as one to three signs without spaces: the same word the same signs."""
    seed = rng.random()

    def translated(word: str) -> str:
        if KEPT.match(word):
            return word
        own = Random(f"{seed}{word.lower()}")
        return "".join(own.choice(SIGNS) for _ in range(max(1, min(4, len(word) // 3))))

    return translated
