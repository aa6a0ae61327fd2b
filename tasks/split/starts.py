"""Does a paragraph start a story or carry on the one before? Features of the paragraph against what stands before it.

The weights are a logistic regression over them (fitted on composed digests, see seeds/models/README.md); word lists are
seeds, so that a language is added without code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

NAME = re.compile(r"(?<![.!?:\"“”'‘’(\[] )(?<!^)\b[A-ZÀ-ÖØ-Þ][\w'’-]{2,}")
WORD = re.compile(r"[^\W\d_]{5,}")
RUN_IN = re.compile(r"^[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .,'’/-]{2,40}(?:,? [A-Z][\w.]+)*(?: ?\([\w /.-]{2,25}\))? ?[-–—:] ?(?=\S)")
OPEN_QUOTE = "\"“„«‘'»"
CONTINUES = frozenset(
    # en
    "he she it they his her its their this that these those but and however meanwhile also still yet so then "
    "another other both such mr mrs ms dr sir lady there here while although though when after before asked "
    "according instead despite moreover furthermore earlier later we you our i if as "
    # de
    "er sie es sein seine seinen seiner ihr ihre ihren diese dieser dieses doch aber und auch zudem außerdem "
    "allerdings dabei damit dort dann laut herr frau jedoch trotzdem später wir "
    # fr
    "il elle ils elles ce cet cette ces mais et aussi cependant pourtant selon ainsi son sa ses leur leurs enfin "
    "puis toutefois nous par "
    # es, it, pt
    "él ella ellos ellas este esta esto ese esa estos pero y también además según su sus sin embargo luego "
    "lui lei loro questo questa questi ma inoltre anche secondo però poi suo sua ele ela eles isso mas também "
    "segundo seu além ainda".split()
)  # fmt: skip
DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b|"
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|"
    r"\b(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\b|\b(?:segunda|terça|quarta|quinta|sexta)-feira\b",
    re.I,
)
WEIGHTS = (-1.58, -1.53, -0.55, -0.38, 0.04, -2.84, -2.77, 0.36, 1.44, -0.79, 0.80, 1.85, -2.78)
BIAS = 0.41


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's names and content words, read once."""

    text: str
    n_words: int
    names: frozenset[str]
    stems: frozenset[str]
    first: str
    n_names: int

    @classmethod
    def read(cls, text: str) -> Paragraph:
        names = NAME.findall(text)
        first = re.match(r"\W*([\w'’-]+)", text)
        return cls(
            text,
            text.count(" ") + 1,
            frozenset(name.removesuffix("'s").removesuffix("’s") for name in names),
            frozenset(word[:6] for word in WORD.findall(text.lower())),
            first[1].lower() if first else "",
            len(names),
        )


def start_features(paragraphs: Sequence[Paragraph], i: int, since: int, median: float) -> list[float]:
    """The features of paragraph i as a start, with `since` the first paragraph of the story before it."""
    own, before = paragraphs[i], paragraphs[since:i]
    last = paragraphs[i - 1]
    names = frozenset().union(*(p.names for p in before))
    stems = frozenset().union(*(p.stems for p in before))
    head = own.text[:180]
    return [
        float(own.first in CONTINUES),
        float(own.text[:1] in OPEN_QUOTE),
        len(own.names & names) / max(1, len(own.names)),
        float(bool(own.names & last.names)),
        float(bool(own.names & paragraphs[since].names)),
        len(own.stems & stems) / max(1, len(own.stems)),
        len(own.stems & last.stems) / max(1, min(len(own.stems), len(last.stems))),
        float(DAY.search(head) is not None),
        float(RUN_IN.match(own.text) is not None),
        log(own.n_words / max(1.0, median)),
        log(max(1.0, median)) - 4,
        min(1.0, own.n_names / 5),
        float(own.n_words < 12),
    ]


def start_log_odds(paragraphs: Sequence[Paragraph], i: int, since: int, median: float) -> float:
    """Log-odds that paragraph i starts a story."""
    features = start_features(paragraphs, i, since, median)
    return BIAS + sum(w * f for w, f in zip(WEIGHTS, features, strict=True))
