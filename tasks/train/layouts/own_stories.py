"""The project's own stories, in languages that the labelled sets have few of: `seeds/stories`, a file a language.

A file holds stories with a blank line between: a line `# ` and the title, then a line a paragraph. A line `= ` and a word between
blank lines says that the stories from there on are on one subject, each of another event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tasks.desk import SEEDS
from tasks.train.layouts.pool import Item

FOLDER = SEEDS / "stories"


def own_stories(folder: Path = FOLDER) -> Iterator[Item]:
    """The stories of every file, in the order of the files' names. Raises `ValueError` for one without title or text."""
    for file in sorted(folder.glob("*.txt")):
        subject = None
        for part in file.read_text("utf-8").strip().split("\n\n"):
            title, *body = part.strip().split("\n")
            if title.startswith("= ") and not body:
                subject = f"{file.stem} {title[2:]}"
                continue
            if not title.startswith("# ") or not body:
                raise ValueError(f"{file.name}: a story is a line `# title`, then its paragraphs; found {title[:60]!r}")
            yield replace(Item.made(title[2:], body, file.stem), subject=subject)
