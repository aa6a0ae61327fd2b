"""How well the stories of an event are found among made-up stories, and what that costs.

.venv/bin/python -m tests.benchmarks.events         # precision and recall of pairs, 20,000 stories of two weeks
.venv/bin/python -m tests.benchmarks.events 100000  # of as many
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tasks.page import digest
from tasks.warehouse import Warehouse, writing
from tasks.warehouse.same_event import group_events
from tasks.warehouse.statements import transaction
from tests.benchmarks.match import Pair, megabytes
from tests.made_stories import Maker, insert

THREE_DAYS = 3 * 24 * 60  # minutes, which is how far apart made stories are


@dataclass
class Week:
    """Bodies by story_id in the order of time, and which of them are of one event."""

    maker: Maker
    random: Random
    n: int
    bodies: dict[int, str] = field(default_factory=dict)
    events: list[list[int]] = field(default_factory=list)
    traps: dict[str, list[list[int]]] = field(default_factory=lambda: defaultdict(list))

    def topic(self) -> list[str]:
        """Words of which an event's stories are made, whatever the outlet: what it is about."""
        return self.random.sample(self.maker.words, 12)

    def told(self, names: Sequence[str], topic: Sequence[str], when: int) -> int:
        """A story of its own sentences with these names, one that nobody else has, and most of the topic's words."""
        said = [*self.random.sample(names, max(2, len(names) - 1)), *self.maker.names(1)]
        about = self.random.sample(topic, 9)
        sentences = []
        for _ in range(self.random.randint(4, 14)):
            words = self.maker.sentence(said).split()
            for word in self.random.sample(about, 5):
                words.insert(self.random.randrange(1, len(words)), word)
            sentences.append(" ".join(words))
        return self.place(" ".join(sentences), when)

    def place(self, body: str, when: int) -> int:
        """Puts the story at that minute, or the next that is free."""
        when %= self.n
        while when in self.bodies:
            when = (when + 1) % self.n
        self.bodies[when] = body
        return when

    def some_time(self, start: int) -> int:
        return min(start + self.random.randrange(THREE_DAYS), self.n - 1)


def week(n: int, seed: int = 11) -> Week:
    """`n` stories a minute apart: a fifth tell of events; as many again share people or a topic with others, and no event."""
    made = Week(Maker(seed), Random(seed), n)
    for _ in range(n // 20):
        names, topic, start = made.maker.names(4), made.topic(), made.random.randrange(n)
        made.events.append([made.told(names, topic, made.some_time(start)) for _ in range(made.random.randint(2, 6))])
        others = [made.told(names, made.topic(), made.some_time(start))]
        made.traps["same people, another event"].append([made.events[-1][0], *others])
        half = [*names[:2], *made.maker.names(2)]
        made.traps["two of four people, another event"].append(
            [made.events[-1][0], made.told(half, made.topic(), made.some_time(start))]
        )
    for _ in range(n // 400):
        sport, start, place = made.topic(), made.random.randrange(n), made.maker.names(1)
        matches = [made.told([*made.maker.names(3), *place], sport, made.some_time(start)) for _ in range(20)]
        made.traps["same sport and place, other matches"].append(matches)
    while len(made.bodies) < n:
        made.place(made.maker.story().body, made.random.randrange(n))
    return made


def pairs(groups: Sequence[Sequence[str]]) -> set[Pair]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def found_pairs(db: Warehouse) -> set[Pair]:
    """Every two stories of one event."""
    groups = defaultdict(list)
    for event_id, story_id in db.connection.execute("from same_event").fetchall():
        groups[event_id].append(story_id)
    return pairs(list(groups.values()))


def quality(n: int) -> tuple[float, float]:
    """Precision and recall of pairs, which it also prints, with what was joined wrongly."""
    made = week(n)
    with TemporaryDirectory() as folder, writing(Path(folder) / "desk.duckdb") as db:
        db.connection.execute("set threads = 1")
        stories = ((digest(str(when)), "", made.bodies[when]) for when in sorted(made.bodies))
        insert(db.connection, stories, Path(folder))
        started = time.process_time()
        with transaction(db.connection):
            group_events(db.connection)
        print(f"{n:,} stories in {time.process_time() - started:.1f} s of one core, {megabytes():.0f} MB at most")
        found = found_pairs(db)
    planted = pairs([[digest(str(when)) for when in event] for event in made.events])
    right = len(found & planted)
    precision, recall = right / max(len(found), 1), right / len(planted)
    print(f"pairs: {len(planted)} planted, {len(found)} found; precision {precision:.4f}, recall {recall:.4f}")
    for trap, groups in made.traps.items():
        wrong = pairs([[digest(str(when)) for when in group] for group in groups])
        print(f"  {trap}: {len(wrong & found)} of {len(wrong)} pairs joined")
    return precision, recall


if __name__ == "__main__":
    quality(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
