"""What stands before and after a block, and how often the page says or shapes things the same way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tasks.mark.html_features.text import TextShape
from tasks.mark.html_features.words import TEXT_FAMILIES, text_mask
from tasks.mark.series import shifted, since, until, window
from tasks.page import Block

SHORT = 14  # words of a block whose vocabulary is looked at
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def around(blocks: Sequence[Block], shape: TextShape, groups: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {
        **_neighbours(blocks, shape),
        **_windows(shape),
        **_vocabulary(blocks, shape),
        **_among(groups, shape),
        **_repeated(blocks),
    }


def alike(blocks: Sequence[Block]) -> dict[str, np.ndarray]:
    """For each block the number of the group of blocks that are made as it is: its element (`make`), and those above."""
    depths = {"make": 1, "kin": 3}
    return {name: numbered([(b.path[-k:], b.hooks[-k:]) for b in blocks]) for name, k in depths.items()}


def _neighbours(blocks: Sequence[Block], shape: TextShape) -> dict[str, np.ndarray]:
    parent = np.array([b.elements[-2] if len(b.elements) > 1 else 0 for b in blocks], dtype=float)
    tag = np.array([HEADINGS.get(b.tag, 7 if b.tag == "p" else 8 if b.tag == "li" else 9) for b in blocks], dtype=float)
    words, found = np.log1p(shape.words), {}
    for by in (-2, -1, 1, 2):
        found[f"words{by:+d}"] = shifted(words, by)
        found[f"link{by:+d}"] = shifted(shape.link, by)
        found[f"tag{by:+d}"] = shifted(tag, by)
        if abs(by) == 1:
            found[f"ends{by:+d}"] = shifted(shape.ends_sentence.astype(float), by)
            found[f"same_parent{by:+d}"] = shifted(parent, by) == parent
    return found


def _windows(shape: TextShape) -> dict[str, np.ndarray]:
    text = shape.is_paragraph.astype(float)
    found = {}
    for name, before, after in (("near", 3, 3), ("before", 10, 0), ("after", 0, 10), ("wide", 25, 25)):
        found[f"{name}_words"] = window(np.minimum(shape.words, 60), before, after)
        found[f"{name}_link"] = window(shape.link, before, after)
        found[f"{name}_text"] = window(text, before, after)
    found["since_paragraph"] = since(shape.is_paragraph)
    found["until_paragraph"] = until(shape.is_paragraph)
    total = max(1.0, float(shape.paragraph_words.sum()))
    so_far = np.cumsum(shape.paragraph_words)
    found["text_before"] = (so_far - shape.paragraph_words) / total
    found["text_after"] = (total - so_far) / total
    found["place"] = np.arange(shape.n) / shape.n
    return found


def _vocabulary(blocks: Sequence[Block], shape: TextShape) -> dict[str, np.ndarray]:
    """Furniture words of short blocks: the block's own, the last heading's, how long ago a short block said one."""
    masks = np.array(
        [text_mask(b.text) if w <= SHORT else 0 for b, w in zip(blocks, shape.words.tolist(), strict=True)],
        dtype=np.int64,
    )
    heading = np.array([b.tag in HEADINGS for b in blocks])
    level = np.array([HEADINGS.get(b.tag, 0) for b in blocks], dtype=float)
    last = np.maximum.accumulate(np.where(heading, np.arange(shape.n), -1))
    under = np.where(last >= 0, masks[last], 0)
    found = {
        "heading_level": np.where(last >= 0, level[last], 0),
        "since_heading": since(heading),
        "until_heading": until(heading),
        "heading_words": np.where(last >= 0, shape.words[last], 0),
        "near_said": window((masks > 0).astype(float), 4, 4),
    }
    for number, name in enumerate(TEXT_FAMILIES):
        said = ((masks >> number) & 1).astype(bool)
        found[f"under_{name}"] = ((under >> number) & 1).astype(bool)
        found[f"since_{name}"] = since(said)
    return found


def _among(groups: dict[str, np.ndarray], shape: TextShape) -> dict[str, np.ndarray]:
    """How many blocks are made alike, how long they are, how linked, how many are running text."""
    found: dict[str, np.ndarray] = {}
    columns = {"words": shape.words, "link": shape.link, "text": shape.is_paragraph.astype(float)}
    for name, group in groups.items():
        count = np.bincount(group).astype(float)
        found[f"{name}_count"] = np.log1p(count)[group]
        found.update((f"{name}_{key}", (np.bincount(group, weights=v) / count)[group]) for key, v in columns.items())
    return found


def _repeated(blocks: Sequence[Block]) -> dict[str, np.ndarray]:
    texts = numbered([b.text for b in blocks])
    return {
        "said_before": np.array(_times_before(texts), dtype=float),
        "said_in_all": np.bincount(texts)[texts].astype(float),
    }


def numbered(keys: Sequence[object]) -> np.ndarray:
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)


def _times_before(texts: np.ndarray) -> list[int]:
    seen: dict[int, int] = {}
    out = []
    for text in texts.tolist():
        out.append(seen.get(text, 0))
        seen[text] = out[-1] + 1
    return out
