"""A flattened page begins with what its head calls it."""

import pytest

from tasks.page import Block, Mark
from tasks.split.draft import Line
from tasks.split.one_story import one_story

LEAD = "The ferry to Tarn stays in harbour until the storm has passed, the harbour master said on Sunday."
NEXT = "Forty islanders wait in the old net loft, where the baker hands out soup and yesterday's bread."
NAMED = "Ferry to Tarn stays in harbour | The Tarn Mail"
PAGES = {
    "the line it names": ([NAMED, "Weather", "Ferry to Tarn stays in harbour", "A boat at a quay", "Listen now", LEAD], 2),
    "the nearest of several": ([NAMED, "Ferry to Tarn stays in harbour", "News", "Ferry to Tarn stays in harbour", LEAD], 3),
    "in other words": ([NAMED, "A boat at a quay", "Why the Tarn ferry stays in the harbour", "Share the news", LEAD], 2),
    "before a section and a dash": (["Ferry to Tarn stays in harbour - News - The Tarn Mail", "Photo of boats in a row", LEAD], 0),
    "itself where no line is like it": ([NAMED, "A boat at a quay", "Listen to the news", LEAD], 0),
    "not where it names the site": (["The Tarn Mail of the islands", "Ferry stays in its harbour", LEAD], 1),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "title"), PAGES.values(), ids=PAGES)
def test_the_headline_is_the_line_that_the_first_line_names(texts: list[str], title: int) -> None:
    """The nearest to the text of those most like it; without one the first line's own words, without the site's name."""
    marks = [Mark("body" if text == LEAD else "other_furniture", "line-model", 0.9) for text in [*texts, LEAD]]
    lines = [Line(Block(i, text), mark) for i, (text, mark) in enumerate(zip([*texts, NEXT], marks, strict=True))]
    (draft,) = one_story(lines, True).drafts
    assert draft.title == title
    assert title or draft.title_text.startswith("Ferry to Tarn stays in harbour")
    assert title or "Mail" not in draft.title_text
    assert [lines[i].text for i in draft.body] == [LEAD, NEXT]
