"""Training the splitter: from labelled pages to six models that it can use."""

from __future__ import annotations

import numpy as np
import pytest

from tasks.desk import Desk
from tasks.split.sheet import Sheet
from tasks.split.splitter import MODELS, SETS, Mean, Splitter
from tasks.train import examples as made
from tasks.train import split
from tasks.train.examples import example_of
from tasks.train.layouts.compose import generated_pages
from tasks.train.split import EXACT, save, train, worth
from tests.split.test_layouts import POOL


def test_the_trained_models_are_those_that_splitting_reads(tmp_path, monkeypatch):
    """The same pages give the same bytes; and each model takes the features that splitting shows it."""
    for module in (made, split):
        monkeypatch.setattr(module, "N_FOLDS", 2)  # eight would take a minute
    desk = Desk.load()
    examples = [example_of(page, desk) for page in generated_pages(POOL, 16, 3)]
    for name in SETS:
        save(train(examples, desk.splitter.cues), tmp_path / name)
    files = sorted((tmp_path / SETS[0]).iterdir())
    assert [file.name for file in files] == sorted(MODELS)
    assert all(file.read_bytes() == (tmp_path / SETS[1] / file.name).read_bytes() for file in files)
    view = examples[0].view
    guesses = Sheet.read(view, Splitter(tmp_path, desk.splitter.cues)).guesses
    assert len(guesses.start) == len(guesses.text) == len(guesses.title)


def test_models_of_two_mixtures_say_their_mean() -> None:
    class Sure:
        def __init__(self, chance: float) -> None:
            self.chance = chance

        def predict(self, table: np.ndarray, **options: float) -> np.ndarray:
            return np.full(len(table), self.chance)

    assert Mean((Sure(0.2), Sure(0.6))).predict(np.zeros((3, 1)), num_threads=1).tolist() == [0.4] * 3


@pytest.mark.parametrize(
    ("starts", "value"),
    [([1, 0, 1, 0], EXACT), ([1, 0, 0, 0], 0), ([1, 1, 1, 1], 2), ([1, 1, 0, 0], 0)],
    ids=["right", "one story", "every paragraph", "elsewhere"],
)
def test_a_reading_is_worth_most_where_it_is_exactly_right(starts, value):
    """Else the less, the fewer of its boundaries are right: here of two stories of two paragraphs."""
    body = [(0, 0), (1, 0), (2, 1), (3, 1)]
    assert worth(np.array(starts, dtype=bool), np.arange(4), body) == value
