"""The forms that lines begin and end in, and how many lines of a page share one."""

from __future__ import annotations

import numpy as np
import pytest

from tasks.split.forms import NAMES, alike, lead_of, tail_of


@pytest.mark.parametrize(
    ("text", "form", "head"),
    [
        ("Rescate. El camión no cabía por la calle", ".", "Rescate"),
        ("LOMNICE (Toulky) — Hospoda hlásí víkend", ")—", "LOMNICE (Toulky)"),
        ("白浜 (白浜日報) — 大型の台風が上陸した", ")—", "白浜 (白浜日報)"),
        ("台風。大型の台風が上陸した", "。", "台風"),
        ("Grid firm blames a stork nest: The report points to a fault", ":", "Grid firm blames a stork nest"),
        ("[World] The pope has left", "[", "World"),
        ("🔥 Fire in the town", "So", ""),
        ("⚽ Late goal wins it", "So", ""),
        ("14:30 – The ball is over", "–", "14:30"),
    ],
)
def test_what_a_line_begins_in(text: str, form: str, head: str) -> None:
    """In any script, whatever the words."""
    assert lead_of(text) == (form, head)


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith was seen",
        "U.S. officials said. Then they left",
        "He said: “No.”",
        "The pope has left, and nobody knows",
    ],
)
def test_other_lines_begin_in_no_form(text: str) -> None:
    """Neither what is shortened nor what somebody says sets a line's begin apart."""
    assert lead_of(text) is None


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("The lifeboat that went out twice - Weekend Standard", ("-", "Weekend Standard")),
        ("Choir tops the charts (Arts Round)", ("(", "Arts Round")),
        ("Choir tops the charts:", (":", "Choir tops the charts:")),
        ("Choir tops the charts", None),
        ("Choir beats 3-2 all others", None),
    ],
)
def test_what_a_title_ends_in(text: str, tail: tuple[str, str] | None) -> None:
    """A few words behind a sign or in brackets, or a colon."""
    assert tail_of(text) == tail


def test_lines_of_one_form_are_counted() -> None:
    """Paragraphs with paragraphs, other lines with others, and none that a rule cut."""
    texts = ["Fire. It burnt all night.", "Flood. It rained.", "Police. They came.", "Fire. A title", "Plain words."]
    is_paragraph, is_open = np.array([True, True, True, False, True]), np.array([True, True, False, True, True])
    table = alike(texts, is_paragraph, is_open)
    assert table[:, NAMES.index("lead_alike")].tolist() == [1, 1, 0, 0, 0]
    assert table[:, NAMES.index("lead_varied")].tolist() == [1, 1, 0, 0, 0]
