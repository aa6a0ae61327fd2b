"""Do paragraphs near each other tell of one thing? Asked of words that they do not share."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from tasks.split.subjects import NAMES, subjects_of
from tasks.split.vectors import Vectors

PAGES = {
    "en": (
        "Thieves broke into a jeweller's in the old town and took watches worth thousands.",
        "Detectives are looking for two burglars seen fleeing on a scooter.",
        "The striker scored twice as the visitors won the cup final after extra time.",
        "Their coach praised the goalkeeper, who saved a penalty before the whistle.",
    ),
    "de": (
        "Einbrecher haben in der Altstadt ein Geschäft ausgeraubt. Die Polizei sucht nach den Dieben, die mit teuren Uhren flohen.",
        "Ein Zeuge hatte die Männer beobachtet und den Notruf gewählt. Die Beamten fanden später das gestohlene Auto der Täter.",
        "Der Stürmer traf zweimal, die Gäste gewannen das Finale. Der Trainer lobte nach dem Spiel seine Mannschaft und den Torwart.",
        "Der Verein hatte die letzten drei Spiele verloren. Nun feierten die Spieler mit den Fans im Stadion den Titel in der Liga.",
    ),
    "es": (
        "Unos ladrones asaltaron una joyería del centro y se llevaron relojes muy caros.",
        "La policía busca a dos hombres que huyeron en moto después del robo.",
        "El delantero marcó dos goles y los visitantes ganaron la final de la copa.",
        "El entrenador elogió al portero, que paró un penalti antes del descanso.",
    ),
}


@cache
def vectors() -> Vectors:
    return Vectors.load()


def told(texts: tuple[str, ...]) -> dict[str, np.ndarray]:
    found = subjects_of(vectors().of(texts), np.arange(len(texts)))
    return dict(zip(NAMES, found.table.T, strict=True))


@pytest.mark.parametrize("language", PAGES)
def test_the_joint_between_two_stories_is_where_neighbours_are_least_alike(language) -> None:
    """In three languages, though neither side has words in common."""
    page = told(PAGES[language])
    assert page["own_topic_above"][1:].argmin() == 1
    assert page["own_topic_rank"].tolist()[2] == 0


def test_a_page_of_two_stories_holds_less_together_than_one_of_one() -> None:
    """A mean over all pairs."""
    two = told(PAGES["en"])["topic_pairs"][0]
    one = told((*PAGES["en"][:2], "The burglars had cut the shop's alarm, police said."))["topic_pairs"][0]
    assert one > two


def test_a_title_is_nearer_to_the_story_it_heads() -> None:
    """Lines that are no paragraphs are compared too."""
    texts = (*PAGES["en"][:2], "Late winner takes the trophy", *PAGES["en"][2:])
    found = subjects_of(vectors().of(texts), np.array([0, 1, 3, 4]))
    row = dict(zip(NAMES, found.table[2], strict=True))
    assert row["own_topic_below"] > row["own_topic_above"]


def test_a_line_without_words_is_near_nothing_as_it_is_and_breaks_nothing() -> None:
    """Zeros have no direction."""
    found = subjects_of(vectors().of(("Two men were held on Monday.", "* * *", "…")), np.array([0]))
    assert np.isfinite(found.table).all()
    assert not found.table[1:, NAMES.index("topic_above")].any()


def test_a_text_has_the_same_vector_on_any_page() -> None:
    """What was read before changes nothing."""
    alone, among = vectors().of(PAGES["de"][:1]), vectors().of((*PAGES["en"], *PAGES["de"][:1]))
    assert np.array_equal(alone[0], among[-1])
