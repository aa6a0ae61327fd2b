"""How well the stories of an event are found among made-up stories, and what that costs.

.venv/bin/python -m tests.benchmarks.events          # precision and recall of pairs, 20,000 stories of two weeks
.venv/bin/python -m tests.benchmarks.events 20000 29 # of another seed than the one on which the bounds were chosen
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

DAY = 24 * 60  # minutes, which is how far apart made stories are
SPELLINGS = ("plain", "plain", "nouns in capitals", "no spaces")


@dataclass(frozen=True)
class Event:
    """What its tellings are made of: the place and people in the order in which they matter, and words of the matter."""

    place: str
    people: tuple[str, ...]
    topic: tuple[str, ...]
    spelling: str


@dataclass
class Week:
    """Bodies by minute, and which of them are of one event; `traps` are stories that are not, by what they share."""

    maker: Maker
    random: Random
    n: int
    bodies: dict[int, str] = field(default_factory=dict)
    events: list[list[int]] = field(default_factory=list)
    traps: dict[str, list[list[int]]] = field(default_factory=lambda: defaultdict(list))
    days_apart: dict[int, int] = field(default_factory=dict)

    def event(self) -> Event:
        """Its words are neither the commonest nor nobody else's."""
        topic = self.random.sample([word for word in self.maker.words[300:12_000] if len(word) > 5], 30)
        people = self.maker.names(self.random.randint(2, 5))
        return Event(self.maker.names(1)[0].split()[0], people, tuple(topic), self.random.choice(SPELLINGS))

    def next_day(self, event: Event) -> Event:
        """Its follow-up: somebody new, and half of the words are others."""
        people = (*event.people[: max(2, len(event.people) - 2)], *self.maker.names(2))
        return Event(event.place, people, (*event.topic[:15], *self.event().topic[:15]), event.spelling)

    def told(self, event: Event, minute: int) -> int:
        """One outlet's telling: so long, so close to the matter, with a name and words of its own. Brief ones name few."""
        n_sentences = self.random.choice((3, 4, 6, 9, 14, 20))
        close, own = self.random.uniform(0.4, 0.9), self.maker.names(2)
        topic = self.random.sample(event.topic, 12 + n_sentences // 2)
        known: set[str] = set()
        sentences = []
        for number in range(n_sentences):
            words = self.maker.sentence(["it"]).rstrip(".").split()
            for _ in range(self.random.randint(3, 7)):
                of_topic = self.random.random() < close
                words.insert(
                    self.random.randrange(1, len(words)), self.random.choice(topic) if of_topic else self.maker.word()
                )
            if number == 0 or self.random.random() < 0.2:
                words.insert(self.random.randrange(1, len(words)), event.place)
            if number == 0 or self.random.random() < 0.4:
                rank = min(int(self.random.expovariate(0.6)), len(event.people))
                name = (*event.people, self.random.choice(own))[rank]
                words.insert(self.random.randrange(1, len(words)), name.split()[1] if name in known else name)
                known.add(name)
            sentences.append(f"{' '.join(words)}.")
        return self.place(spelled(" ".join(sentences), event.spelling), minute)

    def place(self, body: str, minute: int) -> int:
        """Puts the story at that minute, or the next that is free."""
        minute %= self.n
        while minute in self.bodies:
            minute = (minute + 1) % self.n
        self.bodies[minute] = body
        return minute

    def some_time(self, day: int) -> int:
        """A minute of that day."""
        return day * DAY + self.random.randrange(DAY)


def spelled(text: str, spelling: str) -> str:
    """The text with a third of its words in capitals, as nouns may be, or as ideographs without spaces."""
    if spelling == "nouns in capitals":
        return " ".join(word.capitalize() if digest(word.strip("."))[0] in "01234" else word for word in text.split())
    if spelling == "no spaces":
        pairs = (text.replace(".", "。").replace(" ", "").lower()[i : i + 2] for i in range(0, len(text), 2))
        return "".join(pair if "。" in pair else chr(0x4E00 + int(digest(pair)[:3], 16)) for pair in pairs)
    return text


def week(n: int, seed: int = 11) -> Week:
    """`n` stories a minute apart: an eighth tell of events, a twentieth share people, a place or a form and no event, the others nothing."""
    made = Week(Maker(seed), Random(seed), n)
    n_days = max(1, n // DAY)
    for _ in range(n // 50):
        event, day = made.event(), made.random.randrange(n_days)
        told = []
        for later in range(made.random.choice((1, 1, 2, 3))):
            if day + later < n_days:
                told += [
                    made.told(event, made.some_time(day + later)) for _ in range(made.random.choice((1, 2, 3, 5, 9)))
                ]
            event = made.next_day(event)
        made.events.append(told)
        _add_traps(made, event, day, told[0])
    for _ in range(n // 1000):
        _add_columns(made, n_days)
    while len(made.bodies) < n:
        made.place(made.maker.story().body, made.random.randrange(n))
    return made


def _add_traps(made: Week, event: Event, day: int, first: int) -> None:
    """Two stories of that day that are of other events than `first`: one in its place and half in its words, one with its people."""
    other = made.event()
    same_place = Event(event.place, other.people, (*event.topic[:15], *other.topic[:15]), event.spelling)
    same_people = Event(other.place, (*event.people[:2], *other.people), other.topic, event.spelling)
    for trap, rival in (("same place and topic", same_place), ("same people", same_people)):
        made.traps[trap].append([first, made.told(rival, made.some_time(day))])


def _add_columns(made: Week, n_days: int) -> None:
    """Results, weather or shares: a form filled in by the day, with the same names or with others."""
    form, names, start = made.maker.form(), made.maker.names(8), made.random.randrange(n_days)
    column = []
    for day in range(start, min(start + 4, n_days)):
        body = made.maker.filled(form).body
        for number, name in enumerate(sorted({word for word in body.split() if word.istitle()})):
            body = body.replace(name, names[number % 8].split()[number % 2])
        column.append(made.place(body, made.some_time(day)))
    made.traps["one column, by the day"].append(column)
    made.traps["one form, other names"].append(
        [made.place(made.maker.filled(form).body, made.some_time(start)) for _ in range(9)]
    )


def pairs(groups: Sequence[Sequence[str]]) -> set[Pair]:
    """Every two ids of one group, the smaller first."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def ids(groups: Sequence[Sequence[int]]) -> list[list[str]]:
    """The story ids of groups of minutes."""
    return [[digest(str(minute)) for minute in group] for group in groups]


def found_pairs(db: Warehouse) -> set[Pair]:
    """Every two stories that the database has in one event."""
    groups = defaultdict(list)
    for event_id, story_id in db.connection.execute("from same_event").fetchall():
        groups[event_id].append(story_id)
    return pairs(list(groups.values()))


def quality(n: int, seed: int = 11) -> tuple[float, float]:
    """Precision and recall of pairs, which it also prints, with what was joined wrongly."""
    made = week(n, seed)
    with TemporaryDirectory() as folder, writing(Path(folder) / "desk.duckdb") as db:
        db.connection.execute("set threads = 1")
        stories = ((digest(str(minute)), "", made.bodies[minute]) for minute in sorted(made.bodies))
        insert(db.connection, stories, Path(folder))
        started = time.process_time()
        with transaction(db.connection):
            group_events(db.connection)
        print(f"{n:,} stories in {time.process_time() - started:.1f} s of one core, {megabytes():.0f} MB at most")
        found = found_pairs(db)
    planted = pairs(ids(made.events))
    right = len(found & planted)
    precision, recall = right / max(len(found), 1), right / len(planted)
    print(f"pairs: {len(planted)} planted, {len(found)} found; precision {precision:.4f}, recall {recall:.4f}")
    together = [not found.isdisjoint(pairs([event])) for event in ids(made.events) if len(event) > 1]
    print(f"  events of which stories were found: {sum(together)} of {len(together)}")
    for trap, groups in made.traps.items():
        wrong = pairs(ids(groups))
        print(f"  {trap}: {len(wrong & found)} of {len(wrong)} pairs joined")
    return precision, recall


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    quality(*given or [20_000])
