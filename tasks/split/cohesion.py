"""Does a paragraph carry on the ones before it? Shared words and names, each weighed by how rare it is on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np

from tasks.split.cues import PREFIX, SMALL, without_s
from tasks.words import LOWER, UPPER

NAME = re.compile(rf"[^\W\d_{LOWER}][\w'’-]+")
STEM = re.compile(r"[^\W\d_]{5,}")
FULL_NAME = re.compile(
    rf"\b[{UPPER}][\w'’-]+ (?:(?:van|von|de|der|den|da|di|al|el|bin|la|le|[{UPPER}]\.) )?[{UPPER}][\w'’-]+"
)
EXPLAINED = re.compile(rf"\(([{UPPER}][{UPPER}&.-]{{1,7}})\)")  # a short name the story introduces
HEAD = 500  # characters of a paragraph that are compared
SUBJECT = 8  # words: what a paragraph is about mostly stands among its first

OF_LINE = (
    "stems_last", "stems_three", "stems_next", "stems_across", "names_last", "names_three", "names_next", "new_names",
    "surname_again", "full_name", "rare_shared", "stems_three_rel", "stems_across_rel", "n_names", "stems_first",
    "later_than_before", "subject_last", "subject_three", "subject_page", "subject_next", "explains", "explained",
    "plain_last", "plain_three", "plain_page", "plain_last_rel",
)  # fmt: skip
OF_PAGE = ("top_stem", "second_stem", "third_stem", "top_name", "second_name", "pairs", "neighbours", "pairs_names")
NAMES = (*OF_LINE, *OF_PAGE)


@dataclass(frozen=True)
class Words:
    """A paragraph's content stems, its names, those that stand in a full name, and the stems and names it opens with."""

    stems: frozenset[str]
    names: frozenset[str]
    full: frozenset[str]
    subject: frozenset[str]
    explained: frozenset[str]

    @classmethod
    def read(cls, text: str, small: frozenset[str] = frozenset()) -> Words:
        """`small`: words that the page writes small elsewhere, and so are no names where a sentence begins with them."""
        text = text[:HEAD]
        names = _names(text)
        names = frozenset(n for n in names if n.casefold() not in small)
        found = (name.split() for name in FULL_NAME.findall(text))
        full = frozenset(part for parts in found for part in parts if all(p.casefold() not in small for p in parts))
        opening = " ".join(text.split(None, SUBJECT)[:SUBJECT])
        subject = _stems(opening) | frozenset(w.casefold()[:PREFIX] for w in NAME.findall(opening))
        explained = frozenset(EXPLAINED.findall(text)) if "(" in text else frozenset()
        return cls(_stems(text), names, full, subject, explained)

    @property
    def told(self) -> frozenset[str]:
        """All its words, in the form that those of other lines have."""
        return self.stems | {name.casefold()[:PREFIX] for name in self.names}


def told_in(text: str) -> frozenset[str]:
    """What `Words.read(text).told` is, without the rest of it."""
    text = text[:HEAD]
    return _stems(text) | {name.casefold()[:PREFIX] for name in _names(text)}


def _names(text: str) -> frozenset[str]:
    return frozenset(map(without_s, NAME.findall(text[1:])))


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:PREFIX] for w in STEM.findall(text.casefold()))


@dataclass(frozen=True)
class Cohesion:
    """`table`: one row a paragraph, one column a name of `NAMES`. `alike[i, k]`: how much paragraphs i and k share.

    `words[i]`: the words of paragraph i that may tell its subject.
    """

    table: np.ndarray
    alike: np.ndarray
    words: tuple[frozenset[str], ...]


NOTHING = Cohesion(np.zeros((0, len(NAMES))), np.zeros((0, 0)), ())


def cohesion_of(texts: Sequence[str], common: frozenset[str]) -> Cohesion:
    """`common`: stems that any story may hold."""
    small = frozenset(word for text in texts for word in SMALL.findall(text[:HEAD]))
    said = [Words.read(text, small) for text in texts]
    stems, names = Ties.of([w.stems - common for w in said]), Ties.of([w.names for w in said])
    columns = {**_shared(stems, names), **_subjects(said, common), **_people(said), **_page(stems, names)}
    table = np.empty((len(said), len(NAMES)))
    for k, name in enumerate(NAMES):
        table[:, k] = columns[name]
    return Cohesion(table, stems.alike + names.alike, tuple(w.told - common for w in said))


@dataclass(frozen=True)
class Ties:
    """Which paragraph holds which word, of the words that stand in two or more; `total` weighs all a paragraph's words."""

    holds: np.ndarray
    weight: np.ndarray
    total: np.ndarray
    size: np.ndarray

    @classmethod
    def of(cls, sets: Sequence[frozenset[str]]) -> Ties:
        n = len(sets)
        count = Counter(w for s in sets for w in s)
        place = {w: k for k, w in enumerate(sorted(w for w, c in count.items() if c > 1))}
        holds = np.zeros((n, len(place)))
        for i, words in enumerate(sets):
            holds[i, [place[w] for w in words if w in place]] = 1.0
        # Rare on the page counts more: a word in every paragraph is the page's subject, not a story's.
        weigh = {c: log((n + 1) / c) for c in set(count.values())}
        weight = np.array([weigh[count[w]] for w in place])
        once = np.array([sum(count[w] == 1 for w in s) for s in sets], dtype=float) * weigh.get(1, 0.0)
        return cls(holds, weight, once + holds @ weight, np.array([len(s) for s in sets], dtype=float))

    @cached_property
    def both(self) -> np.ndarray:
        """[i, k]: the weight of the words that paragraphs i and k share."""
        return (self.holds * self.weight) @ self.holds.T

    @cached_property
    def alike(self) -> np.ndarray:
        """The same as a share of the lesser one's."""
        return self.both / (np.minimum.outer(self.total, self.total) + 1.0)

    @cached_property
    def plain(self) -> np.ndarray:
        """The share of words that paragraphs i and k have in common, each word counting one."""
        return self.holds @ self.holds.T / (np.minimum.outer(self.size, self.size) + 1.0)

    def before(self, reach: int) -> np.ndarray:
        """[i, w]: does one of the last paragraphs before i hold word w?"""
        seen = np.zeros_like(self.holds)
        for step in range(1, reach + 1):
            seen[step:] = np.maximum(seen[step:], self.holds[:-step])
        return seen

    def near(self) -> np.ndarray:
        """The share of a paragraph's weight that the last three hold."""
        return (self.holds * self.before(3)) @ self.weight / (self.total + 1.0)


def _along(square: np.ndarray, step: int) -> np.ndarray:
    """[i]: the square's value at (i, i + step), 0 off the page."""
    out = np.zeros(len(square))
    if step < 0:
        out[-step:] = np.diagonal(square, step)
    else:
        out[: len(square) - step] = np.diagonal(square, step)
    return out


def _shared(stems: Ties, names: Ties) -> dict[str, np.ndarray]:
    last, after, three = _along(stems.alike, -1), _along(stems.alike, 1), stems.near()
    across, plain_last = _across(stems), _along(stems.plain, -1)
    first = stems.both[:, 0] / (stems.total + 1.0)
    first[0] = 0.0
    again = stems.holds.sum(1) / (stems.size + 1.0)
    return {
        "stems_last": last, "stems_three": three, "stems_next": after, "stems_across": across, "stems_first": first,
        "later_than_before": after - last, "names_last": _along(names.alike, -1), "names_three": names.near(),
        "names_next": _along(names.alike, 1),
        "rare_shared": (stems.holds * stems.before(3)) @ (stems.weight > 1.0).astype(float),
        "stems_three_rel": three - _mean(three), "stems_across_rel": across - _mean(across), "plain_last": plain_last,
        "plain_three": (stems.holds * stems.before(3)).sum(1) / (stems.size + 1.0), "plain_page": again,
        "plain_last_rel": plain_last - _mean(plain_last),
    }  # fmt: skip


def _mean(column: np.ndarray) -> float:
    return float(column[1:].mean()) if len(column) > 1 else 0.0


def _across(stems: Ties) -> np.ndarray:
    """What this paragraph and the next share with the two before."""
    ahead = stems.holds.copy()
    ahead[:-1] = np.maximum(ahead[:-1], stems.holds[1:])
    behind = stems.before(2)
    lesser = np.minimum(ahead @ stems.weight, behind @ stems.weight)
    return (ahead * behind) @ stems.weight / (lesser + 1.0)


def _subjects(said: Sequence[Words], common: frozenset[str]) -> dict[str, np.ndarray]:
    """Of the words a paragraph opens with, the share that the paragraphs around hold."""
    n = len(said)
    told = [w.told for w in said]
    rows, seen = np.zeros((n, 4)), set()
    for i, words in enumerate(said):
        own = words.subject - common
        if i and own:
            three = frozenset().union(*told[max(0, i - 3) : i])
            after = told[i + 1] if i + 1 < n else frozenset()
            rows[i] = [len(own & other) / len(own) for other in (told[i - 1], three, seen, after)]
        seen |= told[i]
    return dict(zip(("subject_last", "subject_three", "subject_page", "subject_next"), rows.T, strict=True))


def _people(said: Sequence[Words]) -> dict[str, np.ndarray]:
    """Names new to the last paragraphs, surnames again after a full name, short names explained or used after that."""
    rows, explained = [], set()
    for i, words in enumerate(said):
        near = said[max(0, i - 3) : i]
        names = frozenset().union(*(w.names for w in near))
        full = frozenset().union(*(w.full for w in near))
        fresh = len(words.names - names) / max(1, len(words.names))
        again = not full.isdisjoint(words.names - words.full)
        used = not explained.isdisjoint(words.names)
        rows.append((fresh, again, bool(words.full - names), min(12, len(words.names)), bool(words.explained), used))
        explained |= words.explained
    columns = ("new_names", "surname_again", "full_name", "n_names", "explains", "explained")
    return dict(zip(columns, np.array(rows, dtype=float).reshape(-1, len(columns)).T, strict=True))


def _page(stems: Ties, names: Ties) -> dict[str, float]:
    """Has the page one subject? The shares of paragraphs that its commonest words stand in, and how alike all are."""
    n = len(stems.size)
    top = [*sorted(stems.holds.mean(0), reverse=True)[:3], 0.0, 0.0, 0.0]
    top_names = [*sorted(names.holds.mean(0), reverse=True)[:2], 0.0, 0.0]
    pairs = n * (n - 1)
    away = lambda square: float((square.sum() - np.trace(square)) / pairs) if pairs else 0.0  # noqa: E731
    return {
        "top_stem": top[0], "second_stem": top[1], "third_stem": top[2], "top_name": top_names[0],
        "second_name": top_names[1], "pairs": away(stems.plain), "pairs_names": away(names.plain),
        "neighbours": _mean(_along(stems.plain, -1)) - away(stems.plain),
    }  # fmt: skip
