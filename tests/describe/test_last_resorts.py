"""What a page is dated and signed by where nothing plain says so."""

from datetime import UTC, datetime

import pytest

from tasks import clean

TEXT = "<p>The harbour board voted on Tuesday to close the old swing bridge for eleven months while its bearings are replaced.</p>"
MORE = "<p>Shopkeepers on the east quay said that the closure would cost them most of the summer's trade, and asked for a ferry.</p>"
FETCHED = datetime(2025, 7, 3, tzinfo=UTC)


def story_of(head: str = "", byline: str = "", fetched_at: datetime = FETCHED):
    html = f"<html><head><title>Swing bridge to close</title>{head}</head><body><h1>Swing bridge to close</h1>{byline}{TEXT}{MORE}</body></html>"
    return clean(html.encode(), url="https://www.heron-mail.co.uk/swing-bridge", fetched_at=fetched_at).stories[0]


@pytest.mark.parametrize(
    ("fetched_at", "day"),
    [(FETCHED, "2025-06-12"), (datetime(2024, 1, 1, tzinfo=UTC), "None")],
    ids=["before", "after"],
)
def test_a_date_in_markup_alone(fetched_at: datetime, day: str) -> None:
    """What only an attribute dates is found last, by htmldate, and never lies after the fetch."""
    story = story_of(byline='<abbr class="published" title="2025-06-12">Latest</abbr>', fetched_at=fetched_at)
    assert str(story.published_at)[:10] == day
    assert dict(story.origins).get("published_at") == (None if day == "None" else "htmldate")


@pytest.mark.parametrize(
    ("head", "byline", "authors"),
    [
        ('<meta name="author" content="quillbrandt">', "", ("quillbrandt",)),
        ('<meta name="author" content="a.brandt">', "", ("a.brandt",)),
        ("", '<div class="byline">by quillbrandt</div>', ("quillbrandt",)),
        ('<meta name="author" content="quillbrandt">', '<div class="byline">By Ada Brandt</div>', ("Ada Brandt",)),
        ('<meta name="author" content="heronmail">', "", ()),
        ('<meta name="author" content="siteadmin">', "", ()),
        ('<meta name="author" content="undefined">', "", ()),
        ('<meta name="author" content="ab12xq7">', "", ()),
    ],
    ids=["head", "with a dot", "byline", "full name beside it", "outlet", "system", "no value", "digits"],
)
def test_a_pen_name(head: str, byline: str, authors: tuple[str, ...]) -> None:
    """One word that the page gives as its author is one, where no full name is; a system's account or the outlet is not."""
    assert story_of(head, byline).authors == authors


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        ("Ada Brandt is a reporter for the Heron Mail.", ("Ada Brandt",)),
        ("Ada Brandt ist freie Journalistin in Kiel.", ("Ada Brandt",)),
        ("Reporting by Ada Brandt in Oslo; Editing by Max Stone", ("Ada Brandt",)),
        ("Wilma Lund is the editor of the harbour's own paper.", ()),
        ("Ada Brandt is the oldest boat in the harbour.", ()),
    ],
    ids=["biography", "German", "agency", "whom the text tells of", "a boat"],
)
def test_who_signs_behind_the_text(end: str, authors: tuple[str, ...]) -> None:
    """A biography of a writer of whom the text does not tell, or an agency's last line."""
    told = (
        "Wilma Lund, whose paper is read on every boat, said that nobody had been asked about the pontoon or the vans."
    )
    text = "\n".join([line.removeprefix("<p>").removesuffix("</p>") for line in (TEXT, MORE)] + [told, end])
    story = clean(
        f"Swing bridge to close for eleven months\n{text}".encode(), media_type="text/plain", fetched_at=FETCHED
    ).stories[0]
    assert story.authors == authors
