"""What a line looks like by itself: datelines, names of digests, the weather."""

from __future__ import annotations

import pytest

from tasks.desk import Desk
from tasks.page import Block, Mark
from tasks.split.draft import Line
from tasks.split.facts import AT, facts_of

CUES = Desk.load().splitter.cues
TEXT = "The ferry to Tarn stays in harbour until the storm has passed, the harbour master said on Sunday."


def fact(name: str, *texts: str) -> list[bool]:
    lines = [Line(Block(i, text), Mark("body", "line-model", 0.9)) for i, text in enumerate(texts)]
    return [bool(value) for value in facts_of(lines, CUES)[:, AT[name]]]


@pytest.mark.parametrize(
    ("head", "is_dateline"),
    [
        ("VELM, Tarn (NPA) — ", True), ("Velm (npa) - ", True), ("NPA - ", True), ("OSTWALD -- ", True), ("Port Calder – ", True),
        ("Quist said - and nobody doubts it - that ", False), ("MARLA QUIST: ", False), ("", False),
    ],
)  # fmt: skip
def test_a_place_or_agency_before_a_dash_is_a_dateline(head: str, is_dateline: bool) -> None:
    assert fact("dateline", head + TEXT) == [is_dateline]


def test_a_name_of_a_digest_counts_over_the_text_alone() -> None:
    """Under it, it leads to another page."""
    assert fact("digest", "County news in brief", TEXT, "News in brief") == [True, False, False]
    assert fact("digest", "Kurz gemeldet", "En bref", "En breve", "In breve", "Em resumo", "Sport") == [True] * 5 + [
        False
    ]


def test_the_weather_is_told_by_its_words() -> None:
    assert fact("weather", "Sunny, high near 31, gusts up to 20 mph.", "Heiter, Höchstwerte um 31 Grad.", TEXT) == [
        True,
        True,
        False,
    ]
