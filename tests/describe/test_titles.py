"""The story's own title, without the site's name."""

import pytest

from tasks.describe.titles import Candidate, choose_title, squeezed, without_site

SITES = frozenset(map(squeezed, ["The Harbour Herald", "harbourherald.example", "港口日报"]))


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Ferry stays in port", "Ferry stays in port"),
        ("Ferry stays in port | The Harbour Herald", "Ferry stays in port"),
        ("Ferry stays in port - Harbour Herald", "Ferry stays in port"),
        ("Ferry stays in port — News — The Harbour Herald", "Ferry stays in port — News"),
        ("Ferry stays in port | News | The Harbour Herald", "Ferry stays in port"),
        ("Ferry stays in port | Some Other Name", "Ferry stays in port"),
        ("등대의 불이 꺼졌다ㅣ항구일보", "등대의 불이 꺼졌다"),
        ("등대의 불이 꺼졌다-사회ㅣ항구일보", "등대의 불이 꺼졌다"),
        ("灯塔熄灭了_港口日报", "灯塔熄灭了"),
        ("Ferry stays-and waits", "Ferry stays-and waits"),
        ("The Harbour Herald - Ferry stays in port", "Ferry stays in port"),
        ("Ferry stays in port &amp; crew goes home", "Ferry stays in port & crew goes home"),
        ("Storm – a diary", "Storm – a diary"),
        ("War-weary island votes - and waits", "War-weary island votes - and waits"),
    ],
)
def test_the_site_falls_away_and_the_title_stays(title, plain):
    """A dash inside a title is no separator unless the site's name stands behind it."""
    assert without_site(title, SITES) == plain


def test_what_most_of_the_page_agrees_on_is_the_title():
    """Two origins with the same words outweigh one with others."""
    candidates = [
        Candidate("Welcome aboard", "h1"),
        Candidate("Ferry stays in port", "json-ld"),
        Candidate("Ferry stays in port", "og:title"),
    ]
    assert choose_title(candidates, []).text == "Ferry stays in port"


def test_words_that_a_broken_line_glued_are_read_as_the_head_writes_them():
    """The kicker above a headline is often glued to it; the head knows where one word ends."""
    candidates = [
        Candidate("HarbourFerry stays in port", "h1"),
        Candidate("HarbourFerry stays in port", "headline"),
        Candidate("Harbour / Ferry stays in port", "og:title"),
        Candidate("Harbour Ferry stays in port", "title"),
    ]
    assert choose_title(candidates, []).text == "Harbour / Ferry stays in port"


def test_the_site_s_own_name_is_no_title():
    """A logo in the h1 is passed over."""
    candidates = [Candidate("The Harbour Herald", "h1"), Candidate("Ferry stays | The Harbour Herald", "title")]
    assert choose_title(candidates, ["The Harbour Herald"]).text == "Ferry stays"


def test_a_title_that_goes_on_for_ever_is_left_as_it_is():
    """Some pages repeat the site's name without end."""
    title = "Ferry stays | " + "Herald | " * 10_000
    assert choose_title([Candidate(title, "title")], ["Herald"]).text == title.strip()


def test_no_candidate_gives_no_title():
    """An empty page has none."""
    assert choose_title([], ["The Harbour Herald"]) is None
