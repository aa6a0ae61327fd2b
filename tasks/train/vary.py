"""Pages as other makers would have built them: hooks renamed, semantic tags dropped, furniture in unknown words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tasks.mark.html_features.places import FAR

SEMANTIC = tuple(f"tag_{tag}" for tag in ("article", "main", "aside", "header", "footer", "nav", "section"))
SILENT = 60.0  # `since_*` where no short block says a word of the family
SAID_BY_PAGE = ("page_url", "page_is_", "page_og")


def varied(values: np.ndarray, names: Sequence[str], rng: np.random.Generator) -> np.ndarray:
    """A copy of a page's table in which some of its maker's hints are gone; the shape of its text stays."""
    values = values.copy()
    hooks = [j for j, name in enumerate(names) if name.startswith("hook_")]
    values[:, hooks if rng.random() < 0.5 else [j for j in hooks if rng.random() < 0.4]] = FAR
    if rng.random() < 0.5:
        values[:, [j for j, name in enumerate(names) if name in SEMANTIC]] = FAR
    if rng.random() < 0.5:
        values[:, [j for j, name in enumerate(names) if name.startswith(SAID_BY_PAGE)]] = 0
    if rng.random() < 0.5:
        values[:, [j for j, name in enumerate(names) if name.startswith("under_") or name == "near_said"]] = 0
        values[:, [j for j, name in enumerate(names) if name in SINCE]] = SILENT
    return values


SINCE = tuple(
    f"since_{name}" for name in "comments related share newsletter legal advert media author menu app".split()
)
