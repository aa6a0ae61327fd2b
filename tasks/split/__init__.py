"""split: the page's shape, then its kept blocks into stories. Readings of the whole page compete; one story is the default."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from tasks.page import CleanPage, Mark, Shape, Story
from tasks.split.draft import Draft, Hypothesis, Line, lines_of
from tasks.split.link_list import link_list
from tasks.split.one_story import one_story
from tasks.split.paragraphs import story_each_number, story_each_paragraph, story_each_run_in, story_each_title
from tasks.split.sections import story_each_section
from tasks.split.titles_twice import titles_twice

TEXT_READINGS = (titles_twice, story_each_paragraph, story_each_number, story_each_run_in, story_each_title, link_list)
HTML_READINGS = (story_each_section, link_list)

ADOPTED = ("credit", "caption", "byline")


def split(page: CleanPage, desk: object) -> CleanPage:
    """The page with its shape, its stories, and every kept block that is in none marked as cut."""
    lines = lines_of(page)
    is_text = page.raw.media_type == "text/plain"
    rivals = [reading(lines) for reading in (TEXT_READINGS if is_text else HTML_READINGS)]
    ranked = sorted([one_story(lines, is_text), *filter(None, rivals)], key=lambda h: h.log_likelihood, reverse=True)
    best = ranked[0]
    _adopt(lines, best.drafts)
    shape = Shape(
        best.name,
        ranked[1].name if len(ranked) > 1 else None,
        round(best.log_likelihood - ranked[1].log_likelihood, 3) if len(ranked) > 1 else 0.0,
    )
    stories = tuple(_story(draft, position, lines) for position, draft in enumerate(best.drafts, 1))
    marks = _final_marks(lines, best)
    return replace(page, shape=shape, stories=stories, marks=marks)


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
        source=text(draft.source),
        published_raw=text(draft.time),
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
