"""A bare link list holds no story: every kept line is short or a link, and none is running text."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.split.draft import Hypothesis, Line

MIN_LINES = 6
LINKED = 0.5  # of a line's characters
SOME = 0.3  # of the words
ALL = 0.8  # of a line's characters
SENTENCE = 12  # words


def link_list(lines: Sequence[Line], is_text: bool = True) -> Hypothesis | None:
    """The page read as a list of links, where hardly any of its lines is a sentence; the links of an HTML page can be seen."""
    visible = [line for line in lines if line.block.tag != "img" and not line.is_cut_by_rule]
    if not is_text and visible and all(map(_leads_away, visible)):
        return Hypothesis("link_list", (), 2.0)
    if len(visible) < MIN_LINES:
        return None
    prose = [x for x in visible if x.n_words >= SENTENCE and x.is_sentence and x.block.link_share < 0.5]
    words = sum(x.n_words for x in visible)
    if len(prose) > 1 or sum(x.n_words for x in prose) > 0.15 * words:
        return None
    linked = sum(x.n_words for x in visible if x.block.link_share > LINKED)
    if not is_text and linked < SOME * words:
        return None
    return Hypothesis("link_list", (), 2.0)


def _leads_away(line: Line) -> bool:
    """All link, and no sentence as long as a story's."""
    is_told = line.is_sentence and line.n_words >= SENTENCE
    return line.block.href is not None and line.block.link_share > ALL and not is_told
