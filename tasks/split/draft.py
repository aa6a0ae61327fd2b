"""What the readings of a page are made of: lines seen by the splitter, draft stories, hypotheses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tasks.describe.labels import SOURCE_LABEL
from tasks.describe.times import (
    looks_like_byline_of_names,
    looks_like_source_and_time,
    looks_like_time,
    read_time,
    split_time_and_byline,
)
from tasks.mark.lines import ends_sentence
from tasks.page import BODY_ROLES, Block, CleanPage, Mark
from tasks.words import n_words, words_in

# Verdicts that the shape of the page may overturn; what a rule seed cut stays cut.
SOFT_RULES = ("line-model", "block-model", "under-")
KEY = 240  # characters that tell a line from another
LONG = 12  # words: a shorter repeat may be a title, a source or a sub-head
LONGEST_TITLE = 30  # words: so may a longer one that is no sentence
CUT_OFF = ("…", "...", "?")
ELLIPSES = ("…", "...", "[…]", "[...]")
SENTENCE = 8  # words that a line of text may have at least
LONGEST_STAMP = 14  # words of a time with its outlet and byline
REACH = 8  # lines before and after it that are read
BESIDE_TIME = 12  # words of a line with a time in it
DIGIT = re.compile(r"\d")
COUNT = 0.35  # of a line's characters
LABELLED = 8  # words of a line that names its source
BULLET = re.compile(r"^\s*[•·▪‣●○◦⁃■□◆◇❖✦→➔➜➤►▶*–-]\s+")


@dataclass(frozen=True)
class Line:
    """A block with its mark, and what the splitter asks of its text."""

    block: Block
    mark: Mark

    @property
    def index(self) -> int:
        return self.block.index

    @property
    def text(self) -> str:
        return self.block.text

    @cached_property
    def key(self) -> str:
        return " ".join(words_in(self.text[:KEY]))

    @cached_property
    def n_words(self) -> int:
        return n_words(self.text)

    @cached_property
    def is_sentence(self) -> bool:
        """It ends as sentences do."""
        return ends_sentence(self.text)

    @cached_property
    def is_running_text(self) -> bool:
        """Long enough for running text, and no stamp."""
        return self.n_words > LONGEST_STAMP or (self.n_words >= SENTENCE and not self.is_stamp)

    @cached_property
    def tells_time(self) -> bool:
        """A time in numbers with a writer's name or another word beside it."""
        if self.n_words > BESIDE_TIME or DIGIT.search(self.text) is None or self.is_sentence:
            return False
        return read_time(self.text) is not None

    @cached_property
    def is_time(self) -> bool:
        """A time, alone or beside a byline."""
        if self.n_words > LONGEST_STAMP:
            return False
        if looks_like_time(self.text):
            return True
        return split_time_and_byline(self.text) is not None and not looks_like_source_and_time(self.text)

    @cached_property
    def is_source_and_time(self) -> bool:
        return self.n_words <= LONGEST_STAMP and not self.is_time and looks_like_source_and_time(self.text)

    @cached_property
    def names_source(self) -> bool:
        """A line that says where the story is from: `Source: The Herald`."""
        is_short = self.n_words <= LABELLED and not self.is_sentence
        return is_short and SOURCE_LABEL.match(self.text) is not None

    @cached_property
    def is_byline(self) -> bool:
        """A line that says who wrote the story (`di Dino Calvesi`)."""
        return self.mark.role == "byline" or (self.n_words <= LABELLED and looks_like_byline_of_names(self.text))

    @property
    def breaks_off(self) -> bool:
        """It ends in the middle, to be read elsewhere."""
        return self.text.endswith(ELLIPSES)

    @property
    def is_stamp(self) -> bool:
        """A time, alone or beside an outlet's name."""
        return self.is_time or self.is_source_and_time

    @property
    def is_bullet(self) -> bool:
        return self.n_words <= 9 and BULLET.match(self.text) is not None

    @property
    def is_body(self) -> bool:
        return self.mark.role in BODY_ROLES

    @property
    def is_cut_by_rule(self) -> bool:
        """A rule seed cut it: neither a repeat nor a verdict the shape of the page could overturn."""
        return not self.mark.kept and not self.mark.rule.startswith(SOFT_RULES) and self.mark.role != "repeat"

    @cached_property
    def is_title_like(self) -> bool:
        """Could be a title: two to thirty words, not a sentence of running text, no stamp, not cut by a rule."""
        if (
            not 2 <= self.n_words <= 30
            or not any(map(str.isalnum, self.text))
            or self.is_cut_by_rule
            or self.is_time
            or self.is_bullet
        ):
            return False
        if self.mark.role in ("byline", "credit", "caption") or self._is_count:
            return False
        return self.n_words <= 20 if self.is_sentence and not self.text.endswith("?") else True

    @property
    def _is_count(self) -> bool:
        """Mostly numbers: a stamp with seconds, readers, minutes to read."""
        return sum(map(str.isdecimal, self.text)) > COUNT * len(self.text)


@dataclass
class Draft:
    """A story in the making: line indices by use."""

    title: int | None = None
    title_text: str | None = None  # where the title is only a part of its line
    source: int | None = None
    source_text: str | None = None  # the same of its source
    time: int | None = None
    time_text: str | None = None  # and of its time
    body: list[int] = field(default_factory=list)
    others: dict[int, Mark] = field(default_factory=dict)  # repeated titles and sources, with what they are
    kind: str = "article"

    @property
    def blocks(self) -> list[int]:
        return sorted({i for i in (self.title, self.source, self.time, *self.body) if i is not None})


@dataclass(frozen=True)
class Hypothesis:
    """One reading of the whole page: its stories, and its log-likelihood against the page being one story."""

    name: str
    drafts: tuple[Draft, ...]
    log_likelihood: float


def lines_of(page: CleanPage) -> list[Line]:
    return [Line(block, mark) for block, mark in zip(page.blocks, page.marks, strict=True)]


def view_of(lines: list[Line]) -> tuple[list[Line], frozenset[str]]:
    """The lines that may be of a story, without repeated running text (a body told five times is read once).

    And the keys of what was repeated.
    """
    again = [line.mark.role == "repeat" and _is_running_text(line) for line in lines]
    retold = frozenset(line.key for line, told in zip(lines, again, strict=True) if told)
    return _near_text([line for line, told in zip(lines, again, strict=True) if not told]), retold


def _near_text(lines: list[Line]) -> list[Line]:
    """Those within reach of a line long enough to be text: titles, sources and times are, most of a long menu is not."""
    near = bytearray(len(lines) + REACH)
    for i, line in enumerate(lines):
        if line.n_words >= SENTENCE and not line.is_cut_by_rule:
            first = max(0, i - REACH)
            near[first : i + REACH + 1] = b"\1" * (i + REACH + 1 - first)
    return [line for line, kept in zip(lines, near, strict=False) if kept] if any(near) else lines


def _is_running_text(line: Line) -> bool:
    ends = line.is_sentence and not line.text.endswith(CUT_OFF)
    return line.n_words > LONGEST_TITLE or (line.n_words >= LONG and ends)


def placed(draft: Draft, lines: Sequence[Line]) -> Draft:
    """The draft by the blocks' own indices."""
    at = lambda i: None if i is None else lines[i].index  # noqa: E731
    others = {lines[i].index: mark for i, mark in draft.others.items()}
    body = [lines[i].index for i in draft.body]
    return replace(draft, title=at(draft.title), source=at(draft.source), time=at(draft.time), body=body, others=others)
