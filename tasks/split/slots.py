"""Which place a line has in the page's own pattern: what else on the page stands between such neighbours?

A page dresses all its stories alike, so that a doubtful line is what the other lines in its place are. The models of the second
look are given what the first look holds the lines around for, and the lines in the same place (stacked sequential learning).
"""

from __future__ import annotations

import numpy as np

from tasks.mark.series import shifted
from tasks.split.facts import AT, NAMES
from tasks.split.readings import TITLE, Guesses

OTHER, TEXT, HEADING, TIME, BOTH, NAME, SIGN, CUT, EDGE = range(9)
NEAR = (-3, -2, -1, 1, 2, 3)
PLACES = ((-1, 1), (-1,), (1,), (-2, -1), (1, 2))  # neighbours that make a place, by their distance
OF_PLACE = ("text", "title", "start", "ends", "longer", "n")
SEEN = ("text", "title", "start")
FEATURES = (
    *NAMES, *SEEN, *(f"{name}{step:+d}" for step in NEAR for name in SEEN), "kind", *(f"kind{step:+d}" for step in NEAR),
    *(f"{name}_at{''.join(f'{step:+d}' for step in place)}" for place in PLACES for name in OF_PLACE),
    "page_text", "page_headings", "page_stamps", "page_lines",
)  # fmt: skip


def slot_table(facts: np.ndarray, guesses: Guesses) -> np.ndarray:
    """One row a line, one column a name of `FEATURES`; `guesses` are the first look's."""
    seen = np.column_stack([guesses.text, guesses.title, guesses.start])
    kinds = _kinds(facts, guesses)
    around = [shifted(kinds, step, EDGE) for step in NEAR]
    near = [shifted(seen, step) for step in NEAR]
    own = np.column_stack([seen, facts[:, AT["ends"]], facts[:, AT["n_words"]]])
    kind_at = dict(zip(NEAR, around, strict=True))
    places = [_of_place([kind_at[step] for step in place], own) for place in PLACES]
    page = [np.isin(kinds, which).sum() for which in ((TEXT,), (HEADING,), (TIME, BOTH))]
    shares = np.tile([*(min(60, n) for n in page), min(150, len(kinds))], (len(kinds), 1))
    return np.column_stack([facts, seen, *near, kinds, *around, *places, shares]).astype(float)


def _kinds(facts: np.ndarray, guesses: Guesses) -> np.ndarray:
    """What each line is held for."""
    title = (guesses.title > TITLE) & (guesses.title > guesses.text)
    flags = [facts[:, AT["hard"]] > 0, facts[:, AT["time"]] > 0, facts[:, AT["source_time"]] > 0,
             (facts[:, AT["wordless"]] > 0) | (facts[:, AT["number_alone"]] > 0), title, guesses.text > 0.5,
             facts[:, AT["source_like"]] > 0]  # fmt: skip
    return np.select(flags, [CUT, TIME, BOTH, SIGN, HEADING, TEXT, NAME], OTHER)


def _of_place(kinds: list[np.ndarray], own: np.ndarray) -> np.ndarray:
    """Of the other lines in the same place: the means of what they are held for, how much longer the line is, how many."""
    key = np.zeros(len(own))
    for kind in kinds:
        key = key * (EDGE + 1) + kind
    _, place = np.unique(key, return_inverse=True)
    n = np.bincount(place)[place] - 1
    sums = np.column_stack([np.bincount(place, column)[place] for column in own.T])
    means = np.where(n[:, None] > 0, (sums - own) / np.maximum(n, 1)[:, None], np.nan)
    return np.column_stack([means[:, :4], own[:, 4] - means[:, 4], np.minimum(n, 20)])
