"""Articles whose parts stand under heads of their own: interviews, reviews, comparisons, guides, results, forecasts, chapters.

Each is one story, whatever its parts are about: what a splitter must leave whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.digests import closing, opening
from tasks.train.layouts.headers import BULLETS, NUMBERS, SEPARATORS
from tasks.train.layouts.paragraphs import subhead
from tasks.train.layouts.pool import Item, Pool, resized
from tasks.train.layouts.singles import NAMED, write_header
from tasks.train.layouts.wording import MONTHS, clocks

Heads = Iterator[tuple[str, ...]]  # the lines over each part, one after the other
Words = Callable[[], str]  # some of the paragraph that comes next
QUESTIONS = ("{q}", "{q}", "{q}", "Q: {q}", "Q. {q}", "**{q}**", "{n}. {q}", "— {q}", "### {q}", "{s}: {q}")
ANSWERS = ("", "", "", "A: ", "A. ", "— ", "{s}: ", "{s} – ")
CHAPTERS = ("{n}", "{n}.", "{r}.", "{c} {n}", "{c} {n}: {h}", "{n}. {h}", "{r}. {h}")
LONGEST_RUN_IN = 60  # signs
IN_CAPITALS = 0.2  # of the articles with sub-heads
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
SCORES = ("{n}/10", "{n}/100", "★★★★☆", "★★★", "{n} / 5", "{n},5", "{n} %")
MOMENTS = ("[00:{n:02}:10] ", "{n:02}:42 ", "({n:02}:05) ", "00:{n:02} – ", "{n}' ", "{n}. min: ")


def shaped(canvas: Canvas, pool: Pool) -> str:
    """One article of parts. Returns the layout's name."""
    rng = canvas.rng
    item = pool.article(canvas.language, rng)
    opening(canvas, named=NAMED)
    write_header(canvas, item, stamped=canvas.chance(0.2))
    shape = write_parts(canvas, item)
    closing(canvas, pool)
    return f"gen/shaped-{shape}"


def write_parts(canvas: Canvas, item: Item) -> str:
    """The article's text in parts. Returns the shape's name."""
    rng = canvas.rng
    shape = rng.choice(tuple(SHAPES))
    body = list(item.body[:: rng.choice((1, 1, 2))][: rng.choice((4, 6, 9, 14, 24))])
    body = list(resized(body, rng.choice(("as it is", "as it is", "shorter", "shorter", "longer")), rng))
    for text in _taken(body, rng.choice((0, 0, 1, 1, 2))):
        canvas.add(text, "body", 0)
    _parts(canvas, SHAPES[shape](canvas, lambda: subhead(canvas, body[0])), body)
    if canvas.chance(0.25):
        for text in _taken(list(item.body[-2:]), 1):
            canvas.add(canvas.one("ending"), "body", 0)
            canvas.add(text, "body", 0)
    return shape


def _taken(body: list[str], n: int) -> list[str]:
    """The first n paragraphs, which then are gone from the body."""
    taken, body[:] = body[:n], body[n:]
    return taken


def _parts(canvas: Canvas, heads: Heads, body: list[str]) -> None:
    """Each head over its paragraphs; a head's last line may run into the paragraph under it, and does if it ends with a space."""
    long, runs_in = canvas.rng.choice((1, 1, 1, 2, 2, 3)), canvas.chance(0.3)
    joint = canvas.rng.choice((": ", " – ", " - ", ". ", " "))
    mark = canvas.rng.choice(BULLETS) if canvas.chance(0.1) else ""
    while body:
        *over, last = next(heads) or ("",)
        paragraphs = _taken(body, canvas.rng.randint(1, long))
        if last.endswith(" ") or (runs_in and last and len(last) < LONGEST_RUN_IN):
            sign = " " if last[-1] in "?:.–-— " else joint
            paragraphs[0] = last.rstrip() + sign + paragraphs[0]
        else:
            over.append(last)
        for text in over:
            canvas.add(mark + text if text else text, "body", 0)
        for text in paragraphs:
            canvas.add(text, "body", 0)


def question(canvas: Canvas, words: str) -> str:
    """A question of the words, or a common one."""
    if canvas.chance(0.25):
        return canvas.one("question")
    return canvas.one("ask").format(t=words)


def _questions(canvas: Canvas, words: Words) -> Heads:
    rng = canvas.rng
    asks, answers = rng.choice(QUESTIONS), rng.choice(ANSWERS)
    who, guest = canvas.one("speaker"), canvas.one("author")
    for n in count(1):
        asked = asks.format(q=question(canvas, words()), n=n, s=who)
        answer = answers.format(s=guest)
        yield (asked, answer) if answer else (asked, "")


def _sections(canvas: Canvas, words: Words) -> Heads:
    """A review: sections, figures, what speaks for and against."""
    bullets = canvas.rng.choice((*BULLETS, "", "+ ", "✓ "))
    for n in count():
        if canvas.chance(0.2):
            for label in ("pros", "cons")[: canvas.rng.randint(1, 2)]:
                canvas.add(canvas.one(label), "body", 0)
                for _ in range(canvas.rng.randint(2, 4)):
                    canvas.add(bullets + canvas.one("trait"), "body", 0)
        if n == 0 and canvas.chance(0.4):
            canvas.add(canvas.rng.choice(SCORES).format(n=canvas.rng.randint(3, 9)), "body", 0)
        yield (canvas.one("part"),)


def _things(canvas: Canvas, words: Words) -> Heads:
    """A comparison: one thing after the other, with its figures."""
    number = canvas.rng.choice(NUMBERS) if canvas.chance(0.4) else ""
    figures = canvas.rng.randint(0, 4)
    for n in count(1):
        name = f"{canvas.one('town')} {canvas.rng.choice(('', 'X', 'Pro ', 'S'))}{canvas.rng.randint(2, 900)}"
        rows = [canvas.one("figure").format(n=canvas.rng.randint(2, 990)) for _ in range(figures)]
        yield (number.format(n=n) + name, *rows)


def _places(canvas: Canvas, words: Words) -> Heads:
    """By place, by company, by person: a guide, results, a market report."""
    group = canvas.rng.choice(("town", "author", "source", "section"))
    dressed = canvas.rng.choice(("{}", "{}", "{}:", "**{}**", "▸ {}", "{} –"))
    while True:
        name = canvas.one(group)
        yield (dressed.format(name.upper() if canvas.chance(0.15) else name),)


def _steps(canvas: Canvas, words: Words) -> Heads:
    word = canvas.one("step")
    told = canvas.rng.choice(("{w} {n}", "{w} {n}:", "{n}.", "{w} {n} – {h}", "{n}. {h}"))
    for n in count(1):
        yield (told.format(w=word, n=n, h=words()),)


def _days(canvas: Canvas, words: Words) -> Heads:
    """A forecast, a diary, a programme: by day or by hour."""
    way = canvas.rng.choice(("day", "day", "date", "clock"))
    date, month = (
        canvas.rng.choice(("{n}. {m}", "{m} {n}", "{n} {m} 2025")),
        canvas.rng.choice(MONTHS[canvas.language].split()),
    )
    hours, named = clocks(canvas.rng, falling=False), canvas.chance(0.5)
    for n in count(canvas.rng.randint(1, 18)):
        if way == "day":
            yield (canvas.one("day") + canvas.rng.choice((":", "", "")),)
        elif way == "date":
            yield (date.format(n=n, m=month),)
        else:
            yield (f"{next(hours)} {canvas.one('town')}" if named else next(hours),)


def _chapters(canvas: Canvas, words: Words) -> Heads:
    form, word = canvas.rng.choice(CHAPTERS), canvas.one("chapter")
    for n in count(1):
        head = words()
        yield (form.format(n=n, r=ROMAN[(n - 1) % 10], c=word, h=head),)


def _separated(canvas: Canvas, words: Words) -> Heads:
    sign = canvas.rng.choice(SEPARATORS)
    while True:
        canvas.add(sign, "sep")
        yield ()


def _recorded(canvas: Canvas, words: Words) -> Heads:
    """Moments of a recording."""
    form = canvas.rng.choice(MOMENTS)
    for n in count(1):
        yield (form.format(n=n * 4),)


def _heads(canvas: Canvas, words: Words) -> Heads:
    """Sub-heads of the article's own words, long and short, dressed as titles are."""
    dressed = canvas.rng.choice(("{}", "{}", "## {}", "**{}**", "### {}", "{}:"))
    in_capitals = canvas.chance(IN_CAPITALS)
    while True:
        head = words()
        yield (dressed.format(head.upper() if in_capitals else head),)


def _captions(canvas: Canvas, words: Words) -> Heads:
    """Pictures between the paragraphs, with their captions and who took them."""
    agency = canvas.one("credit")
    while True:
        form = canvas.rng.choice(("{w}. Photo: {a}", "{w} ({a})", "{w}", "{a}"))
        canvas.add(form.format(w=words(), a=agency), "boiler")
        yield ()


def _paired(canvas: Canvas, words: Words) -> Heads:
    """Reviews, results, a cast: each part under a name and what belongs to it, in one form."""
    rng = canvas.rng
    form = rng.choice(
        (
            "{w} - {a}",
            "{a}: {w}",
            "{w} ({k})",
            "{w} | {k}",
            "{w} / {a}",
            "{w} — {a}",
            "{p} ({k})",
            "{w}, {a}",
            "[{k}] {w}",
            "{a} ({p})",
        )
    )
    while True:
        yield (form.format(w=words(), a=canvas.one("author"), k=canvas.one("section"), p=canvas.one("town")),)


SHAPES: dict[str, Callable[[Canvas, Words], Heads]] = {
    "questions": _questions,
    "sections": _sections,
    "things": _things,
    "places": _places,
    "steps": _steps,
    "days": _days,
    "chapters": _chapters,
    "separated": _separated,
    "recorded": _recorded,
    "heads": _heads,
    "captions": _captions,
    "paired": _paired,
}
