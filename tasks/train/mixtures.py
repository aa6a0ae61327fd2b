"""Which pages the splitter learns from: two mixtures, each of which one set of its models sees.

The second has articles as news sites set them, and more of real pages' furniture: of what was never learned from, fewer articles
come apart by it, and fewer pages of several stories. The mean of both does well on either.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tasks.train.flatten import lines_at_blocks, lines_at_nodes
from tasks.train.layouts.compose import HEADED, MAKERS, Maker
from tasks.train.layouts.digests import several
from tasks.train.layouts.fronted import fronted, fronted_in_a_row
from tasks.train.layouts.singles import bare

Makers = tuple[tuple[int, Sequence[Maker]], ...]
BY_NODE, BY_NODE_AND_ALT = partial(lines_at_nodes, alts=False), partial(lines_at_nodes, alts=True)


@dataclass(frozen=True)
class Mixture:
    """How many pages are made by which makers, each kind with a seed of its own, and how real articles' pages are flattened.

    `made`: from the sets' stories, of all sets together; `foreign`: the same in languages made up; `own`: from the project's own
    stories, which no labelled set holds. `flattened`: ways of flattening, in turn. `longest`: lines of a flattened page.
    """

    name: str
    made: Makers
    foreign: Makers
    own: Makers
    flattened: tuple[Callable, ...]
    longest: int
    has_unlabelled: bool  # articles of pages that have snippets alone


PLAIN = Mixture(
    name="plain",
    made=(
        (3000, MAKERS),
        (3000, [several]),  # stories of several paragraphs without titles: for what starts one there
        (3000, HEADED),
        (1500, [bare]),
    ),
    foreign=((1500, [*MAKERS, *HEADED, *HEADED]), (500, [several]), (400, [bare])),
    own=((3500, [*MAKERS, *HEADED, *HEADED]), (1000, [several]), (600, [bare])),
    flattened=(lines_at_blocks, BY_NODE),
    longest=400,
    has_unlabelled=False,
)
FRONTED = Mixture(
    name="fronted",
    made=(*PLAIN.made, (400, [fronted]), (200, [fronted_in_a_row])),
    foreign=(*PLAIN.foreign, (120, [fronted]), (60, [fronted_in_a_row])),
    own=(*PLAIN.own, (150, [fronted]), (80, [fronted_in_a_row])),
    flattened=(lines_at_blocks, BY_NODE_AND_ALT, BY_NODE),
    longest=1500,
    has_unlabelled=True,
)
MIXTURES = (PLAIN, FRONTED)
