"""Whom a paragraph speaks of, and whether the page has brought them in before."""

from __future__ import annotations

import pytest

from tasks.desk import Desk
from tasks.split.mentions import NAMES, mentions_of

FIRST = "Marla Quist, who runs the harbour office, closed the north pier on Monday after a crane fell."
CUES = Desk.load().splitter.cues


def told(second: str, first: str = FIRST) -> dict[str, float]:
    return dict(zip(NAMES, mentions_of([first, second], CUES)[1], strict=True))


def test_a_surname_alone_carries_on_and_a_full_name_brings_in_again() -> None:
    alone = told("Nobody was hurt, Quist told reporters.")
    again = told("A court has cleared Marla Quist of all charges.")
    assert (alone["bare_last"], alone["full_again"]) == (1, 0)
    assert (again["bare_last"], again["full_again"]) == (0, 1)


def test_a_name_the_page_has_not_told_is_new() -> None:
    new = told("The minister, Anders Holt, opened a school in Velm.")
    assert (new["full_new"], new["bare_new"], new["bare_page"]) == (1, 1, 0)


def test_a_word_that_opens_a_sentence_is_no_name_where_the_page_writes_it_small() -> None:
    assert told("Crane operators were sent home.")["bare_new"] == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, "The pier will stay closed for a week."),
        (
            "In Velm ist ein Kran umgestürzt und hat einen Arbeiter verletzt.",
            "Der Kran war erst im Mai geprüft worden.",
        ),
        ("Une grue est tombée sur le port de Velm lundi matin.", "La grue avait été contrôlée en mai."),
        ("Una torre è caduta nel porto di Velm.", "Controllata in maggio, la torre era nuova."),
        ("O guindaste caiu no porto de Velm na segunda-feira.", "Uma peça da guindaste foi levada."),
    ],
    ids=["en", "de", "fr", "it", "pt"],
)
def test_a_definite_article_before_what_stood_there_carries_on(first, second) -> None:
    assert told(second, first)["definite_last"] >= 1


def test_a_pronoun_before_any_name_carries_on_and_one_after_it_does_not() -> None:
    assert told("Two days later she reopened it.")["pronoun_first"] == 1
    assert told("Anders Holt says he will resign.")["pronoun_first"] == 0
