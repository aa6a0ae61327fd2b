"""Rule seeds: every rule is checked by its own lines, and a bad one is refused with the reason."""

import pytest

from tasks.desk import SEEDS
from tasks.mark.rules import RuleError, Rules
from tasks.page import CUT_ROLES

FILES = sorted((SEEDS / "rules").glob("*.toml"))
RULES = Rules.load(FILES)
GOOD = """
[[rule]]
id = "app-banner"
role = "app_banner"
where = '^open in (?:the|our) app\\b'
since = 2026-01-10
cuts = ["Open in our app for more"]
keeps = ["Open in the application form, she said."]
"""


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_each_rule_on_its_own_lines(rule):
    """A rule cuts each line in its `cuts` and none in its `keeps`; no rule of another role takes its lines."""
    assert all(rule.fires(line) for line in rule.cuts)
    assert not any(rule.fires(line) for line in rule.keeps)
    for line, mark in zip(rule.cuts, RULES.mark_all(rule.cuts, rule.media or "text/plain"), strict=True):
        assert mark is not None
        assert (mark.role in CUT_ROLES) == (rule.role in CUT_ROLES), (line, mark.rule)


def test_there_are_rules_for_the_furniture_families():
    """At least 40 rules, over most cut roles, in English, German, French and Spanish."""
    assert len(RULES.rules) >= 40
    assert len({rule.role for rule in RULES.rules} & set(CUT_ROLES)) >= 10
    assert {"de", "fr", "es"} <= {rule.lang for rule in RULES.rules}


BAD = {
    "fires on a line it must keep": (GOOD.replace("application form, she said.", "app"), "must keep"),
    "does not fire on its own line": (GOOD.replace("Open in our app for more", "Close it"), "own line"),
    "no keeps": (GOOD.replace('keeps = ["Open in the application form, she said."]', "keeps = []"), "keeps"),
    "keeps missing": (GOOD.replace('keeps = ["Open in the application form, she said."]', ""), "missing"),
    "no such role": (GOOD.replace('"app_banner"', '"banner"'), "no such role"),
    "unknown key": (GOOD + "colour = 'red'\n", "unknown keys"),
    "pattern does not compile": (GOOD.replace("\\b'", "('"), "does not compile"),
    "no such list": (GOOD.replace("(?:the|our)", "{colours}"), "no such list"),
    "not TOML": ("[[rule", "TOML"),
    "same id twice": (GOOD + GOOD, "twice"),
}


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD.keys())
def test_a_bad_rule_is_refused(text, said, tmp_path):
    """A rule that fails its own lines or is malformed names itself and what is wrong."""
    file = tmp_path / "rules.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(RuleError, match=said):
        Rules.load([file])


def test_a_pattern_takes_the_words_of_a_list(tmp_path):
    """`{name}` is any word of the list, which may stand in another file."""
    lists, rules = tmp_path / "lists.toml", tmp_path / "rules.toml"
    lists.write_text("[lists]\napps = ['our', 'the']\n", "utf-8")
    rules.write_text(GOOD.replace("(?:the|our)", "(?:{apps})"), "utf-8")
    assert Rules.load([rules, lists]).rules[0].where == "^open in (?:our|the) app\\b"


def test_a_pattern_takes_a_capital_of_any_script(tmp_path):
    """`[{upper}]` is no list of a file."""
    rules = tmp_path / "rules.toml"
    cuts = '["By Ada", "By Śniady", "By İnan", "By Őry", "By Ђорђе"]'
    text = GOOD.replace("^open in (?:the|our) app\\b", "^by (?-i:[{upper}])").replace(
        '["Open in our app for more"]', cuts
    )
    rules.write_text(text.replace("Open in the application form", "by the way"), "utf-8")
    assert len(Rules.load([rules]).rules) == 1
