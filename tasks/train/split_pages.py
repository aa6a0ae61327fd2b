"""The pages the splitter learns from: the composed sets, pages generated from their stories, flattened articles."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tasks import clean
from tasks.describe.languages import language_of
from tasks.train.flatten import text_nodes
from tasks.train.layouts.compose import TrainingPage, generated_pages
from tasks.train.layouts.own_stories import own_stories
from tasks.train.layouts.pool import Item, Pool, without
from tasks.train.layouts.tongues import in_another_tongue
from tasks.train.mixtures import Mixture
from tasks.train.pages import LabelledPage, composed_rows, labelled_pages

SEED = 3
OWN_SEED = 30
UNLABELLED = "trafilatura_eval"  # the set whose pages have snippets alone
LEAST_TEXT = 300  # signs of an article's text
WORD = re.compile(r"\w+")


def split_pages(
    data: Path, mixture: Mixture, sets: Sequence[str], unseen: Sequence[str] = ()
) -> Iterator[TrainingPage]:
    """Every page of a mixture for training on `sets` (`a`, `b`); nothing in them is of the sets `unseen`."""
    hidden = [page.text for name in unseen for page in set_pages(data, name)]
    bodies = dict(_articles(data))
    articles = without(list(bodies), hidden)
    for name in sets:
        pages = list(set_pages(data, name))
        yield from pages
        yield from generated(Pool.of([*_items(pages), *articles]), mixture, len(sets))
    own = Pool.of(own_stories())
    for seed, (n, makers) in enumerate(mixture.own, OWN_SEED):
        yield from generated_pages(own, n, seed, makers)
    flat = [(item, bodies[item]) for item in articles]
    if mixture.has_unlabelled:
        sure = dict(sure_articles(data, sets))
        flat += [(item, sure[item]) for item in without(list(sure), hidden)]
    yield from flat_pages(flat, mixture)


def generated(pool: Pool, mixture: Mixture, share: int = 1) -> Iterator[TrainingPage]:
    """Pages made of the pool's stories, some of them in languages that do not exist: one in `share` of them all."""
    for seed, (n, makers) in enumerate(mixture.made, SEED):
        yield from generated_pages(pool, n // share, seed, makers)
    for seed, (n, makers) in enumerate(mixture.foreign, SEED + len(mixture.made)):
        for page in generated_pages(pool, n // share, seed, makers):
            yield in_another_tongue(page, Random(page.page_id))


def flat_pages(articles: Sequence[tuple[Item, bytes]], mixture: Mixture) -> Iterator[TrainingPage]:
    """Whole pages of one article, flattened in the mixture's ways in turn."""
    for number, (item, body) in enumerate(articles):
        flatten = mixture.flattened[number % len(mixture.flattened)]
        flat = re.sub(r"\n{3,}", "\n\n", flatten(text_nodes(body))).strip()
        if flat.count("\n") <= mixture.longest and (page := _flat_page(number, item, flat)):
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
            if page.kind == "article" and page.gold and len(page.gold) > LEAST_TEXT:
                language = language_of(page.gold, None)
                yield Item.made(page.title, page.gold.split("\n"), language.value if language else "en"), page.body


def half_of(page: LabelledPage) -> str:
    """The composed set with which the page is learned from: half of the sites go with each."""
    return "ba"[zlib.crc32(page.site.encode()) % 2]


def sure_articles(data: Path, sets: Sequence[str]) -> Iterator[tuple[Item, bytes]]:
    """Articles of pages that have no gold text: what the HTML models keep, where that has all and none of what the page's snippets say."""
    for page in labelled_pages(data, UNLABELLED):
        if half_of(page) not in sets:
            continue
        stories = clean(page.body, url=page.url).stories
        text = " ".join(stories[0].body.split()) if len(stories) == 1 else ""
        wrong = [s for s in page.must if not _holds(text, s)] + [s for s in page.must_not if _holds(text, s)]
        if len(text) > LEAST_TEXT and not wrong:
            yield Item.made(stories[0].title, stories[0].body.split("\n")), page.body


def _holds(text: str, snippet: str) -> bool:
    return " ".join(snippet.split()) in text


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
