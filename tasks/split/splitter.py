"""The learned part of splitting: where stories start, which lines are text or titles, which reading is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from tasks.split.cues import Cues
from tasks.split.readings import Guesses
from tasks.split.slots import slot_table
from tasks.split.start_features import LineTable
from tasks.split.vectors import Vectors

if TYPE_CHECKING:
    import lightgbm

SETS = ("split_plain", "split_fronted")  # folders of models: those of each have learned from other pages
FIRST = ("start.txt", "text.txt", "title.txt")
JOINT = "joint.txt"
SECOND = ("slot_text.txt", "slot_title.txt")
MODELS = (*FIRST, JOINT, *SECOND, "reading.txt")
WORDS = "split.toml"
EARLY = 10.0  # twice the log-odds


class Model(Protocol):
    """What is asked of a model: one of LightGBM's, or several."""

    def predict(self, table: np.ndarray, **options: float) -> np.ndarray: ...


@dataclass(frozen=True)
class Mean:
    """Models that have learned the same from different pages: what they say on average."""

    boosters: tuple[lightgbm.Booster, ...]

    def predict(self, table: np.ndarray, **options: float) -> np.ndarray:
        """Of each row; `options` as of LightGBM."""
        return np.mean([booster.predict(table, **options) for booster in self.boosters], axis=0)


@dataclass(frozen=True)
class Splitter:
    """Seven small gradient-boosted models in each folder of `SETS` in `models`, and the cue words in `words`."""

    models: Path
    cues: Cues

    @classmethod
    def load(cls, seeds: Path) -> Splitter:
        return cls(seeds / "models", Cues.load(seeds / "words" / WORDS))

    @cached_property
    def boosters(self) -> tuple[Mean, ...]:
        """One a name of `MODELS`, in that order."""
        import lightgbm  # a costly import that pages of one paragraph never need

        files = ([self.models / folder / name for folder in SETS] for name in MODELS)
        return tuple(Mean(tuple(lightgbm.Booster(model_file=str(file)) for file in of_name)) for of_name in files)

    @cached_property
    def vectors(self) -> Vectors:
        """Of the words of any text."""
        return Vectors.load()

    def guesses(self, table: LineTable) -> Guesses:
        """What the line models say of every line at a second look."""
        n = len(FIRST) + 1
        first = guesses_of(self.boosters[:n], table)
        return second_guesses(self.boosters[n:-1], slot_table(table.facts, first), first)

    def scores(self, table: np.ndarray) -> np.ndarray:
        """How right each reading of a page is, to compare with the page's others alone; `table` as of `reading_features.reading_table`."""
        return self.boosters[-1].predict(table, num_threads=1)


def guesses_of(boosters: Sequence[Model], table: LineTable) -> Guesses:
    """What the three line models of `FIRST` say of every line, and that of `JOINT` of every paragraph."""
    *boosters, joint = boosters
    joints = np.zeros(len(table.features))
    if len(table.told):
        (joints[table.told],) = _asked([joint], table.features[table.told])
    return Guesses(*_asked(boosters, table.features), joints)


def second_guesses(boosters: Sequence[Model], slots: np.ndarray, first: Guesses) -> Guesses:
    """What the two of `SECOND` say of text and titles; where stories start, the first look knows as well."""
    text, title = _asked(boosters, slots)
    return replace(first, text=text, title=title)


def _asked(boosters: Sequence[Model], table: np.ndarray) -> list[np.ndarray]:
    # Trees are asked in tens until a line's odds are past EARLY: at less cost, its chance is nearly the same.
    early = {"pred_early_stop": True, "pred_early_stop_freq": 10, "pred_early_stop_margin": EARLY}
    return [booster.predict(table, num_threads=1, **early) for booster in boosters]
