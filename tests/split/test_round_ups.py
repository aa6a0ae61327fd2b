"""What stands between and around the stories of a round-up and is none's: sponsors, bylines, greetings, menus."""

from __future__ import annotations

import pytest

from tasks import clean
from tasks.cleaning import opened
from tasks.desk import Desk
from tasks.mark import mark
from tasks.page import RawPage
from tasks.parse import parse
from tasks.split.draft import lines_of
from tasks.split.drafts import drafts_at
from tasks.split.names import is_name_list
from tasks.split.sheet import Sheet
from tests.split.bank import STORIES

SPONSOR = (
    "This letter is brought to you by Norvane, the bank that answers the telephone at night. Open an account by Friday."
)


def cleaned(lines: list[str]):
    return clean("\n".join(lines).encode(), media_type="text/plain").stories


@pytest.mark.parametrize(("label", "advert"), [("Source: {}", "Advertisement"), ("Источник: {}", "Реклама")])
def test_stories_end_in_the_line_that_names_their_source(label, advert):
    """What a sponsor says under one is no part of the story; the source is known."""
    outlets = ["The Tarn Herald", "Ledger & Post", "Sallow Mail", "Quarry Gazette", "Mill Lane Weekly"]
    lines = []
    for n, (story, outlet) in enumerate(zip(STORIES, outlets, strict=False), 1):
        lines += [f"{n}. {story.title}", *story.body, label.format(outlet)]
        lines += [advert, SPONSOR] if n == 2 else []
    found = cleaned(lines)
    assert [s.title for s in found] == [s.title for s in STORIES[:5]]
    assert [s.body.split("\n") for s in found] == [list(s.body) for s in STORIES[:5]]
    assert [s.source for s in found] == outlets


def test_a_byline_under_a_title_is_no_source():
    """The site's own name may be the source then, or nothing."""
    lines = [line for s in STORIES[:4] for line in (s.title, "By Ada Brandt", "2 July 2025", *s.body)]
    found = cleaned(lines)
    assert [s.title for s in found] == [s.title for s in STORIES[:4]]
    assert {s.source for s in found} == {None}


def test_a_farewell_under_all_stories_is_no_story():
    """Nor is a greeting: both are far shorter than every story."""
    told = [" ".join(s.body) for s in STORIES[:6]]
    found = cleaned(["Good morning from all of us here.", *told, "We are back tomorrow at eight."])
    assert [s.body for s in found] == told


@pytest.mark.parametrize(
    ("line", "is_list"),
    [
        ("CNN, BBC, AFP", True),
        ("The Tarn Herald, Sallow Mail, Ledger", True),
        ("FRANA SULLA STATALE, CHIUSO IL PASSO", False),
        ("МОСТ ОТКРЫТ, ПАРОМ СНЯТ", False),
    ],
)
def test_a_headline_in_capitals_is_no_list_of_outlets(line, is_list):
    assert is_name_list(line) is is_list


def test_a_list_of_the_titles_over_all_stories_is_no_text():
    """Each stands again over its own story."""
    titles = [s.title for s in STORIES[:5]]
    lines = ["In this issue", *titles, *(line for s in STORIES[:5] for line in (s.title, "2 July 2025", *s.body))]
    found = cleaned(lines)
    assert [s.body.split("\n") for s in found] == [list(s.body) for s in STORIES[:5]]


def test_a_name_behind_a_small_label_is_a_byline():
    """It is no source, and the line under it is."""
    lines = [line for s in STORIES[:4] for line in (s.title, "di Dino Calvesi", s.source, "2 July 2025", *s.body)]
    found = cleaned(lines)
    assert [s.source for s in found] == [s.source for s in STORIES[:4]]
    assert {s.authors for s in found} == {("Dino Calvesi",)}


def test_the_day_of_a_dateline_is_the_story_s_time():
    """Where most stories begin with one, and have no other time."""
    lines = [line for s in STORIES[:4] for line in (s.title, f"CALDER, July 2, 2025 — {s.body[0]}", *s.body[1:])]
    assert [s.published_raw for s in cleaned(lines)] == ["July 2, 2025"] * 4


def test_the_times_of_a_timeline_among_stories_are_its_text() -> None:
    """Where one of several stories has several times over its paragraphs, these are no stamps."""
    dated = {
        "00:58": "A wet branch touches the line above the Senn ridge, and the lights in the valley begin to flicker.",
        "01:02": "The substation at Senn switches itself off. In the valley the lifts stop, and so does a karaoke.",
        "01:30": "The hospital's generators start. One of them fails and is replaced by hand, under the light of a car.",
        "03:15": "The engineer Abel Rasch climbs the mast above the ridge. He says that he saw no stork there.",
    }
    ferry = [STORIES[0].title, "3 July 2025", *STORIES[0].body]
    night = [
        "A night without light, hour by hour",
        "4 July 2025",
        "This is how the valley went dark and got its light back.",
    ]
    lines = [*ferry, *night, *(line for pair in dated.items() for line in pair)]
    desk = Desk.load()
    raw = RawPage("night", "\n".join(lines).encode(), "text/plain")
    sheet = Sheet.read(lines_of(mark(parse(opened(raw), desk), desk)), desk.splitter)
    first, second = drafts_at([0, len(ferry)], sheet)
    assert [lines[i] for i in first.body] == list(STORIES[0].body)
    assert [lines[i] for i in second.body] == lines[len(ferry) + 2 :]
    assert second.time == len(ferry) + 1
