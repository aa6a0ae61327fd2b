"""Lines broken to a width are paragraphs again; a line that its writer ended stays one."""

from __future__ import annotations

import textwrap

import pytest

from tasks import clean
from tasks.parse.text import is_prose, read_lines
from tasks.parse.wraps import broken_at
from tests.split.bank import STORIES

PARAGRAPHS = [text for told in STORIES[:4] for text in told.body]


def wrapped(texts: list[str], width: int, between: str = "\n\n", indent: str = "") -> str:
    return between.join(textwrap.fill(text, width, initial_indent=indent) for text in texts)


@pytest.mark.parametrize("width", [38, 46, 66, 76])
@pytest.mark.parametrize(("between", "indent"), [("\n\n", ""), ("\n", ""), ("\n", "   ")])
def test_broken_lines_are_paragraphs_again(width: int, between: str, indent: str) -> None:
    """Parted by empty lines, by their last lines alone or by indents."""
    texts = [block.text for block in read_lines(wrapped(PARAGRAPHS, width, between, indent))]
    assert set(PARAGRAPHS) - set(texts) <= {text for text in PARAGRAPHS if _ends_full(text, width, between)}
    assert set(texts) & set(PARAGRAPHS)


def _ends_full(text: str, width: int, between: str) -> bool:
    """Its last line has no place for another word: nothing tells that the next paragraph begins; or it stands next to such a one."""
    at = PARAGRAPHS.index(text)
    near = PARAGRAPHS[max(0, at - 1) : at + 1]
    return between == "\n" and any(len(textwrap.wrap(x, width)[-1]) > width - 12 for x in near)


def test_every_line_counts_once() -> None:
    """A block knows how many lines it was made of."""
    text = wrapped(PARAGRAPHS, 60)
    assert sum(block.n_lines for block in read_lines(text)) == sum(map(bool, text.split("\n")))


@pytest.mark.parametrize(
    "heading",
    [
        "BRIDGE SHUT FOR A WEEK AFTER A LORRY HIT IT",
        "By Ada Brandt",
        "* * * * * * * *",
        "12    Harbour Mail    3 May 2025",
    ],
)
def test_a_heading_over_broken_lines_stays_a_line(heading: str) -> None:
    """Capitals, a byline, a line without words, one in columns: though no word more would have had place in it."""
    width = max(46, len(heading) + 2)
    rows = f"{wrapped(PARAGRAPHS[:2], width)}\n{heading}\n{wrapped(PARAGRAPHS[2:], width)}"
    assert " ".join(heading.split()) in [block.text for block in read_lines(rows)]


def test_a_title_under_a_full_line_is_none_of_the_text_over_it() -> None:
    """What ends without a stop, where nobody broke it, is a heading."""
    rows = [
        "The council of Tarn has voted to close the",
        "old bridge over the river for eleven months.",
        "Choir wins a prize",
        *textwrap.wrap(PARAGRAPHS[0], 44),
    ]
    rows = [*textwrap.wrap(PARAGRAPHS[1], 44), "", *rows]
    assert "Choir wins a prize" in [block.text for block in read_lines("\n".join(rows))]


@pytest.mark.parametrize(
    "lines",
    [
        [told.title for told in STORIES],
        [text for told in STORIES for text in (told.title, *told.body)],
        ["Home", "News", "Sport", "Weather"] * 8,
        [f"{n}. {told.title}" for n, told in enumerate(STORIES, 1)],
    ],
    ids=["headlines", "stories", "menu", "list"],
)
def test_lines_that_nobody_broke_are_left_alone(lines: list[str]) -> None:
    assert broken_at(lines) == frozenset()


def test_a_mailing_lists_page_in_a_pre() -> None:
    """Its paragraphs are blocks, and its messages stories, whose titles are their subjects."""
    mail = "\n\n".join(
        f"Message: {n}\nDate: {n} July 2025\nFrom: {told.source} &lt;news@example.org&gt;\nSubject: [clips] {told.title}\n\n"
        f"{wrapped(list(told.body), 68)}\n\n------------------------------"
        for n, told in enumerate(STORIES[:5], 1)
    )
    head = "Send clips mailing list submissions to clips at lists.example\n\nToday's Topics:\n\n"
    page = clean(f"<html><body><h1>[clips] Digest, Vol 3</h1><pre>{head}{mail}</pre></body></html>".encode())
    assert [story.title for story in page.stories] == [told.title for told in STORIES[:5]]
    assert [story.body.split("\n") for story in page.stories] == [list(told.body) for told in STORIES[:5]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (wrapped(PARAGRAPHS, 70), True),
        ("\n\n".join(PARAGRAPHS), True),
        (
            "def crew(ship):\n    for name in ship.names:\n        print(name)\n\n    return len(ship.names)\n" * 6,
            False,
        ),
        ("pip install copydesk\ncopydesk run", False),
    ],
    ids=["broken", "whole", "a program", "commands"],
)
def test_prose_is_told_from_a_program(text: str, told: bool) -> None:
    """What stands in a `pre` may be either."""
    assert is_prose(text) is told
