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


@pytest.mark.parametrize(
    ("lines", "falls"),
    [
        (("14:57", TEXT, "14:44", TEXT, "13:20 Uhr", TEXT), 1.0),
        (("9:05 am", TEXT, "11:30 am: " + TEXT, "2:15 pm", TEXT), -1.0),
        (("14:57", TEXT, "15.20 – " + TEXT, "13h05", TEXT), 0.0),
        (("14:57", TEXT, "14:44", TEXT), 0.0),
        (("3.50 euros a day is what it costs.", TEXT, "2.40 metres", TEXT, "1:0", TEXT), 0.0),
    ],
)
def test_times_of_day_go_back_in_live_blogs_and_on_in_timelines(lines: tuple[str, ...], falls: float) -> None:
    """Told by at least three lines that begin with one."""
    told = [Line(Block(i, text), Mark("body", "line-model", 0.9)) for i, text in enumerate(lines)]
    table = facts_of(told, CUES)
    assert set(table[table[:, AT["clock"]] > 0, AT["clocks_fall"]]) <= {falls}
    assert bool(table[:, AT["clock"]].any()) == (lines[0][:2] != "3.")


def test_a_head_with_its_time_is_told_from_a_sentence() -> None:
    heads = (
        "14:57 – Ferry late again",
        "Ferry late again | The Herald | 2h ago",
        "Ferry late again (Herald, 2 July 2025)",
    )
    assert fact("head_stamp", *heads) == [True] * 3
    assert (
        fact("head_stamp", TEXT, "Ferry late again", "2h ago", "The Herald | 2h ago", "Ferry: late again")
        == [False] * 5
    )
