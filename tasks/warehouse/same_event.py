"""Groups stories into events, within a load: the days that it changed and no others, so that a night costs a night."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from tasks.match import Codes, Link, events, telling_words
from tasks.warehouse.parts import read_parts, write_parts
from tasks.warehouse.statements import run_file

COMPARED_AT_ONCE = 10_000  # stories, of one day at least and the three before

# When two stories are compared, and linked. Weights are thousandths of a word that stands nowhere else; likeness is the cosine
# of their rarer names and words, with so much taken for unsaid that two brief texts must have more in common than one word.
# From a cosine of `form` on (with nothing unsaid) they are no two tellings but one form filled in twice, and not linked.
LINK = {
    "names": 900, "words": 1000, "rare_words": 4000, "unsaid": 10_000, "like": 0.08, "like_without_names": 0.2, "form": 0.65,
}  # fmt: skip

_WORDS = pa.schema(
    [("story_id", pa.string()), ("day", pa.date32()), ("names", pa.list_(pa.int32())), ("words", pa.list_(pa.int32()))]
)
_EVENTS = pa.schema([("event_id", pa.string()), ("story_id", pa.string())])


def group_events(connection: duckdb.DuckDBPyConnection) -> None:
    """Brings `same_event` up to date with the stories and `same_story`, inside the caller's transaction.

    The events depend on the stories alone, not on the order in which they came.
    """
    with TemporaryDirectory(prefix="copydesk-event-") as folder:
        run_file(connection, "event/forget")
        words = write_parts(Path(folder) / "words.parquet", _WORDS, _words(connection))
        sizes = run_file(connection, "event/words", words=words)
        for first, last in _spans(sizes):
            run_file(connection, "event/links", first=first, last=last, **LINK)
            run_file(connection, "event/kept_links", first=first, last=last)
        links = [Link(*row) for row in run_file(connection, "event/copies")]
        days = dict(run_file(connection, "event/member_days"))
        grouped = [(event_id, story_id) for story_id, event_id in events(links, days).items()]
        path = write_parts(Path(folder) / "events.parquet", _EVENTS, [grouped])
        run_file(connection, "event/same_event", events=path)


def _words(connection: duckdb.DuckDBPyConnection) -> Iterator[list[tuple]]:
    """story_id, day, names and words of each story that has none yet, some thousands at a time."""
    for stories in read_parts(connection, "event/unread"):
        codes = Codes()
        told = ((story_id, day, telling_words(body, codes)) for story_id, day, body in stories)
        yield [(story_id, day, telling.names, telling.words) for story_id, day, telling in told]


def _spans(sizes: Sequence[tuple[date, int]]) -> list[tuple[date, date]]:
    """First and last day of each part that is compared at once."""
    parts: list[list[date]] = []
    n_in_part = 0
    for day, n in sizes:
        n_in_part += n
        if not parts or n_in_part > COMPARED_AT_ONCE:
            parts.append([])
            n_in_part = n
        parts[-1].append(day)
    return [(part[0], part[-1]) for part in parts]
