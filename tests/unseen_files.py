"""Pages of several stories, and articles that tempt to cut, in layouts and markup that nobody who works on the splitter has chosen.

`tests/unseen_html` holds HTML pages, `tests/unseen_third` HTML and text pages by another hand. Beside a page stand, under its name, its stories:
a title, a source and a time, each as the page shows it and empty where it shows none, and the paragraphs; and `optional`, the lines that an
editor may leave in or out. The failures of half of the makes may be looked at, as in `tests.unseen_pages`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from tasks.page import CleanPage, RawPage
from tests.unseen_pages import FIELDS, Found, key, may_be_read

HTML, THIRD = (Path(__file__).parent / name for name in ("unseen_html", "unseen_third"))


@dataclass(frozen=True)
class UnseenFile:
    """A page and its stories, as the file beside it has them."""

    path: Path
    make: str
    language: str
    is_single: bool
    fetched_at: str
    stories: tuple[dict, ...]
    optional: frozenset[str]

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def is_html(self) -> bool:
        return self.path.suffix == ".html"

    @property
    def is_third(self) -> bool:
        return self.path.parent == THIRD

    @property
    def is_read(self) -> bool:
        return may_be_read(self.make)

    @cached_property
    def raw(self) -> RawPage:
        fetched_at = datetime.fromisoformat(self.fetched_at)
        media_type = "text/html" if self.is_html else "text/plain"
        return RawPage(self.name, self.path.read_bytes(), media_type, f"https://site.example/x/{self.name}", fetched_at)


def unseen_files() -> list[UnseenFile]:
    """Every page of both folders, by name."""
    return [_read(path) for folder in (HTML, THIRD) for path in sorted(folder.glob("*.json"))]


def found_in(page: UnseenFile, cleaned: CleanPage) -> Found:
    """How the page came out: exact where each story has its paragraphs, with or without the title run into them and what is optional."""
    wanted = [_text(story["paragraphs"], page) for story in page.stories]
    told = [_text(story.body.split("\n"), page) for story in cleaned.stories]
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


def _text(paragraphs: list[str], page: UnseenFile) -> str:
    return "".join(text for text in map(key, paragraphs) if text not in page.optional)


def _read(path: Path) -> UnseenFile:
    told = json.loads(path.read_text("utf-8"))
    made = next(path.with_suffix(suffix) for suffix in (".html", ".txt") if path.with_suffix(suffix).exists())
    optional = frozenset(map(key, told.get("optional", ())))
    is_single, stories = told["kind"] == "single", tuple(told["stories"])
    return UnseenFile(made, told["make"], told["language"], is_single, told["fetched_at"], stories, optional)
