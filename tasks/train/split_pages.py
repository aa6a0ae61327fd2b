"""The pages the splitter learns from: the composed sets, pages generated from their stories, flattened articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from tasks.describe.languages import language_of
from tasks.train.flatten import lines_at_blocks, lines_at_nodes, text_nodes
from tasks.train.layouts.compose import HEADED, MAKERS, Maker, TrainingPage, generated_pages
from tasks.train.layouts.digests import several
from tasks.train.layouts.own_stories import own_stories
from tasks.train.layouts.pool import Item, Pool, without
from tasks.train.layouts.singles import bare
from tasks.train.layouts.tongues import in_another_tongue
from tasks.train.pages import composed_rows, labelled_pages

# How many pages of which layouts are made from the sets' stories, of all sets together; each kind with a seed of its own.
GENERATED: tuple[tuple[int, Sequence[Maker]], ...] = (
    (3000, MAKERS),
    (3000, [several]),  # stories of several paragraphs without titles: for what starts one there
    (3000, HEADED),
    (1500, [bare]),
)
FOREIGN: tuple[tuple[int, Sequence[Maker]], ...] = (
    (1500, [*MAKERS, *HEADED, *HEADED]),
    (500, [several]),
    (400, [bare]),
)  # in languages made up
# The same of the project's own stories, which no labelled set holds.
OWN: tuple[tuple[int, Sequence[Maker]], ...] = (
    (3500, [*MAKERS, *HEADED, *HEADED]),
    (1000, [several]),
    (600, [bare]),
)
SEED = 3
OWN_SEED = 30
LONGEST = 400  # lines of a flattened article
WORD = re.compile(r"\w+")


def split_pages(data: Path, sets: Sequence[str], unseen: Sequence[str] = ()) -> Iterator[TrainingPage]:
    """Every page for training on `sets` (`a`, `b`); nothing in them is of the sets `unseen`."""
    hidden = [page.text for name in unseen for page in set_pages(data, name)]
    bodies = dict(_articles(data))
    articles = without(list(bodies), hidden)
    for name in sets:
        pages = list(set_pages(data, name))
        yield from pages
        pool = Pool.of([*_items(pages), *articles])
        yield from generated(pool, len(sets))
    own = Pool.of(own_stories())
    for seed, (n, makers) in enumerate(OWN, OWN_SEED):
        yield from generated_pages(own, n, seed, makers)
    yield from flat_pages(articles, bodies)


def generated(pool: Pool, share: int = 1) -> Iterator[TrainingPage]:
    """Pages made of the pool's stories, some of them in languages that do not exist: one in `share` of them all."""
    for seed, (n, makers) in enumerate(GENERATED, SEED):
        yield from generated_pages(pool, n // share, seed, makers)
    for seed, (n, makers) in enumerate(FOREIGN, SEED + len(GENERATED)):
        for page in generated_pages(pool, n // share, seed, makers):
            yield in_another_tongue(page, Random(page.page_id))


def flat_pages(articles: Sequence[Item], bodies: Mapping[Item, bytes]) -> Iterator[TrainingPage]:
    """Whole pages of one article, flattened: every other one with a line a text node, the rest with a line a block."""
    for number, item in enumerate(articles):
        nodes = text_nodes(bodies[item])
        flat = lines_at_nodes(nodes, alts=False) if number % 2 else lines_at_blocks(nodes)
        flat = re.sub(r"\n{3,}", "\n\n", flat).strip()
        if flat.count("\n") <= LONGEST and (page := _flat_page(number, item, flat)):
            yield page


def set_pages(data: Path, name: str) -> Iterator[TrainingPage]:
    """The composed pages of one set."""
    for row in composed_rows(data, f"split_train_{name}"):
        titles = tuple(story.get("title") for story in row["stories"])
        yield TrainingPage(row["id"], row["tmpl"], row["input"], tuple(row["roles"]), tuple(row["sid"]), titles)


def _items(pages: Sequence[TrainingPage]) -> Iterator[Item]:
    """The stories of the pages."""
    for page in pages:
        lines = list(zip(page.text.split("\n"), page.roles, page.stories, strict=True))
        for number, title in enumerate(page.titles):
            body = [text for text, role, story in lines if story == number and role == "body"]
            language = language_of(" ".join(body[:3]), None)
            yield Item.made(title, body, language.value if language else "en")


def _articles(data: Path) -> Iterator[tuple[Item, bytes]]:
    """Whole articles, each with its page."""
    for name in ("fundus_a", "wcxb_dev"):
        for page in labelled_pages(data, name):
            if page.kind == "article" and page.gold and len(page.gold) > 300:
                language = language_of(page.gold, None)
                yield Item.made(page.title, page.gold.split("\n"), language.value if language else "en"), page.body


def _flat_page(number: int, item: Item, flat: str) -> TrainingPage | None:
    """An article as it was flattened: what of it is in the article's text is the one story."""
    gold, title = _words("\n".join(item.body)), _words(item.title or "")
    roles = []
    for line in flat.split("\n"):
        words = _words(line)
        is_title, is_body = bool(words) and words == title, len(words) >= 25 and words in gold
        roles.append("title" if is_title else "body" if is_body else "boiler" if words else "blank")
    if roles.count("body") < 2:
        return None
    stories = tuple(0 if role in ("title", "body") else -1 for role in roles)
    return TrainingPage(f"flat-{number}", "flat", flat, tuple(roles), stories, (item.title,))


def _words(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))
