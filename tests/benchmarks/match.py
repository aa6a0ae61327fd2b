"""How well copies are found among made-up stories, and what matching costs.

.venv/bin/python -m tests.benchmarks.match             # precision and recall, 20,000 stories
.venv/bin/python -m tests.benchmarks.match cost 100000 # seconds and megabytes, and those of a night of 1,000 on top
"""

from __future__ import annotations

import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tasks.page import digest
from tasks.warehouse import Warehouse, writing
from tasks.warehouse.same_story import group_same_stories
from tasks.warehouse.statements import transaction
from tests.made_stories import WAYS, Desk, Made, Maker, insert

Pair = tuple[str, str]


@dataclass(frozen=True)
class Planted:
    """Stories by id, and which pairs of them are copies, made in which way, keeping how much."""

    bodies: dict[str, str]
    pairs: dict[Pair, tuple[str, float]]


def planted(n: int, seed: int = 7) -> Planted:
    """`n` stories: a tenth of them in copied pairs, a tenth filled into forms, a tenth follow-ups with background."""
    maker = Maker(seed)
    desk, random = Desk(maker), Random(seed)
    bodies: dict[str, str] = {}
    pairs: dict[Pair, tuple[str, float]] = {}

    def add(story: Made) -> str:
        story_id = digest(f"{seed} {len(bodies)}")
        bodies[story_id] = story.body
        return story_id

    for number in range(n // 20):
        way, kept = WAYS[number % len(WAYS)], random.uniform(0.6, 0.95)
        story = maker.story()
        pair = sorted((add(story), add(getattr(desk, way)(story, kept))))
        pairs[pair[0], pair[1]] = way, kept
        add(desk.follow_up(story))
        add(desk.follow_up(maker.story()))
    for _ in range(n // 400):
        form = maker.form()
        for _ in range(40):
            add(maker.filled(form))
    while len(bodies) < n:
        add(maker.story())
    return Planted(bodies, pairs)


@contextmanager
def matched(bodies: dict[str, str]) -> Iterator[Warehouse]:
    """A database of these stories with their groups, and the clock's answer on standard output."""
    with TemporaryDirectory() as folder, writing(Path(folder) / "desk.duckdb") as db:
        db.connection.execute("set threads = 1")
        insert(db.connection, ((story_id, "", body) for story_id, body in bodies.items()), Path(folder))
        seconds = timed(db)
        print(f"{len(bodies):,} stories matched in {seconds:.1f} s of one core")
        yield db


def timed(db: Warehouse) -> float:
    """Seconds of one core."""
    started = time.process_time()
    with transaction(db.connection):
        group_same_stories(db.connection)
    return time.process_time() - started


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def found_pairs(db: Warehouse) -> set[Pair]:
    """Every two stories that stand in one group."""
    groups = defaultdict(list)
    for group_id, story_id in db.connection.execute("select group_id, story_id from same_story").fetchall():
        groups[group_id].append(story_id)
    return {pair for stories in groups.values() for pair in combinations(sorted(stories), 2)}


def quality(n: int) -> tuple[float, float]:
    """Precision and recall of pairs, which it also prints, recall by the way that copies were made."""
    made = planted(n)
    with matched(made.bodies) as db:
        found = found_pairs(db)
    right = len(found & made.pairs.keys())
    precision, recall = right / len(found), right / len(made.pairs)
    print(f"pairs: {len(made.pairs)} planted, {len(found)} found; precision {precision:.4f}, recall {recall:.4f}")
    for way in WAYS:
        kept = {pair: share for pair, (how, share) in made.pairs.items() if how == way}
        missed = sorted(round(share, 2) for pair, share in kept.items() if pair not in found)
        print(f"  {way:10} recall {1 - len(missed) / len(kept):.4f}; missed with this share kept: {missed[:12]}")
    return precision, recall


def cost(n: int) -> None:
    """Seconds and megabytes of matching `n` stories, and of a night of 1,000 more. Another process makes them."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "desk.duckdb"
        for first, size in ((0, n), (n, 1000)):
            _in_another_process(make, database, first, size)
            with writing(database) as db:
                db.connection.execute("set threads = 1")
                before = megabytes()
                print(f"{size:,} stories matched in {timed(db):.1f} s of one core", end="; ")
            print(f"the process took {megabytes():.0f} MB at most, {before:.0f} MB before")


def make(database: Path, first: int, n: int) -> None:
    """Puts `n` stories into the database."""
    maker = Maker(first)
    stories = ((digest(str(number)), "", maker.story().body) for number in range(first, first + n))
    with writing(database) as db:
        insert(db.connection, stories, database.parent)


def _in_another_process(work: Callable[..., None], *given: object) -> None:
    process = get_context("spawn").Process(target=work, args=given)
    process.start()
    process.join()


if __name__ == "__main__":
    if sys.argv[1:2] == ["cost"]:
        cost(int(sys.argv[2]))
    else:
        quality(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
