"""Trying only the rules that a line's first characters allow finds what trying all of them finds."""

import pytest

from tasks import Desk
from tasks.mark.rule_prefixes import beginnings

PATTERNS = {
    "a word": ("^share", {"sha"}),
    "alternatives": ("^(ad|cookie settings)$", {"ad", "coo"}),
    "an optional start": ("^(the )?tide", {"the", "tid"}),
    "a class and a repeat": ("^[ab]x?$", {"a", "ax", "b", "bx"}),
    "a class too wide": (r"^\w+ logo$", {""}),
    "no anchor": ("share", {""}),
    "an alternative without the anchor": ("^share|tweet", {""}),
}


@pytest.mark.parametrize(("pattern", "starts"), PATTERNS.values(), ids=PATTERNS)
def test_beginnings_of_a_pattern(pattern: str, starts: set[str]) -> None:
    """A pattern's beginnings are its first three characters, and "" where they cannot be listed."""
    assert beginnings(pattern) == starts


def test_the_first_rule_that_fires_is_found() -> None:
    """On every rule's own lines, in any case, the mark is that of the first rule that fires."""
    rules = Desk.load().rules
    for line in (line for rule in rules.rules for own in (*rule.cuts, *rule.keeps) for line in (own, own.upper())):
        fired = next((rule.id for rule in rules.rules if rule.media in (None, "text/plain") and rule.fires(line)), None)
        found = rules.mark(line, "text/plain")
        assert (found and found.rule) == fired, line
