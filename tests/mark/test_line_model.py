"""The line model: its features are sound on every text, and it keeps a story's lines in the layouts scrapers leave."""

import numpy as np
import pytest

from tasks import Desk, RawPage, clean_page
from tasks.mark.line_features import line_features
from tasks.parse.text import read_lines
from tasks.words import words_of

ODD_TEXTS = {
    "one word": "Sold",
    "one character a line": "a\nb\nc",
    "no letters": "***\n2025\n—",
    "no spaces": "灯台の改修工事は来春に終わる。見学は予約制となる。\n港の灯りは消えたままである。",
    "outside the basic plane": "\U0001f6a2\U0001f6a2 Ferry \U00020000",
    "a lone surrogate's replacement": "Tarn \ufffd\ufffd light",
    "right to left": "قال رئيس البلدية إن المنارة ستبقى مضاءة طوال الشتاء.",
}
BODY = [
    "The weaving mill at Quarrie will run its oldest loom again this autumn, the trust that owns it said on Tuesday.",
    "Nobody has worked the machine since the flood of 1998, when the river stood a metre deep in the carding room.",
    "“We found every part of it under the silt, down to the last brass bobbin,” said Maren Oake, who leads the repair.",
    "Two retired weavers are teaching a class of nine how to thread it, a task that takes the better part of a day.",
    "The first cloth is to be sold at the Michaelmas fair, and the money will pay for a new roof over the dye house.",
]
BEFORE = [
    "Skip to content",
    "Home",
    "Valley",
    "Sport",
    "Subscribe",
    "Sign in",
    "Oldest loom in the valley to run again",
]
AFTER = [
    "Share this article", "Facebook", "Email", "Most read", "Goats stop the mail train twice in a week",
    "Ten walks for a wet Sunday", "Sign up for our newsletter", "Enter your email address", "3 comments",
    "PennyW", "2 hours ago", "My gran worked there!", "Reply", "Privacy policy", "Cookie settings",
]  # fmt: skip
LAYOUTS = {
    "lines": "\n".join(BEFORE + BODY + AFTER),
    "blank lines between": "\n\n".join(BEFORE + BODY + AFTER),
    "hardly any furniture": "\n".join(BEFORE[-1:] + BODY + AFTER[:3]),
    "menus first": "\n".join(BEFORE[:-1] * 12 + BEFORE[-1:] + BODY + AFTER),
    "broken at a link": "\n".join([*BEFORE, *BODY[:2], *BODY[2].split(" under "), *BODY[3:], *AFTER]).replace(
        "every part of it\nthe silt", "every part of it under\nthe silt"
    ),
    "the body three times": "\n".join([*BEFORE, *BODY * 3, *AFTER]),
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.load()


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_features_are_finite_and_the_same_each_time(text: str, desk: Desk) -> None:
    """Every block has one row of finite numbers, the same whenever it is asked for."""
    blocks = read_lines(text)
    words = words_of(block.text for block in blocks)
    once, again = (line_features(blocks, [None] * len(blocks), words, desk.lines.words) for _ in range(2))
    assert once.shape[0] == len(blocks)
    assert np.isfinite(once).all()
    assert (once == again).all()


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_body_lines_are_kept_once_and_furniture_goes(text: str, desk: Desk) -> None:
    """Whatever the layout, the story's body is its paragraphs in order, each once, and nothing else."""
    page = clean_page(RawPage("page", text.encode(), "text/plain"), desk)
    assert len(page.stories) == 1
    assert page.stories[0].body.split("\n") == BODY
