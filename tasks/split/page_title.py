"""What a text page calls itself: one flattened whole begins with its head's title, `The bridge is closed | The Herald`."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.describe.titles import SEPARATOR
from tasks.split.cues import PREFIX
from tasks.split.draft import Line
from tasks.words import words_in

SITE = 5  # words of a site's name behind a title's last separator
EDGE = " |｜–—·•»:-"
LEAST = 3  # words of a title, or CHARACTERS in scripts without spaces
CHARACTERS = 8
ALIKE = 0.45  # of two lines' words are shared where they are one title in two wordings
TOLD = 0.5  # of the page's own title's longer words stand in its text where it is the story's
LONGER = 4  # letters
REACH = 12  # lines before the first paragraph
STANDFIRST = 8  # words of a line that may stand under a title
SHARED, CERTAIN = 2, 3  # words of a title that its text tells of


def own_title(lines: Sequence[Line], text: Sequence[int]) -> str | None:
    """The page's first line without the site's name, where it reads as a title of this text; else None."""
    if not lines[0].is_title_like or lines[0].text.endswith((".", ":")):
        return None
    title = without_site(lines[0].text)
    if len(title) < len(lines[0].text):
        return title
    words = {word for word in words_in(title) if len(word) >= LONGER}
    if len(words) < 2:
        return None
    told: set[str] = set()
    for i in text:
        told |= words.intersection(words_in(lines[i].text))
        if len(told) >= TOLD * len(words):
            return title
    return None


def headline_of(title: str, lines: Sequence[Line]) -> int | None:
    """Of these lines the one most like the title, of equals the last; None where none is alike."""
    own = frozenset(words_in(title))
    alike = [(round(_likeness(own, line), 2), line) for line in lines]
    titles = [(likeness, line.index) for likeness, line in alike if likeness >= ALIKE and _may_be(line)]
    return max(titles)[1] if titles else None


def told_title(lines: Sequence[Line], paragraph: int, text: Sequence[int]) -> tuple[int | None, bool]:
    """Of the lines up to the first paragraph the likeliest title, the first of equals or None, and whether the text tells of it.

    Its words are in the text, or under it stands who wrote it or when, or both.
    The first paragraph itself may be a question, and have both.
    """
    likely = [line for line in lines[max(0, paragraph - REACH) : paragraph + 1] if _may_head(line)]
    told = _stems([lines[i] for i in text if i > paragraph])
    shared = [
        len(_stems([line]) & (told | _stems([lines[i] for i in text if line.index < i <= paragraph])))
        for line in likely
    ]
    scored = [
        (2 * (n >= SHARED) + _is_signed(lines, line.index), min(n, CERTAIN), -k)
        for k, (line, n) in enumerate(zip(likely, shared, strict=True))
    ]
    score, _, at = max(scored, default=(0, 0, 0))
    if not score:
        return None, False
    best = likely[-at]
    over = likely[-at - 1] if at and shared[-at - 1] >= SHARED else None
    if over is not None and over.index == best.index - 1 and best.n_words >= STANDFIRST:
        best = over
    return best.index, score > 1


def _may_head(line: Line) -> bool:
    is_ended = line.text.endswith((".", ":", "…")) or line.is_source_and_time or line.is_byline
    return line.is_title_like and line.n_words >= LEAST and not is_ended


def _is_signed(lines: Sequence[Line], i: int) -> bool:
    under = lines[i + 1] if i + 1 < len(lines) else None
    return under is not None and (under.is_stamp or under.is_byline)


def _stems(lines: Sequence[Line]) -> set[str]:
    """Of their longer words."""
    return {word[:PREFIX] for line in lines for word in words_in(line.text) if len(word) >= LONGER}


def without_site(title: str) -> str:
    """The title without a few words behind its last separator."""
    parts = SEPARATOR.split(title)
    if len(parts) < 2 or len(parts[-1].split()) > SITE:
        return title
    return title[: len(title) - len(parts[-1])].rstrip(EDGE).strip() or title


def _may_be(line: Line) -> bool:
    """Could the line be a headline: one like a title, and of more than a word or two?"""
    return line.is_title_like and (line.n_words >= LEAST or len(line.text) >= CHARACTERS)


def _likeness(own: frozenset[str], line: Line) -> float:
    """The share of words that are in both (Dice), 0 to 1."""
    words = line.key.split()
    shared = own.intersection(words)
    return 2 * len(shared) / (len(own) + len(set(words))) if shared else 0.0
