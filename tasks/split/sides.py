"""Whose are the lines between two stories? Titles, sources and times stand before their text or after it: decided per page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tasks.split.facts import AT
from tasks.split.readings import TITLE
from tasks.split.sheet import Sheet

NEARLY = 0.6
USUAL = 0.5  # share of a page's gaps that must have a kind of line for it to be the page's manner
GUESS = 0.5  # what the start model's word weighs against a kind of line that fits
AHEAD = 2.0  # what it weighs that titles stand before the text
MOSTLY = 0.7  # of the gaps have a rule across the page
RULE = re.compile(r"(?P<sign>[^\w\s★☆⭐✩✪✓✔])(?:\s?(?P=sign)){2,}|[⁂◆◇❖]|[-–—=~_*#]{3,}")
REGULAR = 3  # stories with as many lines each before their text: what the first has more is the page's
UNTOLD = 0.7  # and against a way by which no story has a line after its text, that the page's last one does
TRAILING = [AT[name] for name in ("source_like", "time", "source_time")]
KINDS = ("time", "name")


@dataclass(frozen=True)
class Gap:
    """The lines between two stories' texts that may be of either, and what the start model says of each."""

    lines: tuple[int, ...]
    kinds: tuple[frozenset[str], ...]


def first_lines(starts: np.ndarray, sheet: Sheet) -> list[int]:
    """For each starting paragraph the line its story starts at."""
    gaps = sheet.gaps
    firsts = np.flatnonzero(starts)
    inner = [_gap(range(int(gaps.text[k - 1]) + 1, int(gaps.text[k])), sheet) for k in firsts[1:]]
    guessed = [int(gaps.at[k]) for k in firsts]
    if not any(gap.lines for gap in inner):
        return guessed
    lead = _gap(range(0, int(gaps.text[0])), sheet)
    tail = _gap(range(int(gaps.text[-1]) + 1, len(sheet.lines)), sheet)
    ways = [_cuts(way, inner, guessed[1:], sheet) for way in ("guess", "before", "after", "title")]
    if ruled := _at_rules(inner, sheet):
        ways = [ruled]
    elif trailing := _n_trailing(tail, sheet):
        ways.append([min(len(gap.lines), trailing) for gap in inner])
    best = max(ways, key=lambda cuts: _fit(cuts, inner, lead, tail, sheet))
    texts = [int(gaps.text[k]) for k in firsts]
    parted = [
        gap.lines[cut] if cut < len(gap.lines) else text for gap, cut, text in zip(inner, best, texts[1:], strict=True)
    ]
    lengths = [len(gap.lines) - cut for gap, cut in zip(inner, best, strict=True)]
    return [_first(lead, lengths, guessed[0], sheet), *parted]


def _gap(span: range, sheet: Sheet) -> Gap:
    """The lines of a span that a rule has not cut."""
    lines = [
        i for i in span if not sheet.facts[i, AT["hard"]] and sheet.lines[i].mark.role not in ("credit", "caption")
    ]
    return Gap(tuple(lines), tuple(_kinds(i, sheet) for i in lines))


def _kinds(i: int, sheet: Sheet) -> frozenset[str]:
    facts = sheet.facts[i]
    if facts[AT["time"]]:
        return frozenset(("time",))
    return frozenset(KINDS) if facts[AT["source_time"]] else frozenset(("name",))


def _cuts(way: str, inner: Sequence[Gap], guessed: Sequence[int], sheet: Sheet) -> list[int]:
    """For each gap how many of its lines are the earlier story's."""
    if way == "guess":
        return [sum(i < at for i in gap.lines) for gap, at in zip(inner, guessed, strict=True)]
    if way == "after":
        return [len(gap.lines) for gap in inner]
    titles = [_titles(gap, sheet) for gap in inner]
    if way == "before":
        # What one gap has more than most, before its title, is furniture.
        usual = int(np.percentile([len(gap.lines) for gap in inner], 25))
        return [max(0, min([len(gap.lines) - usual, *found[:1]])) for gap, found in zip(inner, titles, strict=True)]
    return [found[0] if found else len(gap.lines) for gap, found in zip(inner, titles, strict=True)]


def _at_rules(inner: Sequence[Gap], sheet: Sheet) -> list[int] | None:
    """Where a rule is drawn between most of the stories (`-----`, `* * *`), what stands above it is of the earlier one."""
    drawn = [[k for k, i in enumerate(gap.lines) if RULE.fullmatch(sheet.lines[i].text.strip())] for gap in inner]
    if sum(map(bool, drawn)) < MOSTLY * len(inner):
        return None
    other = _cuts("title", inner, [], sheet)
    return [found[-1] + 1 if found else cut for found, cut in zip(drawn, other, strict=True)]


def _titles(gap: Gap, sheet: Sheet) -> list[int]:
    """Which of the gap's lines are titles: likely ones, and not much less so than the likeliest."""
    guesses = [sheet.guesses.title[i] for i in gap.lines]
    least = max(TITLE, NEARLY * max(guesses, default=0.0))
    return [k for k, guess in enumerate(guesses) if guess > least]


def _fit(cuts: Sequence[int], inner: Sequence[Gap], lead: Gap, tail: Gap, sheet: Sheet) -> float:
    """Do the kinds of line that this would put before (after) the texts stand before the first (after the last) text?"""
    before = [gap.kinds[cut:] for gap, cut in zip(inner, cuts, strict=True)]
    after = [gap.kinds[:cut] for gap, cut in zip(inner, cuts, strict=True)]
    n_before, n_after = (int(np.median([len(part) for part in parts])) for parts in (before, after))
    if not n_before and lead.lines and sheet.guesses.title[lead.lines[-1]] > TITLE:
        n_before = 1  # a title over the first text wants one over the others
    untold = UNTOLD * (not n_after and _n_trailing(tail, sheet) > 0)
    fit = -untold + _same(before, lead.kinds[len(lead.kinds) - n_before :]) + _same(after, tail.kinds[:n_after])
    odds = [sheet.guesses.start[gap.lines[cut]] for gap, cut in zip(inner, cuts, strict=True) if cut < len(gap.lines)]
    fit += AHEAD * float(np.mean([_titles_ahead(gap, cut, sheet) for gap, cut in zip(inner, cuts, strict=True)]))
    return fit + _agreement(before) + _agreement(after) + GUESS * float(np.mean(odds) if odds else 0.0)


def _n_trailing(tail: Gap, sheet: Sheet) -> int:
    """How many sources and times stand right after the page's last text?"""
    last = int(sheet.gaps.text[-1])
    for n, i in enumerate(tail.lines):
        if i != last + 1 + n or not sheet.facts[i, TRAILING].any():
            return n
    return len(tail.lines)


def _titles_ahead(gap: Gap, cut: int, sheet: Sheet) -> float:
    """How much likelier a title is among the gap's lines that would be the later story's than among the earlier's."""
    title = sheet.guesses.title
    ahead, behind = (
        max((title[i] for i in part if title[i] > TITLE), default=0.0) for part in (gap.lines[cut:], gap.lines[:cut])
    )
    return float(ahead - behind)


def _agreement(parts: Sequence[Sequence[frozenset[str]]]) -> float:
    """The share of gaps that have what most have on this side."""
    held = [frozenset().union(*part) for part in parts]
    return max(map(held.count, held)) / len(held)


def _same(parts: Sequence[Sequence[frozenset[str]]], edge: Sequence[frozenset[str]]) -> float:
    """For how many kinds of line the page's edge has what its gaps usually have."""
    found = frozenset().union(*edge)
    usual = {kind: np.mean([any(kind in kinds for kinds in part) for part in parts]) for kind in KINDS}
    return sum((share > USUAL) == (kind in found) for kind, share in usual.items())


def _first(lead: Gap, lengths: Sequence[int], guessed: int, sheet: Sheet) -> int:
    """The first story starts with as many lines as the others usually have before their text."""
    text = int(sheet.gaps.text[0])
    usual = int(np.median(lengths))
    if not usual:
        return text if guessed > text or not lead.lines else min(guessed, text)
    at = lead.lines[-usual] if usual <= len(lead.lines) else (lead.lines[0] if lead.lines else text)
    is_regular = len(lengths) >= REGULAR and set(lengths) == {usual} and sheet.guesses.title[at] > TITLE
    return at if is_regular and not sheet.facts[guessed:at, TRAILING].any() else min(at, guessed)
