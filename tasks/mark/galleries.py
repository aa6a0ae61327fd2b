"""Captions of a gallery on a text page: each begins with its number and how many there are (`2/4 The scene. Photo: K. Doyle`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from tasks.mark.lines import ends_sentence
from tasks.page import Block, Mark
from tasks.words import n_words

NUMBERED = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2})(?![\d/.])")
LONGEST = 25  # words: the posts of a thread are numbered so too, and are sentences
PICTURED = ("caption", "credit")
CAPTION = Mark("caption", "caption-of-a-gallery")


def mark_galleries(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> list[Mark | None]:
    """The marks, with open lines that are numbered from the first to the last marked as captions, unless more than half are sentences."""
    galleries = defaultdict(list)
    for i, (block, mark) in enumerate(zip(blocks, marks, strict=True)):
        is_open = mark is None or mark.role in PICTURED
        if is_open and (found := NUMBERED.match(block.text)) and n_words(block.text) <= LONGEST:
            galleries[int(found[2])].append((int(found[1]), i))
    done = list(marks)
    for of, numbered in galleries.items():
        sentences = sum(ends_sentence(blocks[i].text) for _, i in numbered)
        if of > 1 and {n for n, _ in numbered} == {*range(1, of + 1)} and 2 * sentences <= len(numbered):
            for _, i in numbered:
                done[i] = done[i] or CAPTION
    return done
