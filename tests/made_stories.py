"""Stories made up by the thousand from a seed: coined words as often as words are in a language, names, numbers; and
what newsrooms do to an agency's story. Equal seeds make equal stories.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

SYLLABLES = "ba be bo da de du fa fi go ha ja ka ke ko la le lo ma mi mo na ne no pa pe ra re ro sa se so ta te to va ve".split()
SMALL = (
    "the of and to a in that is was for it with as his on be at by had not are but from or have an they which".split()
)
ENDINGS = ("", "n", "r", "s", "l", "t")


@dataclass(frozen=True)
class Made:
    """A story's sentences, two or three a paragraph, and the names it is about."""

    sentences: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n".join(" ".join(self.sentences[i : i + 3]) for i in range(0, len(self.sentences), 3))


class Maker:
    """Makes stories from one seed; the first words of its vocabulary are the commonest."""

    def __init__(self, seed: int, n_words: int = 30_000) -> None:
        self.random = Random(seed)
        coined = sorted({self._coined() for _ in range(n_words)})
        self.random.shuffle(coined)
        self.words = coined
        self.weights = list(accumulate(1 / (rank + 20) for rank in range(len(coined))))

    def word(self) -> str:
        if self.random.random() < 0.4:
            return self.random.choice(SMALL)
        return self.words[bisect_right(self.weights, self.random.random() * self.weights[-1])]

    def names(self, n: int = 4) -> tuple[str, ...]:
        return tuple(f"{self._coined().title()} {self._coined().title()}" for _ in range(n))

    def sentence(self, names: Sequence[str]) -> str:
        words = [self.word() for _ in range(self.random.randint(12, 24))]
        for thing in (self.random.choice(names), str(self.random.randint(2, 9000))):
            if self.random.random() < 0.6:
                words[self.random.randrange(1, len(words))] = thing
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def story(self, n_sentences: int | None = None) -> Made:
        names = self.names()
        n = n_sentences or self.random.randint(8, 24)
        return Made(tuple(self.sentence(names) for _ in range(n)), names)

    def form(self) -> list[str]:
        """Sentences with blanks for names and numbers: what a report of results is filled into."""
        return [f"{self.sentence(['{name}'])[:-1]} {{name}} {{number}} {self.word()} {{number}}." for _ in range(8)]

    def filled(self, form: Sequence[str]) -> Made:
        names = self.names(8)

        def fill(part: str) -> str:
            if part == "{name}":
                return self.random.choice(names)
            return str(self.random.randint(2, 90_000)) if part == "{number}" else part

        return Made(tuple(" ".join(map(fill, line.rstrip(".").split())) + "." for line in form), names)

    def _coined(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=self.random.choice((2, 2, 3, 3, 4)))) + self.random.choice(
            ENDINGS
        )


class Desk:
    """What becomes of an agency's story in other newsrooms: each way keeps the share `kept` of it, 0 to 1."""

    def __init__(self, maker: Maker) -> None:
        self.maker, self.random = maker, maker.random

    def shortened(self, story: Made, kept: float) -> Made:
        """The end is cut off and a dateline put before."""
        sentences = story.sentences[: self._n(story, kept)]
        return Made((f"{self.maker.names(1)[0].upper()} — {sentences[0]}", *sentences[1:]), story.names)

    def new_lead(self, story: Made, kept: float) -> Made:
        """Other sentences at the top; what is left follows word for word."""
        n = self._n(story, kept)
        lead = [self.maker.sentence(story.names) for _ in range(len(story.sentences) - n)]
        return Made((*lead, *story.sentences[-n:]), story.names)

    def rewritten(self, story: Made, kept: float) -> Made:
        """Some sentences, anywhere, are others."""
        stay = set(self.random.sample(range(len(story.sentences)), self._n(story, kept)))
        sentences = enumerate(story.sentences)
        return Made(tuple(s if i in stay else self.maker.sentence(story.names) for i, s in sentences), story.names)

    def reordered(self, story: Made, kept: float) -> Made:
        """Its sentences in another order, some left out."""
        return Made(tuple(self.random.sample(story.sentences, self._n(story, kept))), story.names)

    def edited(self, story: Made, kept: float) -> Made:
        """Words changed all over it, names and numbers left."""

        def change(word: str) -> str:
            stays = not word.isalpha() or word.istitle() or self.random.random() < kept
            return word if stays else self.maker.word()

        return Made(tuple(" ".join(map(change, s.split())) for s in story.sentences), story.names)

    def extended(self, story: Made, kept: float) -> Made:
        """The outlet's own sentences in between, so that `kept` of what it prints is the agency's."""
        sentences = list(story.sentences)
        for _ in range(round(len(sentences) / kept) - len(sentences)):
            sentences.insert(self.random.randrange(1, len(sentences)), self.maker.sentence(story.names))
        return Made(tuple(sentences), story.names)

    def follow_up(self, story: Made, share: float = 0.25) -> Made:
        """Another story about the same people, which tells a part of the first again as background."""
        told = story.sentences[-max(1, round(share * len(story.sentences))) :]
        fresh = tuple(self.maker.sentence(story.names) for _ in range(len(story.sentences) - len(told)))
        return Made(fresh + told, story.names)

    def _n(self, story: Made, kept: float) -> int:
        return max(2, round(kept * len(story.sentences)))


WAYS = ("shortened", "new_lead", "rewritten", "reordered", "edited", "extended")

FIRST = datetime(2026, 3, 2, tzinfo=UTC)
COLUMNS = pa.schema(
    [("story_id", pa.string()), ("title", pa.string()), ("body", pa.string()), ("moment", pa.timestamp("us"))]
)
PAGES = """insert into pages by name
select
    story_id as page_id, concat('2026/', story_id) as uri, concat('https://news.example/', story_id) as url,
    'text/html' as media_type, moment as fetched_at, moment::date as landed_on, '' as content_hash, 0 as n_bytes, 1 as n_blocks,
    1 as n_kept, 0 as n_cut, 1 as n_stories, 'one_story' as shape, 0 as shape_margin, 'r' as rules_version,
    'm' as model_version, 'c' as code_version, 'run' as run_id, moment as first_loaded_at
from read_parquet($file)"""
STORIES = """insert into page_stories by name
select
    story_id, story_id as page_id, 0 as position, title, body, [] as authors, moment as published_at, 'article' as kind,
    len(string_split(body, ' ')) as n_words, map {} as origins, [0] as blocks, 'r' as rules_version,
    'm' as model_version, 'c' as code_version, 'run' as run_id, moment as first_loaded_at
from read_parquet($file)"""


def insert(connection: duckdb.DuckDBPyConnection, stories: Iterable[tuple[str, str, str]], folder: Path) -> None:
    """story_id, title and body of each as a story of a page of its own, a minute apart, without cleaning."""
    path = folder / "stories.parquet"
    with pq.ParquetWriter(path, COLUMNS) as writer:
        rows: list[tuple] = []
        for number, story in enumerate(stories):
            rows.append((*story, FIRST + timedelta(minutes=number)))
            if len(rows) == 10_000:
                writer.write_table(_table(rows))
                rows.clear()
        writer.write_table(_table(rows))
    for sql in (PAGES, STORIES):
        connection.execute(sql, {"file": str(path)})


def _table(rows: Sequence[tuple]) -> pa.Table:
    return pa.table(list(zip(*rows, strict=True)) or [()] * len(COLUMNS), schema=COLUMNS)
