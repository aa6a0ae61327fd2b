"""The pages the splitter learns from are read from labelled sets as they lie beside a checkout."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tasks.train import split_pages
from tasks.train.layouts.compose import MAKERS
from tasks.train.layouts.digests import several
from tasks.train.mixtures import MIXTURES
from tests.split.bank import STORIES
from tests.split.test_layouts import ARTICLES

BAD_SENTENCE = "Sentences of furniture stand here too."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two composed sets, each of one digest of other stories, and two sets of articles."""
    for name, stories in (("a", STORIES[:3]), ("b", STORIES[3:6])):
        rows = [(text, "body", number) for number, story in enumerate(stories) for text in story.body]
        row = {
            "id": f"{name}-1", "tmpl": "plain", "input": "\n".join(text for text, _, _ in rows),
            "roles": [role for _, role, _ in rows], "sid": [sid for _, _, sid in rows],
            "stories": [{"title": story.title} for story in stories],
        }  # fmt: skip
        with gzip.open(tmp_path / f"split_train_{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
    for name, articles in (("wcxb_dev", ARTICLES[::2]), ("fundus_a", ARTICLES[1::2])):
        _write_articles(tmp_path / f"{name}.parquet", articles)
    _write_articles(tmp_path / "trafilatura_eval.parquet", ARTICLES[:4], [ARTICLES[0].body[0][:40], "Not on the page."])
    return tmp_path


def _write_articles(file: Path, articles, must=()) -> None:
    """Each on a site of its own; `must`: snippets that a page's text must have, one of them a page."""
    with duckdb.connect() as connection:
        connection.execute(
            "create table pages (id varchar, page_type varchar, url varchar, html blob, gold_text varchar, gold_title varchar,"
            " must_have varchar[], must_not_have varchar[])"
        )
        for number, item in enumerate(articles):
            told = "".join(f"<p>{text}</p>" for text in item.body)
            html = f"<html><body><p>{BAD_SENTENCE}</p>{told}</body></html>".encode()
            url, snippets = f"https://herald-{number}.example/1", [*must[number : number + 1]]
            row = (str(number), "article", url, html, "\n".join(item.body), item.title, snippets)
            connection.execute("insert into pages values (?, ?, ?, ?, ?, ?, ?, [])", row)
        connection.execute(f"copy pages to '{file}' (format parquet)")


@pytest.mark.parametrize("mixture", MIXTURES, ids=lambda mixture: mixture.name)
def test_training_pages_are_the_set_pages_made_of_it_and_flattened_articles(data, mixture) -> None:
    """Each kind is there, labelled line by line, and of the set that is to be scored nothing is."""
    few = replace(mixture, made=((12, MAKERS), (3, [several])), foreign=((2, MAKERS),), own=((6, MAKERS),))
    pages = list(split_pages.split_pages(data, few, ["a"], ["b"]))
    layouts = {page.layout.split("/")[0] for page in pages}
    assert layouts == {"plain", "gen", "several", "flat"}
    assert len({page.page_id for page in pages}) == len(pages)
    assert all(len(page.text.split("\n")) == len(page.roles) == len(page.stories) for page in pages)
    hidden = [text for story in STORIES[3:6] for text in story.body]
    assert not [text for page in pages for text in hidden if text in page.text]
    assert all(BAD_SENTENCE in page.text for page in pages if page.layout == "flat")


def test_articles_without_gold_are_learned_from_where_their_snippets_agree(data) -> None:
    """Half of the sites with each set; what lacks a snippet that it must have is in neither."""
    halves = [[item.body[-1] for item, _ in split_pages.sure_articles(data, [name])] for name in "ab"]
    both = [item.body[-1] for item, _ in split_pages.sure_articles(data, "ab")]
    assert sorted(halves[0] + halves[1]) == sorted(both) == sorted(ARTICLES[n].body[-1] for n in (0, 2, 3))
    assert all(halves)
