"""The generator of training pages: drawn by seed, every line labelled."""

from __future__ import annotations

from itertools import pairwise

from tasks.train.layouts.compose import generated_pages
from tasks.train.layouts.pool import Item, Pool, without
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


def test_every_line_is_labelled() -> None:
    """A page has a role and a story number for each of its lines, and every story has text."""
    for page in generated_pages(POOL, 60, 3):
        assert len(page.text.split("\n")) == len(page.roles) == len(page.stories)
        told = {story for role, story in zip(page.roles, page.stories, strict=True) if role == "body"}
        assert told == set(range(len(page.titles)))


def test_a_set_is_kept_clean_of_another() -> None:
    """A story that stands in the texts to be scored is not composed with."""
    assert without(BRIEFS, [STORIES[0].body[0]]) == BRIEFS[1:]
