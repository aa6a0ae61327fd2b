"""Trying only the rules that a line's own words allow finds what trying all of them finds."""

import pytest

from tasks import Desk
from tasks.mark.rule_hints import Hints
from tasks.mark.rule_prefixes import beginnings

PATTERNS = {
    "a word": ("^share", {"share"}),
    "a longer word": ("^subscribers", {"subscrib"}),
    "alternatives": ("^(ad|cookie settings)$", {"ad", "cookie s"}),
    "an optional start": ("^(the )?tide", {"the tide", "tide"}),
    "a class and a repeat": ("^[ab]x?$", {"a", "ax", "b", "bx"}),
    "a number before a word": ("^[12]+ min", {"1 min", "2 min", "11", "12", "21", "22"}),
    "a class too wide": (r"^\w+ logo$", {""}),
    "no anchor": ("share", {""}),
    "an alternative without the anchor": ("^share|tweet", {""}),
}


@pytest.mark.parametrize(("pattern", "starts"), PATTERNS.values(), ids=PATTERNS)
def test_beginnings_of_a_pattern(pattern: str, starts: set[str]) -> None:
    """A pattern's beginnings are its first eight characters, and "" where they cannot be listed."""
    assert beginnings(pattern) == starts


def test_rivals_are_the_rules_whose_literals_a_line_holds() -> None:
    """A rule goes by its beginnings, else by the words it needs, else it is tried on every line."""
    hints = Hints.of([("^share", ()), (r"^\w+ logo$", ("logo",)), (r"\d$", ())])
    assert hints.rivals(["Share this", "We share", "", "Heron LOGO"]) == {0: {0, 2}, 1: {2}, 2: {2}, 3: {1, 2}}


def test_the_first_rule_that_fires_is_found() -> None:
    """On every rule's own lines, in any case, the mark is that of the first rule that fires."""
    rules = Desk.load().rules
    lines = [line for rule in rules.rules for own in (*rule.cuts, *rule.keeps) for line in (own, own.upper())]
    for line, found in zip(lines, rules.mark_all(lines, "text/plain"), strict=True):
        fired = next((rule.id for rule in rules.rules if rule.media in (None, "text/plain") and rule.fires(line)), None)
        assert (found and found.rule) == fired, line
