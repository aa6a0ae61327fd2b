"""Pages of several stories, and articles that tempt to cut, in layouts that nobody who works on the splitter has chosen.

`tests/unseen` has a file a language. A page begins with `@ several LAYOUT NUMBER` (`@ single …` for an article), then a line
`@ N title=… | source=… | time=…` for each story, each as the page has it and empty where it has none. The lines of the page follow, each
after a label: `0t` the title of story 0, `0b` its text, `0s`, `0d` and `0x` its source, its time, or both and more; `--` what is in no story.
Of the second set (`tests/unseen/second`) the pages of half of the layouts are `read`: their failures may be looked at. Nobody looks at
those of the others, which tell how well the splitter does on pages that it does not know. Of the first set all are read by now.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from tasks.page import CleanPage, RawPage

FOLDER = Path(__file__).parent / "unseen"
SIGNS = re.compile(r"[\W_]+")
PAGE = re.compile(r"^@ (?=several |single )", re.M)
LABEL = re.compile(r"\d+[tbsdx]|--")
HEAD = re.compile(r"(\d+) title=(.*) \| source=(.*) \| time=(.*)")
FIELDS = {"title": "title", "source": "source", "time": "published_raw"}  # and what a cleaned story calls it
TELLING = 30  # signs: a shorter line may stand in another by chance


@dataclass(frozen=True)
class Told:
    """A story as its page has it; '' for what the page says nothing of."""

    title: str
    source: str
    time: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class UnseenPage:
    """A page and its stories: one of an article (`is_single`), several otherwise."""

    name: str
    language: str
    layout: str
    is_single: bool
    text: str
    stories: tuple[Told, ...]
    is_second: bool = False

    @property
    def is_read(self) -> bool:
        """Is it of a layout whose failures may be looked at?"""
        return not self.is_second or may_be_read(self.layout)

    @cached_property
    def raw(self) -> RawPage:
        return RawPage(self.name, self.text.encode(), "text/plain")


@dataclass(frozen=True)
class Found:
    """What of a page came out right. `fields`: by name how many stories have it right, and how many have one."""

    is_exact: bool
    is_counted: bool
    fields: dict[str, tuple[int, int]]


def may_be_read(layout: str) -> bool:
    """Of the layouts one half."""
    return zlib.crc32(layout.encode()) % 2 == 0


def unseen_pages(folder: Path = FOLDER) -> list[UnseenPage]:
    """Every page of both sets, by language. Raises `ValueError` for one that is not written as the others are."""
    first = _pages(folder)
    return [*first, *(replace(page, is_second=True) for page in _pages(folder / "second"))]


def _pages(folder: Path) -> list[UnseenPage]:
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    return [_read(language, part) for language, text in texts.items() for part in PAGE.split(text) if part.strip()]


def found(page: UnseenPage, cleaned: CleanPage) -> Found:
    """How the page came out: exact where every story has all its lines, and nothing else is in any."""
    wanted = [list(map(key, story.lines)) for story in page.stories]
    told = [_places(story.body, wanted) for story in cleaned.stories]
    is_exact = told == [{(k, i) for i in range(len(lines))} for k, lines in enumerate(wanted)]
    fields = {name: [0, sum(bool(getattr(story, name)) for story in page.stories)] for name in FIELDS}
    for places, story in zip(told, cleaned.stories, strict=True):
        for home in {k for k, i in places if k >= 0 and i == 0}:
            for name, own in FIELDS.items():
                known = getattr(page.stories[home], name)
                fields[name][0] += bool(known) and key(known) == key(getattr(story, own) or "")
    return Found(is_exact, len(told) == len(wanted), {name: (right, of) for name, (right, of) in fields.items()})


def _places(body: str, wanted: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Which lines of which stories a text is made of; (-1, n) for its n-th paragraph where that is no story's.

    A paragraph may have lost a title that ran into it, or have been put together from lines.
    """
    places: set[tuple[int, int]] = set()
    for n, paragraph in enumerate(map(key, body.split("\n"))):
        at = {(k, i) for k, lines in enumerate(wanted) for i, line in enumerate(lines) if _is_of(paragraph, line)}
        places |= _with_short(at, paragraph, wanted) or {(-1, n)}
    return places


def _with_short(at: set[tuple[int, int]], paragraph: str, wanted: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """And the short lines of a wrapped paragraph, next to others of it."""
    while more := {
        (k, j)
        for k, i in at
        for j in (i - 1, i + 1)
        if (k, j) not in at and 0 <= j < len(wanted[k]) and len(wanted[k][j]) < TELLING and wanted[k][j] in paragraph
    }:
        at = at | more
    return at


def _is_of(paragraph: str, line: str) -> bool:
    return paragraph == line or (min(len(paragraph), len(line)) >= TELLING and (paragraph in line or line in paragraph))


def key(text: str) -> str:
    """Its letters and digits."""
    return SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())


def _read(language: str, part: str) -> UnseenPage:
    first, *lines = part.strip("\n").split("\n")
    kind, layout, number = first.split()
    name = f"{language}-{layout}-{number}"
    given = [line[2:] for line in lines if line.startswith("@ ")]
    labelled = [line.partition("|") for line in lines if not line.startswith("@ ")]
    if bad := [label for label, bar, _ in labelled if not (bar and LABEL.fullmatch(label))]:
        raise ValueError(f"{name}: {bad[0][:40]!r} is no label; a line is `0b|text`, `--|furniture` or another label")
    stories = tuple(_told(number, head, labelled) for number, head in enumerate(given))
    if not all(story.lines for story in stories):
        raise ValueError(f"{name}: a story without a line of text (`b`)")
    return UnseenPage(name, language, layout, kind == "single", "\n".join(line for _, _, line in labelled), stories)


def _told(number: int, given: str, labelled: Sequence[tuple[str, str, str]]) -> Told:
    head = HEAD.fullmatch(given)
    if head is None or int(head[1]) != number:
        raise ValueError(f"`@ {given}` is no story's head: `@ {number} title=… | source=… | time=…`")
    lines = tuple(line for label, _, line in labelled if label == f"{number}b")
    return Told(*(each.strip() for each in head.groups()[1:]), lines)
