"""Pages of one story in the shapes that look like several: what a splitter must leave whole."""

from __future__ import annotations

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.digests import closing, opening
from tasks.train.layouts.headers import BULLETS, CASES, Form, draw_form
from tasks.train.layouts.paragraphs import PARAGRAPHS, Manner
from tasks.train.layouts.pool import Item, Pool, cased, resized, title_of

SHAPES = (
    "plain", "plain", "plain", "plain", "subheads", "subheads", "questions", "timeline", "listicle", "listicle", "transcript",
    "recipe", "match", "forum",
    "points", "also_read", "repeated", "stamped", "bullets", "short", "short", "short", "long", "long", "interview",
)  # fmt: skip


LENGTHS = (3, 4, 4, 5, 6, 7, 9, 12, 16)  # paragraphs of a bare article
TITLED = 0.6  # of them
DATELINES = ("{P} — ", "{P} ({a}) — ", "{p} ({a}) - ", "{p} – ", "{p}. ", "({p}) ")
THINNED = 0.25  # of articles lose every other paragraph: some writers repeat no word from one to the next
NAMED = 0.08  # of articles stand under such a line: a menu has one too


def single(canvas: Canvas, pool: Pool) -> str:
    """One article in one of the shapes. Returns the layout's name."""
    rng = canvas.rng
    item = pool.article(canvas.language, rng)
    shape = rng.choice(SHAPES)
    body = body_of(canvas, item, shape)
    opening(canvas, named=NAMED)
    write_header(canvas, item, stamped=shape == "stamped")
    write_text(canvas, pool, shape, body)
    if shape == "repeated" or canvas.chance(0.15):
        for text in body * rng.randint(1, 4):
            canvas.add(text, "dup", 0)
    if canvas.chance(0.2):
        canvas.add(
            rng.choice(("– {s}", "({s})", "{s}", "With reporting by {s}")).format(s=canvas.source()), "credit", 0
        )
    if shape == "forum" or canvas.chance(0.1):
        _remarks(canvas)
    closing(canvas, pool)
    return f"gen/single-{shape}"


def bare(canvas: Canvas, pool: Pool) -> str:
    """An article's text with little or nothing about it, as feeds and corpora hold it. Returns the layout's name.

    Digests without furniture are many: that nothing stands about a text must not tell it from an article.
    """
    rng = canvas.rng
    item = pool.article(canvas.language, rng)
    body = list(item.body[::2] if canvas.chance(0.15) else item.body)[: rng.choice(LENGTHS)]
    body = list(resized(body, rng.choice(("as it is", "as it is", "as it is", "shorter")), rng))[: max(LENGTHS)]
    if canvas.chance(TITLED):
        canvas.titles[0] = cased(title_of(item, rng), rng.choice(CASES), item.body)
        canvas.add(canvas.titles[0], "title", 0)
        if canvas.chance(0.15):
            canvas.add(
                rng.choice(("By {w}", "{w}", "{w}, {s}", "{s}")).format(w=canvas.one("author"), s=canvas.source()),
                "source",
                0,
            )
    if canvas.chance(0.2):
        body[0] = (
            rng.choice(DATELINES).format(p=(place := canvas.one("town")), P=place.upper(), a=canvas.one("agency"))
            + body[0]
        )
    for text in body:
        canvas.add(text, "body", 0)
    return "gen/single-bare"


def body_of(canvas: Canvas, item: Item, shape: str) -> list[str]:
    """Some of the article's paragraphs, cut and joined as writers do."""
    rng = canvas.rng
    thinned = item.body[::2] if canvas.chance(THINNED) else item.body
    body = list(thinned[: rng.choice((4, 6, 8, 12, 20, 40))])
    way = {"short": "shorter", "long": "longer"}.get(shape) or rng.choice(
        ("as it is", "as it is", "as it is", "shorter", "longer")
    )
    return list(resized(body, way, rng))


def write_text(canvas: Canvas, pool: Pool, shape: str, body: list[str]) -> None:
    """The paragraphs in the shape, perhaps over points that sum them up."""
    if shape == "points":
        for _ in range(canvas.rng.randint(2, 4)):
            canvas.add(canvas.rng.choice(BULLETS) + canvas.one("point"), "body", 0)
    _write(canvas, shape, body, pool)


def write_header(canvas: Canvas, item: Item, stamped: bool) -> None:
    """Title, source and time in a form drawn for them; some articles have none."""
    if canvas.chance(0.4) and not stamped:
        return
    family = "stamped" if stamped else canvas.rng.choice(("twice", "round_up", "stamped", "mixed"))
    write_head(canvas, item, draw_form(canvas, family))


def write_head(canvas: Canvas, item: Item, form: Form) -> None:
    """Title, source and time in the form."""
    title = cased(title_of(item, canvas.rng), form.case, item.body)
    canvas.titles[canvas.first] = title
    for slot in dict.fromkeys(("title", *form.before)):
        text, role = {
            "title": (title, "title"),
            "again": (title, "titledup"),
            "source": (form.source.format(s=canvas.source()), "source"),
            "time": (form.moment(), "time"),
            "both": (form.both.format(s=canvas.source(), t=form.moment()), "srctime"),
            "author": ("By " + canvas.one("author"), "source"),
        }.get(slot, ("", ""))
        canvas.add(text, role, 0)


def _write(canvas: Canvas, shape: str, body: list[str], pool: Pool) -> None:
    manner = Manner.drawn(canvas, pool)
    write = PARAGRAPHS.get(shape)
    for i, text in enumerate(body):
        canvas.add(write(canvas, manner, i, text) if write else text, "body", 0)
        if canvas.chance(0.03):
            canvas.furniture("middle")
    if shape == "recipe":
        for _ in range(canvas.rng.randint(3, 6)):
            canvas.add(canvas.rng.choice(("", manner.mark)) + canvas.one("ingredient"), "body", 0)
        for n, text in enumerate(body[:4], 1):
            canvas.add(manner.number.format(n=n) + " ".join(text.split()[:18]) + ".", "body", 0)


def _remarks(canvas: Canvas) -> None:
    canvas.add(canvas.rng.choice(("Comments", "Kommentare", "3 comments", "Discussion")), "boiler")
    for _ in range(canvas.rng.randint(2, 5)):
        canvas.add(canvas.one("user"), "boiler")
        canvas.add(canvas.rng.choice(("2 hours ago", "1d", "12 Mar, 10:14")), "boiler")
        canvas.add(canvas.one("remark"), "boiler")
