"""Which tellings of an address are versions of one story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from tasks.match import Telling, revisions
from tests.made_stories import Maker

MAKER = Maker(9, 3000)
ONE, TWO = MAKER.story(12).body, MAKER.story(12).body
LONGER = ONE + "\n" + MAKER.story(4).body
ARTICLE, LIVE = "post.example/2026/03/02/harbour", "post.example/live"
DAWN = datetime(2026, 3, 2, 5, tzinfo=UTC).replace(tzinfo=None)


def told(hour: int, body: str, address: str = ARTICLE, title: str | None = "The harbour") -> Telling:
    return Telling(f"s{hour:02}", address, DAWN + timedelta(hours=hour), f"p{hour:02}", title, body)


def in_short(found) -> list[tuple]:
    return [(each.first_id, each.story_id, each.version, each.is_refetch, each.is_newest) for each in found]


def test_an_article_has_its_texts_as_versions_in_any_order():
    """A refetch adds none, a text that returns is a new one, and the time of fetching decides."""
    tellings = [told(1, ONE), told(2, ONE), told(3, TWO), told(4, ONE), told(5, ONE)]
    expected = [
        ("s01", "s01", 1, False, False),
        ("s01", "s02", 1, True, False),
        ("s01", "s03", 2, False, False),
        ("s01", "s04", 3, False, True),
        ("s01", "s05", 3, True, False),
    ]
    assert {tuple(in_short(revisions(order))) for order in permutations(tellings)} == {tuple(expected)}


@pytest.mark.parametrize(
    ("later", "title", "is_again"),
    [
        pytest.param(LONGER, "Another title", True, id="grown"),
        pytest.param(ONE[: len(ONE) // 2], "Another title", True, id="cut"),
        pytest.param(TWO, "The harbour", False, id="another story under a standing title"),
        pytest.param(TWO, "Another title", False, id="another story"),
    ],
)
def test_an_address_that_names_no_article_holds_new_stories(later, title, is_again):
    """On `/live` or `/today` yesterday's story is no version of today's, unless its text goes on."""
    found = revisions([told(1, ONE, LIVE), told(25, later, LIVE, title)])
    assert bool(found) == is_again


def test_two_stories_of_one_address_have_a_line_each():
    """What returns after another story is that story's next version."""
    found = revisions(
        [told(1, ONE, LIVE), told(2, TWO, LIVE), told(3, LONGER, LIVE), told(4, MAKER.story().body, LIVE)]
    )
    assert in_short(found) == [("s01", "s01", 1, False, False), ("s01", "s03", 2, False, True)]


@pytest.mark.parametrize(
    ("address", "is_article"),
    [
        ("post.example/news/storm-hits-the-coast", True),
        ("post.example/20260302-harbour", True),
        ("post.example/story.php?id=48213", True),
        ("post.example/2026/03/02/harbour/index.html", True),
        ("post.example", False),
        ("post.example/live", False),
        ("post.example/daily-briefing", False),
    ],
)
def test_an_article_is_known_by_its_address(address, is_article):
    """A date, a number or a title of four words names one article."""
    assert bool(revisions([told(1, ONE, address), told(2, TWO, address, "Other")])) == is_article


def test_short_texts_are_compared_by_their_words():
    """A text of a few words has no shingles; one word of six changed is a correction."""
    short = told(1, "The ferry is back at six.", LIVE), told(2, "The ferry is back at seven.", LIVE, "Ferry")
    assert len(revisions(short)) == 2
    assert revisions([short[0], told(3, "Bread will cost more from Monday.", LIVE, "Bread")]) == []
