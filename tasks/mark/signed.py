"""Times and bylines about the headline that the block model took for furniture: known by what they say.

Sites set them in more ways than a model trained on their text learns; the words are alike everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.describe.bylines import LABEL_ALONE
from tasks.describe.times import looks_like_time
from tasks.describe.times.patterns import ABSOLUTE, RELATIVE
from tasks.mark.signed_lines import TOGETHER, WORD, Lines
from tasks.page import Block, Mark
from tasks.words import n_words

BEFORE, AFTER = 4, 30  # blocks around the headline
ABOVE = 12  # blocks before the text
BEHIND = 12  # blocks behind it
LONG = 25  # words of a paragraph, where a page has such; the second such ends what stands about the headline
SHORT = 8  # the same where it has none of as many words as a line that says who or when
LONGEST = 15  # words of a line that says who or when
TAKEN_FOR = ("other_furniture", "related", "navigation", "advert")
TAKEN_FOR_ON_TEXT = (*TAKEN_FOR, "subhead")  # the line model does not tell short lines apart
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
OTHER_PERSON = re.compile(
    r"^(?:medically |fact[- ])?(?:edited|reviewed|checked|translated|updated)(?: and [\w-]+)? by\b", re.I
)


def mark_signed(blocks: Sequence[Block], marks: Sequence[Mark], rule: str) -> list[Mark]:
    """The marks, with `time` and `byline` for what `rule` cut about the headline, or alone behind the text."""
    done = list(marks)
    headlines = [i for i, mark in enumerate(marks) if mark.role == "headline"]
    lengths = {i: n_words(blocks[i].text) for i, mark in enumerate(marks) if mark.role == "body"}
    text = _paragraphs(lengths)
    headlines = [i for i in headlines if text and i < text[-1]]  # those behind the text are teasers'
    if len(headlines) > 1 or not text:
        return done
    head, tail = _zones(headlines, text, len(blocks))
    lines = Lines(blocks, text, *headlines)
    for role, says, says_last in (("time", lines.say_when, lines.date_off), ("byline", lines.say_who, lines.sign_off)):
        if any(_is_said(blocks[i], done[i], role) for i in head):
            continue
        open_lines = [i for i in head if _is_open(blocks[i], done[i], rule, role) and says(i)]
        labelled = [i for i in open_lines if role == "byline" and lines.is_labelled(i)]
        found = _nearest(labelled or open_lines, text[0])
        if labelled:
            found = lines.with_others(found, [i for i in head if _is_open(blocks[i], done[i], rule, role)])
        if not found and not any(_is_said(b, m, role) for b, m in zip(blocks, done, strict=True)):
            found = [i for i in tail if _is_open(blocks[i], done[i], rule, role) and says_last(i)]
            if len({blocks[i].text for i in found}) > 1:  # teasers', but for a name right behind the text
                found = [i for i in found[:1] if role == "byline" and i < tail[0] + TOGETHER and lines.is_given(i)]
        if role == "time" and _are_entries(found, lengths):
            continue
        for i in found:
            done[i] = replace(done[i], role=role, rule=f"{role}-said", score=0.7)
    return done


def _paragraphs(lengths: Mapping[int, int]) -> list[int]:
    """The blocks as long as paragraphs are on this page: of the greatest of three lengths that any has."""
    for least in (LONG, LONGEST, SHORT):
        if text := [i for i, n in lengths.items() if n >= least]:
            return text
    return []


def _are_entries(found: Sequence[int], paragraphs: Container[int]) -> bool:
    """Are these times over the parts of a timeline, with text between each and the next?"""
    pairs = [range(a + 1, b) for a, b in pairwise(found)]
    return bool(pairs) and all(any(i in paragraphs for i in between) for between in pairs)


def _is_said(block: Block, mark: Mark, role: str) -> bool:
    """Does the line already say it? What an element's name alone made a time or byline may hold neither."""
    if mark.role != role:
        return False
    if role == "byline":
        return not _names_no_author(block.text)
    return bool(block.stamp) or _tells_day(block.text)


def _tells_day(text: str) -> bool:
    """A clock alone (`Stand: 20:03 Uhr`) tells none."""
    return any(pattern.search(text) for pattern in (*RELATIVE, *ABSOLUTE))


def _names_no_author(text: str) -> bool:
    """A label whose name stands elsewhere (`Written by`), a line that names somebody else (`Edited by Max Roe`) or none."""
    if LABEL_ALONE.match(text) or OTHER_PERSON.match(text):
        return True
    return WORD.search(text) is None or looks_like_time(text)


def _zones(headlines: Sequence[int], text: Sequence[int], n: int) -> tuple[list[int], range]:
    """The blocks about the headline and before the text, and those behind the text."""
    stop = text[1] if len(text) > 1 else n
    head = set(range(max(0, text[0] - ABOVE), min(stop, text[0] + AFTER)))
    if headlines and headlines[0] < text[0]:
        head |= set(range(max(0, headlines[0] - BEFORE), min(stop, headlines[0] + AFTER)))
    return sorted(head), range(text[-1] + 1, min(n, text[-1] + 1 + BEHIND))


def _is_open(block: Block, mark: Mark, rule: str, role: str) -> bool:
    """A short line that the model cut. A heading may hold a time (`News | 1 July 2025`), but names in headings are titles'."""
    is_line = block.tag != "img" and n_words(block.text) <= LONGEST
    fits = role == "time" or block.tag not in HEADINGS
    taken_for = TAKEN_FOR if block.path else TAKEN_FOR_ON_TEXT
    return is_line and fits and mark.rule == rule and mark.role in taken_for


def _nearest(found: Sequence[int], text: int) -> list[int]:
    """The nearest to the text's start, of equals the earlier, and those that stand together with it."""
    run: list[int] = []
    for i in sorted(found, key=lambda i: (abs(i - text), i)):
        if not run or min(abs(i - j) for j in run) <= TOGETHER:
            run.append(i)
    return sorted(run)
