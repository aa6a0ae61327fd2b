"""In which order the parts of a story stand before and after its text: drawn once a page."""

from __future__ import annotations

from random import Random

METAS = (["source"], ["time"], ["both"], ["source", "time"], ["time", "source"])
TWICE = (
    ["title", "again", "meta", "again"],
    ["title", "meta", "again"],
    ["title", "again", "meta"],
    ["meta", "title", "again"],
)
NUMBERED = (["number", "title"], ["title"], [])
LIVE = (["time"], ["time", "title"], ["title", "time"], ["time", "author"], ["time_run_in"])
ROUND_UP = (["title"], ["title"], ["title"], ["label", "title"], ["title", "author"], ["title", "stand"])
TRAILERS = (
    [], [], [], ["source"], ["more"], ["both"], ["source", "more"], ["author"], ["credit"], ["credit", "source"],
)  # fmt: skip
TRAILED = (["source"], ["source"], ["both"], ["credit", "source"], ["time"], ["source", "time"])
# How often a part stands on a page of mixed order, and how often it then stands before the text.
MIXED = {
    "title": (0.75, 1.0),
    "label": (0.15, 1.0),
    "stand": (0.1, 1.0),
    "author": (0.15, 0.7),
    "source_again": (0.1, 0.7),
    "credit": (0.1, 0.0),
    "more": (0.15, 0.0),
    "share": (0.08, 0.0),
}
MIXED_METAS = (*METAS, [], [])


def drawn_slots(rng: Random, family: str) -> tuple[list[str], list[str]]:
    """(the parts before the text, the parts after it) for a page of the family."""
    meta = rng.choice(METAS)
    if family == "twice":
        return _twice(rng, meta), ["more"] if rng.random() < 0.1 else []
    if family == "stamped":
        return _stamped(rng, meta)
    if family == "numbered":
        return rng.choice(NUMBERED), ["source"] if rng.random() < 0.2 else []
    if family == "live":
        return rng.choice(LIVE), ["share"] if rng.random() < 0.3 else []
    if family == "trailed":
        return ["title"], rng.choice(TRAILED)
    if family == "mixed":
        return _mixed(rng)
    after = rng.choice(TRAILERS)
    if family == "round_up":
        return rng.choice(ROUND_UP), after
    return [], after if rng.random() < 0.5 else []


def _twice(rng: Random, meta: list[str]) -> list[str]:
    middle = [*meta, *(["source_again"] if rng.random() < 0.4 else [])]
    order = rng.choice(TWICE)
    return [part for name in order for part in (middle if name == "meta" else [name])]


def _stamped(rng: Random, meta: list[str]) -> tuple[list[str], list[str]]:
    titles = ["title"] if rng.random() < 0.5 else []
    place = rng.random()
    if place < 0.35:
        return [*titles, *meta], []
    if place < 0.6:
        return [*meta, *titles], []
    return titles, rng.choice((meta, meta, ["credit", *meta]))


def _mixed(rng: Random) -> tuple[list[str], list[str]]:
    """Any parts in any order: what no page seen so far need have."""
    parts = [(name, rng.random() < ahead) for name, (often, ahead) in MIXED.items() if rng.random() < often]
    sides = (rng.random() < 0.6, rng.random() < 0.6)
    parts += zip(rng.choice(MIXED_METAS), sides, strict=False)
    rng.shuffle(parts)
    before, after = ([name for name, ahead in parts if ahead == side] for side in (True, False))
    if "title" in before and rng.random() < 0.12:
        before.insert(rng.randint(before.index("title") + 1, len(before)), "again")
    return before, after
