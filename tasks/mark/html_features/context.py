"""What a first judgement of a page's blocks says of each one's surroundings: the second look's features.

A block is judged again with what the first model thought of its neighbours, of the blocks in the same containers and of
the blocks of the same make (stacked learning, Cohen & Carvalho 2005): a short line between paragraphs is text, a
paragraph in a box of links is not.
"""

from __future__ import annotations

import numpy as np

from tasks.mark.series import shifted, since, until, window

STEPS = (-3, -2, -1, 1, 2, 3)
WINDOWS = {"near": (2, 2), "wider": (5, 5), "wide": (25, 25), "before": (10, 0), "after": (0, 10), "before3": (3, 0), "after3": (0, 3)}  # fmt: skip
LIKELY, UNLIKELY = 0.5, 0.2


def context(chances: np.ndarray, words: np.ndarray, groups: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Columns by name; `groups[name][i]` is the number of the group (container, make) that block i is in."""
    weights = words + 1.0
    found = {"judged": chances}
    found.update((f"judged{by:+d}", shifted(chances, by, 0.0)) for by in STEPS)
    for name, (before, after) in WINDOWS.items():
        heavy = window(chances * weights, before, after)
        found[f"judged_{name}"] = heavy / window(weights, before, after)
    for name, group in groups.items():
        total = np.bincount(group, weights=chances * weights)
        found[f"judged_{name}"] = (total / np.maximum(1e-9, np.bincount(group, weights=weights)))[group]
    return {**found, **_of_page(chances, words)}


def _of_page(chances: np.ndarray, words: np.ndarray) -> dict[str, np.ndarray]:
    """How much text the page is thought to have, and where in it the block stands."""
    text = chances * words
    total, so_far = max(1.0, float(text.sum())), np.cumsum(text)
    likely, unlikely = chances >= LIKELY, chances < UNLIKELY
    n = len(chances)
    return {
        "judged_text_before": (so_far - text) / total,
        "judged_text_after": (total - so_far) / total,
        "judged_share": text / total,
        "since_likely": since(likely),
        "until_likely": until(likely),
        "since_unlikely": since(unlikely),
        "until_unlikely": until(unlikely),
        "page_judged_words": np.full(n, np.log1p(total)),
        "page_judged_blocks": np.full(n, np.log1p(likely.sum())),
        "page_judged_mean": np.full(n, chances.mean()),
        "page_doubt": np.full(n, doubt(chances, words)),
    }


def doubt(chances: np.ndarray, words: np.ndarray) -> float:
    """The words that are expected to be judged wrongly, as a part of the words expected to be text."""
    wrong = float((words * np.minimum(chances, 1 - chances)).sum())
    return wrong / max(1.0, float((words * chances).sum()))
