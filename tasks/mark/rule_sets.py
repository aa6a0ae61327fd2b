"""Which rules differ between two versions of them, and whether a page has a line that any of these fires on.

A rule's mark depends on the text of one line, and of several rules that fire the first counts. So where no rule that
was added, removed or changed fires on any line of a page, neither as it was nor as it is, and the others stand in the
same order, every line has the same mark, and the page, cleaned anew, comes out the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tasks.mark.rules import Rule, Rules
from tasks.page import Block

DECIDES = ("id", "role", "where", "needs", "max_words", "media", "heads")  # not its samples and its date


@dataclass(frozen=True)
class RuleSet:
    """All rules of one version in their order, and the version of the words that are read beside them."""

    version: str
    words: str
    rules: tuple[Rule, ...]

    def written(self) -> str:
        """What decides where each rule fires, as JSON."""
        return json.dumps([{name: getattr(rule, name) for name in DECIDES} for rule in self.rules], ensure_ascii=False)

    @classmethod
    def read(cls, version: str, words: str, written: str) -> RuleSet | None:
        """The set as it was written; None where another release wrote of rules what this one does not know."""
        found = json.loads(written)
        if any(set(rule) != set(DECIDES) for rule in found):
            return None
        return cls(version, words, tuple(_rule(**rule) for rule in found))


Changes = Mapping[str, tuple[Rule, ...]]  # earlier rules version -> the rules that changed since, as they were and are


def changes_since(now: RuleSet, earlier: Iterable[RuleSet]) -> Changes:
    """For each earlier set the rules that differ, both as they were and as they are.

    A set is left out where any page may come out otherwise: other words, or the rules that both have in another order.
    """
    return {old.version: _differing(old, now) for old in earlier if old.words == now.words and _same_order(old, now)}


def touches(changed: Rules, blocks: Iterable[Block], media_type: str) -> bool:
    """Whether one of the rules fires on a line of the page."""
    return any(changed.mark_all([block.text for block in blocks], media_type))


def _rule(needs: list[str], **rest: object) -> Rule:
    return Rule(**rest, needs=tuple(needs), since=date.min, cuts=(), keeps=())  # type: ignore[arg-type]


def _decides(rule: Rule) -> tuple[object, ...]:
    return tuple(getattr(rule, name) for name in DECIDES)


def _same_order(old: RuleSet, now: RuleSet) -> bool:
    ours, theirs = list(map(_decides, now.rules)), list(map(_decides, old.rules))
    both = {*ours} & {*theirs}
    return [rule for rule in ours if rule in both] == [rule for rule in theirs if rule in both]


def _differing(old: RuleSet, now: RuleSet) -> tuple[Rule, ...]:
    in_one = set(map(_decides, now.rules)) ^ set(map(_decides, old.rules))
    return tuple(rule for rule in (*old.rules, *now.rules) if _decides(rule) in in_one)
