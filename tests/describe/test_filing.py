"""Standfirst, credits, section, tags, last change and address of stories."""

import pytest

from tasks.page import Head
from tests.describe.test_describe import BODY, LINKED, first, page_of

LEAD = "After a night of talks the crew still waits for its pay."
HEADLINE = ("Ferry stays in port", "headline", {"tag": "h1"})


@pytest.mark.parametrize(
    ("lines", "head", "standfirst"),
    [
        ([(LEAD, "standfirst"), (BODY, "body")], Head(), LEAD),
        (
            [(LEAD, "body"), (BODY, "body")],
            Head(meta=(("og:description", "Nobody sails before the crew is paid what it was promised."),)),
            None,
        ),
        ([(LEAD, "body"), (BODY, "body")], Head(meta=(("og:description", f"{LEAD} "),)), LEAD),
        ([(LEAD, "body"), (BODY, "body")], Head(json_ld=({**LINKED, "description": LEAD},)), LEAD),
        ([(LEAD, "related"), (BODY, "body")], Head(meta=(("description", LEAD),)), None),
        ([(BODY, "body")], Head(meta=(("description", "A goat was elected."),)), None),
    ],
    ids=["marked", "another wording", "described", "described in JSON-LD", "cut", "none"],
)
def test_the_standfirst_is_a_paragraph_of_the_story(lines, head, standfirst):
    """What is marked as one, else a first paragraph that the head gives as the page's description."""
    assert first(page_of([HEADLINE, *lines], head)).standfirst == standfirst


@pytest.mark.parametrize(
    ("lines", "head", "credits", "authors"),
    [
        ([("Von Ada Brandt, dpa", "byline")], Head(), ("dpa",), ("Ada Brandt",)),
        ([("By Reuters", "byline")], Head(), ("Reuters",), ()),
        ([("By Tidewater Staff", "byline")], Head(), ("Tidewater Staff",), ()),
        ([("Staff meeting ends in a quarrel about pay and boats", "byline")], Head(), (), ()),
        ([], Head(meta=(("author", "Küstenredaktion"),)), ("Küstenredaktion",), ()),
        ([], Head(meta=(("author", "Ada Brandt and AFP"),)), ("AFP",), ("Ada Brandt",)),
        ([], Head(json_ld=({**LINKED, "author": {"@type": "Organization", "name": "Tide Watch"}},)), ("Tide Watch",), ()),
        ([("Boats at dawn. Photo: Quill Roe/dpa", "caption")], Head(), ("Quill Roe", "dpa"), ()),
        ([("Foto: Max Lund (Getty Images)", "credit")], Head(), ("Max Lund", "Getty Images"), ()),
        ([("Getty Images", "credit")], Head(), ("Getty Images",), ()),
        ([("© Courtesy of Ada Brandt", "credit")], Head(), ("Ada Brandt",), ()),
        ([("A picture of the boats that nobody has paid for since May", "caption")], Head(), (), ()),
        ([("Photo: Herald", "credit")], Head(), (), ()),
        ([("Photo: Max Lund", "related")], Head(), (), ()),
    ],
    ids=["byline", "agency alone", "desk", "a sentence", "desk in the head", "head", "organisation", "caption", "picture agency", "agency and nothing else", "courtesy", "prose", "outlet", "cut"],
)  # fmt: skip
def test_agencies_and_photographers_are_credits(lines, head, credits, authors):
    """They are no authors, and the page's own outlet is no credit."""
    story = first(page_of([HEADLINE, *lines, (BODY, "body")], head))
    assert (story.credits, story.authors) == (credits, authors)


@pytest.mark.parametrize(
    ("body", "credits"),
    [("OSLO (AP) - The ferry stays in port.", ("AP",)), ("The ferry stays in port. (dpa/AFP)", ("dpa", "AFP")), ("He left (AP was not told) at noon.", ())],
)  # fmt: skip
def test_an_agency_in_a_dateline_or_behind_the_text_is_a_credit(body, credits):
    """In brackets, in the first line or at the very end."""
    assert first(page_of([HEADLINE, (body, "body")])).credits == credits


def test_section_and_tags_are_the_head_s():
    """The first place that has any; each tag once, entities decoded."""
    meta = (
        ("article:section", "Harbour &amp; Pay"),
        ("article:tag", "ferries"),
        ("article:tag", "Ferries"),
        ("article:tag", "pay"),
    )
    story = first(page_of([(BODY, "body")], Head(meta=(*meta, ("keywords", "news, herald")))))
    assert (story.section, story.tags) == ("Harbour & Pay", ("ferries", "pay"))
    linked = {**LINKED, "articleSection": ["Harbour", "News"], "keywords": "ferries, pay"}
    story = first(page_of([(BODY, "body")], Head(json_ld=(linked,))))
    assert (story.section, story.tags) == ("Harbour", ("ferries", "pay"))
    assert dict(story.origins)["tags"] == "json-ld"


@pytest.mark.parametrize(
    ("lines", "meta", "modified"),
    [
        ([], (("article:modified_time", "2025-07-01T18:00:00Z"),), "2025-07-01 18:00"),
        ([("Updated 2 July 2025, 05:30", "time")], (), "2025-07-02 05:30"),
        ([], (("article:modified_time", "2025-06-01T18:00:00Z"),), None),
        ([], (("article:modified_time", "2025-08-01T18:00:00Z"),), None),
        ([], (), None),
    ],
    ids=["head", "shown", "before the publication", "after the fetch", "none"],
)
def test_the_last_change_stands_apart_from_the_publication(lines, meta, modified):
    """Never before `published_at` nor after the page was fetched."""
    story = first(page_of([HEADLINE, *lines, (BODY, "body")], Head(meta=meta, json_ld=(LINKED,))))
    assert str(story.published_at)[:16] == "2025-07-01 15:40"
    assert (str(story.modified_at)[:16] if story.modified_at else None) == modified


@pytest.mark.parametrize(
    ("canonical", "meta", "address", "origin"),
    [
        ("https://herald.example/ferry#top", (), "https://herald.example/ferry", "link canonical"),
        ("/ferry", (), "https://www.herald.example/ferry", "link canonical"),
        ("https://herald.example/", (("og:url", "https://herald.example/ferry-2"),), "https://herald.example/ferry-2", "og:url"),
        ("javascript:void(0)", (), "https://www.herald.example/news/ferry", "url"),
        ("https://[broken", (), "https://www.herald.example/news/ferry", "url"),
        (None, (), "https://www.herald.example/news/ferry", "url"),
    ],
    ids=["given", "relative", "the front page", "no address", "broken", "none"],
)  # fmt: skip
def test_the_page_says_its_own_address(canonical, meta, address, origin):
    """Else the address that it was fetched from is kept."""
    story = first(page_of([(BODY, "body")], Head(canonical=canonical, meta=meta)))
    assert (story.canonical_url, dict(story.origins)["canonical_url"]) == (address, origin)


def test_words_are_counted_in_scripts_without_spaces_too():
    """As everywhere else in copydesk; lines are apart."""
    assert first(page_of([(BODY, "body")], body="One two.\nThree.")).n_words == 3
    assert first(page_of([(BODY, "body")], body="港の船は今日も出ない。")).n_words > 4
