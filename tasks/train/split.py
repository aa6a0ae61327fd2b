"""Training the splitter: where stories start, what is text, what is a heading; then which reading of a page is right.

Each model learns from what the ones before it say of pages they have not seen: for each part of the pages, models of all the
others guess. What is kept of the line models has learned from every part. With few parts those guesses are worse than what the
kept models say, and the model of readings learns to trust starts less than it should.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from pathlib import Path

import lightgbm
import numpy as np

from tasks.split import reading_features, slots, start_features
from tasks.split.cues import Cues
from tasks.split.reading_features import reading_table
from tasks.split.readings import Guesses, Reading, readings_of
from tasks.split.sheet import Sheet
from tasks.split.slots import slot_table
from tasks.split.splitter import MODELS, guesses_of, second_guesses
from tasks.train.examples import N_FOLDS, STARTS, TEXT, TITLE, Example

SAME = {
    "bagging_freq": 1, "lambda_l2": 5.0, "num_threads": 1, "deterministic": True, "force_col_wise": True, "seed": 7,
    "verbose": -1,
}  # fmt: skip
LINE_SETTINGS = {
    **SAME, "objective": "binary", "learning_rate": 0.15, "num_leaves": 24, "min_data_in_leaf": 40, "max_bin": 63,
    "feature_fraction": 0.3, "bagging_fraction": 0.7,
}  # fmt: skip
JOINT_SETTINGS = {
    **SAME, "objective": "binary", "learning_rate": 0.08, "num_leaves": 24, "min_data_in_leaf": 60, "max_bin": 127,
    "feature_fraction": 0.4, "bagging_fraction": 0.7,
}  # fmt: skip
READING_SETTINGS = {
    **SAME, "objective": "lambdarank", "label_gain": [0, 0.5, 1, 2, 3, 5, 8, 31], "lambdarank_truncation_level": 6, "learning_rate": 0.04, "num_leaves": 24, "min_data_in_leaf": 30,
    "max_bin": 127, "feature_fraction": 0.4, "bagging_fraction": 0.8,
}  # fmt: skip
LINE_ROUNDS = {STARTS: 90, TEXT: 50, TITLE: 50}
JOINT_ROUNDS = 200
SLOT_ROUNDS = {TEXT: 50, TITLE: 50}
READING_ROUNDS = 600
SINGLE = 1.5  # weight of a page of one story
# A reading's grade for being exactly right, the last of the label gains; else one for each tenth of boundary F1.
EXACT = 7
LEAST_F1 = 0.3  # that earns none


def train(examples: Sequence[Example], cues: Cues) -> dict[str, lightgbm.Booster]:
    """The models by file name. Each learns from what the ones before it say of pages they have not seen."""
    others = [first_models([e for e in examples if e.fold != fold]) for fold in range(N_FOLDS)]
    pages = [e for e in examples if e.for_readings]
    first = [guesses_of(others[e.fold], e.table) for e in pages]
    around = [slot_table(e.table.facts, guess).astype(np.float32) for e, guess in zip(pages, first, strict=True)]
    others = [second_models(pages, around, [e.fold != fold for e in pages]) for fold in range(N_FOLDS)]
    judged = [
        judged_readings(e, second_guesses(others[e.fold], table, guess), cues)
        for e, table, guess in zip(pages, around, first, strict=True)
    ]
    judged = [j for j in judged if j is not None]
    again = second_models(pages, around, [True] * len(pages))
    return dict(zip(MODELS, (*first_models(examples), *again, reading_model(judged)), strict=True))


def first_models(examples: Sequence[Example]) -> list[lightgbm.Booster]:
    """Those of `FIRST`, and that of `JOINT`."""
    tables = [e.table.features for e in examples]
    return [*line_models(examples, tables, start_features.FEATURES, LINE_ROUNDS), joint_model(examples)]


def second_models(
    examples: Sequence[Example], tables: Sequence[np.ndarray], used: Sequence[bool]
) -> list[lightgbm.Booster]:
    """Those of `SECOND`, from the tables of some of the pages."""
    seen = list(compress(zip(examples, tables, strict=True), used))
    return line_models([e for e, _ in seen], [table for _, table in seen], slots.FEATURES, SLOT_ROUNDS)


def joint_model(examples: Sequence[Example]) -> lightgbm.Booster:
    """Learns where a story starts though nothing stands between the paragraphs: from pages that have such stories alone,
    since among all pages what tells them apart is weighed against what tells a digest from an article."""
    at = [(e, joints) for e in examples if len(joints := e.joints)]
    data = lightgbm.Dataset(
        np.vstack([e.table.features[joints] for e, joints in at]),
        np.concatenate([e.labels[joints, STARTS] for e, joints in at]),
        feature_name=list(start_features.FEATURES),
        params=JOINT_SETTINGS,
    )
    return lightgbm.train(JOINT_SETTINGS, data, JOINT_ROUNDS)


def save(models: dict[str, lightgbm.Booster], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, booster in models.items():
        booster.save_model(str(folder / name))


def line_models(
    examples: Sequence[Example], tables: Sequence[np.ndarray], names: Sequence[str], rounds: Mapping[int, int]
) -> list[lightgbm.Booster]:
    """One model each column of the labels in `rounds`, from the tables of the pages' lines."""
    used = [(e, table) for e, table in zip(examples, tables, strict=True) if e.for_lines]
    labels = np.vstack([example.labels for example, _ in used])
    weights = np.concatenate([np.full(len(example.labels), example.weight) for example, _ in used])
    data = lightgbm.Dataset(
        np.vstack([table for _, table in used]),
        weight=weights,
        feature_name=list(names),
        params=LINE_SETTINGS,
        free_raw_data=False,
    )
    data.label = labels[:, 0]
    data.construct()
    boosters = []
    for column, n in rounds.items():
        data.set_label(labels[:, column])
        boosters.append(lightgbm.train(LINE_SETTINGS, data, n))
    return boosters


@dataclass(frozen=True)
class Judged:
    """A page's readings: one row of features and one worth a reading."""

    example: Example
    sheet: Sheet
    readings: Sequence[Reading]
    table: np.ndarray
    values: np.ndarray


def judged_readings(example: Example, guesses: Guesses, cues: Cues) -> Judged | None:
    """A page's readings with what they are worth; None where there is nothing to choose."""
    sheet = Sheet.of(example.view, example.table, guesses, cues)
    if len(sheet.text) < 2 or not example.body:
        return None
    readings = readings_of(sheet.gaps)
    table = reading_table(readings, sheet.gaps, sheet.table)
    values = [worth(reading.starts, sheet.gaps.at, example.body) for reading in readings]
    return Judged(example, sheet, readings, table.astype(np.float32), np.array(values))


def worth(starts: np.ndarray, at: np.ndarray, body: Iterable[tuple[int, int]]) -> int:
    """The grade of a reading: `EXACT` where it groups the lines as they belong, else the lower, the lower its boundaries' F1."""
    first = at[starts].copy()
    first[0] = 0
    told = [(int(np.searchsorted(first, i, side="right")), story) for i, story in body]
    pairs = [(a != b, s != t) for (a, s), (b, t) in pairwise(told)]
    right, wrong = pairs.count((True, True)), sum(a != b for a, b in pairs)
    if not wrong:
        return EXACT
    f1 = 2 * right / (2 * right + wrong)
    return min(EXACT - 1, max(0, int(10 * (f1 - LEAST_F1) + 1e-9)))


def reading_model(judged: Sequence[Judged]) -> lightgbm.Booster:
    """Learns to order the readings of each page. A single page counts for more: to split it is the worse mistake."""
    weights = [np.full(len(j.values), j.example.weight * (SINGLE if j.example.is_single else 1)) for j in judged]
    data = lightgbm.Dataset(
        np.vstack([j.table for j in judged]),
        np.concatenate([j.values for j in judged]),
        group=[len(j.values) for j in judged],
        weight=np.concatenate(weights),
        feature_name=list(reading_features.FEATURES),
        params=READING_SETTINGS,
    )
    return lightgbm.train(READING_SETTINGS, data, READING_ROUNDS)
