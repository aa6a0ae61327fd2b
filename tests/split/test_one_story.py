"""The default reading of a text page: what of the kept short lines around the paragraphs is the story's."""

import pytest

from tasks import clean
from tasks.page import Block, Mark
from tasks.split.draft import Line
from tasks.split.one_story import one_story
from tests.split.bank import STORIES

PARAGRAPHS = tuple(told.body[0] for told in STORIES[:5])
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


def test_the_only_line_of_a_page_is_its_text() -> None:
    """A title without a text would be no story."""
    (story,) = clean(
        b"The river rose four metres in a night and took the old bridge at Orrin with it", media_type="text/plain"
    ).stories
    assert story.title is None
    assert story.body.startswith("The river")


def test_a_message_s_head_is_none_of_its_text() -> None:
    """Its subject is its title."""
    told = STORIES[0].body
    head = "From: Ada Brandt\nTo: the desk\nDate: 3 July 2025\nSubject: Bridge lost in the flood"
    (story,) = clean("\n\n".join([head, *told]).encode(), media_type="text/plain").stories
    assert story.title == "Bridge lost in the flood"
    assert story.body.split("\n") == list(told)


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_signs_without_a_letter_are_no_story(media_type: str) -> None:
    page = clean(b"<p>.</p>\n" * 9 if media_type == "text/html" else b". . .\n\n" * 9, media_type=media_type)
    assert page.stories == ()


@pytest.mark.parametrize("sign", ["_", "=", "#", "*"])
def test_a_row_of_signs_is_read_in_one_way(sign: str) -> None:
    """It was tried in 2^n ways, and the page never ended."""
    line = f"Signature (of the chair): {sign * 60} Date"
    assert clean("\n\n".join([*PARAGRAPHS, line]).encode(), media_type="text/plain").stories


@pytest.mark.parametrize("before", ["Subject: ", "| ", ": ", "– | ", ". "])
def test_paragraphs_that_begin_with_a_sign_or_a_label_are_read(before: str) -> None:
    """They may be stories or one story, and nothing of them is lost."""
    page = clean("\n\n".join(before + text for text in PARAGRAPHS).encode(), media_type="text/plain")
    told = " ".join(story.body for story in page.stories)
    assert all(text[30:] in told for text in PARAGRAPHS)


def test_a_story_that_begins_with_a_line_that_names_its_source_keeps_its_text() -> None:
    text = "\n\n".join(
        f"Title of number {n}\nThe Herald | 2 hours ago\nSource: Harbour Gazette of the Northern Lakes Region\n{told}"
        for n, told in enumerate(PARAGRAPHS)
    )
    page = clean(text.encode(), media_type="text/plain")
    bodies = " ".join(story.body for story in page.stories)
    assert all(told in bodies for told in PARAGRAPHS)


HEADERS = {
    "between a cookie wall and a share row": (
        "Accept or go on with a subscription",
        "Storm keeps the Tarn ferry in harbour",
        "By Ada Brandt — 9 March 2025",
        "Pass it to somebody",
    ),
    "a question": ("Home and away", "Why does the ferry stay in harbour for days?", "By Ada Brandt"),
    "under a note on the page": ("For immediate release", "Storm keeps the Tarn ferry in harbour", "17 August 2026"),
    "under its time": ("The menu", "9 March 2025", "Storm keeps the Tarn ferry in harbour", "The Tarn Post"),
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_the_headline_is_the_line_that_the_text_tells_of(header: tuple[str, ...]) -> None:
    """Kept as text or not, whatever stands around it."""
    lines = [Line(Block(i, text), Mark("subhead", "line-model", 0.9)) for i, text in enumerate(header)]
    lines += [
        Line(Block(len(header) + i, text), Mark("body", "line-model", 0.9)) for i, text in enumerate((LEAD, NEXT))
    ]
    (draft,) = one_story(lines, True).drafts
    wanted = next(i for i, text in enumerate(header) if "ferry" in text)
    assert draft.title == wanted
    assert draft.body == [len(header), len(header) + 1]


@pytest.mark.parametrize("label", ["The Tarn Post, issue 3", "Ada Brandt", "Travel"])
def test_a_short_line_between_headline_and_text_is_none_of_it(label: str) -> None:
    """It heads nothing: a section, an outlet, who wrote it. Three are a list."""
    for labels, kept in (((label,), 0), (("Nets", "Ropes", "Lamp oil"), 3)):
        texts = ("Storm keeps the Tarn ferry in harbour", *labels, LEAD, NEXT)
        marks = ["headline", *["subhead"] * len(labels), "body", "body"]
        lines = [
            Line(Block(i, text), Mark(role, "line-model", 0.9))
            for i, (text, role) in enumerate(zip(texts, marks, strict=True))
        ]
        (draft,) = one_story(lines, True).drafts
        assert len(draft.body) == 2 + kept
