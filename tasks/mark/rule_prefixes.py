"""How the lines that an anchored pattern matches can begin, so that a line is tried against a few rules, not hundreds."""

from __future__ import annotations

from itertools import product
from re import _constants as c  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from re import _parser

DEPTHS = (8, 5, 4, 3, 2)  # characters, as many as can be listed
MOST = 1000  # beginnings of one pattern


def beginnings(pattern: str) -> frozenset[str]:
    """The first characters (up to eight), in lower case, of everything the pattern matches at a line's start.

    The set holds "" where the pattern can begin with anything, or with too much to list.
    """
    if not pattern.startswith("^") or _splits(pattern):
        return frozenset([""])
    items = list(_parser.parse(pattern, 2))
    listed = (frozenset(start for start, _ in _sequence(items, depth)) for depth in DEPTHS)
    return next((starts for starts in listed if "" not in starts), frozenset([""]))


def _splits(pattern: str) -> bool:
    """An alternative outside brackets may go without the anchor of the first."""
    tree = list(_parser.parse(pattern, 2))
    if len(tree) == 1 and tree[0][0] is c.BRANCH:
        return any(not list(branch) or next(iter(branch))[0] is not c.AT for branch in tree[0][1][1])
    return False


Found = set[tuple[str, bool]]  # (beginning, does what is known end there)


def _sequence(items: list, depth: int) -> Found:
    found: Found = {("", False)}
    for item in items:
        if all(closed or len(start) >= depth for start, closed in found):
            break
        piece = _item(item, depth)
        if len(found) * len(piece) > MOST:
            return _closed(found)
        joined = set()
        for (start, closed), (more, ends) in product(found, piece):
            if closed or len(start) >= depth:
                joined.add((start, closed))
            else:
                joined.add(((start + more)[:depth], ends))
        found = joined
    return found


def _closed(found: Found) -> Found:
    return {(start, True) for start, _ in found}


def _item(item: tuple, depth: int) -> Found:
    op, value = item
    if op is c.LITERAL:
        return {(chr(value).lower(), False)}
    if op is c.IN:
        return _class(value)
    if op is c.BRANCH:
        return set().union(*(_sequence(list(branch), depth) for branch in value[1]))
    if op is c.SUBPATTERN:
        return _sequence(list(value[-1]), depth)
    if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        least, most, inner = value
        once = _sequence(list(inner), depth)
        found = once if most == 1 else once | _twice(once, depth)
        return found | {("", False)} if least == 0 else found
    if op in (c.AT, c.ASSERT, c.ASSERT_NOT):
        return {("", False)}
    return {("", True)}  # any character, a back reference: nothing more is known


def _twice(once: Found, depth: int) -> Found:
    """A repeat that comes again, and after that anything."""
    if len(once) ** 2 > MOST:
        return _closed(once)
    return {((first + second)[:depth], True) for (first, closed), (second, _) in product(once, once) if not closed}


def _class(items: list) -> Found:
    """Characters of a class; a class too wide to list ends what is known."""
    characters: set[str] = set()
    for op, value in items:
        if op is c.LITERAL:
            characters.add(chr(value).lower())
        elif op is c.RANGE and value[1] - value[0] < 64:
            characters |= {chr(code).lower() for code in range(value[0], value[1] + 1)}
        elif op is c.CATEGORY and value is c.CATEGORY_DIGIT:
            characters |= set("0123456789")
        elif op is c.CATEGORY and value is c.CATEGORY_SPACE:
            characters.add(" ")
        else:
            return {("", True)}
    return {(character, False) for character in characters}
