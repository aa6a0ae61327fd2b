"""Labels for training: which blocks the gold text or the snippets say are main text; variation that changes hints only."""

import numpy as np
import pytest

from tasks.page import Block
from tasks.train.labels import gold_shares, snippet_labels
from tasks.train.vary import varied

GOLD = "The old weir at Brannock will be rebuilt before the autumn floods.\nNo date\nThe parish pays half of the cost."


def blocks(*texts, tag="p"):
    return [Block(i, text, tag) for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (
            ["The old weir at Brannock will be rebuilt before the autumn floods.", "Share this page with friends"],
            [1, 0],
        ),
        (
            ["The parish pays half of the cost.", "The parish pays half of the cost."],
            [1, 0],
        ),  # each run is used up once
        (["The old weir at Brannock will be rebuilt", "No date", "The parish pays half of the cost."], [1, 1, 1]),
        (["Menu", "No date", "Home"], [0, 0, 0]),  # a short line away from kept text
    ],
)
def test_blocks_that_stand_in_the_gold_text_are_kept(texts, kept):
    """A block is labelled by the part of its words that stands in the gold text, first copy first."""
    assert (gold_shares(blocks(*texts), GOLD) >= 0.5).astype(int).tolist() == kept


def test_alt_texts_are_never_text():
    """An image's alt text is not kept even where the gold text says the same."""
    assert gold_shares(blocks(GOLD.split("\n")[0], tag="img"), GOLD).tolist() == [0.0]


def test_snippets_label_their_own_blocks_only():
    """Snippets give 1 and 0 to the blocks that hold them; of the rest nothing is known."""
    found = snippet_labels(
        blocks("The ferry sailed at noon.", "Subscribe now", "Rain later"), ["sailed at"], ["Subscribe"]
    )
    assert found[:2].tolist() == [1.0, 0.0]
    assert np.isnan(found[2])


def test_variation_takes_hints_and_leaves_the_text():
    """A varied page keeps every column of its text's shape; the same generator gives the same variation."""
    names = ["words", "hook_comment", "tag_article", "tag_p", "page_url_depth", "under_share", "since_share"]
    values = np.ones((4, len(names)), dtype=np.float32)
    one, two = (varied(values, names, np.random.default_rng(3)) for _ in range(2))
    assert (one == two).all()
    assert (one[:, [0, 3]] == 1).all()
    assert (values == 1).all()
