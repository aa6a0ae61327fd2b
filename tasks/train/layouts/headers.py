"""How a page dresses its stories: one form drawn a page, applied to every story on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.pool import Item, cased, clipped, title_of
from tasks.train.layouts.slots import drawn_slots
from tasks.train.layouts.wording import clocks, moments

NUMBERS = ("{n}. ", "{n}) ", "({n}) ", "#{n} ", "{n}: ", "{n} - ", "No. {n}: ", "[{n}] ", "{n}/ ")
BULLETS = ("• ", "- ", "* ", "▪ ", "● ", "– ", "» ", "→ ", "■ ", "+ ")
TITLES = (
    "{t}",
    "{t}",
    "{t}",
    "{t}",
    "## {t}",
    "### {t}",
    "**{t}**",
    "[{t}]",
    "【{t}】",
    "{t}:",
    "» {t}",
    "== {t} ==",
    "> {t}",
    "_{t}_",
    "• {t}",
    "- {t}",
    "* {t}",
    "▪ {t}",
    "• {t}",
)
SOURCES = (
    "{s}",
    "{s}",
    "{s}",
    "Source: {s}",
    "via {s}",
    "({s})",
    "— {s}",
    "• {s}",
    "[{s}]",
    "| {s}",
    "By {s}",
    "{s} »",
)
BOTH = (
    "{s} - {t}",
    "{s} | {t}",
    "{s} · {t}",
    "{t} • {s}",
    "{s}, {t}",
    "{s} {t}",
    "{t} | {s}",
    "{s} — {t}",
    "{s}{t}",
    "{s} ({t})",
)
CASES = ("as it is", "as it is", "as it is", "sentence", "sentence", "title", "short", "capitals")
CASES_RUN_IN = ("as it is", "as it is", "sentence", "title", "short", "capitals", "capitals", "capitals")
SEPARATORS = ("***", "---", "# # #", "* * *", "•••", "⁂", "_____", "===", "~", "- - -", "◆")
RUN_INS = ("{t}: {b}", "{t}. {b}", "{t} — {b}", "{t} - {b}", "{t} | {b}", "{t}: {b}", "{t}. {b}")


@dataclass(frozen=True)
class Form:
    """What stands before and after each story's text, in order, and how each part is written."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    title: str
    number: str | None
    source: str
    both: str
    moment: Callable[[], str]
    mark: str  # before each paragraph, or before the first
    mark_all: bool
    run_in: str | None
    case: str
    categories: float
    separator: str | None
    one_source: bool
    more: str
    attributed: float
    dropped: float  # how often a part is missing
    wordy: float  # how often a title is as long as a sentence
    terse: float  # how often a story is no more than a line without a full stop


def draw_form(canvas: Canvas, family: str) -> Form:
    """A form of the family: digest, round_up, stamped, trailed, twice, run_in, numbered, mixed, live."""
    rng = canvas.rng
    before, after = drawn_slots(rng, family)
    return Form(
        before=tuple(before),
        after=tuple(after),
        title=rng.choice(TITLES),
        number=rng.choice(NUMBERS) if family == "numbered" else None,
        source=rng.choice(SOURCES),
        both=rng.choice(BOTH),
        moment=_clock(canvas) if family == "live" and canvas.chance(0.75) else moments(rng, canvas.language),
        mark=rng.choice(BULLETS) if rng.random() < (0.5 if family == "digest" else 0.22) else "",
        mark_all=rng.random() < 0.6,
        run_in=rng.choice(RUN_INS) if family == "run_in" else None,
        case=rng.choice(CASES_RUN_IN if family == "run_in" else CASES),
        categories=rng.choice((0.0, 0.0, 0.0, 0.3, 0.6, 1.0)) if family not in ("live", "twice") else 0.0,
        separator=rng.choice(SEPARATORS) if rng.random() < 0.15 else None,
        one_source=rng.random() < 0.15,
        more=canvas.one("more"),
        attributed=rng.choice((0.0, 0.0, 0.0, 0.9)) if family in ("digest", "run_in", "round_up") else 0.0,
        dropped=rng.choice((0.0, 0.0, 0.05, 0.2)),
        wordy=rng.choice((0.0, 0.05, 0.1, 0.8)),
        terse=rng.choice((0.0, 0.0, 0.1, 0.3)) if {"title", "time", "both"} & {*before} else 0.0,
    )


def _clock(canvas: Canvas) -> Callable[[], str]:
    """Times of day: a live blog's newest entry mostly stands first."""
    return partial(next, clocks(canvas.rng, falling=canvas.chance(0.75)))


def write_story(canvas: Canvas, form: Form, item: Item, number: int, body: tuple[str, ...]) -> None:
    """The story's lines in the page's form."""
    title = cased(title_of(item, canvas.rng, form.wordy), form.case, item.body)
    source = canvas.source()
    shown = form.title.format(t=title)
    if form.number and "title" in form.before and "number" not in form.before:
        shown = form.number.format(n=number + 1) + title
    parts = _parts(canvas, form, shown, source, number)
    if canvas.chance(0.5):
        parts["stand"] = (clipped(body[-1], canvas.rng), "body")
    for slot in form.before:
        if slot in parts and not (slot in ("time", "source", "author") and canvas.chance(form.dropped)):
            canvas.add(*parts[slot], number)
    if canvas.chance(form.terse):
        body = (clipped(body[0], canvas.rng),)
    _write_body(canvas, form, title, number, body, source)
    for slot in form.after:
        if slot in parts and not canvas.chance(form.dropped):
            canvas.add(*parts[slot], number if slot not in ("more", "share") else -1)
    if "title" in form.before:
        canvas.titles[number] = title


def _parts(canvas: Canvas, form: Form, title: str, source: str, number: int) -> dict[str, tuple[str, str]]:
    moment = form.moment()
    return {
        "title": (title, "title"),
        "again": (title, "titledup"),
        "source": (form.source.format(s=source), "source"),
        "source_again": (canvas.rng.choice(("• ", "– via ", "| ", "")) + source, "source"),
        "time": (moment, "time"),
        "both": (form.both.format(s=source, t=moment), "srctime"),
        "number": (str(number + 1), "sep"),
        "label": (canvas.one("section"), "section"),
        "author": (canvas.rng.choice(("By ", "", "by ")) + canvas.one("author"), "source"),
        "credit": (canvas.one("credit"), "credit"),
        "stand": (canvas.one("point"), "body"),
        "more": (form.more, "boiler"),
        "share": (canvas.rng.choice(("Share", "Copy link", "Facebook", "Permalink")), "boiler"),
    }


def _write_body(canvas: Canvas, form: Form, title: str, number: int, body: tuple[str, ...], source: str) -> None:
    for i, text in enumerate(body):
        if i == 0 and form.run_in and canvas.chance(0.97):
            text = form.run_in.format(t=title, b=text)
            canvas.titles[number] = title
        if i == 0 and "time_run_in" in form.before:
            text = form.moment() + canvas.rng.choice((" ", ": ", " - ", " – ")) + text
        if i == 0 and form.number and "title" not in form.before:
            text = form.number.format(n=number + 1) + text
        if i == len(body) - 1 and canvas.chance(form.attributed):
            text += f" ({source})" if canvas.chance(0.8) else f" [{source}]"
        if form.mark and (i == 0 or form.mark_all):
            text = form.mark + text
        canvas.add(text, "body", number)
