"""Training the line model: the vocabulary of furniture, the rows, the fit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log
from pathlib import Path

import lightgbm
import numpy as np

from tasks.mark.line_features import line_features
from tasks.mark.line_features.phrases import PROSE, SENTENCE, WHOLE_LINE, Weights, is_pair
from tasks.mark.line_features.words import WHOLE, bare
from tasks.mark.line_model import LINES, WORDS
from tasks.train.pages import COMPOSED
from tasks.train.text_pages import TextPage
from tasks.words import WORD, words_of

ROUNDS = 200
SETTINGS = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 63, "min_data_in_leaf": 60, "max_bin": 63,
    "feature_fraction": 0.35, "bagging_fraction": 0.6, "bagging_freq": 1, "lambda_l2": 5.0, "num_threads": 1,
    "deterministic": True, "force_row_wise": True, "seed": 7, "verbose": -1,
}  # fmt: skip
SETS = {"wcxb_dev": 1.0, "fundus_a": 3.0, "trafilatura_eval": 2.0, "split_train_a": 4.0, "split_train_b": 4.0}
# Of composed pages every line counts the same, and a line of text lost counts for several of furniture kept.
A_LINE, LOST_LINE = 2.0, 4.0
LEAST_SITES = 6  # an entry fewer sites say is not in the vocabulary
LEAST_WEIGHT = 0.5
SHORT = 20  # words; the words of lines as long count for both sides
EASY_SHARE = 0.12  # of the short lines of furniture far from any long line
FAR, LONG = 5, 14


class Vocabulary:
    """What lines say, weighed by how many sites say it in furniture against how many say it in text."""

    def __init__(self, pages: Iterable[TextPage]) -> None:
        self.sites: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for page in pages:
            for block, kept, weight in zip(page.blocks, page.labels, page.weights, strict=True):
                if weight:
                    self.sites[page.site][0 if kept else 1].update(_said(block.text.casefold(), bool(kept)))
        self.kept = Counter(entry for kept, _ in self.sites.values() for entry in kept)
        self.cut = Counter(entry for _, cut in self.sites.values() for entry in cut)
        self.known = {e for e in self.kept | self.cut if self.kept[e] + self.cut[e] >= LEAST_SITES and not e.isdigit()}
        self.priors = {kind: self._prior(kind) for kind in ("word", "pair", PROSE)}
        self.all = self._weights(self.known)

    def _prior(self, kind: str) -> float:
        some = [entry for entry in self.known if entry[0] != WHOLE_LINE and _kind(entry) == kind]
        return log((sum(self.cut[e] for e in some) + 1) / (sum(self.kept[e] for e in some) + 1))

    def _weights(self, entries: Iterable[str], site: str | None = None) -> Weights:
        own_kept, own_cut = self.sites[site] if site else ((), ())
        weights = Weights()
        for entry in entries:
            kept, cut = self.kept[entry] - (entry in own_kept), self.cut[entry] - (entry in own_cut)
            weight = round(log((cut + 0.5) / (kept + 0.5)) - self.priors[_kind(entry)], 1)
            if kept + cut >= LEAST_SITES and abs(weight) >= LEAST_WEIGHT:
                weights[entry] = weight
        return weights

    def without(self, site: str) -> Weights:
        """The weights as they would be had this site not been counted."""
        own = set().union(*self.sites[site]) & self.known
        rest = {entry: weight for entry, weight in self.all.items() if entry not in own}
        return Weights(rest | self._weights(sorted(own), site))


def _said(line: str, kept: bool) -> Iterator[str]:
    """A line's entries of the vocabulary: words, pairs of words, the words of a sentence, a short line as a whole."""
    words = WORD.findall(line)
    if len(words) <= SHORT or kept:
        yield from words
    yield from map(" ".join, zip(words, words[1:], strict=False))
    if len(words) > SENTENCE:
        yield from (PROSE + word for word in words)
    if len(words) <= WHOLE:
        yield WHOLE_LINE + bare(line)


def _kind(entry: str) -> str:
    return PROSE if entry[0] == PROSE else "pair" if is_pair(entry) else "word"


def train(pages: Sequence[TextPage], folder: Path, rounds: int = ROUNDS) -> None:
    """Writes `text_lines.txt` and `text_words.txt`; the same pages in the same order give the same bytes."""
    words = Vocabulary(page for page in pages if page.style not in ("trimmed", "joined", "foreign", "listed"))
    rng = np.random.default_rng(3)
    ordered = sorted(pages, key=lambda page: page.site)
    parts, site = [], None
    for page in ordered:
        if page.site != site:
            site, weights = page.site, words.without(page.site)
        parts.append(
            _rows(
                page,
                line_features(page.blocks, page.marks, words_of(block.text for block in page.blocks), weights),
                rng,
            )
        )
    values, labels, row_weights = (np.concatenate(column) for column in zip(*parts, strict=True))
    booster = lightgbm.train(SETTINGS, lightgbm.Dataset(values, labels, weight=row_weights), rounds)
    folder.mkdir(parents=True, exist_ok=True)
    booster.save_model(str(folder / LINES))
    rows = "".join(f"{word}\t{weight}\n" for word, weight in sorted(words.all.items()))
    (folder / WORDS).write_text(rows, "utf-8")


def _rows(page: TextPage, values: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The lines that rules and repeats leave open; a page weighs by the root of its lines, a line by the log of its words."""
    n_words = np.array([min(60, block.text.count(" ") + 1) for block in page.blocks])
    easy = (_distance(n_words >= LONG) > FAR) & (n_words < 8) & ~page.labels
    taken = np.array([mark is None for mark in page.marks]) & (page.weights > 0)
    taken &= ~easy | (rng.random(len(easy)) < EASY_SHARE)
    composed = page.data in COMPOSED
    size = A_LINE if composed else np.log1p(n_words) + 0.3
    weights = page.weights * SETS[page.data] * size * np.where(easy, 0.6 / EASY_SHARE, 1.0)
    weights *= (150 / max(40.0, weights[taken].sum())) ** 0.5
    if composed:
        weights = np.where(page.labels, weights * LOST_LINE, weights)
    return values[taken], page.labels[taken], weights[taken]


def _distance(flags: np.ndarray) -> np.ndarray:
    """Lines to the nearest flag."""
    at, flagged = np.arange(len(flags)), np.flatnonzero(flags)
    if not len(flagged):
        return np.full(len(flags), 99)
    after = np.searchsorted(flagged, at)
    nearest = [flagged[np.clip(after + step, 0, len(flagged) - 1)] for step in (-1, 0)]
    return np.minimum(abs(at - nearest[0]), abs(at - nearest[1]))
