"""The default reading of a text page: what of the kept short lines around the paragraphs is the story's."""

import pytest

from tasks.page import Block, Mark
from tasks.split.draft import Line
from tasks.split.one_story import one_story

LEAD = "The ferry to Tarn stays in harbour until the storm has passed, the harbour master said on Sunday."
NEXT = "Forty islanders wait in the old net loft, where the baker hands out soup and yesterday's bread."
SHORT = {"Nets": "subhead", "Ropes": "subhead", "Lamp oil": "subhead", "Topics": "other_furniture"}

PAGES = {
    "a label after the text": ([LEAD, NEXT, "Nets"], [LEAD, NEXT]),
    "a list after the text": ([LEAD, NEXT, "Nets", "Ropes", "Lamp oil"], [LEAD, NEXT, "Nets", "Ropes", "Lamp oil"]),
    "labels under a heading that was cut": ([LEAD, NEXT, "Topics", "Nets", "Ropes", "Lamp oil"], [LEAD, NEXT]),
    "a list before the text": (["Nets", "Ropes", "Lamp oil", LEAD, NEXT], ["Nets", "Ropes", "Lamp oil", LEAD, NEXT]),
}


@pytest.mark.parametrize(("texts", "body"), PAGES.values(), ids=PAGES)
def test_short_lines_around_the_text(texts: list[str], body: list[str]) -> None:
    """A list that touches the text is of it; a lone label, and what stands under a cut heading, are not."""
    lines = [Line(Block(i, text), Mark(SHORT.get(text, "body"), "line-model", 0.9)) for i, text in enumerate(texts)]
    (draft,) = one_story(lines, True).drafts
    assert [texts[i] for i in draft.body] == body
