"""Teasers in a row: a title and a text that breaks off, to be read elsewhere, or a title and how long ago it was.

They are no stories, and none of a story.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.describe.times.patterns import RELATIVE
from tasks.page import Mark
from tasks.split.draft import Draft, Hypothesis, Line
from tasks.split.one_story import one_story

QUESTION = ("?", "？", "؟")  # a title may end so
LONGEST = 45  # words of such a text
FEWEST = 2  # in a row, under an article
MAIN = 2  # paragraphs of the article
MOST, LINKED = 0.7, 0.5  # of the lines, of a line's characters
BELOW = 2  # lines under the last kept one that may be of its teaser
TITLE = 12  # words of one that asks
AGO = 5  # words of a line that says how long ago
TEASER = Mark("related", "teaser-cut-off")


def without_teasers(best: Hypothesis, lines: Sequence[Line]) -> Hypothesis:
    """The reading without stories that are teasers, if others are none, and without the teasers at the end of one article."""
    if len(best.drafts) == 1:
        _drop_boxes(best.drafts[0], lines)
        _end_before_teasers(best.drafts[0], lines)
        return best
    told = [draft for draft in best.drafts if not _is_teaser(draft, lines)]
    if not told or len(told) == len(best.drafts):
        return best
    before = told[0]
    for draft in best.drafts:
        if draft in told:
            before = draft
            continue
        before.others.update(dict.fromkeys((*draft.blocks, *draft.others), TEASER))
    if len(told) > 1:
        return replace(best, drafts=tuple(told))
    for whole in one_story(lines, is_text=True).drafts:
        _take_header(before, whole)
    return replace(best, name="one_story", drafts=(before,))


def _take_header(draft: Draft, whole: Draft) -> None:
    """Title and time as of an article: its time may stand over the page's headline, a label under it."""
    draft.time = whole.time if draft.time is None else draft.time
    if whole.title is not None and whole.title < draft.body[0]:
        draft.title, draft.title_text = whole.title, whole.title_text


def _is_teaser(draft: Draft, lines: Sequence[Line]) -> bool:
    told = [line for line in (lines[i] for i in draft.body) if line.is_sentence]
    return bool(told) and all(line.breaks_off and line.n_words <= LONGEST for line in told)


def _drop_boxes(draft: Draft, lines: Sequence[Line]) -> None:
    """Cuts a title and a text that breaks off, where they stand right under a heading of related stories."""
    text = frozenset(draft.body)
    boxes = {
        i
        for text_at in draft.body
        if lines[text_at].breaks_off
        and text_at - 1 in text
        and lines[text_at - 1].is_title_like
        and lines[max(0, text_at - 2)].mark.role == "related"
        for i in (text_at - 1, text_at)
    }
    if boxes < text:
        draft.others.update(dict.fromkeys(boxes, TEASER))
        draft.body = [i for i in draft.body if i not in boxes]


def _end_before_teasers(draft: Draft, lines: Sequence[Line]) -> None:
    """Cuts the titles with cut-off texts or times, or that are links, at the end of an article of several paragraphs; so the heading over them."""
    told = [k for k, i in enumerate(draft.body) if lines[i].is_sentence and not lines[i].breaks_off]
    while told and _may_be_title(lines[draft.body[told[-1]]]):
        del told[-1]
    if len(told) < MAIN:
        return
    end = told[-1] + 1
    tail = draft.body[end:]
    if tail and _are_teasers([lines[i] for i in tail], lines[draft.body[end - 1] + 1 : tail[-1] + 1 + BELOW]):
        draft.others.update(dict.fromkeys(tail, TEASER))
        draft.body = draft.body[:end]


def _are_teasers(kept: Sequence[Line], under: Sequence[Line]) -> bool:
    """Do texts that break off, or moments, stand among the lines under the last sentence, or are most of those kept links?"""
    links = sum(line.block.link_share > LINKED for line in kept)
    if links >= max(FEWEST + 1, MOST * len(kept)):
        return True
    open_lines = [line for line in under if not line.is_cut_by_rule]
    return max(sum(line.breaks_off for line in open_lines), sum(map(_says_ago, open_lines))) >= FEWEST


def _may_be_title(line: Line) -> bool:
    return line.text.endswith(QUESTION) and line.n_words <= TITLE


def _says_ago(line: Line) -> bool:
    return line.n_words <= AGO and any(pattern.search(line.text) for pattern in RELATIVE)
