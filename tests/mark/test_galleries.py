"""Lines that are numbered from the first picture to the last are captions."""

from __future__ import annotations

import pytest

from tasks import clean
from tasks.mark.galleries import mark_galleries
from tasks.page import Block


def roles(*texts: str) -> list[str | None]:
    return [
        mark and mark.role for mark in mark_galleries([Block(i, x) for i, x in enumerate(texts)], [None] * len(texts))
    ]


@pytest.mark.parametrize(
    ("texts", "are_captions"),
    [
        (("1/3 Symbolbild", "Der Hafen liegt still.", "2/3 Bild: H. Krumm", "3/3 Der Kai am Dienstag"), True),
        (("1 / 2 资料图片", "2 / 2 摄影：何川"), True),
        (("1/2 cup of flour", "1/4 teaspoon of salt", "3/4 cup of milk"), False),
        (("1/2 The mayor has said no.", "2/2 The council has said yes."), False),
        (("1/3 Symbolbild", "3/3 Der Kai am Dienstag"), False),
        (("1/2/2025 Choir in the hall", "2/2/2025 Market day"), False),
    ],
)
def test_captions_of_a_gallery(texts: tuple[str, ...], are_captions: bool) -> None:
    """Amounts are not numbered to their last, posts of a thread are sentences, and a gallery is whole."""
    numbered = [role for text, role in zip(texts, roles(*texts), strict=True) if "/" in text]
    assert set(numbered) == {"caption" if are_captions else None}


def test_a_text_page_s_gallery_is_no_text() -> None:
    """The paragraphs between its captions are."""
    told = [
        "The harbour has been still since Monday, when the last of the ferries was laid up for the winter.",
        "Nobody on the quay knows who will pay for the new lamps, or whether they will come before the ice.",
        "The council meets again on Thursday, and the keeper of the light has been asked to bring his book.",
    ]
    lines = [
        "Harbour waits for its lamps",
        told[0],
        "1/2 Handout",
        told[1],
        "2/2 The quay on Tuesday. Picture: K. Doyle",
        told[2],
    ]
    (story,) = clean("\n".join(lines).encode(), media_type="text/plain").stories
    assert story.body.split("\n") == told
