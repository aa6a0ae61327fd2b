"""The MinHash signature of a text, by which copies of it are found: rensa's, which computes those of many texts at once.

What two texts have in common of all their shingles (Jaccard), they have in common of their signatures, with a standard
error of some four in a hundred: A. Broder, "On the resemblance and containment of documents", 1997.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rensa import RMinHash

from tasks.match.shingles import Hashes

SIGNATURE_SIZE = 128  # a text cut down to its first tenth still has a dozen in common with the whole
SEED = 1  # part of what is stored, as the size is: another makes signatures that compare with none of those that are


def signatures(texts: Sequence[Hashes]) -> list[list[int]]:
    """Of each text's shingles, `SIGNATURE_SIZE` numbers, each with its place in the signature above its 32 bits; none of no shingles."""
    bounds = np.cumsum([0, *map(len, texts)]).astype(np.uint64)
    flat = np.concatenate([np.empty(0, np.uint64), *texts])
    rows = RMinHash.digest_matrix_from_flat_token_hashes(flat, bounds, SIGNATURE_SIZE, SEED).to_rows()
    places = np.arange(SIGNATURE_SIZE, dtype=np.int64) << np.int64(32)
    return [
        (np.array(row, np.int64) + places).tolist() if len(text) else [] for text, row in zip(texts, rows, strict=True)
    ]
