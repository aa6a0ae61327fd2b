"""Whole articles one after the other, each in a shape of its own: what aggregators append, and what pages that scroll on add."""

from __future__ import annotations

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.digests import closing, opening
from tasks.train.layouts.headers import draw_form
from tasks.train.layouts.pool import Item, Pool
from tasks.train.layouts.shapes import write_parts
from tasks.train.layouts.singles import SHAPES, body_of, write_head, write_text

COUNTS = (2, 2, 2, 3, 3, 4)  # articles
FAMILIES = ("twice", "round_up", "round_up", "stamped", "mixed", "mixed")
ONE_FORM = 0.7  # of the pages head all their articles alike
BETWEEN = 0.35  # of the gaps hold furniture


def concatenated(canvas: Canvas, pool: Pool) -> str:
    """Articles with their sub-heads, questions, lists and pictures under heads of their own. Returns the layout's name."""
    rng = canvas.rng
    forms = [draw_form(canvas, rng.choice(FAMILIES)) for _ in range(rng.choice(COUNTS))]
    is_one = canvas.chance(ONE_FORM)
    opening(canvas, named=0.1)
    articles = pool.some_articles(len(forms), canvas.language, rng)
    for number, (item, form) in enumerate(zip(articles, forms, strict=False)):
        canvas.first = number
        if number and canvas.chance(BETWEEN):
            canvas.furniture(rng.choice(("middle", "foot", "related")))
        write_head(canvas, item, forms[0] if is_one else form)
        _write(canvas, pool, item)
    canvas.first = 0
    closing(canvas, pool)
    return "gen/concatenated"


def _write(canvas: Canvas, pool: Pool, item: Item) -> None:
    """Plain as often as in parts."""
    if canvas.chance(0.5):
        write_parts(canvas, item)
    else:
        shape = canvas.rng.choice(SHAPES)
        write_text(canvas, pool, shape, body_of(canvas, item, shape))
