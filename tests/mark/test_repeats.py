"""What a page says twice is kept once: exact copies, near copies, teasers, whole bodies."""

import pytest

from tasks.mark.repeats import find_repeats, long_runs, mark_repeats, settle
from tasks.page import Block
from tasks.words import words_of

LEAD = "The last lamp of the Tarn lighthouse was switched off on Sunday night by its oldest keeper."
NEXT = "Forty people rowed out to watch, and nobody spoke until the beam had gone round once more."
CREDIT = "with XNA and HPD"
PAGES = {
    "an exact copy": ([LEAD, NEXT, LEAD], [2]),
    "another character": ([LEAD, NEXT, LEAD.replace("Sunday", "Sundey")], [2]),
    "other quotes and spaces": ([LEAD, LEAD.replace(" was ", "  'was' ")], [1]),
    "a teaser before its text": ([" ".join(LEAD.split()[:9]) + "...", LEAD, NEXT], [0]),
    "a whole body three times, with its credit": ([LEAD, NEXT, CREDIT] * 3, [3, 4, 5, 6, 7, 8]),
    "a part of the body again": ([LEAD, NEXT, CREDIT, NEXT, CREDIT], [3, 4]),
    "a list of short lines again": (["Lamp oil", "Two woollen socks", "A tin of tea leaves", "Rope"] * 2, [4, 5, 6, 7]),
    "two short lines again": (["Lamp oil", "Two woollen socks", "Rope", LEAD, "Lamp oil", "Two woollen socks"], []),
    "short lines repeat innocently": (["Tarn Times", LEAD, "Tarn Times", NEXT], []),
    "two sentences that begin alike": ([LEAD, LEAD.replace("its oldest keeper", "a boy from the mainland")], []),
}


@pytest.mark.parametrize(("texts", "repeated"), PAGES.values(), ids=PAGES)
def test_the_first_full_copy_stays(texts: list[str], repeated: list[int]) -> None:
    """Every later copy is marked as a repeat and the first full one is not."""
    marks = mark_repeats([Block(i, text) for i, text in enumerate(texts)])
    assert [i for i, mark in enumerate(marks) if mark] == repeated


def test_a_copy_in_running_text_goes_before_one_among_furniture() -> None:
    """Where the first copy is unlikely to be text and a later one is likely, the later one is kept."""
    texts = [LEAD, "Menu", LEAD, NEXT]
    repeats = find_repeats([Block(i, text) for i, text in enumerate(texts)], words_of(texts))
    marks = settle(repeats, [0.1, 0.0, 0.9, 0.9])
    assert [mark and mark.rule for mark in marks] == ["repeat-exact", None, None, None]


def test_short_repeats_of_an_html_page_are_left_to_the_model() -> None:
    """Only a run of repeated blocks with 25 words together is a repeat whatever the model thinks."""
    row = "two pairs of gloves in every shed"
    marks = mark_repeats(
        [Block(i, text) for i, text in enumerate([LEAD, NEXT, row, "North", row, "South", LEAD, NEXT])]
    )
    found = long_runs(marks, [17, 17, 7, 1, 7, 1, 17, 17])
    assert [i for i, mark in enumerate(found) if mark] == [6, 7]
