"""Times and bylines about the headline are kept by what they say, whatever the model thought of them."""

import pytest

from tasks.mark.signed import mark_signed
from tasks.page import Block, Mark

LONG = (
    "The ferry stays in port until the crew has been paid, the harbour master said after a night of talks that ended "
    "when the kettle in the signal box had boiled dry and nobody cared to fill it."
)
RULE = "block-model"
PORTRAIT = ("Portrait of Ada Brandt", "image_alt", {"tag": "img"})


def marked(*lines):
    """The roles after; a line is its text, the role it was cut for, and facts of its block."""
    blocks = [Block(i, line[0], **{"tag": "p", **(line[2] if len(line) > 2 else {})}) for i, line in enumerate(lines)]
    marks = [Mark(line[1], "headline-element" if line[1] == "headline" else RULE) for line in lines]
    return [mark.role for mark in mark_signed(blocks, marks, RULE)]


def about_headline(*lines):
    return marked(("Ferry stays in port", "headline"), *lines, (LONG, "body"), (LONG, "body"))[1 : 1 + len(lines)]


@pytest.mark.parametrize(
    "text",
    [
        "2 July 2025",
        "July 2, 2025 · 8 minutes",
        "Essay – Published: 2025.07.02 | harbours | pay",
        "Erschienen am 2. Juli 2025",
        "02.07.2025, Lesezeit 5 Min.",
    ],
)
@pytest.mark.parametrize("tag", ["p", "h5"])
def test_a_day_under_the_headline_is_the_story_s_time(text, tag):
    """With a label, a reading time or a few other words beside it; set as a heading too."""
    assert about_headline((text, "other_furniture", {"tag": tag})) == ["time"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Boats in the outer harbour on the morning of the strike, 24 April 2025", "other_furniture"),
        ("2 July 2025", "comments"),
        ("Harbour talks", "related"),
    ],
)
def test_a_caption_a_comment_and_a_section_are_no_time(text, role):
    """A day in a sentence dates what the sentence tells; comments are never the story's."""
    assert about_headline((text, role)) == [role]


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        ([("By Ada Brandt", "related")], ["byline"]),
        ([("von Ada Brandt, Nordhafen", "related")], ["byline"]),
        ([("Autorin: Ada Brandt", "other_furniture")], ["byline"]),
        ([("Written by", "other_furniture"), ("Ada Brandt", "other_furniture")], ["other_furniture", "byline"]),
        ([("Ada Brandt", "other_furniture", {"hooks": ("author-list__item",), "path": ("p",)})], ["byline"]),
        ([("Ada Brandt", "navigation", {"href": "/authors/ada-brandt"})], ["byline"]),
        ([("Ada Brandt", "navigation", {"href": "/team/ada-brandt"})], ["byline"]),
        ([PORTRAIT, ("Ada Brandt", "other_furniture")], ["image_alt", "byline"]),
        ([("2 July 2025", "other_furniture"), ("Quill Brandt", "other_furniture")], ["time", "byline"]),
        ([("Ada Brandt", "other_furniture")], ["byline"]),
        ([("Quill Brandt, Harbour Mail", "other_furniture")], ["byline"]),
        ([("Ada Brandt, Max Roe and Siv Lund", "other_furniture"), ("2 July 2025", "related")], ["byline", "time"]),
        ([("Edited by Max Roe", "byline"), ("By Ada Brandt", "related")], ["byline", "byline"]),
        ([("•", "byline"), ("By Ada Brandt", "related")], ["byline", "byline"]),
    ],
    ids=lambda value: " + ".join(line[0] for line in value) if isinstance(value[0], tuple) else "",
)
def test_a_name_is_a_byline_where_something_says_so(lines, roles):
    """A label, a hook, a link to the author's page, a portrait, a given name, or a time beside a full name."""
    assert about_headline(*lines) == roles


@pytest.mark.parametrize(
    "line",
    [
        ("Quill Brandt", "other_furniture"),
        ("Harbour Talks", "navigation", {"href": "/section/harbour-talks"}),
        ("Ada Brandt / The Herald", "other_furniture", {"hooks": ("media-block__author",), "path": ("p",)}),
    ],
    ids=["nothing says so", "a section", "a picture's"],
)
def test_a_name_that_nothing_speaks_for_stays_cut(line):
    """Sections and products are written like people."""
    assert about_headline(line) == [line[1]]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Ottla Brevik", "byline"),
        ("Дарья Корнева", "byline"),
        ("佐藤 健一", "byline"),
        ("Harbour Master", "other_furniture"),
    ],
)
def test_a_name_alone_between_headline_and_text_of_a_text_page_is_a_byline(name, role):
    """Nothing else stands there; words that the text writes small are no name."""
    assert about_headline((name, "other_furniture", {"tag": "line"}))[0] == role


def test_words_that_the_page_writes_small_are_no_name():
    """`Harbour Master` beside a time: the text speaks of a harbour master."""
    assert about_headline(("2 July 2025", "other_furniture"), ("Harbour Master", "other_furniture"))[1] != "byline"


def test_one_line_behind_the_text_counts_where_the_headline_has_none():
    """A page may sign and date its story at the end; several such lines are teasers'."""
    story = [("Ferry stays in port", "headline"), (LONG, "body"), (LONG, "body")]
    assert marked(*story, ("Posted on 2 July 2025", "other_furniture"))[-1] == "time"
    assert marked(*story, ("10. Tides 8.4.13 Release", "other_furniture"))[-1] == "other_furniture"
    assert marked(*story, PORTRAIT, ("Ada Brandt", "other_furniture"))[-1] == "byline"
    assert marked(*story, ("Goat Festival", "other_furniture"))[-1] == "other_furniture"
    assert marked(*story, ("Ada Brandt", "other_furniture"), *[("Goats", "related")] * 4, ("Max Roe", "related"))[3:] == [
        "byline", *["related"] * 5,
    ]  # fmt: skip
    gap = [("Goats", "related")] * 4
    assert "byline" not in marked(*story, *gap, ("Ada Brandt", "related"), ("Max Roe", "related"))
    teasers = [("Goat elected", "related"), ("2 July 2025", "related"), ("1 July 2025", "related")]
    assert marked(*story, *teasers)[-2:] == ["related", "related"]


def test_a_byline_that_is_there_already_is_enough():
    """What was marked before is not doubted."""
    lines = [("By Max Roe", "byline"), ("Ada Brandt", "navigation", {"href": "/authors/ada-brandt"})]
    assert about_headline(*lines) == ["byline", "navigation"]


def test_an_element_named_for_a_time_that_holds_none_hides_no_time():
    """`date-bar` about a slogan."""
    blocks = [Block(0, "Ferry stays in port"), Block(1, "Boats and more"), Block(2, "2 July 2025", "p"), Block(3, LONG)]
    marks = [
        Mark("headline", "headline-element"),
        Mark("time", "time-element"),
        Mark("related", RULE),
        Mark("body", RULE),
    ]
    assert [mark.role for mark in mark_signed(blocks, marks, RULE)] == ["headline", "time", "time", "body"]


def test_a_page_without_text_or_with_several_headlines_stays_as_it_is():
    """Each story of such a page has a headline region of its own, that cannot be told."""
    assert marked(("2 July 2025", "other_furniture")) == ["other_furniture"]
    two = [("Ferry stays in port", "headline"), (LONG, "body"), ("Goat elected", "headline"), (LONG, "body")]
    assert marked(("By Ada Brandt", "related"), *two)[0] == "related"


def test_a_headline_behind_the_text_is_a_teaser_s():
    """It hides neither the byline nor the time of the story before it."""
    story = [("Ferry stays in port", "headline"), ("By Ada Brandt", "related"), (LONG, "body"), (LONG, "body")]
    assert marked(*story, ("Goat elected", "headline"))[1] == "byline"
    lines = [("Ferry stays", "headline"), ("2 July 2025", "related"), (LONG, "body"), ("Goat elected", "headline")]
    assert marked(*lines) == ["headline", "time", "body", "headline"]
