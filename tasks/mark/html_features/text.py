"""What a block's own characters say: length, punctuation, case, digits. No word lists: the same for every language."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tasks.page import Block
from tasks.words import IDEOGRAPH, WORDS_PER_IDEOGRAPH

CLASSES = ("other", "letter", "upper", "digit", "space", "comma", "end", "quote", "separator", "mark", "ideograph")
COMMAS = ",;:、，；：،؛"
ENDS = ".!?…。！？؟।"
QUOTES = "\"'“”„‟«»‹›‘’「」『』"
SEPARATORS = "|•·›»>/\\→←▸▶◀–—-_=+*#@©®™"
PARAGRAPH_WORDS = 12


def _class_of(char: str) -> int:
    if IDEOGRAPH.match(char):
        return 10
    tests = (char.isspace(), char.isdigit(), char in COMMAS, char in ENDS, char in QUOTES, char in SEPARATORS)
    for number, found in zip((4, 3, 5, 6, 7, 8), tests, strict=True):
        if found:
            return number
    if char.isupper():
        return 2
    return 1 if char.isalpha() else 9 if char.isprintable() else 0


TABLE = np.array([_class_of(chr(code)) for code in range(0x10000)], dtype=np.uint8)


class TextShape:
    """Counts per block, made in one pass over all characters of the page; `columns()` are the features."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        texts = [block.text for block in blocks]
        self.n = len(texts)
        self.chars = np.array([len(t) for t in texts], dtype=np.float64)
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        classes = TABLE[np.minimum(codes, 0xFFFF)].astype(np.int64)
        owner = np.repeat(np.arange(self.n), self.chars.astype(np.int64))
        k = len(CLASSES)
        counts = np.bincount(owner * k + classes, minlength=self.n * k).reshape(self.n, k).astype(np.float64)
        self.counts = dict(zip(CLASSES, counts.T, strict=True))
        self.words = self.counts["space"] + 1 + WORDS_PER_IDEOGRAPH * self.counts["ideograph"]
        ends = np.cumsum(self.chars).astype(np.int64)
        starts = ends - self.chars.astype(np.int64)
        last, before_last = classes[ends - 1], classes[np.maximum(ends - 2, starts)]
        self.ends_sentence = (last == 6) | ((last == 7) & ((before_last == 6) | (before_last == 5)))
        self.last, self.first = last, classes[starts]
        self.last_is_colon = codes[ends - 1] == ord(":")
        self.last_is_dots = codes[ends - 1] == ord("…")
        self.link = np.array([block.link_share for block in blocks])
        self.bold = np.array([block.bold_share for block in blocks])
        self.is_image = np.array([block.tag == "img" for block in blocks])
        stops = self.counts["end"] + self.counts["comma"]
        self.is_paragraph = (self.words >= PARAGRAPH_WORDS) & (self.link < 0.5) & (stops >= 1) & ~self.is_image
        self.paragraph_words = np.where(self.is_paragraph, self.words, 0.0)

    def columns(self, blocks: Sequence[Block]) -> dict[str, np.ndarray]:
        share = {
            name: self.counts[name] / self.chars
            for name in ("upper", "digit", "comma", "end", "quote", "separator", "mark", "ideograph")
        }
        return {
            "chars": np.log1p(self.chars),
            "words": np.log1p(self.words),
            "word_length": self.chars / self.words,
            **{f"{name}_share": values for name, values in share.items()},
            "n_commas": np.minimum(self.counts["comma"], 20),
            "n_ends": np.minimum(self.counts["end"], 20),
            "words_per_end": self.words / (1 + self.counts["end"]),
            "ends_sentence": self.ends_sentence,
            "ends_colon": self.last_is_colon,
            "ends_dots": self.last_is_dots,
            "first_class": self.first,
            "last_class": self.last,
            "link_share": self.link,
            "bold_share": self.bold,
            "has_href": np.array([block.href is not None for block in blocks]),
            "has_stamp": np.array([block.stamp is not None for block in blocks]),
            "is_paragraph": self.is_paragraph,
        }
