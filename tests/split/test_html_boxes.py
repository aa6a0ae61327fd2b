"""HTML pages as sites lay them out now: articles loaded under articles, boxes of teasers inside, rows of buttons between stories."""

from __future__ import annotations

from tasks import clean
from tasks.page import CleanPage
from tests.split.bank import STORIES, Told

CUT = "The operator says that its ferries will not sail before the end of…"


def paragraphs(told: Told) -> str:
    return "".join(f"<p>{text}</p>" for text in told.body)


def cleaned(*parts: str, title: str = "") -> CleanPage:
    return clean(f"<html><head><title>{title}</title></head><body>{''.join(parts)}</body></html>".encode())


def told_by(page: CleanPage) -> list[tuple]:
    return [(story.title, story.body) for story in page.stories]


def role_of(page: CleanPage, text: str) -> str:
    return next(mark.role for block, mark in zip(page.blocks, page.marks, strict=True) if block.text == text)


def loaded(told: Told, n: int, more: str = "") -> str:
    """An article as a page that loads the next under the last sets it; `more` stands over it."""
    row = f'<div class="x{n}">Alba Borra Cresta Dunya {380 + n}</div>'
    return f'{more}<div class="k1"><h1>{told.title}</h1><div class="k2"><span>{told.time}</span></div>{paragraphs(told)}{row}</div>'


def test_an_article_loaded_under_another_is_a_story_of_its_own() -> None:
    """Two headlines of the first rank with a time each are enough; a row that ends in a count names no outlet."""
    pair = STORIES[-2:]
    page = cleaned(*(loaded(told, n) for n, told in enumerate(pair)))
    assert told_by(page) == [(told.title, "\n".join(told.body)) for told in pair]
    assert all(story.source != f"Alba Borra Cresta Dunya {380 + n}" for n, story in enumerate(page.stories))


def test_two_headings_of_the_first_rank_without_times_are_one_article() -> None:
    """A writer may set the headings of an article's parts so."""
    pair = STORIES[-2:]
    assert len(cleaned(*(f"<h1>{told.title}</h1>{paragraphs(told)}" for told in pair)).stories) == 1


def test_sub_heads_are_no_outlets() -> None:
    """One in each story stands in the same place, but headings name none."""
    told = STORIES[-4:]
    parts = (
        f"<h1>{x.title}</h1><div>{x.time}</div><p>{x.body[0]}</p><h2>What comes of it {k}</h2><p>{x.body[-1]}</p>"
        for k, x in enumerate(told)
    )
    page = cleaned(*parts)
    assert [story.title for story in page.stories] == [x.title for x in told]
    assert not [story.source for story in page.stories if (story.source or "").startswith("What comes")]


def test_a_label_under_a_story_is_none_of_its_text() -> None:
    """A few words without a stop head what follows."""
    told = STORIES[-4:]
    labels = ("", "Elsewhere today", "", "")
    page = cleaned(
        *(
            f"<div><h2>{x.title}</h2><span>{x.source} | {x.time}</span>{paragraphs(x)}<p>{label}</p></div>"
            for x, label in zip(told, labels, strict=True)
        )
    )
    assert told_by(page) == [(x.title, "\n".join(x.body)) for x in told]


def test_a_teaser_inside_an_article_is_none_of_its_text() -> None:
    """A title and a text that breaks off, right under a heading of related stories."""
    told = STORIES[-1]
    box = f"<div>Related stories</div><h4>{STORIES[0].title}</h4><p>{CUT}</p>"
    page = cleaned(
        f"<article><h1>{told.title}</h1><p>{told.body[0]}</p>{box}{paragraphs(STORIES[-2])}</article>", title=told.title
    )
    assert [story.body.split("\n") for story in page.stories] == [[told.body[0], *STORIES[-2].body]]
    assert role_of(page, CUT) == role_of(page, STORIES[0].title) == "related"


def test_a_headline_in_no_heading_is_the_line_the_head_names() -> None:
    """Tables and fonts have no headings; the outlet's name behind the title is none of it."""
    told = STORIES[-1]
    cells = f'<td><font size="5"><b>{told.title}</b></font><br><font>{"<br><br>".join(told.body)}</font></td>'
    page = cleaned(f"<table><tr>{cells}</tr></table>", title=f"{told.title} | The Harbour Mail")
    assert told_by(page) == [(told.title, "\n".join(told.body))]
    assert role_of(page, told.title) == "headline"


HOURS = ("9.05am", "10.40am", "12.15pm", "1.20pm", "4.55pm")


def day_of(hours: tuple[str, ...]) -> CleanPage:
    told = STORIES[-len(hours) :]
    return cleaned(*(f"<h3>{hour}: {x.title}</h3>{paragraphs(x)}" for hour, x in zip(hours, told, strict=True)))


def test_an_article_that_goes_by_the_clock_stays_whole() -> None:
    """Its parts follow one another through a day, past noon too, and tell of one thing; a live blog has the newest entry first."""
    same = [
        f"The bridge at Orrin gave way again, part {n}, and Ada Brandt saw the bridge fall into the river."
        for n in "abcde"
    ]
    parts = (
        f"<h3>{hour}: The bridge at Orrin, part {n}</h3><p>{text}</p>"
        for n, (hour, text) in enumerate(zip(HOURS, same, strict=True))
    )
    assert len(cleaned("<h1>How the bridge at Orrin fell</h1>", *parts).stories) == 1
    assert len(day_of(HOURS[::-1]).stories) == len(HOURS)


def test_entries_without_titles_come_apart_with_the_others() -> None:
    """Under a time each, some with a heading, newest first."""
    told = STORIES[-5:]
    heads = ["" if n == 1 else f"<h3>{x.title}</h3>" for n, x in enumerate(told)]
    clocks = ("16:55", "13:20", "12:15", "10:40", "09:05")
    parts = (
        f"<div><p>{clock}</p>{head}{paragraphs(x)}</div>" for clock, head, x in zip(clocks, heads, told, strict=True)
    )
    page = cleaned("<h1>As it happened</h1>", *parts)
    assert [(story.title, story.published_raw) for story in page.stories] == [
        (None if n == 1 else x.title, clock) for n, (x, clock) in enumerate(zip(told, clocks, strict=True))
    ]


def test_texts_side_by_side_are_words_of_their_own() -> None:
    """A style sheet sets them apart; the parts of a word stay together."""
    page = cleaned(
        "<h1>Storm</h1><div><span>13:22</span><span><b>Ada</b> Brandt</span></div>",
        "<p>The pi<b>er</b> at <span>Orr</span><span>in</span> took in 4<sup>th</sup> hand boats and held through the whole night.</p>",
    )
    texts = [block.text for block in page.blocks]
    assert "13:22 Ada Brandt" in texts
    assert "The pier at Orrin took in 4th hand boats and held through the whole night." in texts


def test_outlets_in_brackets_behind_titles_are_sources() -> None:
    """Where words of outlets' names say so; places in brackets stay in the titles."""
    told = STORIES[-4:]
    for names, sources in (
        (["Lantern Review", "The Kitchen Weekly", "Desk & Window", "Harbour Post"],) * 2,
        (["Orrin", "Calder", "Merrow", "Lenz"], ["site.example"] * 4),
    ):
        parts = (
            f'<div class="item"><div class="t">{x.title} ({name})</div>{paragraphs(x)}<i>{x.time}</i></div>'
            for x, name in zip(told, names, strict=True)
        )
        page = clean(f"<html><body>{''.join(parts)}</body></html>".encode(), url="https://site.example/a")
        assert [story.source for story in page.stories] == sources
        assert [story.title.endswith(")") for story in page.stories] == [names != sources] * 4


def test_an_outlet_and_its_time_in_a_row_are_none_of_an_article_s_text() -> None:
    """As old print views set them, between title and text."""
    told = STORIES[-1]
    page = cleaned(
        f"<h1>{told.title}</h1><p>{told.body[0]}</p><p>Harbour Mail | 05.11.2026 11:42</p>{paragraphs(told)}"
    )
    assert "Harbour Mail |" not in page.stories[0].body


def boxed(inner: str) -> CleanPage:
    told = STORIES[-1]
    return cleaned(
        f"<article><h1>{told.title}</h1><p>{told.body[0]}</p>{inner}{paragraphs(STORIES[-2])}</article>",
        title=told.title,
    )


def test_what_stands_in_a_box_with_its_heading_goes_with_it() -> None:
    """Whole sentences too; but text that follows the heading in the article's own element stays."""
    told = "The operator says that its ferries sail again before the week is out."
    page = boxed(f"<div><h3>Related stories</h3><div><h4>{STORIES[0].title}</h4><p>{told}</p></div></div>")
    assert role_of(page, told) == role_of(page, STORIES[0].title) == "related"
    assert page.stories[0].body.split("\n") == [STORIES[-1].body[0], *STORIES[-2].body]
    assert told in boxed(f"<h3>Related stories</h3><p>{told}</p>").stories[0].body


def test_labels_that_all_stories_have_say_nothing_of_their_subjects() -> None:
    """`Why it matters:` runs through a newsletter as words of one subject run through an article."""
    told = STORIES[-6:]
    page = cleaned(
        "<h1>Harbour morning</h1>",
        *(f"<div><h2>{x.title}</h2><p>{x.body[0]}</p><p><b>Why it matters:</b> {x.body[-1]}</p></div>" for x in told),
    )
    assert [story.title for story in page.stories] == [x.title for x in told]


def test_whole_stories_among_cards_that_only_link() -> None:
    """Half of the cards hold no text: those that do are the stories."""
    told = STORIES[-6:]
    page = cleaned(
        *(
            f'<div class="card"><h3><a href="/{n}">{x.title}</a></h3><i>Nov {n + 1}, 2026</i>{paragraphs(x) if n % 2 else ""}</div>'
            for n, x in enumerate(told)
        )
    )
    assert told_by(page) == [(x.title, "\n".join(x.body)) for x in told[1::2]]
