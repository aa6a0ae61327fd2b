"""When a story was published: what the page's head states, what stands beside the story, what the address holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from tasks.describe.evidence import NUMERIC_DATE, Evidence, date_order
from tasks.describe.stamps import PUBLISHED_META, PUBLISHED_NAME, modified_stamps, scripted_stamp
from tasks.describe.times import ReadTime, looks_like_time, read_time, split_source_and_time
from tasks.describe.times.patterns import CLOCK_ONLY, UPDATED_START
from tasks.describe.times.words import ENGLISH_MONTHS, MONTHS, any_of, as_listed
from tasks.page import Block, Story
from tasks.words import n_words

ADDRESS_DATE = re.compile(r"(?<!\d)(20[0-4]\d|199\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
ADDRESS_NAMED = re.compile(rf"/(20[0-4]\d|199\d)/({any_of(ENGLISH_MONTHS)})/([0-3]?\d)(?=/|$)", re.I)
TEXT_ROLES = ("body", "subhead", "caption")  # a line of the text that is nothing but a time
ORDERS = {"day": "en-GB", "month": "en-US"}  # languages that read `03/10/2023` so
DAY_FIRST = frozenset("uk ie au nz in za sg my hk ng ke gh pk lk eu".split())  # whose English dates begin with the day
ABOVE, DATELINE = 12, 15  # lines above the first story, words of one that dates the page
YEAR = re.compile(r"\d{4}|\d[./-]\d\d$")  # a date in full: `2h ago` above a story may be another's
OTHERS_ROLES = ("comments", "related", "advert")
LATEST = "2100-12-31"  # where nobody knows when the page was fetched
NEAR = timedelta(days=1)  # two zones' words for one moment


@dataclass(frozen=True, slots=True)
class Published:
    """A story's time: `raw` in the page's words (None where only the page around the story is dated), and its place."""

    time: ReadTime
    raw: str | None
    origin: str
    is_stamp: bool = False  # a line or element of its own: not a date that a sentence mentions


def choose_published(story: Story, seen: Evidence, language: str | None) -> Published | None:
    """The head's time, unless the page shows an earlier day: then its head dates a later edition. None without any.

    The words are the page's visible ones wherever they mean the same day.
    """
    language = _read_as(story, seen, language)
    shown = _best_shown(list(_shown(story, seen, language)))
    if not seen.is_alone and shown is None:
        return _of_digest(story, seen, language)
    stated = _agreed(list(_stated(seen, language)), shown) if seen.is_alone else None
    if stated is None:
        return shown or (next(_last_resorts(seen, language), None) if seen.is_alone else None)
    if shown is None:
        return stated
    if not shown.is_stamp or shown.time.at is None or shown.time.at >= stated.time.at - NEAR:
        same = shown.time.at is None or abs(shown.time.at - stated.time.at) <= NEAR
        return Published(stated.time, shown.raw if same else stated.raw, stated.origin)
    return shown


def _of_digest(story: Story, seen: Evidence, language: str | None) -> Published | None:
    """The time of the page that the story appeared with others on: its head's, or of lines above them all that agree."""
    if len(seen.page.stories) == 1 and story.kind != "live_entry":
        return next(_last_resorts(seen, language), None)  # a text page
    if story.kind in ("live_entry", "appended"):
        return None
    if seen.page.raw.media_type != "text/plain" and story.kind != "brief":
        return None  # whole articles on one page have days of their own
    times = [found.time for found in _stated(seen, language)][:1] or list(_above_all(seen, language))
    days = {time.at.date() for time in times}
    return Published(max(times, key=lambda time: time.precision == "minute"), None, "page") if len(days) == 1 else None


def _above_all(seen: Evidence, language: str | None) -> Iterator[ReadTime]:
    stories = seen.page.stories
    if any(story.published_raw for story in stories):
        return  # they are dated one by one
    first = min((i for story in stories for i in story.blocks), default=0)
    for block in seen.page.blocks[max(0, first - ABOVE) : first]:
        time = read_time(block.text, seen.page.raw.fetched_at, language) if n_words(block.text) <= DATELINE else None
        is_own = time is not None and time.at is not None and YEAR.search(time.raw)
        if is_own and seen.page.marks[block.index].role not in OTHERS_ROLES:
            yield time


def _read_as(story: Story, seen: Evidence, language: str | None) -> str | None:
    """The language whose order of day and month the page's other dates show, where the story's are numeric."""
    lines = [story.published_raw or "", *(block.text for block in seen.blocks(story, "time", "byline", "source"))]
    numeric = [found for line in lines if (found := NUMERIC_DATE.search(line))]
    if not numeric:
        return language
    order = _order_of_address(numeric[0], _address_day(seen)) or date_order(seen.page)
    is_day_first = language == "en" and (seen.host or "").rpartition(".")[2] in DAY_FIRST
    return ORDERS.get(order, ORDERS["day"] if is_day_first else language)


def _order_of_address(numeric: re.Match, day: str | None) -> str | None:
    """The order in which a date is the day that the address holds."""
    first, other = (f"{int(part):02d}" for part in numeric.groups())
    orders = {f"{other}-{first}": "day", f"{first}-{other}": "month"}
    return orders.get(day[5:]) if day and first != other else None


def _address_day(seen: Evidence) -> str | None:
    """`2025-07-02` of an address such as `…/2025/07/02/…`, `…/2025/jul/2/…` or `…-20250702`."""
    address = seen.page.raw.url or seen.page.head.canonical or ""
    if found := ADDRESS_DATE.search(address):
        return f"{found[1]}-{found[3]}-{found[4]}"
    if found := ADDRESS_NAMED.search(address):
        return f"{found[1]}-{MONTHS[as_listed(found[2])]:02d}-{int(found[3]):02d}"
    return None


def _agreed(stated: list[Published], shown: Published | None) -> Published | None:
    """The first, unless another of the head's times for that moment falls on the day that the page shows."""
    day = shown.time.at.date() if shown and shown.time.at else None
    first = stated[0].time if stated else None
    near = [p for p in stated if abs(p.time.at - first.at) <= NEAR and p.time.precision == first.precision]
    return next((p for p in near if p.time.at.date() == day), stated[0] if stated else None)


def _shown(story: Story, seen: Evidence, language: str | None) -> Iterator[tuple[bool, Published]]:
    """The times that stand beside the story, each with whether it is only an update's."""
    if story.published_raw and (found := _of_line(story.published_raw, None, seen, language)):
        yield False, found
    for block in seen.blocks(story, "time", "byline", "source"):
        if found := _of_line(block.text, block, seen, language):
            yield UPDATED_START.match(block.text) is not None, found
    for block in seen.blocks(story, *TEXT_ROLES):
        if looks_like_time(block.text) and (found := _of_line(block.text, block, seen, language)):
            yield UPDATED_START.match(block.text) is not None, replace(found, is_stamp=False)


def _best_shown(shown: list[tuple[bool, Published]]) -> Published | None:
    if not shown:
        return None
    best = min(shown, key=lambda pair: (pair[0], _is_clock(pair[1]), pair[1].time.precision == "month"))[1]
    # The same time again with its element's datetime is the better reading of it.
    exact = [p for _, p in shown if p.raw == best.raw and p.origin == "time element"]
    return exact[0] if exact else best


def _is_clock(found: Published) -> bool:
    """A clock alone: its day is a guess."""
    return found.raw is not None and CLOCK_ONLY.fullmatch(found.raw) is not None


def _of_line(text: str, block: Block | None, seen: Evidence, language: str | None) -> Published | None:
    fetched_at = seen.page.raw.fetched_at
    pair = split_source_and_time(text)
    words = read_time(pair[1] if pair else text, fetched_at, language)
    is_stamp = pair is not None or looks_like_time(text)
    exact = read_time(block.stamp, fetched_at, language) if block and block.stamp else None
    if exact is not None and exact.at is not None:
        return Published(exact, words.raw if words else text, "time element", is_stamp)
    return Published(words, words.raw, "block", is_stamp) if words else None


def _stated(seen: Evidence, language: str | None) -> Iterator[Published]:
    head, linked = seen.page.head, seen.linked
    yield from read_all([("json-ld", linked.published)], seen, language)
    given = {name for name, _ in head.meta}
    named = [(f"meta {name}", head.first(name)) for name in PUBLISHED_META if name in given]
    yield from read_all(named, seen, language)
    others = [(f"meta {name}", value) for name, value in head.meta if PUBLISHED_NAME.match(name)]
    yield from read_all(others, seen, language)


def _last_resorts(seen: Evidence, language: str | None) -> Iterator[Published]:
    """A day that scripts or the address tell, then the last change: a publication no later than that is all it tells."""
    head, linked = seen.page.head, seen.linked
    scripted = scripted_stamp(seen.page.raw.body) if seen.is_alone else None
    yield from read_all(
        [("script", scripted), ("url", _address_day(seen)), *modified_stamps(head, linked)], seen, language
    )
    if seen.is_alone and seen.page.pieces:
        yield from read_all([("htmldate", _searched_day(seen))], seen, language)


def _searched_day(seen: Evidence) -> str | None:
    """What htmldate finds in the page's marked-up dates: an eighth of the cost of its search through all the text (14 ms to 107 ms)."""
    from htmldate import find_date  # costly to import, and most pages are dated without it

    fetched_at = seen.page.raw.fetched_at
    latest = fetched_at.date().isoformat() if fetched_at else LATEST  # its own default is the day it runs on
    return find_date(
        seen.page.pieces[0], extensive_search=False, original_date=True, url=seen.page.raw.url, max_date=latest
    )


def read_all(stated: list[tuple[str, str | None]], seen: Evidence, language: str | None) -> Iterator[Published]:
    """The moments that these (origin, text) pairs state, in order; a text that states none is left out."""
    for origin, raw in stated:
        time = read_time(raw, seen.page.raw.fetched_at, language) if raw else None
        if time is not None and time.at is not None:
            yield Published(time, time.raw, origin)
