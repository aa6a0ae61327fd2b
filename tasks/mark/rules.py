"""Rule seeds: patterns over one block's text. Each is checked by its own `cuts` and `keeps` when it is loaded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from tasks.mark.rule_hints import Hints
from tasks.page import CUT_ROLES, STORY_ROLES, Block, Mark
from tasks.words import UPPER, lowered, n_words

KEYS = {"id", "role", "where", "needs", "max_words", "lang", "media", "since", "cuts", "keeps", "heads"}
DEFAULT_MAX_WORDS = 25
LIST = re.compile(r"\{([a-z]+)\}")


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
        is_short, holds = n_words(text) <= self.max_words, _holds(lowered(text), self.needs)
        return is_short and holds and self.pattern.search(text) is not None


def _holds(lower: str, needs: tuple[str, ...]) -> bool:
    return not needs or any(word in lower for word in needs)


@dataclass(frozen=True)
class Rules:
    """All rules, and what a line must hold for each to match: trying all of them would cost a millisecond a line."""

    rules: tuple[Rule, ...]
    hints: Hints

    @classmethod
    def load(cls, files: Iterable[Path]) -> Rules:
        """Reads rule files in order, and the lists of words (`lists`) that patterns of any of them name.

        Raises `RuleError` for a rule that is malformed or fails its own lines.
        """
        read = [(file, _toml(file)) for file in files]
        lists = {"upper": [UPPER]} | {
            name: words for _, seeds in read for name, words in seeds.get("lists", {}).items()
        }
        rules = tuple(_checked(seed, file, lists) for file, seeds in read for seed in seeds.get("rule", []))
        seen: set[str] = set()
        for rule in rules:
            if rule.id in seen:
                raise RuleError(f"rule {rule.id!r} stands twice; give one of them another id")
            seen.add(rule.id)
        return cls.of(rules)

    @classmethod
    def of(cls, rules: tuple[Rule, ...]) -> Rules:
        """These rules, in this order."""
        return cls(rules, Hints.of([(rule.where, rule.needs) for rule in rules]))

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(rule.pattern for rule in self.rules)

    def mark_all(self, texts: Sequence[str], media_type: str = "text/html") -> list[Mark | None]:
        """For each text the mark of the first rule that fires on it, or None. No text may hold a line break."""
        marks: list[Mark | None] = [None] * len(texts)
        for i, rivals in self.hints.rivals(texts).items():
            marks[i] = self._first(texts[i], sorted(rivals), media_type)
        return marks

    def _first(self, text: str, rivals: Iterable[int], media_type: str) -> Mark | None:
        lower, length = lowered(text), n_words(text)
        for k in rivals:
            rule = self.rules[k]
            if length > rule.max_words or (rule.media is not None and rule.media != media_type):
                continue
            if _holds(lower, rule.needs) and self.patterns[k].search(text):
                return Mark(rule.role, rule.id)
        return None

    def heads(self) -> dict[str, str]:
        """rule id -> the role of the furniture its line heads."""
        return {rule.id: rule.heads for rule in self.rules if rule.heads}


def mark_by_rules(blocks: Sequence[Block], rules: Rules, media_type: str) -> list[Mark | None]:
    """One mark or None a block. Images' alt texts are alt texts, whatever they say."""
    marks = rules.mark_all([block.text for block in blocks], media_type)
    return [Mark("image_alt", "image-alt") if b.tag == "img" else m for b, m in zip(blocks, marks, strict=True)]


def _toml(file: Path) -> dict:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise RuleError(f"{file}: not readable as TOML: {problem}") from problem


def _checked(seed: dict, file: Path, lists: Mapping[str, Sequence[str]]) -> Rule:
    """The rule of a seed; `{name}` in its pattern stands for any word of that list, `[{upper}]` for a capital of any script."""
    where = f"{file.name}, rule {seed.get('id', '(no id)')!r}"
    if unknown := set(seed) - KEYS:
        raise RuleError(f"{where}: unknown keys {sorted(unknown)}; known are {sorted(KEYS)}")
    if missing := {"id", "role", "where", "since", "cuts", "keeps"} - set(seed):
        raise RuleError(f"{where}: {sorted(missing)} missing")
    if seed["role"] not in STORY_ROLES + CUT_ROLES:
        raise RuleError(f"{where}: no such role {seed['role']!r}; roles are {', '.join(STORY_ROLES + CUT_ROLES)}")
    if unknown := set(LIST.findall(seed["where"])) - set(lists):
        raise RuleError(f"{where}: no such list {sorted(unknown)}; lists are {', '.join(sorted(lists))}")
    try:
        rule = Rule(
            **{
                **seed,
                "where": LIST.sub(lambda found: "|".join(lists[found[1]]), seed["where"]),
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
