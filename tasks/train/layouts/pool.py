"""The stories that training pages are composed of, taken from the labelled sets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from tasks.split.cues import PREFIX
from tasks.train.layouts.wording import MONTHS
from tasks.words import n_words

LEAD = re.compile(r"^(?:[•·▪●*–-]\s+|\d{1,2}[.):]\s+|[A-Z][A-Z &'-]{3,60}: (?=[A-Z\"]))")
SENTENCE = re.compile(r"(?<=[a-zà-ÿ0-9%ά-ώа-яё][.!?]) (?=[A-ZÀ-ÞΑ-ΩА-Я])")
STEM = re.compile(r"[^\W\d_]{6,}")
WORDY = 0.1
ELSEWHERE = 0.2  # of the pages of a pool of English and others
UNSPACED = 25  # signs a word: more have scripts without spaces
FEW = 3  # stories on one subject
ENOUGH = 4  # stories of a language to compose with


@dataclass(frozen=True)
class Item:
    """A story to compose with. `topic`: the beginnings of its long words; `subject`: what it and others are about, where that is
    known; `is_service`: short lines that stay together.
    """

    title: str | None
    body: tuple[str, ...]
    language: str = "en"
    topic: frozenset[str] = frozenset()
    subject: str | None = None
    is_service: bool = False

    @classmethod
    def made(cls, title: str | None, body: Iterable[str], language: str = "en") -> Item:
        kept = tuple(" ".join(text.split()) for text in body)
        kept = tuple(text for text in kept if text)
        if kept:
            kept = (_bare(kept[0], title), *kept[1:])
        return cls(
            " ".join(title.split()) if title else None,
            kept,
            language,
            frozenset(w[:PREFIX] for w in STEM.findall(" ".join(kept[:3]).lower())),
        )


@dataclass(frozen=True)
class Pool:
    """`briefs`: short stories; `articles`: stories of at least four paragraphs; both by language."""

    briefs: dict[str, list[Item]]
    articles: dict[str, list[Item]]

    @classmethod
    def of(cls, items: Iterable[Item]) -> Pool:
        briefs, articles, seen = defaultdict(list), defaultdict(list), set()
        for item in items:
            if not item.body or item.body[0] in seen:
                continue
            seen.add(item.body[0])
            if n_words(item.body[0]) >= 8:
                briefs[item.language].append(item)
            if len(item.body) >= 4:
                articles[item.language].append(item)
        return cls(dict(briefs), dict(articles))

    def language(self, rng: Random) -> str:
        """English mostly, where most stories are; else one of those the generator has words for and the pool enough of."""
        known = [code for code in MONTHS if len(self.briefs.get(code, ())) >= ENOUGH and self.articles.get(code)]
        if 2 * len(self.briefs.get("en", ())) < sum(map(len, self.briefs.values())):
            return rng.choice(known)
        others = [code for code in known if code != "en"]
        return rng.choice(others) if others and rng.random() < ELSEWHERE else "en"

    def alike(self, n: int, language: str, rng: Random, titled: bool, close: bool) -> list[Item]:
        """n different stories; close ones share their subject, or its words."""
        items = [item for item in self.briefs[language] if item.title or not titled] or self.briefs[language]
        n = min(n, len(items))
        if not close:
            return rng.sample(items, n)
        seed = rng.choice(items)
        if seed.subject and len(same := [item for item in items if item.subject == seed.subject]) >= FEW:
            return rng.sample(same, min(n, len(same)))
        rivals = rng.sample(items, min(len(items), 40 * n))
        rivals.sort(key=lambda item: -len(item.topic & seed.topic) / (10 + len(item.topic)))
        return rng.sample(rivals[:n], n)

    def article(self, language: str, rng: Random) -> Item:
        return rng.choice(self.articles[language])

    def some_articles(self, n: int, language: str, rng: Random) -> list[Item]:
        """n different ones, or as many as there are."""
        return rng.sample(self.articles[language], min(n, len(self.articles[language])))


def _bare(text: str, title: str | None) -> str:
    """The first paragraph without the title run into it, or the bullet, number or label its own page gave it."""
    if title and text.casefold().startswith(title.casefold()) and len(text) > len(title) + 40:
        text = text[len(title) :].lstrip(" .:–—-|")
    return LEAD.sub("", text)


def title_of(item: Item, rng: Random, wordy: float = WORDY) -> str:
    """Its title, or words of its text: where it has none, and as often as `wordy` says, a long one as some sites write them."""
    if item.title and rng.random() >= wordy:
        return item.title
    if not item.title and rng.random() < 0.5:
        return clipped(item.body[0], rng, (4, 9))
    return clipped(rng.choice(item.body[:4]), rng, (8, 18))


def clipped(text: str, rng: Random, length: tuple[int, int] = (6, 18)) -> str:
    """Its first words, without a full stop."""
    return some_words(text, 0, rng.randint(*length)).strip(',;:.-–—"“”。、，：')


def some_words(text: str, start: int, n: int) -> str:
    """n words of the text from the one at `start`; where a script sets no spaces two of its signs are a word."""
    words = text.split()
    if len(text) < UNSPACED * len(words):
        return " ".join(words[start : start + n])
    return text[2 * start : 2 * (start + n)]


def cased(title: str, case: str, body: Sequence[str]) -> str:
    """The title in another house style; `sentence` leaves capitals only to words that have them inside the text."""
    words = title.split()
    if case == "capitals":
        return title.upper()
    if case == "title":
        return " ".join(word[:1].upper() + word[1:] for word in words)
    if case == "short":
        return " ".join(words[:6])
    if case == "sentence":
        names = {word for text in body for word in re.findall(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][\w'’-]+", text)}
        lower = [word if word in names or word.isupper() else word.lower() for word in words[1:]]
        return " ".join([*words[:1], *lower])
    return title


def without(items: Iterable[Item], texts: Sequence[str]) -> list[Item]:
    """The items none of whose first paragraphs stands in the texts: what keeps training clean of a scored set."""
    known = {_key(line) for text in texts for line in text.split("\n") if line}
    return [item for item in items if not any(_key(line) in known for line in item.body[:6])]


def _key(line: str) -> str:
    return "".join(c for c in line.casefold() if c.isalnum())[:60]


def resized(body: Sequence[str], way: str, rng: Random) -> tuple[str, ...]:
    """The paragraphs cut at sentence ends as agencies write (`shorter`), joined (`longer`), or as they are."""
    if way == "shorter":
        return tuple(_joined([piece for text in body for piece in SENTENCE.split(text)], rng, 2))
    return tuple(_joined(list(body), rng, 4)) if way == "longer" else tuple(body)


def _joined(pieces: list[str], rng: Random, most: int) -> list[str]:
    joined = []
    while pieces:
        n = rng.randint(1, most)
        joined.append(" ".join(pieces[:n]))
        pieces = pieces[n:]
    return joined
