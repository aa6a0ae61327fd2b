"""split: the page's shape, then its kept blocks into stories. Readings of it compete; one story is the default."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from tasks.page import CleanPage, Mark, Shape, Story
from tasks.parse.listed import is_listicle, is_one_article
from tasks.split.choose import as_hypothesis, ranked_readings
from tasks.split.cut_off import without_teasers
from tasks.split.draft import Draft, Hypothesis, Line, lines_of
from tasks.split.flat import story_each_judged_unit, story_each_reading
from tasks.split.link_list import link_list
from tasks.split.one_story import one_story
from tasks.split.sections import story_each_section
from tasks.split.sheet import Sheet
from tasks.split.teasers import teasers
from tasks.split.unit_stories import story_each_unit
from tasks.split.units import Seen

if TYPE_CHECKING:
    from tasks.desk import Desk

PREFORMATTED = 0.8  # of the words that were kept
PARAGRAPH = 5  # words; a page of fewer than two lines as long has no two stories
ADOPTED = ("credit", "caption", "byline")


def split(page: CleanPage, desk: Desk) -> CleanPage:
    """The page with its shape, its stories, and every kept block that is in none marked as cut."""
    lines = lines_of(page)
    is_text = page.raw.media_type == "text/plain" or _is_preformatted(lines)
    best, runner_up = _read_text(lines, desk) if is_text else _read_sections(lines, page, desk)
    best = without_teasers(best, lines)
    _adopt(lines, best.drafts)
    margin = round(best.log_likelihood - runner_up.log_likelihood, 3) if runner_up else 0.0
    shape = Shape(best.name, runner_up.name if runner_up else None, margin)
    stories = tuple(_story(draft, position, lines) for position, draft in enumerate(best.drafts, 1))
    marks = _final_marks(lines, best)
    return replace(page, shape=shape, stories=stories, marks=marks)


def _is_preformatted(lines: Sequence[Line]) -> bool:
    """Does most of an HTML page's text stand in a `pre`, whose lines no element parts?"""
    text = [line for line in lines if line.mark.kept]
    inside = sum(line.n_words for line in text if "pre" in line.block.path)
    return inside > PREFORMATTED * sum(line.n_words for line in text)


def _read_text(lines: Sequence[Line], desk: Desk) -> tuple[Hypothesis, Hypothesis | None]:
    """The best reading of a text page and the next best."""
    whole = one_story(lines, True)
    paragraphs = (line for line in lines if line.n_words >= PARAGRAPH and not line.is_cut_by_rule)
    if len([*islice(paragraphs, 2)]) < 2:
        return link_list(lines) or whole, whole
    sheet = Sheet.read(lines, desk.splitter)
    if len(sheet.text) < 2 and (links := link_list(lines)) is not None:
        return links, whole
    ranked = ranked_readings(sheet, desk.splitter)
    if not ranked:
        return whole, None
    (first, lead), *others = ranked
    best = as_hypothesis(first, lead, sheet) if first.name != "one_story" else whole
    best = best if len(best.drafts) > 1 else whole
    if not best.drafts and (links := link_list(lines)) is not None:
        best = links
    return best, next((Hypothesis(other.name, (), score) for other, score in others if other.name != best.name), None)


def _read_sections(lines: Sequence[Line], page: CleanPage, desk: Desk) -> tuple[Hypothesis, Hypothesis | None]:
    """The best reading of an HTML page: its numbered sections, units that repeat, a bare link list, or one story.

    Where nothing in its elements parts it, what its text says may.
    """
    seen = Seen.of(lines)
    sections = story_each_section(seen, desk.splitter.cues)
    units = story_each_unit(seen, desk.splitter.cues, is_one_article(page.head))
    if units and sections and not _holds(units, sections):
        units = None
    rivals = [
        one_story(lines, False, teasers(seen)),
        sections,
        units,
        None if units else link_list(lines, is_text=False),
    ]
    ranked = sorted(filter(None, rivals), key=lambda h: -h.log_likelihood)
    if ranked[0].name == "one_story" and not is_listicle(page.head.json_ld):
        told = story_each_judged_unit(seen, lines, desk) or story_each_reading(lines, page, desk)
        ranked = [*filter(None, [told]), *ranked]
    return ranked[0], ranked[1] if len(ranked) > 1 else None


def _holds(units: Hypothesis, sections: Hypothesis) -> bool:
    """Is every section one of the units, and are there more? A page numbers no section that is too short or has no time."""
    homes = {i: k for k, draft in enumerate(units.drafts) for i in draft.body}
    found = [{homes.get(i) for i in draft.body} for draft in sections.drafts]
    told = {k for homes_of in found for k in homes_of}
    return (
        all(len(homes_of) == 1 for homes_of in found)
        and None not in told
        and len(units.drafts) > len(found) == len(told)
    )


def _adopt(lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """Credits, captions and bylines that stand among or right after a story's lines go with it."""
    told = {i for draft in drafts for i in (*draft.blocks, *draft.others)}
    for draft, after in zip_longest(drafts, drafts[1:]):
        if not draft.blocks:
            continue
        stop = after.blocks[0] if after else len(lines)
        for i in range(draft.blocks[0], stop):
            if lines[i].mark.role in ADOPTED and i not in told:
                draft.others[i] = lines[i].mark


def _story(draft: Draft, position: int, lines: Sequence[Line]) -> Story:
    text = lambda i: lines[i].text if i is not None else None  # noqa: E731
    kept = [i for i, mark in draft.others.items() if mark.kept]
    return Story(
        story_id="",
        position=position,
        title=draft.title_text or text(draft.title),
        body="\n".join(lines[i].text for i in draft.body),
        source=draft.source_text or text(draft.source),
        published_raw=draft.time_text or text(draft.time),
        kind=draft.kind,
        blocks=tuple(sorted({*draft.blocks, *kept})),
    )


def _final_marks(lines: Sequence[Line], best: Hypothesis) -> tuple[Mark, ...]:
    """The shape's own roles, and a cut for every kept block that no story took."""
    given: dict[int, Mark] = {}
    for draft in best.drafts:
        given.update(draft.others)
        for role in ("source", "time"):
            if (index := getattr(draft, role)) is not None:
                given[index] = Mark(role, f"shape-{best.name}")
        if draft.title is not None and draft.title not in draft.body:
            given[draft.title] = Mark("headline", f"shape-{best.name}")
        for index in draft.body:
            if not lines[index].is_body:
                role = "standfirst" if lines[index].is_title_like else "body"
                given[index] = Mark(role, f"shape-{best.name}", 0.6)
    told = {i for draft in best.drafts for i in (*draft.blocks, *draft.others)}
    marks = []
    for line in lines:
        mark = given.get(line.index, line.mark)
        if mark.kept and line.index not in told:
            mark = Mark("other_furniture", f"between-stories-{best.name}", mark.score)
        marks.append(mark)
    return tuple(marks)
