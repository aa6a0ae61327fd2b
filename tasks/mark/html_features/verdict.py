"""trafilatura's verdict as columns: what it kept of a block, of its neighbours and of the page."""

from __future__ import annotations

import numpy as np

from tasks.mark.html_features.text import TextShape
from tasks.mark.series import shifted, window


def verdict_columns(shares: np.ndarray, shape: TextShape) -> dict[str, np.ndarray]:
    """`shares`: the part of each block's words that stands in trafilatura's text (0 to 1)."""
    kept = shares >= 0.5
    at = np.flatnonzero(kept & (shape.words >= 8))
    index = np.arange(shape.n)
    words = max(1.0, float(shape.words.sum()))
    text = max(1.0, float(shape.paragraph_words.sum()))
    return {
        "tf": shares,
        **{f"tf{by:+d}": shifted(shares, by) for by in (-2, -1, 1, 2)},
        "tf_near": window(shares, 4, 4),
        "tf_inside": (index >= at[0]) & (index <= at[-1]) if len(at) else np.zeros(shape.n),
        "tf_from_first": np.clip(index - at[0], -60, 60) if len(at) else np.full(shape.n, -61),
        "tf_from_last": np.clip(index - at[-1], -60, 60) if len(at) else np.full(shape.n, -61),
        "tf_of_page": np.full(shape.n, float((shares * shape.words).sum()) / words),
        "tf_of_text": np.full(shape.n, float((shares * shape.paragraph_words).sum()) / text),
    }
