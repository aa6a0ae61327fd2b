"""Whose site a page is, where that is a person: who writes a blog under an own name seldom signs its posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.describe.evidence import Evidence, Found
from tasks.describe.people import has_given_name, looks_like_person, named_in_letters, small_words
from tasks.describe.titles import SEPARATOR, squeezed

COPYRIGHT = re.compile(
    r"^\W*(?:copyright\b\W*)?(?:©|\(c\)|copyright\b)?\W*(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|\w+))?)?\W*",
    re.I,
)
HOLDER_END = re.compile(r"[.,|·•–—]|\s-\s|\ball rights", re.I)
NAME = re.compile(r"\S+ (?:\w\.? |v[ao]n |d[ae] )?\S+")  # two words, and an initial or the like between
HOME = re.compile(r"^(?:https?://[^/]+)?/?$")
TOP = 12  # blocks in which a page says whose it is
SHORTEST = 4  # letters of a name's word that a host may hold


def owner_of(seen: Evidence) -> Found[tuple[str]] | None:
    """The full name that the site goes by, where its host holds a word of it (`Ada Brandt` of adabrandt.example)."""
    host = squeezed(seen.host or "")
    for name, origin in _names(seen) if seen.is_alone and host else ():
        if NAME.fullmatch(name) and has_given_name(name) and looks_like_person(name) and _is_in(name, host):
            small = small_words(block.text for block in seen.page.blocks)
            is_name = named_in_letters(name, frozenset(word for word in small if word not in host))
            return Found((name,), origin, name) if is_name else None
    return None


def _is_in(name: str, host: str) -> bool:
    return any(len(word) >= SHORTEST and word in host for word in map(squeezed, name.split()))


def _names(seen: Evidence) -> Iterator[tuple[str, str]]:
    """The site's names, the parts of its title, what links to its front page, and who holds its copyright.

    The last two may be cut: they say nothing of the story, but whose site it is.
    """
    head, blocks = seen.page.head, seen.page.blocks
    for name in (*seen.outlets, head.first("publisher") or "", *SEPARATOR.split(head.title or "")[1:]):
        yield name.strip(), "site name"
    for block in blocks[:TOP]:
        if block.href is not None and HOME.match(block.href):
            yield block.text.strip(" /|·"), "home link"
    for block, mark in zip(blocks, seen.page.marks, strict=True):
        if mark.rule == "legal-copyright":
            yield HOLDER_END.split(COPYRIGHT.sub("", block.text))[0].strip(), "copyright"
