"""Articles as news sites set them: between headline and text a standfirst, who wrote it and when, a picture with what is under it.

What is under the picture reads as a title, and the text that follows as its story.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.digests import closing
from tasks.train.layouts.headers import CASES
from tasks.train.layouts.pool import SENTENCE, Item, Pool, cased, some_words, title_of
from tasks.train.layouts.singles import body_of
from tasks.train.layouts.wording import day, moments

SHAPES = ("plain", "plain", "plain", "subheads", "short", "long", "points")
ORDERS = (  # of what stands between headline and text
    "standfirst writer time picture",
    "standfirst picture writer time",
    "writer time standfirst picture",
    "time standfirst writer picture",
    "picture standfirst writer time",
    "standfirst time picture",
    "section standfirst writer picture time",
    "standfirst picture",
    "writer time picture",
    "picture time standfirst",
)
PICTURES = ("{w}\n{c}", "{w} {c}", "{w}\n{w}\n{c}", "{w}", "{c}", "{w}\n{w} {c}", "{w}. {c}")
WRITERS = ("{a}", "{a}", "By {a}", "By\n{a}", "{a}, {s}", "{a}\n{s}", "{s}")
SOME = 0.75  # of the parts a page could have
PAGE_TITLE = ("{t} | {s}", "{t} - {s}", "{t} – {s}", "{t}", "{s}: {t}")
MORE = 0.12  # of pages have whole sentences under the titles of other stories
COUNTS = (2, 2, 3, 3, 4, 5)  # articles in a row
ONE_ORDER = 0.7  # of them are in the page's order
PICTURED = 0.12  # of paragraphs have a picture over them, on pages with several


def fronted(canvas: Canvas, pool: Pool) -> str:
    """One article with its page around it. Returns the layout's name."""
    rng = canvas.rng
    item = pool.article(canvas.language, rng)
    title = cased(title_of(item, rng), rng.choice(CASES), item.body)
    if canvas.chance(0.4):
        canvas.add(rng.choice(PAGE_TITLE).format(t=title, s=canvas.source()), "titledup", 0)
    for _ in range(rng.choice((0, 1, 2, 3, 4, 6))):
        canvas.furniture("top")
    _write_article(canvas, pool, item, title, rng.choice(ORDERS).split())
    if canvas.chance(MORE):
        _more(canvas, pool)
    closing(canvas, pool)
    return "gen/single-fronted"


def fronted_in_a_row(canvas: Canvas, pool: Pool) -> str:
    """Such articles one after the other, with what stands under each: a page that scrolls on. Returns the layout's name."""
    rng = canvas.rng
    order = rng.choice(ORDERS).split()
    for _ in range(rng.choice((0, 1, 2, 3))):
        canvas.furniture("top")
    for number, item in enumerate(pool.some_articles(rng.choice(COUNTS), canvas.language, rng)):
        canvas.first = number
        title = cased(title_of(item, rng), rng.choice(CASES), item.body)
        _write_article(canvas, pool, item, title, order if canvas.chance(ONE_ORDER) else rng.choice(ORDERS).split())
        if canvas.chance(0.5):
            canvas.furniture(rng.choice(("middle", "foot", "top")))
        if canvas.chance(0.5):
            _listed(canvas, pool)
    canvas.first = 0
    closing(canvas, pool)
    return "gen/concatenated"


def _write_article(canvas: Canvas, pool: Pool, item: Item, title: str, order: Sequence[str]) -> None:
    """Its title, most of the parts in their order, and its text, perhaps with pictures."""
    body = body_of(canvas, item, canvas.rng.choice(SHAPES))
    canvas.titles[canvas.first] = title
    canvas.add(title, "title", 0)
    parts = [part for part in order if canvas.chance(SOME)]
    if "standfirst" in parts:
        lead, body = _parted(body)
    has_pictures = canvas.chance(0.3)
    for part in parts:
        if part == "standfirst":
            canvas.add(lead, "body", 0)
        else:
            _write(canvas, part, item, pool)
        if canvas.chance(0.1):
            canvas.furniture("middle")
    for text in body:
        if has_pictures and canvas.chance(PICTURED):
            _write(canvas, "picture", item, pool)
        canvas.add(text, "body", 0)


def _parted(body: list[str]) -> tuple[str, list[str]]:
    """The first sentence of the text, and the rest; the first paragraph where it is one sentence."""
    first, *rest = SENTENCE.split(body[0], maxsplit=1)
    return first, [*rest, *body[1:]]


def _write(canvas: Canvas, part: str, item: Item, pool: Pool) -> None:
    rng = canvas.rng
    if part == "section":
        canvas.add(canvas.one("section"), "boiler")
    elif part == "time":
        canvas.add(rng.choice((moments(rng, canvas.language)(), day(rng, canvas.language))), "time", 0)
    elif part == "writer":
        text = rng.choice(WRITERS).format(a=canvas.one("author"), s=canvas.source())
        for line in text.split("\n"):
            canvas.add(line, "source", 0)
    else:
        shown = item if canvas.chance(0.5) else pool.article(canvas.language, rng)
        words = some_words(rng.choice(shown.body), 0, rng.randint(4, 24)).rstrip(",;: ")
        credit = canvas.one("photo").format(a=canvas.one(rng.choice(("author", "agency"))))
        for line in rng.choice(PICTURES).format(w=words, c=credit).split("\n"):
            canvas.add(line, "boiler")


def _more(canvas: Canvas, pool: Pool) -> None:
    """Other stories' titles, with the first sentence of each: they stand elsewhere in full."""
    canvas.add(canvas.one("related"), "boiler")
    for other in pool.alike(canvas.rng.randint(2, 5), canvas.language, canvas.rng, True, False):
        lines = [title_of(other, canvas.rng), _parted(list(other.body))[0]]
        if canvas.chance(0.3):
            lines.append(day(canvas.rng, canvas.language))
        if canvas.chance(0.3):
            lines.insert(0, canvas.one("section"))
        for line in lines:
            canvas.add(line, "boiler")


def _listed(canvas: Canvas, pool: Pool) -> None:
    """Other stories' titles alone."""
    canvas.add(canvas.one("related"), "boiler")
    for other in pool.alike(canvas.rng.randint(1, 4), canvas.language, canvas.rng, True, False):
        canvas.add(title_of(other, canvas.rng), "boiler")
