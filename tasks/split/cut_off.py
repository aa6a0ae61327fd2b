"""Teasers on text pages: a title and a text that breaks off, to be read elsewhere. They are no stories, and none of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.mark.lines import ends_sentence
from tasks.page import Mark
from tasks.split.draft import Draft, Hypothesis, Line

CUT_OFF = ("…", "...", "[…]", "[...]")
LONGEST = 45  # words of such a text
FEWEST = 2  # in a row, under an article
MAIN = 3  # paragraphs of the article
TEASER = Mark("related", "teaser-cut-off")


def without_teasers(best: Hypothesis, lines: Sequence[Line]) -> Hypothesis:
    """The reading without stories that are teasers, if others are none, and without the teasers at the end of one article."""
    if len(best.drafts) == 1:
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
    name = best.name if len(told) > 1 else "one_story"
    return replace(best, name=name, drafts=tuple(told))


def _is_teaser(draft: Draft, lines: Sequence[Line]) -> bool:
    told = [line for line in (lines[i] for i in draft.body) if _is_sentence(line)]
    return bool(told) and all(_breaks_off(line) and line.n_words <= LONGEST for line in told)


def _breaks_off(line: Line) -> bool:
    return line.text.endswith(CUT_OFF)


def _is_sentence(line: Line) -> bool:
    return ends_sentence(line.text)


def _end_before_teasers(draft: Draft, lines: Sequence[Line]) -> None:
    """Cuts the titles with cut-off texts that end an article of several paragraphs, and the heading over them."""
    body, n = list(draft.body), 0
    while len(body) > 1 and _breaks_off(lines[body[-1]]) and not _is_sentence(lines[body[-2]]):
        del body[-2:]
        n += 1
    while n and body and not _is_sentence(lines[body[-1]]):
        del body[-1]
    if n < FEWEST or sum(_is_sentence(lines[i]) and not _breaks_off(lines[i]) for i in body) < MAIN:
        return
    draft.others.update(dict.fromkeys(draft.body[len(body) :], TEASER))
    draft.body = body
