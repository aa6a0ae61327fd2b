"""Pages of several stories: digests, round-ups, aggregator pages with appended stories, live blogs."""

from __future__ import annotations

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.headers import Form, draw_form, write_story
from tasks.train.layouts.pool import Item, Pool, resized, some_words, title_of
from tasks.train.layouts.wording import day

FAMILIES = (
    ("digest",) * 2
    + ("several",) * 5
    + ("round_up",) * 2
    + ("stamped",) * 2
    + ("numbered",) * 2
    + ("run_in",) * 2
    + ("twice", "trailed")
    + ("mixed",) * 4
)
COUNTS = (2, 3, 3, 4, 5, 5, 6, 7, 8, 10, 13)  # stories
SERVICE = 0.15  # of digests end with one


def digest(canvas: Canvas, pool: Pool) -> str:
    """Stories in one form, with what stands before, between and after them. Returns the layout's name."""
    return f"gen/{_digest(canvas, pool, canvas.rng.choice(FAMILIES))}"


def several(canvas: Canvas, pool: Pool) -> str:
    """Stories of several paragraphs and no titles."""
    return _digest(canvas, pool, "several")


def _digest(canvas: Canvas, pool: Pool, family: str) -> str:
    rng = canvas.rng
    form = draw_form(canvas, family="digest" if family == "several" else family)
    close = canvas.chance(0.45)
    items = pool.alike(rng.choice(COUNTS), canvas.language, rng, family not in ("digest", "several"), close)
    opening(canvas)
    longest = rng.choice((2, 3, 3, 4) if family == "several" else (1, 1, 2, 3, 5))
    longest = 1 if family == "digest" else longest
    way = rng.choice(("as it is", "as it is", "shorter", "longer"))
    if canvas.chance(SERVICE):
        items = [*items, _service(canvas)]
    for number, item in enumerate(items):
        _between(canvas, form, number)
        body = resized(item.body[: 3 * longest], way, rng)[: rng.randint(1, longest)]
        write_story(canvas, form, item, number, item.body if item.is_service else tuple(body))
    closing(canvas, pool)
    return family


def _between(canvas: Canvas, form: Form, number: int) -> None:
    """What stands over the story of that number: a separator, the name of a section, furniture."""
    if number and form.separator:
        canvas.add(form.separator, "sep")
    if canvas.chance(form.categories):
        canvas.add(canvas.one("section"), "section")
    elif number and canvas.chance(0.04):
        canvas.furniture("middle")


def _service(canvas: Canvas) -> Item:
    """The weather, the markets, results: a story of short lines, each of which could be one of its own."""
    title, *lines = canvas.words.lines("service", canvas.language, canvas.rng)
    told = [line.format(d=canvas.one("day"), n=canvas.rng.randint(2, 98)) for line in lines]
    return Item(title, tuple(told[: canvas.rng.randint(2, len(told))]), canvas.language, is_service=True)


def aggregator(canvas: Canvas, pool: Pool) -> str:
    """A story with others appended under a heading, or a row of stories from many sources."""
    rng = canvas.rng
    items = pool.alike(rng.randint(2, 6), canvas.language, rng, True, canvas.chance(0.6))
    first, others = items[0], items[1:]
    if canvas.chance(0.7) and canvas.language in pool.articles:
        first = pool.article(canvas.language, rng)
    form = draw_form(
        canvas, family=rng.choice(("twice", "stamped", "round_up", "stamped", "twice", "mixed", "mixed", "trailed"))
    )
    main = draw_form(canvas, family=rng.choice(("round_up", "twice", "stamped", "digest", "mixed", "mixed")))
    opening(canvas)
    body = first.body[: rng.randint(2, 14)]
    write_story(canvas, main if canvas.chance(0.6) else form, first, 0, body)
    for _ in range(rng.choice((0, 0, 0, 1, 3))):
        for text in body:
            canvas.add(text, "dup", 0)
    for _ in range(rng.randint(0, 2)):
        canvas.furniture(rng.choice(("middle", "foot")))
    if canvas.chance(0.7):
        canvas.add(canvas.one("related"), "boiler")
    for number, item in enumerate(others, 1):
        write_story(canvas, form, item, number, item.body[: rng.choice((1, 2, 3, 6, 9))])
    closing(canvas, pool)
    return "gen/aggregator"


def live_blog(canvas: Canvas, pool: Pool) -> str:
    """Entries under their times, on one subject."""
    rng = canvas.rng
    form = draw_form(canvas, family="live")
    items = pool.alike(rng.randint(4, 10), canvas.language, rng, "title" in form.before, True)
    if canvas.chance(0.4):
        text = pool.article(canvas.language, rng).body
        cuts = sorted(rng.sample(range(1, len(text)), min(len(text) - 1, rng.randint(2, 7))))
        items = [
            Item.made(None, text[a:b], canvas.language) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)
        ]
    opening(canvas)
    for number, item in enumerate(items):
        write_story(canvas, form, item, number, item.body[: rng.choice((1, 1, 2, 3))])
    closing(canvas, pool)
    return "gen/live"


def two_articles(canvas: Canvas, pool: Pool) -> str:
    """Two whole articles, one after the other, each under its own title."""
    rng = canvas.rng
    form = draw_form(canvas, family=rng.choice(("round_up", "stamped", "twice", "mixed")))
    opening(canvas)
    for number, item in enumerate(pool.some_articles(rng.choice((2, 2, 3)), canvas.language, rng)):
        if number and canvas.chance(0.5):
            canvas.furniture(rng.choice(("middle", "foot", "related")))
        write_story(canvas, form, item, number, item.body[:18])
    closing(canvas, pool)
    return "gen/articles"


def opening(canvas: Canvas, named: float = 0.4) -> None:
    """What stands over the text; `named`: the chance that a line names the page as a digest."""
    for _ in range(canvas.rng.choice((0, 0, 1, 1, 2, 3))):
        canvas.furniture("top")
    if canvas.chance(named):
        canvas.add(canvas.one("digest"), "boiler")
    if canvas.chance(0.35):
        stamp = "{t}" if canvas.chance(0.5) else canvas.one("stamp")
        moment, n = day(canvas.rng, canvas.language), canvas.rng.randint(2, 9000)
        canvas.add(stamp.format(t=moment, n=n), "boiler")
    if canvas.chance(0.15):
        canvas.add(canvas.one("intro"), "boiler")


def closing(canvas: Canvas, pool: Pool) -> None:
    if canvas.chance(0.15):
        canvas.add(canvas.one("outro"), "boiler")
    if canvas.chance(0.15):
        canvas.add(canvas.one("related"), "boiler")
        teasers = canvas.chance(0.4)
        for item in pool.alike(canvas.rng.randint(2, 5), canvas.language, canvas.rng, True, False):
            canvas.add(title_of(item, canvas.rng), "boiler")
            if teasers:
                canvas.add(_teaser(item, canvas), "boiler")
    for _ in range(canvas.rng.choice((0, 0, 1, 1, 2))):
        canvas.furniture("foot")


def _teaser(item: Item, canvas: Canvas) -> str:
    """The first words of a story, cut off: no story."""
    return some_words(item.body[0], 0, canvas.rng.randint(8, 24)).rstrip(".,;:") + canvas.rng.choice(
        ("…", "...", " [...]", " …")
    )
