"""HTML into blocks: reading order, places, links, images, head."""

import json

import pytest

from tasks import RawPage, opened
from tasks.parse import parse
from tasks.parse.html import TooDeep


def page_of(html: str):
    return parse(opened(RawPage("p.html", html.encode())), None)


def texts(html: str) -> list[str]:
    return [block.text for block in page_of(html).blocks]


CASES = {
    "inline elements stay in the sentence": ("<p>One <b>two</b> <a href=x>three</a>.</p>", ["One two three."]),
    "readings over ideographs stay in the sentence": (
        "<p>港の<ruby><rb>灯台</rb><rp>（</rp><rt>とうだい</rt><rp>）</rp></ruby>は消えた。</p>",
        ["港の灯台（とうだい）は消えた。"],
    ),
    "text before and after a child block": ("<div>Before<p>Inside</p>After</div>", ["Before", "Inside", "After"]),
    "a line break ends a block": ("<p>One<br>Two<br/><br>Three</p>", ["One", "Two", "Three"]),
    "alt texts are blocks after their text": ("<p>See <img alt='A red door'> here</p>", ["See here", "A red door"]),
    "an emoji picture is a character": ("<p>Well done <img alt='🎉'></p>", ["Well done 🎉"]),
    "scripts, styles and templates are not visible": (
        "<script>x</script><style>y</style><template><p>z</p></template><p>Seen</p>tail",
        ["Seen", "tail"],
    ),
    "a block inside a link": ("<a href=x><div>Card</div></a>", ["Card"]),
    "comments leave no trace": ("<p>One<!-- two --> three</p>", ["One three"]),
    "unclosed markup": ("<div><p>One<p>Two<li>Three", ["One", "Two", "Three"]),
    "no markup at all": ("Just words", ["Just words"]),
    "table cells": ("<table><tr><td>A</td><td>B</td></tr></table>", ["A", "B"]),
    "an XML declaration": ('<?xml version="1.0" encoding="utf-8"?><html><body><p>Hi</p></body></html>', ["Hi"]),
    "nothing": ("", []),
    "only a comment": ("<!-- nothing -->", []),
}


@pytest.mark.parametrize(("html", "expected"), CASES.values(), ids=CASES.keys())
def test_blocks(html, expected):
    """Each run of visible text is one block, in reading order."""
    assert texts(html) == expected


@pytest.mark.parametrize("between", ["<br><br>", "<br>\n<br/>", "<br> <br> ", "<hr>"])
def test_an_empty_line_is_told_from_a_line_break(between):
    """White space between two line breaks does not fill the line."""
    blocks = page_of(f"<body><div>One<br>Two{between}Three</div></body>").blocks
    assert [block.blank_before for block in blocks] == [False, False, True]


def test_place_of_a_block():
    """A block knows its path, the words hung on each element of it, and its shares of link and bold text."""
    html = "<body><article class='story main' id=a1><p itemprop=x>ab <a href='/t'>cd</a> <b>ef</b></p></article>"
    (block,) = page_of(html).blocks
    assert block.path[-2:] == ("article", "p")
    assert block.hooks[-2:] == ("story main a1", "x")
    assert block.href == "/t"
    assert block.link_share == pytest.approx(2 / 6)
    assert block.bold_share == pytest.approx(2 / 6)


def test_deep_pages_are_read():
    """Nesting that would break a recursive reader is read to its end."""
    html = "<div>" * 1500 + "deep" + "</div>" * 1500
    assert "deep" in texts(html)


def test_a_page_the_parser_gives_up_on_is_an_error():
    """A page nested deeper than the parser reads is refused, never cut short in silence."""
    with pytest.raises(TooDeep, match="2,048"):
        texts("<div>" * 3000 + "deep" + "</div>" * 3000)


def test_head():
    """Title, language, canonical address, meta and JSON-LD come from the head; broken JSON-LD is left out."""
    head = page_of(
        "<html lang=de><head><title> A  title </title><link rel=canonical href=https://a.example/x>"
        '<meta property=og:title content=\'A title\'><script type=application/ld+json>{"@type": "NewsArticle"}</script>'
        "<script type=application/ld+json>{broken</script></head><body>Text</body></html>"
    ).head
    assert (head.title, head.language, head.canonical) == ("A title", "de", "https://a.example/x")
    assert head.first("twitter:title", "og:title") == "A title"
    assert head.json_ld == ({"@type": "NewsArticle"},)


STORY = (
    "<h2>{0} harbour opens</h2><time datetime=2025-07-02>2 July</time>"
    + "<p>"
    + "The quay was full of people all day. " * 4
    + "</p>"
)


@pytest.mark.parametrize(
    ("html", "n_pieces"),
    [
        ("<main>" + "".join(f"<article>{STORY.format(n)}</article>" for n in "ABC") + "</main>", 4),
        ("<main>" + "".join(f"<div class=live-entry>{STORY.format(n)}</div>" for n in "AB") + "</main>", 3),
        ("<main>" + "".join(f"<section class=s>{STORY.format(n)}</section>" for n in "AB") + "</main>", 3),
        (f"<article>{STORY.format('A')}</article>", 1),
        (
            "<article>"
            + STORY.format("A")
            + "".join(f"<section><h3>{n}</h3><p>{'Words here again. ' * 9}</p></section>" for n in "AB"),
            1,
        ),
        (
            f"<article>{STORY.format('A')}</article>"
            + "<article class=comment><h4>Ann</h4><p>I was there too.</p></article>" * 3,
            1,
        ),
        (
            f"<article>{STORY.format('A')}</article>"
            + "<article><h3><a href=x>Other</a></h3><p>Short teaser.</p></article>" * 3,
            1,
        ),
    ],
    ids=["articles", "live entries", "repeated sections", "one article", "sub-headed sections", "comments", "teasers"],
)
def test_sections(html, n_pieces):
    """Several story elements are cut into pieces; an article's own sections, comments and teasers are not."""
    page = page_of(html)
    assert len(page.pieces) == n_pieces
    assert {block.section for block in page.blocks} - {0} == set(range(1, n_pieces))


def test_text_that_only_stands_in_noscript_is_read():
    """A page that shows next to nothing without JavaScript gives the text of its noscript; any other leaves it out."""
    post = "The old ferry timetable is wrong about the winter crossings, as anybody at the slip will tell you. " * 8
    assert any("ferry timetable" in text for text in texts(f"<p>Loading</p><noscript><p>{post}</p></noscript>"))
    assert texts(f"<p>{post}</p><noscript><p>Switch on JavaScript</p></noscript>") == [post.strip()]


def test_text_after_the_end_of_the_page_is_read():
    """What stands after `</html>` is visible text like any other."""
    page = "<html><body><p>The ferry came in at dawn.</p></body></html><section><p>Nobody was hurt.</p></section>"
    assert texts(page) == ["The ferry came in at dawn.", "Nobody was hurt."]


TALE = "".join(
    f"<p>On day {day} the crew of the Orla counted {day * 3} gulls from the bridge. Nobody spoke.</p>"
    for day in range(9)
)
SHELL = "<html><body><nav>Home</nav><div id=app></div>{more}<script>{script}</script></body></html>"
SCRIPTS = {
    "a framework's state": f"window.state = {json.dumps({'page': {'body': TALE}})}",
    "a stream of data": f"self.push([1, {json.dumps(TALE)}])",
    "data inside data": json.dumps({"state": json.dumps({"text": TALE})}),
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_text_that_only_a_script_holds_is_read(script):
    """A page that shows no text has the running text of its scripts as blocks, in paragraphs."""
    read = texts(SHELL.format(more="", script=script))
    assert len(read) == 10
    assert read[1] == "On day 0 the crew of the Orla counted 0 gulls from the bridge. Nobody spoke."


@pytest.mark.parametrize(
    ("more", "script"),
    [(TALE, SCRIPTS["a framework's state"]), ("", json.dumps("function (a) { return a; } " * 40))],
    ids=["a page that shows its text", "a script in a string"],
)
def test_scripts_are_not_text(more, script):
    """Scripts stay unread where the page shows text, or where they hold none."""
    assert len(texts(SHELL.format(more=more, script=script))) == (1 if not more else 10)
