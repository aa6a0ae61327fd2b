"""How much chance of being text is enough for a line: it depends on the page and on what stands around the line."""

from dataclasses import dataclass, field

import numpy as np
import pytest

from tasks.mark.line_features.phrases import Weights
from tasks.mark.lines import ends_sentence, mark_lines, row_make
from tasks.page import Block, Mark

TEXT = "a paragraph"  # no two are alike
NAMES = "Ada Berit Corwin Dunmere Elva Fenella Gorse Hollin Ilse Jorun Kestrel Lenz Merrow".split()
THINGS = "lamp ketch drum bell oven mast loom anvil plough violin kettle saddle ladder".split()
MENU = "Tides"
ODD = "Nobody but the harbour master of Lower Tarn has a key to the gate, and he sleeps in the afternoon."


@dataclass
class Told:
    """A line model that says what it is told."""

    told: list[float]
    words: Weights = field(default_factory=Weights)

    def chances(self, features: np.ndarray) -> np.ndarray:
        return np.array(self.told[: len(features)])


def texts_of(lines: list[tuple[str, float]]) -> tuple[list[Block], Told]:
    blocks = [Block(i, _paragraph(i) if text == TEXT else text) for i, (text, _) in enumerate(lines)]
    return blocks, Told([chance for _, chance in lines])


def _paragraph(i: int) -> str:
    pick = lambda words, step: words[(i + step) % len(words)]  # noqa: E731
    pairs = [f"{pick(NAMES, 3 * k)} sold the {pick(THINGS, 5 * k)} of {pick(NAMES, 4 * k + 1)}" for k in range(4)]
    return ", ".join(pairs) + "."


KEPT = {
    "a doubtful line next to text where nearly all is text": [*[(TEXT, 0.95)] * 6, (ODD, 0.25), *[(TEXT, 0.95)] * 3],
    "an item of a list there": [*[(TEXT, 0.95)] * 6, ("- a lamp on a cable", 0.4), *[(TEXT, 0.95)] * 3],
}
CUT = {
    "a doubtful line away from the text": [*[(TEXT, 0.95)] * 9, (MENU, 0.01), (ODD, 0.25), (MENU, 0.01)],
    "a doubtful line where half the page is furniture": [
        *[(TEXT, 0.01)] * 6, *[(TEXT, 0.95)] * 4, (ODD, 0.25), *[(TEXT, 0.95)] * 2,
    ],
    "what may be a title": [*[(TEXT, 0.95)] * 6, ("Harbour master keeps the key", 0.08), *[(TEXT, 0.95)] * 3],
}  # fmt: skip


@pytest.mark.parametrize("lines", KEPT.values(), ids=KEPT)
def test_less_is_enough_among_text(lines: list[tuple[str, float]]) -> None:
    """Where nearly all of a page is text, a line next to kept ones needs less."""
    blocks, model = texts_of(lines)
    assert all(mark.role == "body" for mark in mark_lines(blocks, [None] * len(blocks), {}, model))


@pytest.mark.parametrize("lines", CUT.values(), ids=CUT)
def test_elsewhere_a_doubtful_line_is_cut(lines: list[tuple[str, float]]) -> None:
    """Away from text, on a page of much furniture, or as a title, the same chance is not enough."""
    blocks, model = texts_of(lines)
    marks = mark_lines(blocks, [None] * len(blocks), {}, model)
    doubtful = [i for i, (_, chance) in enumerate(lines) if 0.01 < chance < 0.9]
    assert not any(marks[i].kept for i in doubtful)


def test_a_line_under_a_heading_of_furniture_needs_more() -> None:
    """A comment that reads as text is a comment where its heading says so."""
    lines = [*[(TEXT, 0.95)] * 4, ("Comments", 0.0), ("PennyW: we all miss her, the old tub", 0.5)]
    blocks, model = texts_of(lines)
    ruled = [Mark("comments", "comments-heading") if text == "Comments" else None for text, _ in lines]
    assert mark_lines(blocks, ruled, {"comments-heading": "comments"}, model)[-1].role == "comments"


COUNTED = [(TEXT, 0.95), ("12 comments", 0.0), ("Harbour master keeps the key", 0.7), (TEXT, 0.95), ("3 comments", 0.0)]


@pytest.mark.parametrize(("second", "heads"), [("3 comments", False), ("12 comments", True)])
def test_lines_that_count_each_story_s_comments_head_none(second: str, heads: bool) -> None:
    """What stands under one is the next story's; the same number twice is over and under one article."""
    lines = [*COUNTED[:-1], (second, 0.0), ("PennyW: we all miss her, the old tub", 0.3), ("Ferry stays in port", 0.5)]
    blocks, model = texts_of(lines)
    ruled = [Mark("comments", "comments-heading") if "comments" in text else None for text, _ in lines]
    assert (mark_lines(blocks, ruled, {"comments-heading": "comments"}, model)[-1].role == "comments") is heads


def test_a_link_to_comments_apart_from_two_counts_says_that_each_story_has_one() -> None:
    """Then two of the same number are no pair over and under one article."""
    lines = [*COUNTED[:-1], ("12 comments", 0.0), (TEXT, 0.95), ("Leave a comment", 0.0), ("Ferry stays in port", 0.5)]
    blocks, model = texts_of(lines)
    rules = {"12 comments": "comments-heading", "Leave a comment": "comments-link"}
    ruled = [Mark("comments", rules[text]) if text in rules else None for text, _ in lines]
    marks = mark_lines(blocks, ruled, {"comments-heading": "comments"}, model)
    assert [mark.role for mark, (text, _) in zip(marks, lines, strict=True) if text == TEXT] == ["body"] * 3


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The lamp on the mole will be lit again in May. jk", True),
        ("The lamp on the mole will be lit again in May. [Quill Gazette]", True),
        ("The lamp on the mole will be lit again at 5 p.m. ET", False),
        ("The lamp on the mole, and who is to light it again (video)", False),
        ("Dr. No", False),
    ],
)
def test_a_sentence_may_be_signed(text: str, ends: bool) -> None:
    """By its writer's initials, or by its outlet in brackets."""
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "make"),
    [("16 Alabama $79.05", "9 a $9"), ("3 North Tarn $101", "9 a $9"), ("Nets and ropes", None), ("9" * 90, None)],
)
def test_what_a_row_is_made_of(text: str, make: str | None) -> None:
    """Rows of one table are of one make; a line without numbers is no row, nor is a long one."""
    assert row_make(text) == make
