"""The README is true: what the code calls things is in its tables."""

import re
from inspect import getsource, signature
from pathlib import Path

import pytest

from flows import ending
from flows.backfill import Backfill
from flows.nightly import nightly
from flows.settings import Settings
from tasks.page import CUT_ROLES, OUTCOMES, STORY_ROLES
from tasks.warehouse.rows import SCHEMAS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SQL = ROOT / "sql"


def created(kind: str, folder: str) -> set[str]:
    """What the files of the folder create and do not drop again."""
    text = "\n".join(path.read_text() for path in sorted((SQL / folder).glob("*.sql")))
    dropped = re.findall(rf"drop {kind} (\w+)", text)
    return {name for name in re.findall(rf"create (?:or replace )?{kind} (\w+)", text) if name not in dropped}


NAMES = {
    "role": STORY_ROLES + CUT_ROLES,
    "outcome": OUTCOMES,
    "empty reason": ("no text", "only furniture", "link list"),
    "table": sorted(created("table", "migrations")),
    "view": sorted(created("view", "views")),
    "query": sorted(path.stem for path in (SQL / "queries").glob("*.sql")),
    "backfill parameter": tuple(Backfill.model_fields),
    "nightly parameter": tuple(name for name in signature(nightly.fn).parameters if name != "settings"),
    "state": tuple(re.findall(r'"(Completed\w*)"', getsource(ending))),
    "setting": tuple(f"COPYDESK_{name.upper()}" for name in Settings.model_fields),
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names])
def test_named_in_the_readme(kind, name):
    """Every role, outcome, reason, table, view, query, flow parameter and setting stands in the README."""
    assert f"`{name}`" in README, f"{kind} {name} is missing from the README"


def test_defaults_in_the_readme():
    """The defaults in the settings table are the code's."""
    for name, field in Settings.model_fields.items():
        if field.default_factory is None:
            assert re.search(rf"`COPYDESK_{name.upper()}` \| `?{field.default}`? \|", README), name


def test_story_fields_in_the_readme():
    """Every field of a story that is a column is in the table of fields; versions and ids are said elsewhere."""
    columns = SCHEMAS["stories"].names
    said = {"story_id", "page_id", "position", "rules_version", "model_version", "code_version", "site_lines_version"}
    table = README[README.index("| field of a story |") : README.index("| outcome | meaning |")]
    assert [name for name in columns if name not in said and f"`{name}`" not in table] == []
