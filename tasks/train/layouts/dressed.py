"""Pages of several stories whose titles and texts begin and end in a form put together at random: no list of heads is long enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.digests import closing, opening
from tasks.train.layouts.headers import CASES, SEPARATORS
from tasks.train.layouts.pool import Item, Pool, cased, clipped, resized, title_of
from tasks.train.layouts.wording import clocks, day, moments

# What stands beside a title or before a text, by the letters that `_known` explains; a form is one or two of them between signs.
BESIDE = (
    "s",
    "s",
    "s",
    "k",
    "k",
    "p",
    "w",
    "m",
    "c",
    "d",
    "a",
    "f",
    "s, m",
    "s m",
    "p, s",
    "k | s",
    "w, s",
    "m, w",
    "n",
    "e",
)
KICKERS = (
    "k",
    "k",
    "b",
    "b",
    "P",
    "p",
    "p (s)",
    "P (s)",
    "P, d (a)",
    "p, d",
    "s",
    "w",
    "d",
    "c",
    "K",
    "K",
    "p / k",
    "n",
    "e",
    "T",
)
BETWEEN = (": ", ": ", " — ", " – ", " - ", " - ", " | ", " / ", " · ", " // ", " • ", "  ", ", ")
AFTER_KICKER = (". ", ". ", ". ", ": ", ": ", " — ", " – ", " - ", " | ", "   ", " / ", ".- ", " >> ", "… ")
BRACKETS = ("({})", "[{}]", "【{}】", "<{}>", "*{}*", "**{}**", "_{}_", "«{}»")
PICTURES = "🔥 📌 🚨 ⚽ 🌍 📈 🏛 🎬 ☔ 🚆 🔬 💶 🏥 ✈ 🎓 🐾".split()
ENDS = ("{}:", "{} …", "{} ↗", "{} »", "{} >", "{}.", "{} –", "{} (+)", "{}!")
COUNTS = (2, 3, 3, 4, 4, 5, 6, 8, 10)


@dataclass(frozen=True)
class Dress:
    """Forms with `{t}` for a title, `{x}` for the text; an empty one is not written."""

    head: str
    line: str  # in a line of its own, between head and text or under the text
    is_under: bool
    lead: str
    tail: str
    moment: Callable[[], str]
    clocks: Iterator[str]
    case: str
    longest: int
    separator: str
    missing: float


def dressed(canvas: Canvas, pool: Pool) -> str:
    """Stories of one to five paragraphs, with or without titles. Returns the layout's name."""
    rng = canvas.rng
    page = _drawn(canvas)
    items = pool.alike(
        rng.choice(COUNTS), canvas.language, rng, bool(page.head) or "{T}" in page.lead, canvas.chance(0.4)
    )
    opening(canvas)
    for number, item in enumerate(items):
        if number and page.separator:
            canvas.add(page.separator, "sep")
        elif number and canvas.chance(0.04):
            canvas.furniture("middle")
        body = resized(item.body[: 3 * page.longest], rng.choice(("as it is", "shorter")), rng)
        _story(canvas, page, item, number, body[: rng.randint(1, page.longest)])
    closing(canvas, pool)
    return "gen/dressed"


def _drawn(canvas: Canvas) -> Dress:
    rng = canvas.rng
    kind = rng.choice(("head", "head", "lead", "lead", "both", "tail"))
    head = "{t}" if kind == "tail" and canvas.chance(0.3) else _head(canvas) if kind in ("head", "both") else ""
    return Dress(
        head=head,
        line=_filled(rng.choice(BESIDE)) if canvas.chance(0.2) else "",
        is_under=canvas.chance(0.4),
        lead=_lead(canvas) if kind in ("lead", "both") else "",
        tail=_tail(canvas) if kind == "tail" else "",
        moment=moments(rng, canvas.language),
        clocks=clocks(rng, falling=canvas.chance(0.75)),
        case=rng.choice(CASES),
        longest=rng.choice((1, 1, 2, 3, 5)),
        separator=rng.choice(SEPARATORS) if canvas.chance(0.06) else "",
        missing=rng.choice((0.0, 0.0, 0.0, 0.1)),
    )


def _head(canvas: Canvas) -> str:
    """A title with something before it, behind it, or both."""
    rng = canvas.rng
    if canvas.chance(0.2):
        return rng.choice(ENDS).format("{t}")
    before, after = rng.choice(((0, 1), (0, 1), (0, 1), (1, 0), (1, 0), (1, 1)))
    head = "{t}"
    if before:
        head = _set_apart(canvas, BESIDE, BETWEEN, head, behind=False)
    if after:
        head = _set_apart(canvas, BESIDE, BETWEEN, head, behind=True)
    return head


def _lead(canvas: Canvas) -> str:
    return _set_apart(canvas, KICKERS, AFTER_KICKER, "{x}", behind=False)


def _tail(canvas: Canvas) -> str:
    return _set_apart(
        canvas, ("s", "a", "w", "i", "s, d", "i/a", "k", "w, s"), (" — ", " - ", " ", " / ", " – "), "{x}", behind=True
    )


def _set_apart(canvas: Canvas, parts: tuple[str, ...], signs: tuple[str, ...], text: str, *, behind: bool) -> str:
    part, bracketed = _filled(canvas.rng.choice(parts)), canvas.chance(0.3)
    if part in ("{e}", "{n}"):
        bracketed, sign = False, " " if part == "{e}" else canvas.rng.choice((". ", ") ", " ", " - "))
    else:
        sign = " " if bracketed else canvas.rng.choice(signs)
    if bracketed:
        part = canvas.rng.choice(BRACKETS).format(part)
    return f"{text}{sign}{part}" if behind else f"{part}{sign}{text}"


def _filled(letters: str) -> str:
    """The letters as fields: `s, m` as `{s}, {m}`."""
    return "".join(f"{{{sign}}}" if sign.isalpha() else sign for sign in letters)


def _known(canvas: Canvas, page: Dress, title: str, number: int, text: str) -> dict[str, str]:
    """What each letter stands for."""
    rng = canvas.rng
    place, section = canvas.one("town"), canvas.one("section")
    few = " ".join(title.split()[: rng.randint(1, 3)]).rstrip(",;:.-–— ") if title else clipped(text, rng, (1, 3))
    return {
        "t": title, "T": title, "x": text, "s": canvas.source(), "k": section, "K": section.upper(), "p": place, "P": place.upper(),
        "w": canvas.one("author"), "m": page.moment(), "c": next(page.clocks), "d": day(rng, canvas.language, 2025),
        "a": canvas.one("agency"), "f": canvas.one("figure").format(n=rng.randint(2, 400)), "b": few or section, "n": str(number + 1),
        "e": rng.choice(PICTURES), "i": "".join(rng.sample("abcdefghklmnoprst", rng.randint(2, 3))),
    }  # fmt: skip


def _story(canvas: Canvas, page: Dress, item: Item, number: int, body: tuple[str, ...]) -> None:
    title = cased(title_of(item, canvas.rng), page.case, item.body)
    known = _known(canvas, page, title, number, body[0])
    if page.head:
        is_plain = canvas.chance(page.missing)
        canvas.add(title if is_plain else page.head.format(**known), "title", number)
        canvas.titles[number] = title
    if page.line and not page.is_under:
        canvas.add(page.line.format(**known), "srctime", number)
    for i, text in enumerate(body):
        if i == 0 and page.lead and not canvas.chance(page.missing):
            text = page.lead.format(**known | {"x": text})
        if i == len(body) - 1 and page.tail and not canvas.chance(page.missing):
            text = page.tail.format(**known | {"x": text})
        canvas.add(text, "body", number)
    if page.line and page.is_under:
        canvas.add(page.line.format(**known), "srctime", number)
