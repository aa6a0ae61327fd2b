"""Training the block model: examples from labelled pages, silver labels for pages that have only snippets, the fit.

A label is the part of a block's words that stands in the gold text; a block's weight is its words against the words of
the page's gold, because the measure is word F1 averaged over pages.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import lightgbm
import numpy as np

from tasks.mark.block_model import Trees, table_of
from tasks.mark.elements import find_headlines
from tasks.mark.html_features import Table
from tasks.mark.verdict import verdict_shares
from tasks.page import CleanPage, RawPage
from tasks.parse import parse
from tasks.train.labels import SAME, gold_shares, snippet_labels
from tasks.train.pages import LabelledPage
from tasks.train.vary import varied

ROUNDS, TEACHER_ROUNDS = 180, 80
INNER = 3  # parts by site: a first model learns from the others
SETTINGS = {
    "objective": "cross_entropy", "learning_rate": 0.08, "num_leaves": 31, "min_data_in_leaf": 60, "max_bin": 63,
    "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 3.0, "path_smooth": 1.0,
    "min_sum_hessian_in_leaf": 1e-3, "num_threads": 1, "deterministic": True, "force_row_wise": True, "seed": 7,
    "verbose": -1,
}  # fmt: skip
VARIED_SHARE, VARIED_WEIGHT = 0.4, 0.7
EASY_SHARE = 0.2  # of the short or linked blocks that are plainly furniture; those kept weigh for the rest
OTHER_KINDS = 1.5  # weight of a page that is no article: they are few and of many makes
GOLD_MOST, SILVER_MOST = 4.0, 2.0  # a page's whole weight is at most this


@dataclass(frozen=True, slots=True)
class Example:
    """A page's table with a label (0 to 1) and a weight for each block; without labels while only snippets are known."""

    page: LabelledPage
    table: Table
    headlines: tuple[int, ...]
    images: np.ndarray
    link: np.ndarray
    labels: np.ndarray | None = None
    weights: np.ndarray | None = None
    verdict: np.ndarray | None = None  # trafilatura's
    snippets: np.ndarray | None = None


def example_of(labelled: LabelledPage) -> Example | None:
    """The example of one page; None where it has no block, or no gold and no snippet."""
    page = parse(CleanPage(RawPage(labelled.id, labelled.body, url=labelled.url)), None)
    if not page.blocks or (labelled.gold is not None and not labelled.gold.strip()):
        return None
    headlines = find_headlines(page)
    example = Example(
        labelled, table_of(page, headlines), tuple(sorted(headlines)),
        np.array([b.tag == "img" for b in page.blocks]), np.array([b.link_share for b in page.blocks]),
        verdict=np.array(verdict_shares(page.blocks, page.pieces)),
    )  # fmt: skip
    if labelled.gold is not None:
        return _with_gold(example, gold_shares(page.blocks, labelled.gold))
    return replace(example, snippets=snippet_labels(page.blocks, labelled.must, labelled.must_not))


def _with_gold(example: Example, shares: np.ndarray) -> Example:
    words = example.table.words
    kept = float(words[shares >= SAME].sum())
    n_gold = max(1, example.page.gold.count(" ") + example.page.gold.count("\n") + 1)
    weights = _capped((words + 2) / (kept + 60), GOLD_MOST)
    weights *= 1.0 if example.page.kind == "article" else OTHER_KINDS
    found_little = kept < 0.5 * n_gold  # the gold text is not in the blocks: they teach less
    return replace(
        example, labels=np.where(example.images, 0.0, shares), weights=weights * (0.3 if found_little else 1)
    )


def with_silver(example: Example, teacher: lightgbm.Booster) -> Example:
    """Labels where the teacher and trafilatura agree, faint ones where they do not, and the snippets' own word."""
    chances = teacher.predict(example.table.values, num_threads=1)
    agree = (chances >= 0.5) == (example.verdict >= 0.5)
    both = (chances + example.verdict) / 2
    sure = np.where(both > 0.5, np.maximum(both, 0.9), np.minimum(both, 0.1))
    labels = np.where(agree, sure, (2 * chances + example.verdict) / 3)
    words = example.table.words
    kept = float(words[labels >= 0.5].sum())
    weights = _capped((words + 2) / (kept + 60) * np.where(agree, 0.5, 0.15), SILVER_MOST)
    known = ~np.isnan(example.snippets)
    labels[list(example.headlines)] = 0.0
    labels[known], weights[known] = example.snippets[known], 2 * (words[known] + 15) / (kept + 60)
    labels[example.images] = 0.0
    return replace(example, labels=labels, weights=weights)


def _capped(weights: np.ndarray, most: float) -> np.ndarray:
    return weights * min(1.0, most / weights.sum())


def train(examples: Iterable[Example]) -> tuple[lightgbm.Booster, lightgbm.Booster, lightgbm.Booster]:
    """The models that judge at first, with the first's view of the surroundings, and with trafilatura's verdict too.

    A teacher learns from the pages with gold and gives the others silver labels; then all are learnt.
    """
    examples = list(examples)
    gold = [e for e in examples if e.labels is not None]
    if len(gold) < len(examples):
        teacher = fit(gold, TEACHER_ROUNDS, vary=False)
        examples = [e if e.labels is not None else with_silver(e, teacher) for e in examples]
    seconds = [
        replace(e, table=e.table.with_context(c)) for e, c in zip(examples, unseen_chances(examples), strict=True)
    ]
    asked = [replace(e, table=e.table.with_verdict(e.verdict)) for e in seconds]
    return fit(examples, ROUNDS), fit(seconds, ROUNDS), fit(asked, ROUNDS)


def unseen_chances(examples: Sequence[Example]) -> list[np.ndarray]:
    """For each example what a first model thinks that has not seen its site: what it will think of new pages."""
    parts = [zlib.crc32(f"inner {e.page.site}".encode()) % INNER for e in examples]
    models = [
        Trees.of(fit([e for e, p in zip(examples, parts, strict=True) if p != part], ROUNDS)) for part in range(INNER)
    ]
    return [models[part].chances(e.table) for e, part in zip(examples, parts, strict=True)]


def fit(examples: Sequence[Example], rounds: int, vary: bool = True) -> lightgbm.Booster:
    """One booster; the same examples in the same order give the same trees."""
    rng = np.random.default_rng(5)
    parts = [_rows(e, rng) for e in examples]
    names = list(examples[0].table.names)
    if vary:
        again = [part for part in parts if rng.random() < VARIED_SHARE]
        parts += [(varied(x, names, rng), y, w * VARIED_WEIGHT) for x, y, w in again]
    values, labels, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
    data = lightgbm.Dataset(values, labels, weight=weights / weights.mean(), feature_name=names)
    return lightgbm.train(SETTINGS, data, rounds)


def _rows(example: Example, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    easy = (example.labels < 0.05) & ((example.table.words < 6) | (example.link > 0.8))
    taken = ~easy | (rng.random(len(easy)) < EASY_SHARE)
    weights = np.where(easy, example.weights / EASY_SHARE, example.weights)
    return example.table.values[taken], example.labels[taken], weights[taken]
