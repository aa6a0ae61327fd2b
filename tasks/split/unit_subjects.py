"""Do a page's units tell of different things? Sub-heads of one article have its words in common, headlines do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from tasks.split.cohesion import told_in

TELLING = 2  # words of a title that tell a subject
SHARED = 0.25  # of a title's words
MOSTLY = 0.6  # of the titles
ASKED = 0.34  # of the titles, and more, that are questions have answers under them
RECURRING = 2  # words of the page's headline in its units, or units that hold one of them
FEW, THROUGHOUT = 3, 0.8  # units; of more of them hold no word alike that may differ
ELSEWHERE = 0.34  # of a title's words
LABEL = 5  # words
EVERYWHERE = 0.5  # of the units, and one more, hold no word alike


def differ(titles: Sequence[str], texts: Sequence[Sequence[str]], heads: Sequence[str], common: frozenset[str]) -> bool:
    """Is each title told by the text under it and by no other, and does nothing run through them all?

    `texts`: the paragraphs of each unit; `heads`: the headlines over them all.
    """
    n = len(titles)
    if sum(title.endswith(("?", "？", ";")) for title in titles) > ASKED * n:
        return False
    told = [_words(paragraphs) - common for paragraphs in texts]
    count = Counter(chain.from_iterable(told))
    if max(count.values(), default=n) > EVERYWHERE * n + 1:
        return False
    own = [_words([f"| {title}"]) - common for title in titles]
    page = _words([f"| {head}" for head in heads]) - common
    if sum(count[word] >= RECURRING for word in page) >= RECURRING:
        return False
    headed = [_heads(words, told, k) for k, words in enumerate(own)]
    return sum(headed) >= MOSTLY * n


def may_differ(titles: Sequence[str], texts: Sequence[Sequence[str]], common: frozenset[str]) -> bool:
    """Looser than `differ`, for units that the text is asked about then: most titles are told by the text under them, and by no other."""
    n = len(titles)
    told = [_words(paragraphs) - common for paragraphs in _without_labels(texts)]
    count = Counter(chain.from_iterable(told))
    if n > FEW and max(count.values(), default=n) > THROUGHOUT * n:
        return False
    own = [_words([f"| {title}"]) - common for title in titles]
    headed = sum(len(words) >= TELLING and len(words & told[k]) >= SHARED * len(words) for k, words in enumerate(own))
    others = (frozenset().union(*told[:k], *told[k + 1 :]) for k in range(n))
    alone = sum(
        len(w) >= TELLING and len(w & other) <= ELSEWHERE * len(w) for w, other in zip(own, others, strict=True)
    )
    return min(headed, alone) >= MOSTLY * n


def _without_labels(texts: Sequence[Sequence[str]]) -> list[list[str]]:
    """The paragraphs without the labels that most units begin one with (`Why it matters: …`)."""
    count = Counter(chain.from_iterable({_label(text) for text in paragraphs} for paragraphs in texts))
    labels = {label for label, n in count.items() if label and n > EVERYWHERE * len(texts)}
    return [
        [text[len(_label(text)) :] if _label(text) in labels else text for text in paragraphs] for paragraphs in texts
    ]


def _label(text: str) -> str:
    """A few words before a colon at the beginning."""
    label, colon, _ = text.replace("：", ":").partition(":")
    return label if colon and len(label.split()) <= LABEL else ""


def _heads(title: frozenset[str], told: Sequence[frozenset[str]], k: int) -> bool:
    others = frozenset().union(*told[:k], *told[k + 1 :])
    shared = SHARED * len(title)
    return len(title) >= TELLING and len(title & told[k]) >= shared and len(title & others) <= shared


def _words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*(told_in(text) for text in texts))
