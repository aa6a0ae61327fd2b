"""Heads of one line: their title, source and time."""

from __future__ import annotations

import pytest

from tasks import clean
from tasks.split.frames import title_text
from tasks.split.head_parts import Head, parted
from tests.split.bank import STORIES


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("14:57 – Ferry late again", Head("Ferry late again", None, "14:57")),
        ("14.57 Uhr: Fähre fällt aus", Head("Fähre fällt aus", None, "14.57 Uhr")),
        ("2 July 2025 | Ferry late again", Head("Ferry late again", None, "2 July 2025")),
        ("Ferry late again | The Herald | 2h ago", Head("Ferry late again", "The Herald", "2h ago")),
        ("Ferry late again (The Herald, 3 hours ago)", Head("Ferry late again", "The Herald", "3 hours ago")),
        ("### [Ferry late again](https://herald.example/1) · yesterday", Head("Ferry late again", None, "yesterday")),
        (
            "3 hours ago | The Herald | Ferry late again and again",
            Head("Ferry late again and again", "The Herald", "3 hours ago"),
        ),
        ("The Herald | 2 July 2025 | Ferry late again", Head("Ferry late again", "The Herald", "2 July 2025")),
        ("Ferry late again - The Herald", None),
        ("The Herald | 2h ago", None),
        ("Ferry: late again", None),
    ],
)
def test_a_head_is_parted_where_it_holds_a_time(line: str, head: Head | None) -> None:
    assert parted(line) == head


@pytest.mark.parametrize(
    "form", ["{c} – {t}", "{t} | The Tarn Herald | {d}", "{d} | The Tarn Herald | {t}", "{t} ({d})"]
)
def test_the_stories_of_a_page_have_the_times_that_stand_in_their_titles(form: str) -> None:
    """Whatever else the page's titles hold: the time, and the source beside it."""
    stories = STORIES[:6]
    clocks = [f"{14 - i}:0{i}" for i in range(6)]
    days = [f"{i + 1} July 2025" for i in range(6)]
    heads = [form.format(t=s.title, c=c, d=d) for s, c, d in zip(stories, clocks, days, strict=True)]
    text = "\n\n".join("\n".join((head, *s.body)) for head, s in zip(heads, stories, strict=True))
    found = clean(text.encode(), media_type="text/plain").stories
    assert [s.title for s in found] == [s.title for s in stories]
    assert [s.published_raw for s in found] == (clocks if "{c}" in form else days)
    assert {s.source for s in found} == ({"The Tarn Herald"} if "Herald" in form else {None})


@pytest.mark.parametrize("form", ["{t} - {s}", "{t} | {s}", "{t} ({s})"])
def test_outlets_behind_the_titles_are_the_stories_sources(form: str) -> None:
    """Where most titles end in one form."""
    stories, outlets = STORIES[:5], ["The Tarn Herald", "Harbour Post", "Radio Merrow", "Vale Echo", "Tidewire"]
    heads = [form.format(t=story.title, s=outlet) for story, outlet in zip(stories, outlets, strict=True)]
    text = "\n\n".join("\n".join((head, *story.body)) for head, story in zip(heads, stories, strict=True))
    found = clean(text.encode(), media_type="text/plain").stories
    assert [story.title for story in found] == [story.title for story in stories]
    assert [story.source for story in found] == outlets


def test_places_behind_the_titles_are_no_sources() -> None:
    """Where the texts tell of what stands behind their titles (`Bridge shut (Bristol)`)."""
    stories, places = STORIES[:4], ["Hull", "Dover Bay", "North Merrow", "Calder"]
    pairs = zip(stories, places, strict=True)
    text = "\n\n".join(
        "\n".join((f"{told.title} ({place})", f"In {place} they know.", *told.body)) for told, place in pairs
    )
    found = clean(text.encode(), media_type="text/plain").stories
    assert [story.source for story in found] == [None] * 4
    assert [story.title for story in found] == [
        f"{told.title} ({place})" for told, place in zip(stories, places, strict=True)
    ]


def test_a_rule_across_the_page_parts_what_stands_above_it_from_what_stands_below() -> None:
    """A stamp between the rule and a title is of the story under it, also where the page ends with a rule."""
    stories, outlets = STORIES[:4], ["The Tarn Herald", "Harbour Post", "Radio Merrow", "Vale Echo"]
    days = [f"{i + 3} July 2025" for i in range(4)]
    parts = [f"{s}, {d}, p. 3\n{t.title}\n" + "\n".join(t.body) for s, d, t in zip(outlets, days, stories, strict=True)]
    found = clean("\n".join(f"{part}\n--------------" for part in parts).encode(), media_type="text/plain").stories
    assert [(story.source, story.published_raw) for story in found] == list(zip(outlets, days, strict=True))


def test_a_sentence_that_leads_in_is_of_no_story() -> None:
    """It stands over all of them, and is much shorter."""
    text = "\n".join(("Here is what the islands talk about.", *(" ".join(s.body) for s in STORIES[:6])))
    found = clean(text.encode(), media_type="text/plain").stories
    assert [s.body for s in found] == [" ".join(s.body) for s in STORIES[:6]]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("«Зенит» обыграл «Спартак»", "«Зенит» обыграл «Спартак»"),
        ("[Video] Families flee the flood", "[Video] Families flee the flood"),
        ("Arctic ice at its least [Graphic]", "Arctic ice at its least [Graphic]"),
        ("#BreadPrize goes north", "#BreadPrize goes north"),
        ("-5 Grad: Frost im Mai", "-5 Grad: Frost im Mai"),
        ("【速報】東京で地震", "【速報】東京で地震"),
        ("[Ferry late again]", "Ferry late again"),
        ("3) **Ferry late again**", "Ferry late again"),
        ("+++ Ferry late again +++", "Ferry late again"),
        ("== Ferry late again ==", "Ferry late again"),
        ("Subject: Re: [clips] Ferry late again", "Ferry late again"),
        ("► Ferry late again", "Ferry late again"),
        ("⚠ Amber: wind in the west", "Amber: wind in the west"),
        ("🔴 Ferry late again", "Ferry late again"),
        ("[08:23] Ferry late again", "Ferry late again"),
        ("3、渡船再次晚点", "渡船再次晚点"),
        ("（三）渡船再次晚点", "渡船再次晚点"),
        ("[2025] Ferry late again", "[2025] Ferry late again"),
    ],
)
def test_a_title_loses_its_frame_and_keeps_its_own_signs(line: str, title: str) -> None:
    """A bracket or a quote is a frame where it stands around it all."""
    assert title_text(line) == title


def _in_a_row(stories, heads) -> str:
    """A page: over each story's text the lines of its head."""
    return "\n\n".join("\n".join((*head, *story.body)) for head, story in zip(heads, stories, strict=True))


@pytest.mark.parametrize("form", ["{c} {n}", "{c} | {n}", "[{a}] {n}:"])
@pytest.mark.parametrize("is_under", [True, False], ids=["title under it", "title above it"])
def test_a_time_with_its_writer_is_no_title(form: str, is_under: bool) -> None:
    """Where the stories have another line over them: with letters of any script, whether a list knows the name or not."""
    names = ["Bořek Stamm", "Єва Ткач", "川辺 遥", "Runa Őry", "Çelik Er", "Ada Ś. Wren"]
    heads = []
    for i, (story, name) in enumerate(zip(STORIES[:6], names, strict=True)):
        line = form.format(c=f"{21 - i}:0{i}", n=name, a=f"{i + 2} hours ago")
        heads.append((line, story.title) if is_under else (story.title, line))
    found = clean(_in_a_row(STORIES[:6], heads).encode(), media_type="text/plain").stories
    assert [s.title for s in found] == [s.title for s in STORIES[:6]]


def test_names_with_an_age_are_titles_beside_the_days_of_death() -> None:
    names = ["Sister Ada Tully, 101", "Prof. Jonas Hník, 95", "Vera Roos, 68", "Old Sam Pell, 88"]
    days = ["died 1 March", "died 3 March", "died 4 March", "died 7 March"]
    text = _in_a_row(STORIES[:4], zip(names, days, strict=True))
    assert [s.title for s in clean(text.encode(), media_type="text/plain").stories] == names


def test_numbers_that_count_the_stories_are_no_part_of_their_titles() -> None:
    """`#1`, or a bare one; a title's own number stays."""
    heads = [(f"#{i} {story.title}",) for i, story in enumerate(STORIES[:5], 1)]
    found = clean(_in_a_row(STORIES[:5], heads).encode(), media_type="text/plain").stories
    assert [s.title for s in found] == [s.title for s in STORIES[:5]]


def test_lines_that_end_in_a_colon_are_titles_where_the_stories_have_no_other() -> None:
    heads = [(f"{story.title}:",) for story in STORIES[:5]]
    found = clean(_in_a_row(STORIES[:5], heads).encode(), media_type="text/plain").stories
    assert [s.title for s in found] == [s.title for s in STORIES[:5]]
    assert [s.body for s in found] == ["\n".join(s.body) for s in STORIES[:5]]


def test_a_page_s_headline_over_the_first_story_is_not_its_title() -> None:
    """Where each of the others has as many lines over its text."""
    heads = [(story.title, story.source) for story in STORIES[:5]]
    text = "Morning review of the island papers\n" + _in_a_row(STORIES[:5], heads)
    found = clean(text.encode(), media_type="text/plain").stories
    assert [s.title for s in found] == [s.title for s in STORIES[:5]]
    assert [s.source for s in found] == [s.source for s in STORIES[:5]]


def test_a_source_in_brackets_or_behind_its_label_is_no_title() -> None:
    """It stands between the title and the text."""
    outlets = ["(Harbour Post)", "(Radio Merrow)", "(Vale Echo)", "Source: Tidewire"]
    heads = [(story.title, outlet) for story, outlet in zip(STORIES[:4], outlets, strict=True)]
    found = clean(_in_a_row(STORIES[:4], heads).encode(), media_type="text/plain").stories
    assert [s.title for s in found] == [s.title for s in STORIES[:4]]


@pytest.mark.parametrize("stamp", ["[0{n}:10, 5/11/2026] ", "5/11/26, 0{n}:10 - "])
def test_messages_of_a_channel_lose_their_stamp(stamp: str) -> None:
    """Its time is the story's; the channel's name is none of the title."""
    told = STORIES[:6]
    lines = (f"{stamp.format(n=n)}Merrow News: *{x.title}*\n{' '.join(x.body)}" for n, x in enumerate(told, 1))
    found = clean("\n".join(lines).encode(), media_type="text/plain").stories
    assert [(s.title, s.body) for s in found] == [(x.title, " ".join(x.body)) for x in told]
    assert [s.published_raw for s in found] == [stamp.format(n=n).strip(" -[]") for n in range(1, 7)]


def test_a_row_of_buttons_under_each_story_is_no_source() -> None:
    """As in alerts by mail; the outlet under the title is."""
    told = STORIES[:6]
    lines = (f"{x.title}\n{x.source}\n{' '.join(x.body)}\nFacebook Twitter Flag as irrelevant" for x in told)
    found = clean("\n".join(lines).encode(), media_type="text/plain").stories
    assert [(s.title, s.source) for s in found] == [(x.title, x.source) for x in told]
