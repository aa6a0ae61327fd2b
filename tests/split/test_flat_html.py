"""HTML pages whose elements part no stories: their text may, and an article stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks import clean
from tests.split.bank import STORIES, Told

WHOLE = sorted((Path(__file__).parent / "whole").glob("*.txt"))
TOLD = STORIES[:6]


def page_of(content: str) -> bytes:
    return (
        '<html lang="en"><head><title>The day | The Tarn Herald</title></head><body><nav><a href="/">Home</a> <a href="/s">Sport</a></nav>'
        f'<main><h1>The day</h1>{content}</main><footer><a href="/about">About us</a></footer></body></html>'
    ).encode()


def _brief(told: Told) -> str:
    return " ".join(told.body)


DIGESTS = {
    "paragraphs": "".join(f"<p>{_brief(told)}</p>" for told in TOLD),
    "items of a list": f"<ul>{''.join(f'<li>{_brief(told)}</li>' for told in TOLD)}</ul>",
    "rules between": "<hr>".join("".join(f"<p>{text}</p>" for text in told.body) for told in TOLD),
    "empty lines between": "<div>" + "<br><br>".join("<br>".join(told.body) for told in TOLD) + "</div>",
    "titles in capitals run in": "".join(f"<p>{told.title.upper()} — {_brief(told)}</p>" for told in TOLD),
}


@pytest.mark.parametrize("name", DIGESTS)
def test_what_the_elements_do_not_part_the_text_does(name: str) -> None:
    """Each story comes out alone and whole."""
    found = clean(page_of(DIGESTS[name])).stories
    assert [
        story.body.replace("\n", " ").removeprefix(f"{told.title.upper()} — ")
        for story, told in zip(found, TOLD, strict=True)
    ] == [_brief(told) for told in TOLD]


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_an_article_of_paragraphs_stays_whole(path: Path) -> None:
    """The shapes that tempt to cut, a paragraph a line."""
    title, *lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    html = f"<html><body><main><h1>{title}</h1>{''.join(f'<p>{line}</p>' for line in lines)}</main></body></html>"
    assert len(clean(html.encode()).stories) == 1
