"""Rule seeds: patterns over one block's text. Each is checked by its own `cuts` and `keeps` when it is loaded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tasks.mark.rule_prefixes import DEPTH, beginnings
from tasks.page import CUT_ROLES, STORY_ROLES, Block, Mark
from tasks.words import n_words

KEYS = {"id", "role", "where", "needs", "max_words", "lang", "media", "since", "cuts", "keeps", "heads"}
DEFAULT_MAX_WORDS = 25


class RuleError(ValueError):
    """A rule seed that cannot be used: the file, the rule, what is wrong with it."""


@dataclass(frozen=True)
class Rule:
    """One rule. It fires on a block of at most `max_words` words in which `where` is found (case does not matter).

    It is tried only on lines that hold one of `needs` (lower case), if it names any: for patterns that may begin anyhow.
    `heads` says that the line heads a run of furniture of that role ("Related articles").
    """

    id: str
    role: str
    where: str
    since: date
    cuts: tuple[str, ...]
    keeps: tuple[str, ...]
    needs: tuple[str, ...] = ()
    max_words: int = DEFAULT_MAX_WORDS
    lang: str | None = None
    media: str | None = None
    heads: str | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.where, re.IGNORECASE)

    def fires(self, text: str) -> bool:
        is_short, holds = n_words(text) <= self.max_words, _holds(text.lower(), self.needs)
        return is_short and holds and self.pattern.search(text) is not None


def _holds(lower: str, needs: tuple[str, ...]) -> bool:
    for word in needs:  # a plain loop: this is asked of every line of every page
        if word in lower:
            return True
    return not needs


@dataclass(frozen=True)
class Rules:
    """All rules, and under each beginning of a line the few that can match it: trying all would cost a millisecond a line."""

    rules: tuple[Rule, ...]
    by_start: Mapping[str, tuple[tuple[Rule, re.Pattern[str]], ...]]

    @classmethod
    def load(cls, files: Iterable[Path]) -> Rules:
        """Reads rule files in order; raises `RuleError` for a rule that is malformed or fails its own lines."""
        rules = tuple(rule for file in files for rule in _read(file))
        seen: set[str] = set()
        for rule in rules:
            if rule.id in seen:
                raise RuleError(f"rule {rule.id!r} stands twice; give one of them another id")
            seen.add(rule.id)
        starts = [beginnings(rule.where) for rule in rules]
        by_start = {
            start: tuple((r, r.pattern) for r, own in zip(rules, starts, strict=True) if start.startswith(tuple(own)))
            for start in set().union([""], *starts)
        }
        return cls(rules, by_start)

    def mark(self, text: str, media_type: str = "text/html") -> Mark | None:
        """The mark of the first rule that fires on this text, or None."""
        lower, length = text.lower(), n_words(text)
        for rule, pattern in self._rivals(text):
            if length > rule.max_words or (rule.media is not None and rule.media != media_type):
                continue
            if (not rule.needs or _holds(lower, rule.needs)) and pattern.search(text):
                return Mark(rule.role, rule.id)
        return None

    def _rivals(self, text: str) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
        """The rules that a line beginning so can match, in their own order."""
        start = text[:DEPTH].casefold()[:DEPTH]
        while start not in self.by_start:
            start = start[:-1]
        return self.by_start[start]

    def heads(self) -> dict[str, str]:
        """rule id -> the role of the furniture its line heads."""
        return {rule.id: rule.heads for rule in self.rules if rule.heads}


def mark_by_rules(blocks: Sequence[Block], rules: Rules, media_type: str) -> list[Mark | None]:
    """One mark or None a block. Images' alt texts are alt texts, whatever they say."""
    return [Mark("image_alt", "image-alt") if b.tag == "img" else rules.mark(b.text, media_type) for b in blocks]


def _read(file: Path) -> list[Rule]:
    try:
        seeds = tomllib.loads(file.read_text("utf-8")).get("rule", [])
    except tomllib.TOMLDecodeError as problem:
        raise RuleError(f"{file}: not readable as TOML: {problem}") from problem
    return [_checked(seed, file) for seed in seeds]


def _checked(seed: dict, file: Path) -> Rule:
    where = f"{file.name}, rule {seed.get('id', '(no id)')!r}"
    if unknown := set(seed) - KEYS:
        raise RuleError(f"{where}: unknown keys {sorted(unknown)}; known are {sorted(KEYS)}")
    if missing := {"id", "role", "where", "since", "cuts", "keeps"} - set(seed):
        raise RuleError(f"{where}: {sorted(missing)} missing")
    if seed["role"] not in STORY_ROLES + CUT_ROLES:
        raise RuleError(f"{where}: no such role {seed['role']!r}; roles are {', '.join(STORY_ROLES + CUT_ROLES)}")
    try:
        rule = Rule(
            **{
                **seed,
                "cuts": tuple(seed["cuts"]),
                "keeps": tuple(seed["keeps"]),
                "needs": tuple(seed.get("needs", ())),
            }
        )
        rule.pattern  # noqa: B018  compiles it
    except re.error as problem:
        raise RuleError(f"{where}: the pattern does not compile: {problem}") from problem
    if not rule.cuts or not rule.keeps:
        raise RuleError(f"{where}: needs at least one line in cuts and one in keeps")
    for line in rule.cuts:
        if not rule.fires(line):
            raise RuleError(f"{where}: does not fire on its own line {line!r}")
    for line in rule.keeps:
        if rule.fires(line):
            raise RuleError(f"{where}: fires on a line it must keep: {line!r}")
    return rule
