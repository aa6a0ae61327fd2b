"""Authors are people."""

import pytest

from tasks.describe.bylines import looks_like_byline
from tasks.describe.people import agencies_of, desk_of, people_of

CASES = [
    (["By Ada Brandt"], ("Ada Brandt",)),
    (["한바다 기자"], ("한바다",)),
    (["한바다 기자 외 1명"], ("한바다",)),
    (["港野夏子記者"], ("港野夏子",)),
    (["Von Ada Brandt und Max Roe"], ("Ada Brandt", "Max Roe")),
    (["Par Élodie Marchand et Luc Petit"], ("Élodie Marchand", "Luc Petit")),
    (["Por Inés Varela y Tomás Luna"], ("Inés Varela", "Tomás Luna")),
    (["By Ada Brandt, Max Roe and Siv Lund"], ("Ada Brandt", "Max Roe", "Siv Lund")),
    (["By Ada Brandt, Political Editor"], ("Ada Brandt",)),
    (["Ada Brandt, Oslo"], ("Ada Brandt",)),
    (["Ada Brandt | The Harbour Herald"], ("Ada Brandt",)),
    (["Ada Brandt THE HARBOUR HERALD"], ("Ada Brandt",)),
    (["Ada Brandt, PhD"], ("Ada Brandt",)),
    (["ADA BRANDT"], ("Ada Brandt",)),
    (["Ada Brandt", "Ada  Brandt", "ada brandt"], ("Ada Brandt",)),
    (["José Núñez", "Jose Nunez", "JOSÉ NÚÑEZ"], ("José Núñez",)),
    (["By Ada Brandt | July 1, 2025 3 pm"], ("Ada Brandt",)),
    (["By Ada Brandt on 1 July 2025"], ("Ada Brandt",)),
    (["Von Ada Brandt am 1. Juli 2025"], ("Ada Brandt",)),
    (["July 1, 2025 by Ada Brandt"], ("Ada Brandt",)),
    (["ByAda Brandt Updated on February 16, 2025"], ("Ada Brandt",)),
    (["Written by Ada Brandt. Reviewed by Max Roe"], ("Ada Brandt",)),
    (["Ludwig van der Berg", "Siobhán O’Dell", "Jean-Luc d'Orly"], ("Ludwig van der Berg", "Siobhán O’Dell", "Jean-Luc d'Orly")),
    (["Felix Ahrens und Jo Wolf, dpa"], ("Felix Ahrens", "Jo Wolf")),
    (["Ada Brandt &amp; Max Roe"], ("Ada Brandt", "Max Roe")),
    (["Ada Brandt, The Harbour Herald North"], ("Ada Brandt",)),
    (["The Harbour Bank (www.harbour.example, bank.com)"], ()),
    ([", The Harbour Herald"], ()),
    (["Ada BrandtFounder at Harbour Herald", "Ada BrandtPublished: 1 July 2025"], ("Ada Brandt",)),
    (["Ada McDonald"], ("Ada McDonald",)),
    (["By “Ada Brandt”", "Ada Brandt."], ("Ada Brandt",)),
    (["Words: Ada Brandt"], ("Ada Brandt",)),
    (["Guide by Ada Brandt"], ("Ada Brandt",)),
    (["Published 7 August 2023 by Ada Brandt"], ("Ada Brandt",)),
    (["Ada Brandt. Tested by Max Roe"], ("Ada Brandt",)),
    (["This article was written by Ada Brandt, Head of Tides and Harbour Growth"], ("Ada Brandt",)),
    (["Review by Ada Brandt Former Deputy Tech Editor"], ("Ada Brandt",)),
    (["By Ada Brandt, Managing Principal, Tidewater Works"], ("Ada Brandt",)),
    (["Posted By: Ada · In: Soup, Bread"], ("Ada",)),
    (["By Ada Brandt in Oslo and Max Roe in Rome"], ("Ada Brandt", "Max Roe")),
    (["1 July 2025 • Quill Roe in Harbour Works"], ("Quill Roe",)),
    (["Ada (Lund) Brandt"], ("Ada Brandt",)),
    (["Centre for Tides and Harbours", "Ministerium für Fische und Boote"], ()),
    (["Quay Today"], ("Quay Today",)),
    (["Illustrations by Max Roe"], ()),
    (["Ada Brandt", "RN"], ("Ada Brandt",)),
    (["Kristin"], ("Kristin",)),
    (["Reuters"], ()),
    (["AFP", "dpa"], ()),
    (["The Harbour Herald"], ()),
    (["Staff Writer", "Newsroom", "Redaktion", "admin"], ()),
    (["https://social.example/ada", "@adabrandt", "ada@herald.example"], ()),
    (["Photo: Ada Brandt", "Photograph: Max Roe", "Bildrechte: Max Roe", "Illustrations: Siv Lund"], ()),
    (["Byron Ellis", "BYRON ELLIS"], ("Byron Ellis",)),
    (["Auteure : Élodie Marchand"], ("Élodie Marchand",)),
    (["Autori: Luca Bianchi e Ada Rossi"], ("Luca Bianchi", "Ada Rossi")),
    (["Autor/Autorin: Ada Brandt"], ("Ada Brandt",)),
    (["posted by someone"], ()),
    ([""], ()),
]  # fmt: skip


@pytest.mark.parametrize(("names", "people"), CASES, ids=lambda value: " + ".join(value) or "none")
def test_people_are_found_among_what_a_byline_holds(names, people):
    """No "By", no role, no agency, no outlet, nobody twice."""
    assert people_of(names, ["The Harbour Herald", "herald.example"]) == people


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("By Ada Brandt and Max Roe", True),
        ("Von Ada Brandt", True),
        ("Written by Ada Brandt", True),
        ("ByAda Brandt", True),
        ("Authors: Ada Brandt and Max Roe", True),
        ("This post was written by Ada Brandt", True),
        ("Words: Ada Brandt", True),
        ("Text: Erik Lindholm", True),
        ("Texte : Élodie Marchand", True),
        ("Analysis by Ada Brandt", True),
        ("Autori: Luca Bianchi e Ada Rossi", True),
        ("Byron Ellis", False),
        ("Text Messages From the Quay", False),
        ("Post by post the quay was mended", False),
        ("By the end of the day the harbour was closed again", False),
        ("By Reuters", False),
        ("Ada Brandt", False),
    ],
)
def test_a_byline_names_people_and_nothing_else(line, is_byline):
    """A sentence that begins with "By" is none."""
    assert looks_like_byline(line) is is_byline


def test_a_byline_that_goes_on_for_ever_is_read_as_far_as_names_stand():
    """Pages hold such lines; reading them whole would take minutes."""
    line = "By Ada Brandt, " + ", " * 50_000 + "Max Roe, dpa"
    assert people_of([line]) == ("Ada Brandt",)
    assert (agencies_of(line), desk_of(line)) == ([], None)
