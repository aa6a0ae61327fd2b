"""HTML pages of several stories, and of articles that tempt to cut, in markup that nobody who works on the splitter has chosen.

`tests/unseen_html` has a page and, under its name, its stories: a title, a source and a time, each as the page shows it and empty where it
shows none, and the paragraphs. The failures of half of the makes may be looked at, as in `tests.unseen_pages`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from tasks.page import CleanPage, RawPage
from tests.unseen_pages import FIELDS, Found, key, may_be_read

FOLDER = Path(__file__).parent / "unseen_html"


@dataclass(frozen=True)
class UnseenHtml:
    """A page and its stories, as the file beside it has them."""

    path: Path
    make: str
    language: str
    is_single: bool
    fetched_at: str
    stories: tuple[dict, ...]

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def is_read(self) -> bool:
        return may_be_read(self.make)

    @cached_property
    def raw(self) -> RawPage:
        fetched_at = datetime.fromisoformat(self.fetched_at)
        return RawPage(
            self.name, self.path.read_bytes(), "text/html", f"https://site.example/x/{self.name}", fetched_at
        )


def unseen_html(folder: Path = FOLDER) -> list[UnseenHtml]:
    """Every page, by name."""
    return [_read(path) for path in sorted(folder.glob("*.json"))]


def found_html(page: UnseenHtml, cleaned: CleanPage) -> Found:
    """How the page came out: exact where each story has its paragraphs, with or without the title that is run into them."""
    wanted = ["".join(map(key, story["paragraphs"])) for story in page.stories]
    told = [key(story.body) for story in cleaned.stories]
    is_counted = len(told) == len(wanted)
    named = zip(told, wanted, page.stories, strict=False)
    is_exact = is_counted and all(body in (text, key(story["title"]) + text) for body, text, story in named)
    fields = {}
    for name, own in FIELDS.items():
        known = [story[name] for story in page.stories]
        pairs = zip(known, cleaned.stories, strict=False) if is_counted else ()
        right = sum(bool(value) and key(value) == key(getattr(story, own) or "") for value, story in pairs)
        fields[name] = (right, sum(map(bool, known)))
    return Found(is_exact, is_counted, fields)


def _read(path: Path) -> UnseenHtml:
    told = json.loads(path.read_text("utf-8"))
    made = path.with_suffix(".html")
    return UnseenHtml(
        made, told["make"], told["language"], told["kind"] == "single", told["fetched_at"], tuple(told["stories"])
    )
