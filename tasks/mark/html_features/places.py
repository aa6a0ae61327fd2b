"""Where a block stands: its ancestors' tags and hook families, and what else stands in the same containers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from tasks.mark.html_features.text import TextShape
from tasks.mark.html_features.words import HOOK_FAMILIES, hook_mask
from tasks.page import Block

LEVELS = 24  # ancestors looked at, from the block's own element upwards
FAR = 30  # the distance of what is nowhere above
TAGS = (
    "article main aside header footer nav ul ol li table tr td form figure figcaption blockquote section details button dl p pre label div "
    "h1 h2 h3 h4 h5 h6 body address"
).split()
TAG_BITS = {tag: 1 << number for number, tag in enumerate(TAGS)}
TAG_BITS["th"] = TAG_BITS["td"]


class Places:
    """The tree above the blocks as arrays: `up[i, k]` is the k-th element above block i (0 its own), -1 past the root."""

    def __init__(self, blocks: Sequence[Block], shape: TextShape) -> None:
        self.n = len(blocks)
        self.depth = np.array([len(block.elements) for block in blocks], dtype=np.int64)
        numbers = np.fromiter(
            chain.from_iterable(b.elements for b in blocks), dtype=np.int64, count=int(self.depth.sum())
        )
        unique, first, self.flat = np.unique(numbers, return_index=True, return_inverse=True)
        self.owner = np.repeat(np.arange(self.n), self.depth)
        starts = np.cumsum(self.depth) - self.depth
        self.level = self.depth[self.owner] - 1 - (np.arange(len(numbers)) - starts[self.owner])
        near = self.level < LEVELS
        self.up = np.full((self.n, LEVELS), -1, dtype=np.int64)
        self.up[self.owner[near], self.level[near]] = self.flat[near]
        hooks = list(chain.from_iterable(b.hooks for b in blocks))
        tags = list(chain.from_iterable(b.path for b in blocks))
        masks = {h: hook_mask(h) for h in {hooks[i] for i in first.tolist()}}
        # One element more than there are: index -1 reads the empty one.
        self.hook_masks = np.array([*(masks[hooks[i]] for i in first.tolist()), 0], dtype=np.int64)
        self.tag_masks = np.array([*(TAG_BITS.get(tags[i], 0) for i in first.tolist()), 0], dtype=np.int64)
        self.element_depth = np.zeros(len(unique) + 1)
        self.element_depth[self.flat] = (self.depth[self.owner] - self.level).astype(float)
        self.shape = shape
        self.blocks = blocks

    def sums(self, values: np.ndarray) -> np.ndarray:
        """The values of all blocks inside each element, added up; one entry more for 'no element'."""
        return np.append(np.bincount(self.flat, weights=values[self.owner], minlength=len(self.hook_masks) - 1), 0.0)

    def columns(self) -> dict[str, np.ndarray]:
        return {**self._distances(), **self._containers(), **self._branch()}

    def groups(self) -> dict[str, np.ndarray]:
        """For each block the element it stands in, some levels up, as numbers from 0 (0: there is none)."""
        return {f"up{k}": self.up[:, k] + 1 for k in (1, 2, 3, 5)}

    def _distances(self) -> dict[str, np.ndarray]:
        """Levels up to the nearest element of each hook family and tag. Own inline hooks count as level 0."""
        hooks = self.hook_masks[self.up]
        inner = {b.inner: 0 for b in self.blocks}
        inner = {text: hook_mask(text) if text else 0 for text in inner}
        hooks[:, 0] |= np.array([inner[b.inner] for b in self.blocks], dtype=np.int64)
        tags = self.tag_masks[self.up]
        found = {"depth": self.depth.astype(float)}
        for name, masks, keys in (("hook", hooks, list(HOOK_FAMILIES)), ("tag", tags, TAGS)):
            nearest = nearest_levels(masks)
            found.update((f"{name}_{key}", nearest[:, number]) for number, key in enumerate(keys))
        return found

    def _containers(self) -> dict[str, np.ndarray]:
        """What stands in the block's own element and in the ones one, two, three and five levels up."""
        words, link = self.sums(self.shape.words), self.sums(self.shape.words * self.shape.link)
        text, count = self.sums(self.shape.paragraph_words), self.sums(np.ones(self.n))
        paragraphs = self.sums(self.shape.is_paragraph.astype(float))
        all_text = max(1.0, float(self.shape.paragraph_words.sum()))
        found = {}
        for k in (0, 1, 2, 3, 5):
            at = self.up[:, k]
            found[f"up{k}_words"] = np.log1p(words[at])
            found[f"up{k}_link"] = link[at] / np.maximum(1, words[at])
            found[f"up{k}_text"] = text[at] / np.maximum(1, words[at])
            found[f"up{k}_text_of_page"] = text[at] / all_text
            found[f"up{k}_blocks"] = np.log1p(count[at])
            found[f"up{k}_paragraphs"] = np.minimum(paragraphs[at], 50)
        return found

    def _branch(self) -> dict[str, np.ndarray]:
        """The way up to the element that holds half (30 %, 80 %) of the page's running text, and the branch just below."""
        text, words = self.sums(self.shape.paragraph_words), self.sums(self.shape.words)
        link = self.sums(self.shape.words * self.shape.link)
        all_text = max(1.0, float(self.shape.paragraph_words.sum()))
        rows, found = np.arange(self.n), {}
        for part in (0.3, 0.5, 0.8):
            hit = text[self.up] >= part * all_text
            level = np.where(hit.any(axis=1), hit.argmax(axis=1), LEVELS - 1)
            home = self.up[rows, level]
            depth = self.element_depth[home]
            found[f"main{part}_distance"] = level.astype(float)
            found[f"main{part}_off"] = depth.max(initial=0) - depth
            if part == 0.5:
                at = self.up[rows, np.maximum(level - 1, 0)]
                found["branch_words"] = np.log1p(words[at])
                found["branch_text"] = text[at] / np.maximum(1, words[at])
                found["branch_link"] = link[at] / np.maximum(1, words[at])
                found["branch_of_page"] = text[at] / all_text
        return found


def nearest_levels(masks: np.ndarray) -> np.ndarray:
    """For (blocks, levels) of bit masks the first level at which each of the 64 bits stands, or `FAR`."""
    octets = masks.astype("<i8").view(np.uint8).reshape(*masks.shape, 8)
    bits = np.unpackbits(octets, axis=2, bitorder="little")
    # The nearest level weighs most, so that one maximum finds it: several times as fast as `argmax` along the middle axis.
    nearness = np.arange(masks.shape[1], 0, -1, dtype=np.uint8)
    most = (bits * nearness[:, None]).max(axis=1)
    return np.where(most > 0, masks.shape[1] - most.astype(float), FAR)
