"""A line's place in the page's pattern: what the page's other lines between such neighbours are held for."""

from __future__ import annotations

import numpy as np
import pytest

from tasks.split.facts import NAMES
from tasks.split.readings import Guesses
from tasks.split.slots import FEATURES, slot_table

CHANCES = {"text": (0.9, 0.1), "title": (0.1, 0.9), "doubtful": (0.4, 0.3)}  # of being text, of being a title


def seen(lines: list[str], column: str) -> list[float]:
    """That column of the page's table."""
    text, title = np.array([CHANCES[line] for line in lines]).T
    table = slot_table(
        np.zeros((len(lines), len(NAMES))), Guesses(np.zeros(len(lines)), text, title, np.zeros(len(lines)))
    )
    assert table.shape == (len(lines), len(FEATURES))
    return table[:, FEATURES.index(column)].tolist()


@pytest.mark.parametrize("other", ["text", "title"])
def test_a_doubtful_line_is_told_what_stands_in_its_place_elsewhere(other):
    """Between two titles the page has twice text, or twice a title; the line itself does not count."""
    page = ["title", other, "title", "doubtful", "title", other, "title"]
    assert seen(page, "n_at-1+1")[3] == 2
    assert seen(page, "text_at-1+1")[3] == pytest.approx(CHANCES[other][0])


def test_a_line_alone_in_its_place_is_told_nothing():
    """No number stands for what is not known."""
    assert np.isnan(seen(["title", "doubtful", "text"], "text_at-1+1")).all()
    assert seen(["doubtful"], "n_at-1+1") == [0]


def test_a_line_sees_its_neighbours():
    """Past the page's ends there is none: -1."""
    assert seen(["title", "text"], "title+1") == [pytest.approx(0.1), -1]
    assert seen(["title", "text"], "title-3") == [-1, -1]
