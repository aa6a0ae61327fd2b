"""Pages of several stories whose heads are one line, or whose stories are of several paragraphs: feeds, letters, wires, newsletters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.digests import closing, opening
from tasks.train.layouts.headers import BULLETS, CASES
from tasks.train.layouts.pool import Item, Pool, cased, clipped, resized, title_of
from tasks.train.layouts.wording import clocks, day, moments

# Title, source, moment, clock, section, number and place in one line.
HEADS = (
    "{c} – {t}", "{c} {t}", "{c} | {t}", "{t} ({s}, {m})", "{s}: {t}", "{t} | {s} | {m}", "[{s}] {t}", "{m} | {t}", "{t} - {s}",
    "{n}. {t} ({s})", "{k} | {t}", "{t} — {s}", "{k}: {t}", "{t} [{m}]", "{t} · {s} · {m}", "{m} - {s} - {t}", "{t}  {s}  {m}",
    "### [{t}](https://www.example.org/{n})", "[{t}](https://www.example.org/{n}) {s}", "**{t}** *{s}, {m}*", "{p}: {t}", "{n} | {t}",
    "{k} / {s} / {t}", "* {t} ({s})", "{t} // {s}", "> {t}", "+++ {t} +++", "+++ {c} {t} +++",
)  # fmt: skip
DATELINES = (
    "{P} — ",
    "{P} ({a}) — ",
    "{p}, {d} ({a}) - ",
    "{p} – ",
    "{p}. ",
    "{p}: ",
    "({p}) ",
    "{P}, {d} — ",
    "{p} ({a}). ",
)
SIGNED = (" ({a})", " {a}", " [{s}]", " — {w}", " ({i})", " /{i}/", " {i}/{a}")
COUNTS = (2, 2, 3, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True)
class Feed:
    """How the page writes each of its stories; an empty form is not written."""

    head: str
    under: str  # a line under the head
    dateline: str
    signed: str
    moment: Callable[[], str]
    clocks: Iterator[str]
    labels: bool  # paragraphs that begin with a label: why it matters, what comes next
    more: str
    mark: str
    case: str
    longest: int
    closer: str  # a line that ends each story


def feed(canvas: Canvas, pool: Pool) -> str:
    """Stories under heads of one line, or told apart by where their text begins and how it ends. Returns the layout's name."""
    rng = canvas.rng
    page = _drawn(canvas)
    titled = "{t}" in page.head
    items = pool.alike(rng.choice(COUNTS), canvas.language, rng, titled, canvas.chance(0.5))
    opening(canvas)
    for number, item in enumerate(items):
        if number and canvas.chance(0.03):
            canvas.furniture("middle")
        body = resized(item.body[: 3 * page.longest], rng.choice(("as it is", "shorter")), rng)
        _story(canvas, page, item, number, body[: rng.randint(1, page.longest)])
    closing(canvas, pool)
    return "gen/feed"


def _drawn(canvas: Canvas) -> Feed:
    rng = canvas.rng
    kind = rng.choice(("head", "head", "title", "title", "dateline", "signed", "more"))
    return Feed(
        head=rng.choice(HEADS) if kind == "head" else "{t}" if kind == "title" or canvas.chance(0.2) else "",
        under=rng.choice(("", "", "", "{m}", "{s}", "{w}", "{k}", "{f}")) if kind in ("head", "title") else "",
        dateline=rng.choice(DATELINES) if kind == "dateline" or canvas.chance(0.1) else "",
        signed=rng.choice(SIGNED) if kind == "signed" or canvas.chance(0.05) else "",
        moment=moments(rng, canvas.language),
        clocks=clocks(rng, falling=canvas.chance(0.75)),
        labels=canvas.chance(0.12),
        more=canvas.one("more") if kind == "more" else "",
        mark=rng.choice(BULLETS) if canvas.chance(0.06) else "",
        case=rng.choice(CASES),
        longest=rng.choice((1, 2, 3, 4, 6)),
        closer=rng.choice(("", "", "", "", "{w}", "{s}")),
    )


def _story(canvas: Canvas, page: Feed, item: Item, number: int, body: tuple[str, ...]) -> None:
    rng = canvas.rng
    title = cased(title_of(item, rng), page.case, item.body)
    known = {
        "t": title, "s": canvas.source(), "m": page.moment(), "c": next(page.clocks), "k": canvas.one("section"), "n": number + 1,
        "p": (place := canvas.one("town")), "P": place.upper(), "a": canvas.one("agency"), "d": day(rng, canvas.language, 2025),
        "w": canvas.one("author"), "i": "".join(rng.sample("abcdefghklmnoprst", rng.randint(2, 3))),
        "f": canvas.one("figure").format(n=rng.randint(2, 400)),
    }  # fmt: skip
    if page.head:
        canvas.add(page.head.format(**known), "title" if "{t}" in page.head else "srctime", number)
        canvas.titles[number] = title
    if page.under:
        canvas.add(page.under.format(**known), "srctime", number)
    last = len(body) - 1
    for i, text in enumerate(body):
        if i == 0:
            text = page.mark + page.dateline.format(**known) + text
        elif page.labels and canvas.chance(0.7):
            text = canvas.one("label") + ": " + text
        canvas.add(text + (page.signed.format(**known) if i == last else ""), "body", number)
    if page.closer:
        canvas.add(page.closer.format(**known), "source", number)
    canvas.add(page.more, "boiler")


def letters(canvas: Canvas, pool: Pool) -> str:
    """Letters to the paper: each with or without a title and a greeting, and with its writer's name at the end."""
    rng = canvas.rng
    titled, greeted = canvas.chance(0.6), canvas.chance(0.3)
    form = rng.choice(("{w}|{p}", "{w}, {p}", "— {w}, {p}", "{w}", "{w}, {m}"))
    moment = moments(rng, canvas.language)
    opening(canvas)
    for number, item in enumerate(pool.alike(rng.randint(2, 7), canvas.language, rng, titled, canvas.chance(0.5))):
        if titled:
            canvas.titles[number] = title_of(item, rng)
            canvas.add(canvas.titles[number], "title", number)
        if greeted:
            canvas.add(canvas.one("greeting"), "body", number)
        for text in item.body[: rng.randint(1, 4)]:
            canvas.add(text, "body", number)
        signed = form.format(w=canvas.one("author"), p=canvas.one("town"), m=moment())
        for line in signed.split("|"):
            canvas.add(line, "source", number)
    closing(canvas, pool)
    return "gen/letters"


def told_then_listed(canvas: Canvas, pool: Pool) -> str:
    """A story, then others in short, in a list under a line that says so."""
    rng = canvas.rng
    first = pool.article(canvas.language, rng)
    opening(canvas)
    canvas.titles[0] = title_of(first, rng)
    canvas.add(canvas.titles[0], "title", 0)
    for text in first.body[: rng.randint(2, 8)]:
        canvas.add(text, "body", 0)
    canvas.add(canvas.one("digest"), "boiler")
    mark = rng.choice(BULLETS)
    for number, item in enumerate(pool.alike(rng.randint(2, 6), canvas.language, rng, False, canvas.chance(0.3)), 1):
        canvas.add(mark + item.body[0], "body", number)
    closing(canvas, pool)
    return "gen/told_then_listed"


def lead_in(canvas: Canvas, pool: Pool) -> str:
    """Stories in short under a paragraph that names them: it belongs to none."""
    rng = canvas.rng
    items = pool.alike(rng.randint(3, 8), canvas.language, rng, True, False)
    opening(canvas, named=0.8)
    canvas.add("; ".join(clipped(title_of(item, rng), rng, (3, 8)) for item in items[:4]) + ".", "boiler")
    mark = rng.choice(("", *BULLETS))
    titled = canvas.chance(0.5)
    for number, item in enumerate(items):
        if titled:
            canvas.titles[number] = title_of(item, rng)
            canvas.add(canvas.titles[number], "title", number)
        for text in item.body[: 1 if not titled else rng.randint(1, 3)]:
            canvas.add(mark + text, "body", number)
    closing(canvas, pool)
    return "gen/lead_in"
