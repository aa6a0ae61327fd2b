"""HTML pages whose repeated units are stories, whatever their markup: the reading where nothing in the page names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tasks.split.cues import PREFIX, Cues
from tasks.split.draft import Draft, Hypothesis, Line, placed
from tasks.split.facts import HEADINGS
from tasks.split.sections import PER_STORY, is_live
from tasks.split.unit_drafts import NUMBER, STAMP, Uses, draft_of, may_be_name, uses_of
from tasks.split.unit_subjects import differ, may_differ
from tasks.split.unit_teasers import are_cut_off, drop_teasers
from tasks.split.unit_times import go_by_clock, have_times
from tasks.split.unit_titles import drop_clocks, run_in, take_first_lines, take_outlets_behind
from tasks.split.units import BOLD, LINKED, Layout, Seen, Unit

COVERED = 0.65  # of the page's running text must stand in its stories
LONG_TITLE = 6  # words
MOST = 0.7  # of the stories must have what tells them
FEWEST = 3
MAIN, MAIN_SHARE = 20, 0.6  # words of an article over others, and how many of their mean
TRIED = 5  # layouts whose leads are the likeliest titles
STAMPS = 3  # lines over a title that may be its own
LIVE = 0.6  # of the stories
HEADLINE = 3  # words


def story_each_unit(seen: Seen, cues: Cues, is_one_article: bool = False) -> Hypothesis | None:
    """A story each unit of the layout that holds most of the page's text, where they are signed or tell of different things.

    The items of one article (`is_one_article`) may be named or tell of different things too, but have no times.
    """
    able = [layout for layout in seen.layouts if _are_many(layout, seen) and _covers(layout, seen, seen.words)]
    if is_one_article:
        able = [layout for layout in able if _may_have_times(layout, seen.lines)]
    told = (
        told
        for told in _told_units(able, seen, cues, seen.words)
        if (have_times(told.drafts, seen.lines) and not go_by_clock(told.drafts, seen.lines))
        or (not is_one_article and len(told.drafts) >= FEWEST and _are_apart(told.drafts, seen.lines, told.uses, cues))
    )
    ranked = sorted(told, key=lambda told: -told.likely)
    if not ranked:
        return None
    best = next((wider for wider in ranked[1:] if _holds(wider, ranked[0])), ranked[0])
    main = _with_main(best.layout, seen).units[: -len(best.layout.units)]
    over = [draft_of(unit, True, seen.lines, uses_of(best.layout, seen, cues)) for unit in main]
    return _hypothesis([*(draft for draft in over if draft.body), *best.drafts], seen)


def any_units(seen: Seen, cues: Cues) -> Hypothesis | None:
    """The same of the layout whose leads are the likeliest titles, though nothing says that its units are stories.

    The items of one article may be laid out so too; but what is under their titles is not of other things each.
    """
    able = [_with_main(layout, seen) for layout in seen.layouts if layout.titled or len(layout.units) >= FEWEST]
    told = next(_told_units([x for x in able if _covers(x, seen, seen.kept)], seen, cues, seen.kept), None)
    if told is None or not may_differ(*_told_of(told.drafts, seen.lines), _telling_nothing(cues)):
        return None
    return _hypothesis(told.drafts, seen)


@dataclass(frozen=True)
class ToldUnits:
    """A layout's units as stories, how likely they are, and what their lines are used for."""

    layout: Layout
    drafts: list[Draft]
    likely: float
    uses: Uses


def _told_units(able: Sequence[Layout], seen: Seen, cues: Cues, words: Sequence[int]) -> Iterator[ToldUnits]:
    """Those of the likeliest layouts that cover the page; `words[i]`: those before line i that must be covered."""
    for layout in sorted(able, key=lambda layout: -_likeness(layout, seen.lines))[:TRIED]:
        layout = _with_stamps_over(layout, seen)
        uses = uses_of(layout, seen, cues)
        found = _stories(layout, seen.lines, uses)
        take_outlets_behind(found, cues)
        told = sum(words[i + 1] - words[i] for draft in found for i in draft.body)
        if _are_enough(found, layout, seen) and told >= COVERED * words[-1] and not are_cut_off(found, seen.lines):
            yield ToldUnits(layout, found, told / words[-1] + _likeness(layout, seen.lines), uses)


def _holds(wider: ToldUnits, best: ToldUnits) -> bool:
    """Does each of the units under times hold one of those under titles, and are there more? Some entries have no title."""
    titles = {draft.title for draft in best.drafts}
    held = [len(titles.intersection(draft.blocks)) for draft in wider.drafts]
    return not wider.layout.titled and max(held) == 1 and sum(held) == len(titles) < len(held)


def _are_many(layout: Layout, seen: Seen) -> bool:
    """Three units, or two under headlines of the first rank: a page that loads the next article under the last."""
    return len(layout.units) >= _fewest(layout, seen)


def _are_enough(drafts: Sequence[Draft], layout: Layout, seen: Seen) -> bool:
    return len(drafts) >= _fewest(layout, seen)


def _fewest(layout: Layout, seen: Seen) -> int:
    ranks = {seen.lines[unit.lead].block.tag for unit in layout.units if unit.lead is not None}
    return FEWEST - 1 if ranks == {"h1"} else FEWEST


def _with_main(layout: Layout, seen: Seen) -> Layout:
    """The layout with the article that stands over its units, if one does, as the first; the units must be kept text mostly.

    What stands over units that are led by times sums them up.
    """
    inside = [i for unit in layout.units for i in unit.lines]
    start = layout.units[0].lines[0]
    headline = next((i for i in range(start) if seen.lines[i].mark.role == "headline"), start)
    over = seen.kept[start] - seen.kept[headline]
    kept = sum(seen.kept[i + 1] - seen.kept[i] for i in inside)
    is_main = over >= max(MAIN, MAIN_SHARE * kept / len(layout.units)) and kept >= COVERED * sum(map(seen.told, inside))
    is_timed = not layout.titled and layout.units[0].lead is not None
    if not is_main or is_timed:
        return layout
    return replace(layout, units=(Unit(headline, tuple(range(headline, start))), *layout.units))


def _hypothesis(drafts: Sequence[Draft], seen: Seen) -> Hypothesis:
    stories = tuple(placed(draft, seen.lines) for draft in drafts)
    return Hypothesis("story_each_unit", stories, PER_STORY * (len(stories) - 1))


def _covers(layout: Layout, seen: Seen, words: Sequence[int]) -> bool:
    """Do the units hold most of the page's running text (`words`), and most of what was kept of it? Comments hold the first alone."""
    inside = [i for unit in layout.units for i in unit.lines]
    told, kept = (sum(told[i + 1] - told[i] for i in inside) for told in (words, seen.kept))
    return told >= COVERED * words[-1] > 0 and kept >= COVERED * seen.kept[-1]


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
    is_run_in = layout.units[-1].lead is None
    drafts = [draft_of(unit, layout.titled or is_run_in, lines, uses) for unit in layout.units]
    for draft in drafts:
        drop_teasers(draft, lines)
    drafts = [draft for draft in drafts if draft.body]
    if is_run_in:
        run_in([draft for draft in drafts if draft.title is None], lines)
    elif not layout.titled:
        take_first_lines(drafts, lines, uses)
    clocks = sum(draft.time is not None and draft.source is None for draft in drafts)
    for draft in drafts:
        live = is_live(lines[draft.body[0]]) or (not layout.titled and clocks >= LIVE * len(drafts))
        draft.kind = "live_entry" if live else "brief" if len(draft.body) == 1 else "article"
    drop_clocks(drafts)
    return drafts


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
    titles, texts = _told_of(drafts, lines)
    if not all(titles):
        return False
    first = min(drafts[0].blocks)
    heads = [line.text for line in lines[:first] if line.mark.role == "headline" and line.n_words >= HEADLINE]
    return differ(titles, texts, heads, _telling_nothing(cues))


def _told_of(drafts: Sequence[Draft], lines: Sequence[Line]) -> tuple[list[str], list[list[str]]]:
    """The titles, and the paragraphs under each."""
    titles = [draft.title_text or _title(draft, lines) for draft in drafts]
    return titles, [[_without(titles[k], lines[i].text) for i in draft.body] for k, draft in enumerate(drafts)]


def _telling_nothing(cues: Cues) -> frozenset[str]:
    """The beginnings of words that tell no subject."""
    return cues.common | {word[:PREFIX] for word in cues.no_names}


def _without(title: str, text: str) -> str:
    """The paragraph without the title run into it."""
    return text.partition(title)[2] if title and text.startswith(title) else text
