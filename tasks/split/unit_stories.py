"""HTML pages whose repeated units are stories, whatever their markup: the reading where nothing in the page names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.split.cues import PREFIX, Cues
from tasks.split.draft import Draft, Hypothesis, Line, placed
from tasks.split.facts import HEADINGS
from tasks.split.run_in import run_in_titles
from tasks.split.sections import PER_STORY, is_live
from tasks.split.unit_drafts import NUMBER, STAMP, Uses, draft_of, may_be_name, uses_of
from tasks.split.unit_subjects import differ
from tasks.split.units import BOLD, LINKED, Layout, Seen, Unit

COVERED = 0.65  # of the page's running text must stand in its stories
LONG_TITLE = 6  # words
MOST = 0.7  # of the stories must have what tells them
FEWEST = 3
TRIED = 5  # layouts whose leads are the likeliest titles
STAMPS = 3  # lines over a title that may be its own
CUT_OFF = ("…", "...", "[…]", "[...]")
LIVE = 0.6  # of the stories
HEADLINE = 3  # words
# A clock before a title: `10:42 Ferry`, `10.42 Uhr: Ferry`, `10.42 - Ferry`; not `3.50 euros`, `1.10 Notes`, `12.03.2025`.
CLOCK = re.compile(
    r"^(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|[.,:/-]\d)(?:\s?(?:uhr|[ap]\.?m)\b\.?|\s*[-–—:|]|(?<=[:h]\d\d))\s*[-–—:|]?\s*",
    re.I,
)


def story_each_unit(seen: Seen, cues: Cues, is_one_article: bool = False) -> Hypothesis | None:
    """A story each unit of the layout that holds most of the page's text, where they are signed or tell of different things.

    The items of one article (`is_one_article`) may be named or tell of different things too, but have no times.
    """
    best, drafts = 0.0, []
    able = [layout for layout in seen.layouts if len(layout.units) >= FEWEST and _covers(layout, seen)]
    if is_one_article:
        able = [layout for layout in able if _may_have_times(layout, seen.lines)]
    for layout in sorted(able, key=lambda layout: -_likeness(layout, seen.lines))[:TRIED]:
        layout = _with_stamps_over(layout, seen)
        uses = uses_of(layout, seen, cues)
        found = _stories(layout, seen.lines, uses)
        covered = sum(seen.told(i) for draft in found for i in draft.body) / seen.words[-1]
        likely = covered + _likeness(layout, seen.lines)
        if likely <= best or len(found) < FEWEST or covered < COVERED or _are_cut_off(found, seen.lines):
            continue
        if _have_times(found, seen.lines) or (not is_one_article and _are_apart(found, seen.lines, uses, cues)):
            best, drafts = likely, found
    if not drafts:
        return None
    stories = tuple(placed(draft, seen.lines) for draft in drafts)
    return Hypothesis("story_each_unit", stories, PER_STORY * (len(stories) - 1))


def _covers(layout: Layout, seen: Seen) -> bool:
    """Do the units hold most of the page's running text, and most of what was kept of it? Comments hold the first alone."""
    inside = [i for unit in layout.units for i in unit.lines]
    kept = sum(seen.kept[i + 1] - seen.kept[i] for i in inside)
    return sum(map(seen.told, inside)) >= COVERED * seen.words[-1] > 0 and kept >= COVERED * seen.kept[-1]


def _may_have_times(layout: Layout, lines: Sequence[Line]) -> bool:
    """Have most units a short line with a number in it? A cheap look before any line is read for a time."""
    short = [
        any(lines[i].n_words <= STAMP and NUMBER.search(lines[i].text) for i in unit.lines) for unit in layout.units
    ]
    return sum(short) >= MOST * len(layout.units)


def _likeness(layout: Layout, lines: Sequence[Line]) -> float:
    """How much like titles the leads are: long ones, headings, links or bold; 0 for times."""
    if not layout.titled:
        return 0.0
    leads = [lines[unit.lead] for unit in layout.units]
    dressed = sum(x.block.tag in HEADINGS or x.block.link_share > LINKED or x.block.bold_share > BOLD for x in leads)
    words = sum(min(line.n_words, LONG_TITLE) for line in leads) / LONG_TITLE
    return (dressed + words) / len(leads)


def _stories(layout: Layout, lines: Sequence[Line], uses: Uses) -> list[Draft]:
    drafts = [draft_of(unit, layout.titled, lines, uses) for unit in layout.units]
    drafts = [draft for draft in drafts if draft.body]
    if all(unit.lead is None for unit in layout.units):
        _run_in(drafts, lines)
    clocks = sum(draft.time is not None and draft.source is None for draft in drafts)
    for draft in drafts:
        live = is_live(lines[draft.body[0]]) or (not layout.titled and clocks >= LIVE * len(drafts))
        draft.kind = "live_entry" if live else "brief" if len(draft.body) == 1 else "article"
    _drop_clocks(drafts)
    return drafts


def _drop_clocks(drafts: Sequence[Draft]) -> None:
    """Takes the clock off the titles, where most have one."""
    clocks = [CLOCK.match(draft.title_text or "") for draft in drafts]
    if sum(map(bool, clocks)) >= MOST * len(drafts):
        for draft, clock in zip(drafts, clocks, strict=True):
            draft.title_text = draft.title_text[clock.end() :] or draft.title_text if clock else draft.title_text


def _run_in(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """The titles that the first paragraphs begin with."""
    titles = run_in_titles([lines[draft.body[0]].text for draft in drafts])
    for draft, title in zip(drafts, titles, strict=True):
        if title:
            draft.title, draft.title_text = draft.body[0], title


def _with_stamps_over(layout: Layout, seen: Seen) -> Layout:
    """Lines that stand over every lead alike, a time or a name, go with what they stand over."""
    units, lines, places = list(layout.units), seen.lines, seen.places
    for _ in range(STAMPS):
        over = [unit.lines[0] - 1 for unit in units]
        if (
            not all(i >= 0 and (lines[i].is_stamp or may_be_name(lines[i])) for i in over)
            or len({places[i] for i in over}) > 1
        ):
            break
        taken = set(over)
        units = [Unit(u.lead, (i, *(k for k in u.lines if k not in taken))) for i, u in zip(over, units, strict=True)]
    return replace(layout, units=tuple(units))


def _are_cut_off(drafts: Sequence[Draft], lines: Sequence[Line]) -> bool:
    """Do most end in the middle, to be read elsewhere?"""
    return sum(lines[draft.body[-1]].text.endswith(CUT_OFF) for draft in drafts) > len(drafts) / 2


def _have_times(drafts: Sequence[Draft], lines: Sequence[Line]) -> bool:
    """Have most stories a time of their own?"""
    told = [draft.time is not None or CLOCK.match(_title(draft, lines)) is not None for draft in drafts]
    return sum(told) >= MOST * len(drafts)


def _are_apart(drafts: Sequence[Draft], lines: Sequence[Line], uses: Uses, cues: Cues) -> bool:
    """Have most stories an outlet or a writer of their own, or do they differ? So may the items of one article.

    (A link of its own has each item of many a listicle.)
    """
    own = [
        sum(draft.source is not None and uses.places[draft.source] in uses.outlets for draft in drafts),
        sum(any(mark.role == "byline" for mark in draft.others.values()) for draft in drafts),
    ]
    return max(own) >= MOST * len(drafts) or _differ(drafts, lines, cues)


def _title(draft: Draft, lines: Sequence[Line]) -> str:
    return "" if draft.title is None else lines[draft.title].text


def _differ(drafts: Sequence[Draft], lines: Sequence[Line], cues: Cues) -> bool:
    titles = [draft.title_text or _title(draft, lines) for draft in drafts]
    if not all(titles):
        return False
    first = min(drafts[0].blocks)
    heads = [line.text for line in lines[:first] if line.mark.role == "headline" and line.n_words >= HEADLINE]
    texts = [[_without(titles[k], lines[i].text) for i in draft.body] for k, draft in enumerate(drafts)]
    return differ(titles, texts, heads, cues.common | {word[:PREFIX] for word in cues.no_names})


def _without(title: str, text: str) -> str:
    """The paragraph without the title run into it."""
    return text.partition(title)[2] if text.startswith(title) else text
