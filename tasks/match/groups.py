"""Groups from pairs."""

from __future__ import annotations

from collections.abc import Iterable


def components(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """id -> the smallest id of those it hangs together with, over any number of pairs, in whatever order they come."""
    parents: dict[str, str] = {}

    def root(each: str) -> str:
        while (parent := parents.setdefault(each, each)) != each:
            parents[each] = parents[parent]
            each = parent
        return each

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        parents[second] = first
    return {each: root(each) for each in list(parents)}
