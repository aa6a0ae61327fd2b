"""The generator of training pages: drawn by seed, every line labelled."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

import pytest

from tasks.train.layouts.compose import HEADED, MAKERS, generated_pages
from tasks.train.layouts.own_stories import own_stories
from tasks.train.layouts.pool import Item, Pool, without
from tasks.train.layouts.tongues import in_another_tongue
from tasks.train.layouts.wording import MONTHS
from tests.split.bank import STORIES

OPENING = "It began on a Monday, as most things do."
BRIEFS = [Item.made(story.title, story.body) for story in STORIES]
ARTICLES = [Item.made(f"{a.title} again", (OPENING, *a.body, *b.body)) for a, b in pairwise(STORIES)]
POOL = Pool.of([*BRIEFS, *ARTICLES])


def test_same_seed_same_pages() -> None:
    """Two runs with one seed give the same pages, and another seed gives others."""
    first, again, other = (list(generated_pages(POOL, 40, seed)) for seed in (1, 1, 2))
    assert first == again
    assert [page.text for page in first] != [page.text for page in other]


@pytest.mark.parametrize("makers", [MAKERS, HEADED])
def test_every_line_is_labelled(makers) -> None:
    """A page has a role and a story number for each of its lines, and every story has text."""
    for page in generated_pages(POOL, 60, 3, makers):
        assert len(page.text.split("\n")) == len(page.roles) == len(page.stories)
        told = {story for role, story in zip(page.roles, page.stories, strict=True) if role == "body"}
        assert told == set(range(len(page.titles)))


def test_a_page_in_another_tongue_says_the_same_in_other_letters() -> None:
    """Labels, lines and figures are the page's own; what is one word stays one word; no long word is left as it was."""
    for n, page in enumerate(generated_pages(POOL, 40, 5)):
        other = in_another_tongue(page, Random(n))
        lines = [(a, b) for a, b in zip(page.text.split("\n"), other.text.split("\n"), strict=True) if a != b]
        assert (page.roles, page.stories, page.layout) == (other.roles, other.stories, other.layout)
        assert all(re.findall(r"\d+", a) == re.findall(r"\d+", b) for a, b in lines)
        words = [word for a, _ in lines for word in re.findall(r"[a-z]{6,}", a)]
        left = {word for word in words if word in other.text}
        assert words
        assert len(left) < 0.1 * len(words)


def test_a_set_is_kept_clean_of_another() -> None:
    """A story that stands in the texts to be scored is not composed with."""
    assert without(BRIEFS, [STORIES[0].body[0]]) == BRIEFS[1:]


def test_own_stories_are_enough_to_compose_with() -> None:
    """Each language has briefs and articles, and no story stands twice."""
    own = list(own_stories())
    pool = Pool.of(own)
    assert len({item.title for item in own}) == len(own)
    assert set(pool.briefs) == set(pool.articles) <= set(MONTHS)
    assert {page.text.count("\n") > 0 for page in generated_pages(pool, 30, 9, [*MAKERS, *HEADED])} == {True}


def test_a_story_without_a_title_is_named(tmp_path) -> None:
    (tmp_path / "nl.txt").write_text("# Titel\nTekst van een bericht.\n\nGeen titel\nTekst\n", "utf-8")
    with pytest.raises(ValueError, match=r"nl\.txt.*Geen titel"):
        list(own_stories(tmp_path))
