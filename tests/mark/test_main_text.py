"""A floor under main text: the HTML sample pages as they are, and as other makers would have built them.

The floors are what the models reach, a little lowered; they only rise.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import pytest
from bs4 import BeautifulSoup

from tasks import clean
from tasks.parse.decode import decode
from tests.benchmarks.main_text import word_f1

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SEMANTIC = ["article", "main", "aside", "header", "footer", "nav", "section", "figure", "figcaption"]


def samples() -> dict[str, tuple[bytes, str]]:
    """HTML and expected bodies of every HTML sample page that has stories, by file name."""
    found = {}
    for file in sorted((SEEDS / "expected").glob("*.html.json")):
        sample = json.loads(file.read_text("utf-8"))
        bodies = [story["body"] for story in sample.get("stories", [])]
        if bodies:
            text = "\n".join(line for body in bodies for line in body)
            found[file.stem] = ((SEEDS / "landing" / sample["uri"]).read_bytes(), text)
    return found


def as_it_is(soup: BeautifulSoup) -> None:
    """Nothing changed."""


def without_hooks(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(True):
        for name in ("class", "id", "role", "itemprop"):
            tag.attrs.pop(name, None)


def without_semantic_tags(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(SEMANTIC):
        tag.name = "div"


def bare(soup: BeautifulSoup) -> None:
    without_hooks(soup)
    without_semantic_tags(soup)


def wrapped(soup: BeautifulSoup) -> None:
    """Every paragraph in a box of its own."""
    for tag in soup.find_all("p"):
        tag.wrap(soup.new_tag("div"))


FLOORS: dict[Callable[[BeautifulSoup], None], float] = {
    as_it_is: 0.995, without_hooks: 0.985, without_semantic_tags: 0.995, bare: 0.975, wrapped: 0.995
}  # fmt: skip


@pytest.mark.parametrize("made", FLOORS, ids=lambda made: made.__name__)
def test_main_text_stays_above_its_floor(made: Callable[[BeautifulSoup], None]) -> None:
    """The mean word F1 of the stories' bodies does not fall below the floor of this way to build a page."""
    scores = {}
    for name, (html, wanted) in samples().items():
        soup = BeautifulSoup(decode(html, "text/html")[0], "lxml")
        for meta in soup.find_all("meta", charset=True):
            meta.decompose()  # the page goes on in UTF-8
        made(soup)
        scores[name] = word_f1("\n".join(story.body for story in clean(str(soup).encode()).stories), wanted)
    assert mean(scores.values()) >= FLOORS[made], sorted(scores.items(), key=lambda item: item[1])[:3]
