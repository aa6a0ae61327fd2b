"""The pages as the splitter's models learn from them: each one's lines with features and labels."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tasks.cleaning import opened
from tasks.desk import Desk
from tasks.mark import mark
from tasks.mark.lines import ends_sentence
from tasks.page import RawPage
from tasks.parse import parse
from tasks.split.draft import Line, lines_of, view_of
from tasks.split.start_features import LineTable, line_table
from tasks.train.layouts.compose import TrainingPage

STARTS, TEXT, TITLE = range(3)  # columns of an example's labels
N_FOLDS = 8  # parts of the pages; each is guessed for by models that have seen the others
CONCATENATED = "gen/concatenated"
SEVERAL = 1.15  # paragraphs a story, where stories have several
HEADING = 12  # words of a sub-head at most


@dataclass(frozen=True)
class Example:
    """A page's features and labels: `body` has (line, story) of every line of a story's text.

    `fold` is the part the page is in, of `N_FOLDS`; `for_lines`, `for_joints` and `for_readings` say whether the line models, the model
    of joints and that of readings learn from it. Of whole articles one after the other hardly any paragraph starts a story: that of
    joints does not.
    """

    view: tuple[Line, ...]
    table: LineTable
    labels: np.ndarray  # one column each: starts a story, is running text, is a heading
    body: tuple[tuple[int, int], ...]
    weight: float
    fold: int
    for_lines: bool
    for_joints: bool
    for_readings: bool

    @property
    def is_single(self) -> bool:
        return len({story for _, story in self.body}) < 2

    @property
    def joints(self) -> np.ndarray:
        """The paragraphs right under another, on a page for joints of several stories of several paragraphs; on others none."""
        text = self.labels[:, TEXT] > 0
        stories = {story for _, story in self.body}
        if not self.for_joints or len(stories) < 2 or text.sum() < SEVERAL * len(stories):
            return np.array([], dtype=int)
        under = text & np.concatenate([[False], text[:-1]])
        return np.intersect1d(np.flatnonzero(under), self.table.told)


def example_of(page: TrainingPage, desk: Desk) -> Example:
    """The page read as the splitter reads it."""
    raw = RawPage(uri=page.page_id, body=page.text.encode(), media_type="text/plain")
    view, retold = view_of(lines_of(mark(parse(opened(raw), desk), desk)))
    table = line_table(view, desk.splitter.cues, desk.splitter.vectors, retold)
    spans = [range(line.block.line, line.block.line + line.block.n_lines) for line in view]
    stories = [max(page.stories[k] for k in span) for span in spans]
    roles = [{page.roles[k] for k in span} for span in spans]
    told = {stories[i] for i, line in enumerate(view) if "body" in roles[i] and not _is_short(line)}
    made, flat, several = page.layout.startswith("gen/"), page.layout == "flat", page.layout == "several"
    drawn = made or flat or several
    key = zlib.crc32((page.page_id if drawn else page.layout).encode())  # a set's layouts stay together
    return Example(
        view=tuple(view),
        table=replace(table, features=table.features.astype(np.float32), alike=table.alike.astype(np.float32)),
        labels=np.array([_labels(i, line, stories, roles[i], told) for i, line in enumerate(view)], dtype=np.int8),
        body=tuple((i, stories[i]) for i in range(len(view)) if "body" in roles[i] and stories[i] >= 0),
        weight=1.0 if drawn else 2.0,
        fold=key % N_FOLDS,
        for_lines=not several and (not flat or key % 3 == 0),
        for_joints=page.layout != CONCATENATED,
        for_readings=not several,
    )


def _labels(i: int, line: Line, stories: Sequence[int], roles: set[str], told: set[int]) -> tuple[bool, bool, bool]:
    """A sub-head is a heading as a title is: what it heads is for the whole page to say.

    A short line is text where its story has no other: `told` are the stories that have.
    """
    is_text = "body" in roles and (not _is_short(line) or stories[i] not in told)
    starts = stories[i] >= 0 and stories[i] not in stories[:i]
    return starts, is_text, not is_text and bool(roles & {"title", "titledup", "body"})


def _is_short(line: Line) -> bool:
    return line.n_words <= HEADING and (not ends_sentence(line.text) or line.text.endswith("?"))
