"""The paragraphs of one article in the shapes that look like several stories: what stands before each, and what it begins with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.headers import BULLETS, NUMBERS
from tasks.train.layouts.pool import Pool, some_words, title_of
from tasks.train.layouts.wording import MONTHS, clocks, day
from tasks.words import n_words


@dataclass
class Manner:
    """How the page writes: drawn once. `year` and `count` go on from paragraph to paragraph."""

    pool: Pool
    number: str
    mark: str
    colon: str
    speakers: tuple[str, str]
    year: int
    every: int  # paragraphs to a part
    alone: bool  # what begins a part stands in a line of its own
    in_capitals: bool  # so are its sub-heads
    clocks: Iterator[str]  # rising, as a timeline's are
    count: int = 0

    @classmethod
    def drawn(cls, canvas: Canvas, pool: Pool) -> Manner:
        rng = canvas.rng
        marks = rng.choice(NUMBERS), rng.choice(BULLETS), rng.choice((": ", " - ", " – ", ". "))
        speakers = canvas.one("speaker"), canvas.one("speaker")
        return cls(
            pool,
            *marks,
            speakers,
            rng.randint(1950, 2020),
            rng.choice((1, 2, 2, 3, 4)),
            canvas.chance(0.5),
            canvas.chance(0.15),
            clocks(rng, falling=False),
        )

    def starts(self, i: int) -> bool:
        """Does a part begin with this paragraph? The first one's has the headline."""
        return i > 0 and i % self.every == 0


def _subheads(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    if manner.starts(i) and canvas.chance(0.7):
        head = subhead(canvas, text)
        canvas.add(head.upper() if manner.in_capitals else head, "body", 0)
    return text


def _questions(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    if manner.starts(i) or i == 0:
        canvas.add(canvas.rng.choice(("", "", "Q: ", "**")) + canvas.one("question"), "body", 0)
    return text


def _interview(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    if not manner.starts(i):
        return text
    canvas.add(canvas.one("question"), "body", 0)
    return canvas.rng.choice(("", "A: ", f"{manner.speakers[0]}: ")) + text


def _timeline(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    if not i:
        return text
    rng = canvas.rng
    manner.year += rng.choice((0, 0, 1, 3))
    month = f"{rng.choice(MONTHS[canvas.language].split())} {manner.year}"
    stamp = rng.choice((str(manner.year), month, day(rng, canvas.language, manner.year), next(manner.clocks)))
    if manner.alone:
        canvas.add(stamp, "body", 0)
        return text
    return stamp + manner.colon + text


def _listicle(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    if not manner.starts(i):
        return text
    manner.count += 1
    head = manner.number.format(n=manner.count)
    if manner.alone:
        canvas.add(head + subhead(canvas, text), "body", 0)
        return text
    return head + text


def _transcript(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    return f"{manner.speakers[i % 2]}: {text}"


def _bullets(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    return manner.mark + text if i > 1 else text


def _match(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    if i > 1 and canvas.chance(0.6):
        return f"{min(90, i * 7)}'{canvas.rng.choice((' ', ': ', ' - '))}{text}"
    return text


def _also_read(canvas: Canvas, manner: Manner, i: int, text: str) -> str:
    if manner.starts(i) and canvas.chance(0.4):
        other = title_of(manner.pool.article(canvas.language, canvas.rng), canvas.rng)
        canvas.add(canvas.rng.choice(("ALSO READ: ", "Related: ", "Read more: ", "")) + other, "boiler")
    return text


def subhead(canvas: Canvas, text: str) -> str:
    """A sub-head: a common one, or words of the paragraph under it."""
    rng = canvas.rng
    if canvas.chance(0.35):
        return canvas.one("subhead")
    start = rng.randint(0, max(0, min(12, n_words(text) - 4)))
    head = some_words(text, start, rng.randint(2, 6)).strip(',;:.-–—"“”()。、，：')
    return head[:1].upper() + head[1:] if canvas.chance(0.8) else head.title()


# What a shape adds before the paragraph of this number, and the paragraph as it then reads; a shape that is not here adds nothing.
PARAGRAPHS: dict[str, Callable[[Canvas, Manner, int, str], str]] = {
    "subheads": _subheads,
    "questions": _questions,
    "interview": _interview,
    "timeline": _timeline,
    "listicle": _listicle,
    "transcript": _transcript,
    "bullets": _bullets,
    "match": _match,
    "also_read": _also_read,
}
