"""What a line must hold for a rule to match it: one search over a whole page finds the few rules worth trying on each line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from ahocorasick_rs import AhoCorasick

from tasks.mark.rule_prefixes import beginnings
from tasks.words import lowered

TELLING = 3  # characters; of a shorter beginning more lines hold it than hold the words the rule needs


@dataclass(frozen=True)
class Hints:
    """Literals, lower case: those that begin lines (after a line break) and those that stand anywhere in them."""

    search: AhoCorasick
    owners: tuple[tuple[int, ...], ...]  # for each literal the rules it speaks for
    always: frozenset[int]  # rules that nothing speaks for

    @classmethod
    def of(cls, rules: Iterable[tuple[str, Sequence[str]]]) -> Hints:
        """From each rule's pattern and the words it needs: a pattern that begins as it likes goes by its words."""
        owners: dict[str, list[int]] = {}
        always = set()
        for k, (pattern, needs) in enumerate(rules):
            starts = beginnings(pattern)
            vague = min(map(len, starts)) < TELLING
            if "" in starts and not needs:
                always.add(k)
                continue
            literals = (
                {lowered(word) for word in needs} if vague and needs else {f"\n{lowered(start)}" for start in starts}
            )
            for literal in literals:
                owners.setdefault(literal, []).append(k)
        return cls(AhoCorasick(list(owners)), tuple(map(tuple, owners.values())), frozenset(always))

    def rivals(self, texts: Sequence[str]) -> dict[int, set[int]]:
        """Line -> the rules that may match it, by number; lines that none can match are left out."""
        lower = [lowered(text) for text in texts]
        found = self.search.find_matches_as_indexes("\n".join(("", *lower, "")), overlapping=True)
        breaks = np.cumsum([0, *(len(text) + 1 for text in lower)])
        lines = np.searchsorted(breaks, [start for _, start, _ in found], side="right") - 1
        rivals = {i: set(self.always) for i in range(len(texts))} if self.always else {}
        for (literal, _, _), i in zip(found, lines.tolist(), strict=True):
            rivals.setdefault(i, set()).update(self.owners[literal])
        return rivals
