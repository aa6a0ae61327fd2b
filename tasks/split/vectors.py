"""Texts as vectors: near each other where they tell of like things, though they share no word.

The vectors are WordLlama's (D. L. Miller, 2024; MIT): one a token of some 32,000, trained on pairs of like texts from the token
tables of large language models. A text's vector is the mean of its tokens', so that no network is run.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

WORD = re.compile(r"[^\W\d_]+|\d+")
HEAD = 500  # characters of a text that are read
KNOWN_WORDS = 50_000  # whose tokens are kept
LONGEST_WORD = 20  # letters of one that is


@dataclass(frozen=True)
class Vectors:
    """`table`: one row a token. `tokens`: a word's rows in it."""

    table: np.ndarray
    tokens: Callable[[str], tuple[int, ...]]

    @classmethod
    def load(cls) -> Vectors:
        """The table and the tokenizer that the package `wordllama` carries; nothing is fetched. Raises `ModuleNotFoundError`."""
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        # The package itself is not imported: it sets up logging for the whole process, and looks for its tokenizer on the net.
        found = importlib.util.find_spec("wordllama")
        if found is None:
            raise ModuleNotFoundError("the package wordllama is missing: `make run` installs what copydesk needs")
        (folder,) = found.submodule_search_locations
        table = load_file(Path(folder, "weights", "l2_supercat_256.safetensors"))["embedding.weight"]
        tokenizer = Tokenizer.from_file(str(Path(folder, "tokenizers", "l2_supercat_tokenizer_config.json")))
        tokenizer.no_padding()
        encode = lambda word: tuple(tokenizer.encode(word, add_special_tokens=False).ids)  # noqa: E731
        known = lru_cache(KNOWN_WORDS)(encode)  # of the word alone: a page leaves nothing behind that another could see
        # Scripts without spaces have clauses for words, which do not come again.
        return cls(table.astype(np.float32), lambda word: known(word) if len(word) <= LONGEST_WORD else encode(word))

    def of(self, texts: Sequence[str]) -> np.ndarray:
        """One row a text, zeros for one without words."""
        out = np.zeros((len(texts), self.table.shape[1]), dtype=np.float32)
        for row, text in zip(out, texts, strict=True):
            ids = [token for word in WORD.findall(text[:HEAD]) for token in self.tokens(word)]
            if ids:
                self.table[ids].mean(axis=0, out=row)
        return out


def directions(vectors: np.ndarray) -> np.ndarray:
    """The rows at length one; zeros stay."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(length > 0, length, 1.0)
