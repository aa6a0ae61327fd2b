"""Titles that are part of a line."""

from __future__ import annotations

import pytest

from tasks.split.frames import title_text
from tasks.split.run_in import attributed_sources, run_in_titles

REST = "Two hundred people waited on the quay for news of the ferry, the harbour office said."


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("3. Ferry late again", "Ferry late again"),
        ("(4) Ferry late again", "Ferry late again"),
        ("## Ferry late again", "Ferry late again"),
        ("• Ferry late again", "Ferry late again"),
        ("**Ferry late again**", "Ferry late again"),
        ("[Ferry late again]", "Ferry late again"),
        ("2.5 million wait for ferry", "2.5 million wait for ferry"),
    ],
)
def test_title_line(line: str, title: str) -> None:
    """Number, bullet and mark-up are not part of a title."""
    assert title_text(line) == title


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("FERRY LATE: {}", "FERRY LATE"),
        ("Ferry late again. {}", "Ferry late again"),
        ("Ferry late again — {}", "Ferry late again"),
        ("7. Ferry late again: {}", "Ferry late again"),
        ("{}", None),
    ],
)
def test_title_run_into_the_text(form: str, title: str | None) -> None:
    """What all paragraphs of a page begin with in one way is their title; a plain paragraph has none."""
    assert run_in_titles([form.format(REST)] * 4) == [title] * 4


def test_dateline_is_no_title() -> None:
    """A place and an agency before the text name no story."""
    assert run_in_titles([f"PORT HALDEN (XNA) - {REST}"] * 4) == [None] * 4


def test_title_with_a_colon_of_its_own() -> None:
    """How most paragraphs end their titles counts: a colon in some of them is part of the title."""
    titles = ["Harbour office: no ferry today", "Two hundred wait on the quay", "Bread comes by air: a first"]
    assert run_in_titles([f"{title}. {REST}" for title in titles]) == titles


@pytest.mark.parametrize(
    ("end", "source"),
    [
        (" (Harbour Mail)", "Harbour Mail"),
        (" (Harbour Mail) (Radio North)", "Harbour Mail; Radio North"),
        (" [Tarn Times].", "Tarn Times"),
        (" (in 2019)", None),
        (" h/t [Ann Weller]", None),
        ("", None),
    ],
)
def test_outlet_in_brackets(end: str, source: str | None) -> None:
    """An outlet in brackets that ends the paragraphs is their source; an aside or a thanks is none."""
    assert attributed_sources([REST + end] * 3) == [source] * 3


def test_some_titles_end_in_no_way_that_shows() -> None:
    """Where words have capitals as in titles, most paragraphs that begin so are enough: a name may hide the end of some."""
    told = [
        "Ferry Late Again On Tuesday. ",
        "Harbour Board Meets Without Chair. ",
        "Old Lamp Sold. and ",
        "Tide Table Late. ",
    ]
    titles = run_in_titles([title + REST for title in told])
    assert titles == ["Ferry Late Again On Tuesday", "Harbour Board Meets Without Chair", None, "Tide Table Late"]


def test_versus_ends_no_title() -> None:
    """A shortened word in small letters is no end."""
    assert run_in_titles([f"Merrow vs. Tarn again. {REST}"] * 3) == ["Merrow vs. Tarn again"] * 3


@pytest.mark.parametrize("form", ["{}. ", "{} – "])
def test_labels_of_a_word_or_two_are_titles(form: str) -> None:
    """Though one of the texts begins otherwise; the shorter of two ways to end is the title's."""
    labels = ["OIL", "METALS", "STOCKS AND SHARES", "BONDS"]
    texts = [form.format(label) + REST for label in labels]
    assert run_in_titles([*texts, f"{REST} {REST}"]) == [*labels, None]


def test_first_sentences_of_ordinary_length_are_no_titles_where_one_in_four_is_long() -> None:
    sentence = "The river took the old bridge at Orrin in the night. "
    long = f"{REST[:-1]}, while the baker handed out soup and bread. {REST}"
    assert run_in_titles([sentence + REST] * 3 + [long]) == [None] * 4
