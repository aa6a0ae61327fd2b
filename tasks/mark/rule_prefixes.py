"""How the lines that an anchored pattern matches can begin, so that a line is tried against a few rules, not hundreds."""

from __future__ import annotations

from itertools import product
from re import _constants as c  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from re import _parser

DEPTH = 3  # characters
MOST = 400  # a pattern with more beginnings than this is tried on every line


def beginnings(pattern: str) -> frozenset[str]:
    """The case-folded first characters (up to three) of everything the pattern matches at a line's start.

    The set holds "" where the pattern can begin with anything, or with too much to list.
    """
    if not pattern.startswith("^") or _splits(pattern):
        return frozenset([""])
    found = _sequence(list(_parser.parse(pattern, 2)))
    starts = frozenset(start.casefold()[:DEPTH] for start, _ in found) if found is not None else None
    return starts if starts is not None and len(starts) <= MOST else frozenset([""])


def _splits(pattern: str) -> bool:
    """An alternative outside brackets may go without the anchor of the first."""
    tree = list(_parser.parse(pattern, 2))
    if len(tree) == 1 and tree[0][0] is c.BRANCH:
        return any(not list(branch) or next(iter(branch))[0] is not c.AT for branch in tree[0][1][1])
    return False


Found = set[tuple[str, bool]] | None  # (beginning, does it end here for good); None: too many


def _sequence(items: list) -> Found:
    found: set[tuple[str, bool]] = {("", False)}
    for item in items:
        if all(closed or len(start) >= DEPTH for start, closed in found):
            break
        piece = _item(item)
        if piece is None:
            return None
        joined = set()
        for (start, closed), (more, ends) in product(found, piece):
            if closed or len(start) >= DEPTH:
                joined.add((start, closed))
            else:
                joined.add(((start + more)[:DEPTH], ends))
        if len(joined) > 4 * MOST:
            return None
        found = joined
    return found


def _item(item: tuple) -> Found:
    op, value = item
    if op is c.LITERAL:
        return {(chr(value).casefold(), False)}
    if op is c.IN:
        return _class(value)
    if op is c.BRANCH:
        parts = [_sequence(list(branch)) for branch in value[1]]
        return None if any(part is None for part in parts) else set().union(*parts)
    if op is c.SUBPATTERN:
        return _sequence(list(value[-1]))
    if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        least, most, inner = value
        once = _sequence(list(inner))
        if once is None:
            return None
        # Once around, and after that anything: a repeat may come again.
        found = once if most == 1 else {(start, True) for start, _ in once}
        return found | {("", False)} if least == 0 else found
    if op in (c.AT, c.ASSERT, c.ASSERT_NOT):
        return {("", False)}
    return {("", True)}  # any character, a back reference: nothing more is known


def _class(items: list) -> Found:
    """Characters of a class; a class too wide to list ends what is known."""
    characters: set[str] = set()
    for op, value in items:
        if op is c.LITERAL:
            characters.add(chr(value).casefold())
        elif op is c.RANGE and value[1] - value[0] < 64:
            characters |= {chr(code).casefold() for code in range(value[0], value[1] + 1)}
        elif op is c.CATEGORY and value is c.CATEGORY_DIGIT:
            characters |= set("0123456789")
        elif op is c.CATEGORY and value is c.CATEGORY_SPACE:
            characters.add(" ")
        else:
            return {("", True)}
    return {(character, False) for character in characters}
