"""Phrases of furniture: pairs of words within a line, and words that count in whole sentences only."""

import numpy as np

from tasks.mark.line_features import line_features
from tasks.mark.line_features.phrases import Weights, phrase_columns
from tasks.parse.text import read_lines
from tasks.words import words_of

WEIGHTS = Weights({"sign up": 3.0, "up early": -1.0, "=sign up": 5.0, "~cookies": 2.0, "sign": 0.5})


def columns_of(*lines: str) -> np.ndarray:
    words = [line.split() for line in lines]
    table = dict.fromkeys(word for line in words for word in line)
    ids = np.array([list(table).index(word) for line in words for word in line], dtype=np.int64)
    line = np.repeat(np.arange(len(words)), [len(own) for own in words])
    return np.column_stack(phrase_columns(table, ids, line, len(words), WEIGHTS))


def test_pairs_count_within_a_line_only() -> None:
    """Two words weigh together where one line says them one after the other."""
    together, apart, before, after = columns_of("sign up early", "up sign", "sign", "up")
    assert together.tolist() == [1.0, -1.0, 3.0, 0.0, 0.0, 0.0]
    assert not apart.any()
    assert not before.any()
    assert not after.any()


def test_words_of_sentences_count_in_long_lines_only() -> None:
    """A word that tells a notice from a story says nothing where it is a menu's entry."""
    long, short = columns_of(" ".join(["we", "set", "cookies", "to", "count", "visits"] * 3), "cookies")
    assert long[3:6].round(3).tolist() == [0.333, 0.0, 2.0]
    assert not short.any()


def test_a_vocabulary_without_phrases_says_nothing() -> None:
    """Features are sound before any phrase has been learnt."""
    blocks = read_lines("Sign up\nThe ferry left at nine.")
    assert np.isfinite(line_features(blocks, [None, None], words_of(block.text for block in blocks), Weights())).all()
