"""On a text page the lines about the headline say who and when, whatever the line model took them for."""

from datetime import UTC, datetime

import pytest

from tasks import clean

TEXT = """The harbour board voted to close the old swing bridge for eleven months while its bearings are replaced.
Shopkeepers on the east quay said the closure would cost them most of the summer's trade, and asked for a ferry.
A spokeswoman for the board, Wilma Roe, said a pontoon had been considered but would not carry the weight of vans.
The works are expected to begin in the spring and to cost about four million, most of it paid by the county."""
TITLE = "Swing bridge to close for eleven months"
HEADS = {
    "a name over its office": ("Ada Brandt\nPolitical Editor\nWed 2 Jul 2025 10.15 BST", ["Ada Brandt"]),
    "a name next to a time": ("2 July 2025\nQuill Brandt", ["Quill Brandt"]),
    "a name under its label": ("By\nQuill Brandt\n2 July 2025", ["Quill Brandt"]),
    "several under one": ("By\nQuill Brandt,\nAda Lund\nand\nMax Stone\n2 July 2025", ["Quill Brandt", "Ada Lund", "Max Stone"]),
    "an editor beside the author": ("Edited by\nMax Stone\nBy\nQuill Brandt\n2 July 2025", ["Quill Brandt"]),
    "somebody the text tells of": ("A boat at a quay\nWilma Roe\n2 July 2025", []),
    "a clock and a date": ("As of 20:03\nAda Brandt\n2 July 2025", ["Ada Brandt"]),
}  # fmt: skip


@pytest.mark.parametrize(("head", "authors"), HEADS.values(), ids=HEADS)
@pytest.mark.parametrize(
    "above", ["", f"{TITLE} | The Herald\nMenu\nThursday, 3 July 2025\nNews\n"], ids=["bare", "page"]
)
def test_who_and_when(above: str, head: str, authors: list[str]) -> None:
    """Names are authors under a label, next to a time or by their given names; nobody of whom the text tells is one."""
    page = clean(
        f"{above}{TITLE}\n{head}\n{TEXT}".encode(), media_type="text/plain", fetched_at=datetime(2025, 7, 4, tzinfo=UTC)
    )
    (story,) = page.stories
    assert (story.title, list(story.authors), str(story.published_at)[:10]) == (TITLE, authors, "2025-07-02")
    assert story.body.endswith(TEXT)
    assert not {"2 July 2025", *authors} & set(story.body.split("\n"))
