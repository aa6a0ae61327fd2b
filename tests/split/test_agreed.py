"""Marks of several kinds that agree on where stories start."""

from __future__ import annotations

import numpy as np
import pytest

from tasks import clean
from tasks.desk import Desk
from tasks.page import Block, Mark
from tasks.split.choose import kinds_alike
from tasks.split.draft import Line
from tasks.split.readings import Reading
from tasks.split.sheet import Sheet
from tests.split.bank import STORIES

PAGE = "\n* * *\n".join(f"TARN, 3 July (Tidewire). {story.body[0]}\n{story.body[1]}" for story in STORIES[:4])


@pytest.fixture(scope="module")
def sheet():
    lines = [Line(Block(i, text), Mark("body", "line-model", 0.9)) for i, text in enumerate(PAGE.split("\n"))]
    return Sheet.read(lines, Desk.load().splitter)


@pytest.mark.parametrize(
    ("starts", "kinds"), [([1, 0] * 4, 2), ([1] * 8, 0), ([1, 0, 0, 0] * 2, 0), ([1] + [0] * 7, 0)]
)
def test_kinds_of_mark_are_counted_where_they_stand_at_each_start_and_nowhere_else(sheet, starts, kinds) -> None:
    """Here rules and datelines, before every other paragraph."""
    reading = Reading("any", np.array(starts, dtype=bool))
    assert kinds_alike([reading], sheet).tolist() == [kinds]


def test_stories_between_rules_that_begin_with_datelines_come_apart() -> None:
    found = clean(PAGE.encode(), media_type="text/plain").stories
    assert [len(story.body.split("\n")) for story in found] == [2, 2, 2, 2]
