"""The learned part of marking text pages: how likely each line is running text of a story."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tasks.mark.line_features.phrases import Weights

if TYPE_CHECKING:
    import lightgbm

LINES, WORDS = "text_lines.txt", "text_words.txt"
EARLY = 5.0  # twice the log-odds: a chance under .076 or over .924


@dataclass(frozen=True)
class LineModel:
    """Boosted trees over `line_features`, and the vocabulary of furniture that those read, in a folder."""

    folder: Path

    @cached_property
    def trees(self) -> lightgbm.Booster:
        import lightgbm  # a costly import that pages of HTML may not need

        return lightgbm.Booster(model_file=str(self.folder / LINES))

    @cached_property
    def words(self) -> Weights:
        """The vocabulary of furniture."""
        rows = (self.folder / WORDS).read_text("utf-8").splitlines()
        return Weights((entry, float(weight)) for entry, weight in (row.split("\t") for row in rows))

    def chances(self, features: np.ndarray) -> np.ndarray:
        """For each line the chance (0 to 1) that it is text of a story."""
        # Trees are asked in twenties until a line's odds are past EARLY: half the cost, and lines so sure are hardly ever decided otherwise.
        early = {"pred_early_stop": True, "pred_early_stop_freq": 20, "pred_early_stop_margin": EARLY}
        return self.trees.predict(features, num_threads=1, **early)
