"""Which pages a change of the rules touches: those it does not come out the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from tasks import clean_page, opened
from tasks.desk import SEEDS, Desk
from tasks.mark.rule_sets import RuleSet, changes_since, touches
from tasks.mark.rules import Rule, Rules, mark_by_rules
from tasks.page import RawPage
from tasks.parse import parse
from tests.generated_pages import pages

DESK = Desk.load()
RULES = DESK.rules.rules
NEW = Rule("new", "related", "^(the harbour|nobody)", date(2026, 1, 1), ("The harbour",), ("A harbour",))
CHANGES = {
    "a rule goes": RULES[1:],
    "many go": tuple(rule for rule in RULES if rule.role not in ("share", "related", "byline", "navigation")),
    "a rule comes first": (NEW, *RULES),
    "a rule comes last": (*RULES, NEW),
    "a pattern changes": tuple(replace(r, where="^(advertisement|loading|by )") if r.role == "legal" else r for r in RULES),
    "a role changes": tuple(replace(r, role="legal") if r.role == "share" else r for r in RULES),
    "a head changes": tuple(replace(r, heads=None) if r.heads else r for r in RULES),
    "only for text pages": tuple(replace(r, media="text/plain") if r.role == "comments" else r for r in RULES),
}  # fmt: skip
SAMPLES = sorted(path for path in (SEEDS / "landing").rglob("*") if path.suffix in (".html", ".txt"))


def a_set(rules: tuple[Rule, ...], version: str = "now", words: str = "w") -> RuleSet:
    return RuleSet(version, words, rules)


def between(rules: tuple[Rule, ...]) -> Rules:
    """What changed from these rules to the shipped ones."""
    [changed] = changes_since(a_set(RULES), [a_set(rules, "then")]).values()
    return Rules.of(changed)


def touched(raw: RawPage, changed: Rules) -> bool:
    return touches(changed, parse(opened(raw), DESK).blocks, raw.media_type)


BETWEEN = {name: between(rules) for name, rules in CHANGES.items()}
OTHER = {name: Rules.of(rules) for name, rules in CHANGES.items()}


@settings(max_examples=60, deadline=None)
@given(page=pages)
def test_untouched_pages_have_the_same_marks(page):
    """Whatever changed: where no changed rule fires on the page, every line has the same mark by rules."""
    raw = RawPage("a", *page)
    blocks = parse(opened(raw), DESK).blocks
    marks = mark_by_rules(blocks, DESK.rules, raw.media_type)
    for name, rules in OTHER.items():
        if not touches(BETWEEN[name], blocks, raw.media_type):
            assert mark_by_rules(blocks, rules, raw.media_type) == marks, name


@pytest.mark.parametrize("change", ["many go", "a head changes"])
def test_untouched_samples_come_out_the_same(change):
    """Cleaned anew with the changed rules; of the touched ones some do not, so that there was something to find."""
    other = replace(DESK, rules=OTHER[change])
    untouched, differing = 0, 0
    for path in SAMPLES[::3]:
        raw = RawPage(path.name, path.read_bytes(), "text/plain" if path.suffix == ".txt" else "text/html")
        same = clean_page(raw, other) == clean_page(raw, DESK)
        is_touched = touched(raw, BETWEEN[change])
        assert same or is_touched, path
        untouched += not is_touched
        differing += not same
    assert untouched
    assert differing


def test_only_what_decides_counts():
    """Another sample line, date or language changes no page; the pattern of one rule touches the pages it fires on."""
    described = tuple(replace(rule, cuts=(), keeps=("x",), since=date(2027, 1, 1), lang="xx") for rule in RULES)
    assert changes_since(a_set(RULES), [a_set(described, "then")]) == {"then": ()}
    assert not touched(RawPage("a", b"Share this article\n", "text/plain"), BETWEEN["a rule comes first"])
    assert touched(RawPage("a", b"Nobody was hurt.\n", "text/plain"), BETWEEN["a rule comes first"])


@pytest.mark.parametrize(
    "then", [a_set(RULES[::-1], "then"), a_set(RULES, "then", words="other")], ids=["another order", "other words"]
)
def test_where_every_page_may_change_nothing_is_spared(then):
    """The first rule that fires counts, and the words are read everywhere."""
    assert changes_since(a_set(RULES), [then]) == {}


def test_a_set_is_read_as_it_was_written():
    """Of another release's way to write a rule nothing is concluded."""
    found = RuleSet.read("then", "w", DESK.rule_set.written())
    assert changes_since(a_set(RULES), [found]) == {"then": ()}
    assert RuleSet.read("then", "w", '[{"id": "share-bar", "pattern": "^share"}]') is None
