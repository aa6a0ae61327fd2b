"""Words are counted alike with spaces and without."""

import pytest

from tasks.words import n_words


@pytest.mark.parametrize(
    ("text", "n"),
    [("Ferry", 1), ("The ferry came in at dawn", 6), ("Fähre läuft aus", 3), ("港の灯台は日曜日の夜に消えた", 9)],
    ids=["one", "English", "German", "Japanese"],
)
def test_words(text, n):
    """Spaces part words; where there are none, five ideographs count as three words."""
    assert n_words(text) == n
