"""The block model: its features are sound on every page, it chooses by expected F1, and it can say why."""

import numpy as np
import pytest

from tasks import Desk, RawPage, clean_page, opened
from tasks.desk import SEEDS
from tasks.mark.block_model import best_kept, table_of
from tasks.mark.elements import find_headlines, with_reasons
from tasks.mark.html_features.context import context
from tasks.mark.html_features.words import HOOK_FAMILIES, TEXT_FAMILIES, hook_mask, text_mask
from tasks.parse import parse

ODD_PAGES = {
    "one word": b"<p>Sold</p>",
    "no element": b"Sold at dawn",
    "images only": b'<img alt="The mill at dusk"><img alt="The weir">',
    "only links": b'<ul><li><a href="/a">Harbour</a><li><a href="/b">Weir</a></ul>',
    "no spaces": "<p>灯台の改修工事は来春に終わる。見学は予約制となる。</p>".encode(),
    "outside the BMP": "<p>\U0001f6a2\U0001f6a2 Ferry \U00020000</p>".encode(),
    "deep": b"<div>" * 300 + b"<p>At the bottom of the well stood a lamp, lit.</p>",
}


@pytest.fixture(scope="module")
def desk():
    return Desk.load()


def parsed(body):
    return parse(opened(RawPage("page", body)), None)


@pytest.mark.parametrize(
    ("hooks", "families"),
    [
        ("postComments-list", {"post", "comment", "listing"}),
        ("ArticleBody entry__content", {"content"}),
        ("newsletter_signup", {"newsletter"}),
        ("c-7f3a", set()),
        ("", set()),
    ],
)
def test_hook_words_are_split_at_case_and_dashes(hooks, families):
    """A hook word counts whole: camel case, dashes and underscores part words."""
    found = {name for number, name in enumerate(HOOK_FAMILIES) if hook_mask(hooks) >> number & 1}
    assert families <= found
    assert bool(found) == bool(families)


@pytest.mark.parametrize(
    ("text", "family"),
    [("Teilen", "share"), ("Lire aussi", "related"), ("Comments", "comments"), ("Anzeige", "advert")],
)
def test_furniture_words_are_known_in_several_languages(text, family):
    """A short block's furniture words give its family."""
    assert text_mask(text) >> list(TEXT_FAMILIES).index(family) & 1


@pytest.mark.parametrize("body", ODD_PAGES.values(), ids=ODD_PAGES)
def test_features_are_finite_on_odd_pages(body):
    """Every block of every page has one row of finite numbers under the same names."""
    page = parsed(body)
    table = table_of(page, find_headlines(page))
    assert table.values.shape == (len(page.blocks), len(table.names))
    assert np.isfinite(table.values).all()
    assert len(set(table.names)) == len(table.names)


@pytest.mark.parametrize(
    ("chances", "words", "kept"),
    [
        ([0.99, 0.9, 0.1], [50, 50, 50], [True, True, False]),
        ([0.9, 0.45, 0.02], [50, 50, 50], [True, True, False]),  # an unsure page: a likely half is worth its words
        ([0.3, 0.2, 0.01], [40, 40, 400], [True, True, False]),  # nothing is sure: the best guess, not nothing
        ([0.01, 0.02], [5, 5], [False, False]),
    ],
)
def test_a_page_keeps_what_its_expected_f1_says(chances, words, kept):
    """Sure pages keep blocks above one half; unsure ones keep what raises the expected F1; the hopeless keep none."""
    assert best_kept(np.array(chances), np.array(words, dtype=float)).tolist() == kept


def test_the_model_reads_the_features_there_are(desk):
    """A model's file names its features, and the code makes every one of them."""
    table = table_of(page := parsed(b"<h1>Dusk</h1><p>The ferry sailed.</p>"), find_headlines(page))
    assert set(desk.blocks.first.names) <= set(table.names)
    with_context = table.with_context(np.zeros(len(page.blocks)))
    assert set(desk.blocks.second.names) <= set(with_context.names)
    with_verdict = with_context.with_verdict(np.zeros(len(page.blocks)))
    assert set(desk.blocks.asked.names) <= set(with_verdict.names)


def test_each_model_mark_can_say_why(desk):
    """`with_reasons` gives every mark of the model its three loudest features, and changes nothing else."""
    page = clean_page(
        RawPage("page", (SEEDS / "landing/2025-07-02/orrin-herald-nurses-helicopter.html").read_bytes()), desk
    )
    told = with_reasons(page, desk)
    assert [(m.role, m.rule, m.score) for m in told.marks] == [(m.role, m.rule, m.score) for m in page.marks]
    by_model = [m for m in told.marks if m.rule == "block-model"]
    assert by_model
    assert all(len(m.reasons) == 3 for m in by_model)
    assert not any(m.reasons for m in told.marks if m.rule != "block-model")


def test_the_second_look_sees_the_chances_around():
    """The columns of a first look: a block's own chance, its neighbours', the mean of its container by words."""
    words, box = np.array([9.0, 1.0, 9.0, 0.0]), np.array([1, 1, 2, 2])
    found = context(np.array([1.0, 0.0, 0.5, 0.5]), words, {"box": box})
    assert found["judged"].tolist() == [1.0, 0.0, 0.5, 0.5]
    assert found["judged-1"].tolist() == [0.0, 1.0, 0.0, 0.5]
    assert found["judged_box"].round(3).tolist() == [0.833, 0.833, 0.5, 0.5]
    assert found["judged_text_before"].round(3).tolist() == [0.0, 0.667, 0.667, 1.0]
    assert found["since_likely"].tolist() == [0.0, 1.0, 0.0, 0.0]
