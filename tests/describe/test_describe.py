"""The fields of stories on pages as split leaves them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tasks.describe import describe
from tasks.page import Block, CleanPage, Head, Mark, RawPage, Story

FETCHED = datetime(2025, 7, 2, 6, 0, tzinfo=UTC)
BODY = (
    "The ferry stays in port until the crew has been paid, the harbour master said after a night of talks.\n"
    "Nobody on the island could say when the mail would come."
)
GERMAN = "Die Fähre bleibt im Hafen, bis die Mannschaft bezahlt ist, sagte der Hafenmeister nach einer langen Nacht."
LINKED = {
    "@type": "NewsArticle",
    "headline": "Ferry stays in port",
    "datePublished": "2025-07-01T15:40:00+00:00",
    "author": {"@type": "Person", "name": "Ada Brandt"},
    "publisher": {"@type": "Organization", "name": "The Harbour Herald"},
}


def page_of(lines, head=None, media_type="text/html", n_stories=1, **story):
    """A page whose blocks are (text, role) or (text, role, facts); every kept block is in the first story."""
    blocks = tuple(Block(i, line[0], **(line[2] if len(line) > 2 else {})) for i, line in enumerate(lines))
    marks = tuple(Mark(line[1], "test") for line in lines)
    kept = tuple(i for i, mark in enumerate(marks) if mark.kept)
    first = Story("", 1, **{"title": None, "body": BODY, "blocks": kept, **story})
    more = tuple(Story("", i, None, f"{BODY} {i}") for i in range(2, n_stories + 1))
    raw = RawPage("2025-07-02/a.html", b"", media_type, "https://www.herald.example/news/ferry", FETCHED)
    return CleanPage(raw, head=head or Head(), blocks=blocks, marks=marks, stories=(first, *more))


def first(page):
    return describe(page, None).stories[0]


def test_one_story_takes_what_the_head_says():
    """JSON-LD, the meta names and the declared language speak for a page's only story."""
    head = Head(
        "Ferry stays in port | The Harbour Herald", "en-GB", None, (("og:site_name", "Harbour Herald"),), (LINKED,)
    )
    story = first(page_of([("Ferry stays in port", "headline", {"tag": "h1"}), (BODY, "body")], head))
    assert (story.title, story.source, story.authors) == ("Ferry stays in port", "Harbour Herald", ("Ada Brandt",))
    assert (story.published_at, story.published_precision) == (datetime(2025, 7, 1, 15, 40, tzinfo=UTC), "minute")
    assert story.language == "en"
    assert dict(story.origins) == {
        "title": "block", "source": "og:site_name", "authors": "json-ld", "language": "text", "published_at": "json-ld",
        "canonical_url": "url",
    }  # fmt: skip
    assert dict(story.raw_values) == {
        "title": "Ferry stays in port", "source": "Harbour Herald", "authors": "Ada Brandt", "language": "en-GB",
        "published_at": "2025-07-01T15:40:00+00:00", "canonical_url": "https://www.herald.example/news/ferry",
    }  # fmt: skip


def test_one_of_several_stories_takes_only_the_source_from_the_head():
    """The head's title, date and authors are the page's, not each story's."""
    story = first(page_of([(BODY, "body")], Head("A day", "en", None, (), (LINKED,)), n_stories=2))
    assert (story.title, story.authors, story.published_at, story.source) == (None, (), None, "The Harbour Herald")


def test_a_brief_takes_the_date_and_outlet_of_its_digest():
    """Unless it has its own; `origins` says that they are the page's, and the story has no words for the time."""
    brief = first(page_of([(BODY, "body")], Head(json_ld=(LINKED,)), n_stories=3, kind="brief"))
    assert (str(brief.published_at)[:10], brief.published_raw, brief.authors) == ("2025-07-01", None, ())
    assert brief.source == "The Harbour Herald"
    assert {dict(brief.origins)["published_at"], dict(brief.origins)["source"]} == {"page"}


def digest(*lines, **story):
    """The first of three stories of a text page, whose body is the last of the lines."""
    page = page_of([*lines, (BODY, "body")], media_type="text/plain", n_stories=3, **{"blocks": (len(lines),), **story})
    return first(page)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ([("Six things to know", "other_furniture"), ("By the Early Desk | July 1, 2025", "other_furniture")], "2025-07-01"),
        ([("Published: 2025-07-01 05:12:40 | Views: 31", "other_furniture")], "2025-07-01"),
        ([("3 hours ago", "other_furniture")], None),
        ([("1 July 2025", "other_furniture"), ("30 June 2025", "other_furniture")], None),
        ([("1 July 2025", "comments")], None),
        ([("The ferry that had left on 1 July 2025 with forty goats came back on Monday without a single one.", "body")], None),
    ],
    ids=["a masthead", "a label", "perhaps a story's", "two days", "a comment's", "a sentence"],
)  # fmt: skip
def test_a_line_above_all_stories_of_a_text_page_dates_them(lines, day):
    """A full date in a short line; where stories have times of their own it dates none of the others."""
    story = digest(*lines)
    assert story.published_at is None if day is None else str(story.published_at)[:10] == day
    dated = digest(*lines, published_raw="30 June 2025")
    assert str(dated.published_at)[:10] == "2025-06-30"


def test_the_host_stands_for_the_outlet_of_a_text_page_too():
    """But not where other stories of the page name outlets of their own: then the page gathers them."""
    assert (digest().source, dict(digest().origins)["source"]) == ("herald.example", "page")
    page = page_of([(BODY, "body"), (f"{BODY} 2", "body")], media_type="text/plain", n_stories=2)
    page = replace(page, stories=(page.stories[0], replace(page.stories[1], source="The Gull")))
    assert [story.source for story in describe(page, None).stories] == [None, "The Gull"]


def test_an_author_beside_the_time_is_no_source():
    """`Ada Brandt | 1 July 2025` under a headline."""
    lines = [("Ferry stays in port", "headline", {"tag": "h1"}), ("Ada Brandt | 1 July 2025", "time"), (BODY, "body")]
    story = first(page_of(lines, Head(meta=(("og:site_name", "The Harbour Herald"),))))
    assert (story.authors, story.source) == (("Ada Brandt",), "The Harbour Herald")


def test_a_full_name_in_small_letters_is_a_person():
    """As its owner typed it; one word in small letters is a pen name, and stays as it is."""
    for typed, authors in (("ada brandt", ("Ada Brandt",)), ("abrandt", ("abrandt",))):
        head = Head(json_ld=({**LINKED, "author": {"@type": "Person", "name": typed}},))
        assert first(page_of([(BODY, "body")], head)).authors == authors


def test_the_visible_words_are_kept_beside_the_exact_time():
    """The moment from the head, the words from the page where they mean the same day."""
    story = first(page_of([("1 July 2025", "time"), (BODY, "body")], Head(json_ld=(LINKED,))))
    assert (story.published_raw, story.published_at.hour) == ("1 July 2025", 15)


def test_an_earlier_visible_date_goes_before_the_head_s():
    """A head's date that is later is a later edition's."""
    story = first(page_of([("Published 3 May 2025", "time"), (BODY, "body")], Head(json_ld=(LINKED,))))
    assert (story.published_raw, str(story.published_at)[:10]) == ("3 May 2025", "2025-05-03")


def test_of_the_head_s_times_the_one_counts_that_falls_on_the_day_shown():
    """Heads give one moment in several zones, not all of them named rightly."""
    head = Head(
        meta=(("article:published_time", "2025-06-30T20:57:00Z"),),
        json_ld=({**LINKED, "datePublished": "2025-07-01T00:57:00Z"},),
    )
    shown = first(page_of([("30 June 2025", "time"), (BODY, "body")], head))
    assert (str(shown.published_at)[:10], dict(shown.origins)["published_at"]) == (
        "2025-06-30",
        "meta article:published_time",
    )
    assert str(first(page_of([(BODY, "body")], head)).published_at)[:10] == "2025-07-01"


@pytest.mark.parametrize(
    ("elsewhere", "day"),
    [("25/12/2024", "2025-04-03"), ("12/25/2024", "2025-03-04"), ("25/12/2024 and 12/25/2024", "2025-03-04")],
    ids=["day first", "month first", "both"],
)
def test_other_dates_of_the_page_tell_day_from_month(elsewhere, day):
    """`03/04/2025` is read as the page's own dates are; where they do not tell, as its language does."""
    lines = [("03/04/2025", "time"), (BODY, "body"), (f"Goat elected {elsewhere}", "related")]
    assert str(first(page_of(lines, Head(language="en"))).published_at)[:10] == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://herald.example/2025/apr/03/ferry", "2025-04-03"),
        ("https://herald.example/2025/03/04/ferry", "2025-03-04"),
        ("https://herald.example/ferry", "2025-03-04"),
    ],
    ids=["day first", "month first", "no date"],
)
def test_the_address_tells_day_from_month(address, day):
    """Where it holds one of the two days that `03/04/2025` may be."""
    page = page_of([("03/04/2025", "time"), (BODY, "body")], Head(language="en"))
    assert str(first(replace(page, raw=replace(page.raw, url=address))).published_at)[:10] == day


@pytest.mark.parametrize(
    ("script", "day"),
    [
        (b'<script>{"publishedAt":"2025-06-30T10:00:00Z","updatedAt":"2025-07-01"}</script>', "2025-06-30"),
        (b"<div data-page='{&quot;datePublished&quot;:&quot;2025-06-30&quot;}'>", "2025-06-30"),
        (b'"a": "{\\"publish_date\\": \\"2025-06-30 10:00\\"}", "published_at": "2025-06-30T12:00:00Z"', "2025-06-30"),
        (b'{"publishedAt":"2025-06-30"},{"publishedAt":"2025-06-29"}', None),
        (b'{"unpublishedAt":"2025-06-30","republish":"2025-06-30"}', None),
    ],
    ids=["a script", "an attribute", "quotes escaped", "two days", "other names"],
)
def test_a_page_s_scripts_date_it_where_nothing_else_does(script, day):
    """Only where they agree on one day, and after all that the head and the page say."""
    page = page_of([(BODY, "body")])
    page = replace(page, raw=replace(page.raw, body=script))
    at = first(page).published_at
    assert (str(at)[:10] if at else None) == day
    assert str(first(replace(page, head=Head(json_ld=(LINKED,)))).published_at)[:10] == "2025-07-01"


def test_an_update_does_not_stand_for_the_publication():
    """Of two visible times the one that is not labelled as an update."""
    story = first(page_of([("Updated 2 July 2025", "time"), ("30 June 2025", "time"), (BODY, "body")]))
    assert story.published_raw == "30 June 2025"


def test_a_time_element_s_datetime_is_the_moment_and_its_text_the_words():
    """As on a live blog: 9.42am in words, the zone in the attribute."""
    lines = [("9.42am", "time", {"stamp": "2025-07-02T09:42:00+01:00"}), (BODY, "body")]
    story = first(page_of(lines, published_raw="9.42am", kind="live_entry"))
    assert (story.published_raw, story.published_at.hour, story.published_precision) == ("9.42am", 8, "minute")


def test_the_address_dates_a_page_that_says_nothing():
    """`/2025/07/01/` in the address, only where the page itself gives no time."""
    page = page_of([(BODY, "body")], Head(canonical="https://herald.example/2025/07/01/ferry"))
    page = describe(
        CleanPage(
            RawPage("a", b"", fetched_at=FETCHED),
            head=page.head,
            blocks=page.blocks,
            marks=page.marks,
            stories=page.stories,
        ),
        None,
    )
    assert (str(page.stories[0].published_at)[:10], dict(page.stories[0].origins)["published_at"]) == (
        "2025-07-01",
        "url",
    )


def test_nothing_comes_from_a_cut_block():
    """A comment's author and time are not the story's."""
    lines = [(BODY, "body"), ("By Max Roe", "comments"), ("1 July 2025", "related")]
    story = first(page_of(lines))
    assert (story.authors, story.published_at) == ((), None)


def test_bylines_of_the_story_name_its_authors():
    """Marked bylines, or a line of the text that is one."""
    assert first(page_of([("By Ada Brandt", "byline"), (BODY, "body")])).authors == ("Ada Brandt",)
    assert first(page_of([("By Ada Brandt", "body"), (BODY, "body")])).authors == ("Ada Brandt",)


def test_a_byline_that_names_more_people_goes_before_the_head():
    """Heads often name the first author alone."""
    story = first(page_of([("By Ada Brandt and Max Roe", "byline"), (BODY, "body")], Head(json_ld=(LINKED,))))
    assert story.authors == ("Ada Brandt", "Max Roe")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Max Roe", ("Max Roe",)),
        ("By AdaBrandtPublished", ("Ada Brandt",)),
        ("By Skipper", ("Ada Brandt",)),
        ("By Dr Ada Brandt and Dr Max Roe", ("Dr Ada Brandt", "Dr Max Roe")),
    ],
    ids=["another", "the same, glued", "a nickname", "with titles"],
)
def test_a_signed_byline_goes_before_a_head_that_names_another(byline, authors):
    """Heads often name who put the text into the system."""
    lines = [("Ferry stays in port", "headline", {"tag": "h1"}), (byline, "byline"), (BODY, "body")]
    assert first(page_of(lines, Head(json_ld=(LINKED,)))).authors == authors


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ([("Written by:", "byline"), ("Ada Brandt", "byline"), ("Checked by", "byline"), ("Max Roe", "byline")], ("Ada Brandt",)),
        ([("Published 1 July 2025 by Ada Brandt", "time")], ("Ada Brandt",)),
        ([("Ada Brandt | 1 July 2025", "time")], ("Ada Brandt",)),
        ([("Harbour Master", "byline"), ("Ada Brandt", "byline")], ("Ada Brandt",)),
        ([("Boats at dawn. By Max Roe", "byline", {"tag": "figcaption"}), ("By Ada Brandt", "byline")], ("Ada Brandt",)),
        ([("Ada Brandt", "byline", {"href": "/authors/ada-brandt"})], ("Ada Brandt",)),
    ],
    ids=lambda value: " + ".join(line[0] for line in value) if isinstance(value[0], tuple) else "",
)  # fmt: skip
def test_the_name_is_found_about_the_headline(lines, authors):
    """Behind a label, in the time's line, among labels of sections, not in a caption."""
    rest = [*((f"{BODY} The harbour master waits {i}.", "body") for i in range(4)), ("By Siv Lund", "byline")]
    assert first(page_of([("Ferry stays in port", "headline", {"tag": "h1"}), *lines, *rest])).authors == authors


def test_bylines_of_the_menu_and_of_teasers_are_not_the_story_s():
    """`By Region` far before the headline, two names far apart behind the text."""
    gap = [("Menu", "navigation")] * 9
    text = [(f"{BODY} {i}", "body") for i in range(4)]
    teasers = [("By Max Roe", "byline"), *gap, ("By Siv Lund", "byline")]
    lines = [("By Wine Region", "byline"), *gap, ("Ferry stays in port", "headline", {"tag": "h1"}), *text, *teasers]
    assert first(page_of(lines)).authors == ()


@pytest.mark.parametrize(
    ("author", "graph", "authors"),
    [
        ({"@type": "Person", "name": "Ada Brandt"}, [], ("Ada Brandt",)),
        ({"@type": "Person", "name": "Ada Brandt"}, [{"@type": "Organization", "name": "Ada Brandt"}], ("Ada Brandt",)),
        ({"@type": "Person", "name": "Harbour Crew"}, [], ()),
        ("Ada Brandt", [], ("Ada Brandt",)),
    ],
    ids=["a person", "an organisation too", "no given name", "nothing says person"],
)
def test_a_site_may_be_named_after_its_author(author, graph, authors):
    """Where the page names it as the author and it begins as people's names do."""
    name = author if isinstance(author, str) else author["name"]
    head = Head(meta=(("og:site_name", name),), json_ld=({"@graph": [{**LINKED, "author": author}, *graph]},))
    assert first(page_of([(f"{BODY} The harbour crew sang.", "body")], head)).authors == authors


def test_a_byline_with_a_full_name_goes_before_a_head_with_one_word():
    """One word is what a system calls its users."""
    lines = [("By Ada Brandt, Director, Harbour Works and HWGROUP", "byline"), (BODY, "body")]
    assert first(page_of(lines, Head(meta=(("author", "HWGROUP"),)))).authors == ("Ada Brandt",)


def test_an_author_keeps_the_name_that_the_site_has_too():
    """The site's name is cut off behind a name, but not where it is the surname."""
    head = Head(meta=(("og:site_name", "Brandt"),))
    assert first(page_of([("By Ada Brandt", "byline"), (BODY, "body")], head)).authors == ("Ada Brandt",)


def test_a_site_s_own_meta_name_may_date_a_story():
    """A name that says "published" and nothing of changes."""
    head = Head(meta=(("article:publisher", "x"), ("w-published-date", "2025-06-30"), ("unpublished-on", "2025-06-01")))
    story = first(page_of([(BODY, "body")], head))
    assert (str(story.published_at)[:10], dict(story.origins)["published_at"]) == (
        "2025-06-30",
        "meta w-published-date",
    )


@pytest.mark.parametrize(
    ("source", "raw", "name", "words", "hour"),
    [
        ("• Merrow Mail", "timean hour ago", "Merrow Mail", "an hour ago", 5),
        ("Merrow Maila day ago", "Merrow Maila day ago", "Merrow Mail", "a day ago", 0),
        (None, "2h ago • Merrow Mail", "herald.example", "2h ago", 4),
    ],
)
def test_a_text_page_s_source_and_time_come_from_the_story_s_lines(source, raw, name, words, hour):
    """Bullets and icon names fall away; relative times count from the fetch; a page of one story is its host's."""
    story = first(page_of([(BODY, "body")], media_type="text/plain", source=source, published_raw=raw))
    assert (story.source, story.published_raw, story.published_at.hour) == (name, words, hour)


@pytest.mark.parametrize(
    ("body", "declared", "language"),
    [
        (BODY, None, "en"),
        (BODY, "de", "en"),
        (GERMAN, "en", "de"),
        ("Kurz.", None, None),
        ("Kurz.", "de-AT", "de"),
        ("", "??", None),
    ],
)
def test_language_is_the_text_s_own(body, declared, language):
    """What the page declares counts only where the text is too short to tell."""
    assert first(page_of([(BODY, "body")], Head(language=declared), body=body)).language == language


def test_stories_with_the_same_text_keep_ids_of_their_own():
    """A story's id comes from page and text; the second of two equal ones is told apart; a second run gives the same."""
    page = page_of([(BODY, "body")])
    twice = CleanPage(page.raw, blocks=page.blocks, marks=page.marks, stories=(page.stories[0], page.stories[0]))
    ids = [story.story_id for story in describe(twice, None).stories]
    assert len(set(ids)) == 2
    assert ids == [story.story_id for story in describe(twice, None).stories]
    assert ids[0] == first(page).story_id


def test_a_page_without_stories_comes_back_as_it_is():
    """There is nothing to describe."""
    page = CleanPage(RawPage("a", b""))
    assert describe(page, None) is page
