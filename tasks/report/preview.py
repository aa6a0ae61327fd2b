"""What loading some shards would change, without loading them."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import duckdb

from tasks.warehouse import Shard
from tasks.warehouse.ask import reading
from tasks.warehouse.migrate import migrate
from tasks.warehouse.statements import run_file

FIELDS = (
    "position", "title", "body", "source", "authors", "published_at", "published_raw", "language", "kind",
    "published_precision", "standfirst", "credits", "section", "tags", "modified_at",
)  # fmt: skip
ALIKE = 0.3  # of the words of two stories of a page: those that share less are two stories, not one that changed
LARGEST = 20  # differences that are shown side by side
LENGTH = 400  # characters of each side


@dataclass(frozen=True, slots=True)
class Change:
    """One story that would be added, changed or gone. Its title is the start of its body where it has none.

    Of a changed one `fields` are those that differ. `n_words` counts the words that only one side has. `before` and
    `after` are the paragraphs and fields that only that side has, cut short; kept for the largest differences only.
    """

    change: str
    story_id: str
    uri: str
    title: str | None
    fields: tuple[str, ...] = ()
    n_words: int = 0
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A story as it is, or as it would be."""

    story_id: str
    values: tuple[object, ...]  # of FIELDS

    def words(self) -> Counter[str]:
        return Counter(f"{self.values[1] or ''} {self.values[2]}".split())

    def lines(self) -> list[str]:
        """Its text by paragraphs, and each other field that it has as `source: …`."""
        rest = [f"{name}: {_plain(value)}" for name, value in zip(FIELDS, self.values, strict=True) if name != "body"]
        return [*str(self.values[2]).split("\n"), *(line for line in rest if not line.endswith(": "))]


def previewed(database: Path, shards: Sequence[Shard]) -> tuple[Change, ...]:
    """The changes against the published file, in the order of the pages. Where there is no file yet all is added."""
    if not shards:
        return ()
    files = {table: [str(shard.file(table)) for shard in shards] for table in ("pages", "stories")}
    if database.exists():
        with reading(database) as connection:
            [(is_there,)] = run_file(connection, "load/has_table", name="page_stories")
            if not is_there:
                run_file(connection, "preview/earlier_release")
            rows = run_file(connection, "preview/changes", **files)
    else:
        with duckdb.connect() as connection:
            migrate(connection)
            rows = run_file(connection, "preview/changes", **files)
    changes = [change for uri, found in groupby(rows, key=lambda row: row[0]) for change in _of_page(uri, list(found))]
    return only_largest_side_by_side(changes)


def only_largest_side_by_side(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The same changes, the texts of both sides kept where most words differ: a preview of a year has to fit in memory."""
    largest = {id(each) for each in heapq.nlargest(LARGEST, changes, key=lambda each: each.n_words)}
    return tuple(each if id(each) in largest else replace(each, before="", after="") for each in changes)


def _of_page(uri: str, rows: list[tuple]) -> Iterator[Change]:
    before = [Side(story_id, tuple(values)) for _, side, story_id, *values in rows if side == "before"]
    after = [Side(story_id, tuple(values)) for _, side, story_id, *values in rows if side == "after"]
    pairs = list(_pairs(before, after))
    yield from (_change(uri, "changed", old, new) for old, new in pairs)
    paired = {id(side) for pair in pairs for side in pair}
    yield from (_change(uri, "gone", old, None) for old in before if id(old) not in paired)
    yield from (_change(uri, "added", None, new) for new in after if id(new) not in paired)


def _pairs(before: Iterable[Side], after: Iterable[Side]) -> Iterator[tuple[Side, Side]]:
    """The same story on both sides: by its id, else (an id comes from the text) those most alike first."""
    alike = [(_likeness(old, new), -n, -m, old, new) for n, old in enumerate(before) for m, new in enumerate(after)]
    taken: set[int] = set()
    for likeness, _, _, old, new in sorted(alike, key=lambda found: found[:3], reverse=True):
        if likeness >= ALIKE and not {id(old), id(new)} & taken:
            taken |= {id(old), id(new)}
            yield old, new


def _likeness(old: Side, new: Side) -> float:
    """2 for the same id; else the share of the shorter one's words that the other has."""
    if old.story_id == new.story_id:
        return 2.0
    ours, theirs = old.words(), new.words()
    return (ours & theirs).total() / max(1, min(ours.total(), theirs.total()))


def _change(uri: str, what: str, old: Side | None, new: Side | None) -> Change:
    fields = [name for name, a, b in zip(FIELDS, old.values, new.values, strict=True) if a != b] if old and new else []
    ours, theirs = (old.words() if old else Counter()), (new.words() if new else Counter())
    n_words = (ours - theirs).total() + (theirs - ours).total()
    kept = new or old
    title = str(kept.values[1] or str(kept.values[2])[:60])
    only_old, only_new = _only(old, new), _only(new, old)
    return Change(what, kept.story_id, uri, title, tuple(fields), n_words, only_old, only_new)


def _only(side: Side | None, other: Side | None) -> str:
    """The lines that only this side has, in one, cut short."""
    theirs = set(other.lines()) if other else set()
    text = " ¶ ".join(line for line in side.lines() if line not in theirs) if side else ""
    return text if len(text) <= LENGTH else f"{text[:LENGTH]}…"


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
