"""Stories of an HTML page whose elements do not part them: paragraphs under one heading, items of one list, rules between.

The readings of text pages, asked only where it is worth their cost: the page calls itself a digest, its paragraphs begin in one form,
or they hang together little. An article is so much likelier here that a reading must lead by more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tasks.page import CleanPage
from tasks.split.choose import as_hypothesis, leads_of, ranked_readings
from tasks.split.cues import Cues
from tasks.split.draft import Draft, Hypothesis, Line
from tasks.split.facts import HEADINGS
from tasks.split.forms import lead_of
from tasks.split.readings import Reading
from tasks.split.sheet import Sheet
from tasks.split.unit_stories import any_units
from tasks.split.units import Seen

if TYPE_CHECKING:
    from tasks.desk import Desk

LEAD = 3.5  # of a reading's score over one story's: of 618 articles' pages none comes apart
UNITS_LEAD = 3.5  # the same where the page is laid out as stories are: of 959 articles' pages none comes apart
FEWEST, MOST = 3, 60  # stories, and paragraphs that are read
UNDRESSED = 5  # paragraphs where neither a name nor a form says that they are stories
PARAGRAPH = 9  # words
ALIKE = 0.6  # of the paragraphs begin in one form
SHARING = 0.6  # of the paragraphs, at most, share a name with others
FOLLOWING = 0.4  # with the one before
GOING_ON = 0.2  # go on from it
NAME = re.compile(r"(?<=\s)[^\W\d_]{4,}")
AFTER_TITLE = " .:!?…–—-|"
QUOTES = frozenset("\"'“„«‘–—")


def story_each_judged_unit(seen: Seen, lines: Sequence[Line], desk: Desk) -> Hypothesis | None:
    """Units that repeat, as stories, where the text says so too: sub-heads of one article lay it out alike as well."""
    units = any_units(seen, desk.splitter.cues)
    if units is None:
        return None
    homes = {i: k for k, draft in enumerate(units.drafts) for i in draft.body}
    kept = [line for line in lines if line.mark.kept or line.index in homes]
    if sum(line.n_words >= PARAGRAPH for line in kept) > MOST:
        return None
    sheet = Sheet.read(_with_titles_apart(kept, units.drafts), desk.splitter)
    told = [homes.get(sheet.lines[int(i)].index) for i in sheet.gaps.text]
    known = [k for k in dict.fromkeys(told) if k is not None]
    starts = np.array([k == 0 or (home in known and home not in told[:k]) for k, home in enumerate(told)], dtype=bool)
    if starts.sum() < len(units.drafts):
        return None
    one = np.arange(len(starts)) == 0
    lead = leads_of([Reading("one_story", one), Reading("story_each_title", starts)], sheet, desk.splitter)[1]
    return units if lead >= UNITS_LEAD else None


def _with_titles_apart(lines: Sequence[Line], drafts: Sequence[Draft]) -> list[Line]:
    """The lines, a title that is run into its story's first paragraph as a line of its own: the page sets it apart."""
    run_in = {draft.body[0]: draft.title_text for draft in drafts if draft.title == draft.body[0] and draft.title_text}
    apart = []
    for line in lines:
        title = run_in.get(line.index)
        text = line.text.partition(title)[2].lstrip(AFTER_TITLE) if title else ""
        texts = [title, text] if title and text else [line.text]
        apart += [line if text == line.text else replace(line, block=replace(line.block, text=text)) for text in texts]
    return apart


def story_each_reading(lines: Sequence[Line], page: CleanPage, desk: Desk) -> Hypothesis | None:
    """The best reading of the kept lines as several stories; None where one story is as likely."""
    kept = [line for line in lines if line.mark.kept]
    texts = [line.text for line in kept if line.n_words >= PARAGRAPH and line.is_body]
    cues = desk.splitter.cues
    if not FEWEST <= len(texts) <= MOST or _are_headed(kept):
        return None
    is_dressed = _is_called_digest(kept, page, cues) or _begin_alike(texts)
    if not (is_dressed or (len(texts) >= UNDRESSED and _hang_loosely(texts, cues))):
        return None
    sheet = Sheet.read(kept, desk.splitter)
    ranked = ranked_readings(sheet, desk.splitter) if len(sheet.text) >= FEWEST else []
    if not ranked or ranked[0][1] < LEAD or ranked[0][0].starts.sum() < FEWEST:
        return None
    return as_hypothesis(*ranked[0], sheet)


def _are_headed(lines: Sequence[Line]) -> bool:
    """Do headings part the text? Then its elements have had their say."""
    headings = [k for k, line in enumerate(lines) if line.block.tag in HEADINGS]
    text = [k for k, line in enumerate(lines) if line.n_words >= PARAGRAPH and line.is_body]
    return sum(text[0] < k < text[-1] for k in headings) > 1


def _is_called_digest(lines: Sequence[Line], page: CleanPage, cues: Cues) -> bool:
    headlines = [line.text for line in lines if line.mark.role == "headline"]
    names = [page.head.title, page.head.first("og:title"), *headlines]
    return any(cues.digests.search(name) is not None for name in names if name)


def _begin_alike(texts: Sequence[str]) -> bool:
    forms = Counter(form[0] for form in map(lead_of, texts) if form)
    return bool(forms) and max(forms.values()) >= max(FEWEST, ALIKE * len(texts))


def _hang_loosely(texts: Sequence[str], cues: Cues) -> bool:
    """Do few paragraphs name what others name, and few go on from the one before?"""
    names = [{word for word in NAME.findall(text) if word[0].isupper()} for text in texts]
    told = Counter(word for own in names for word in own)
    sharing = sum(any(told[word] > 1 for word in own) for own in names)
    following = sum(bool(a & b) for a, b in zip(names, names[1:], strict=False))
    going_on = sum(text[0] in QUOTES or text.split(None, 1)[0].casefold() in cues.continues for text in texts)
    n = len(texts)
    return sharing <= SHARING * n and following <= FOLLOWING * (n - 1) and going_on <= GOING_ON * n
