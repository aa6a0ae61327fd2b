"""Labelled pages as they lie beside the checkout: Parquet files with HTML, gold text and snippets."""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import duckdb

SETS = ("wcxb_dev", "fundus_a", "trafilatura_eval")
COMPOSED = ("split_train_a", "split_train_b")
N_FOLDS = 3
SELECT = """
select id, {kind}, url, html, {gold}, {title}, must_have, must_not_have from read_parquet($file) order by id
"""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page and what is known of its main text: the whole of it (`gold`), or snippets that must and must not be in it."""

    data: str  # the set it comes from
    id: str
    kind: str  # article, product, forum …
    url: str | None
    body: bytes = field(repr=False)
    gold: str | None = field(default=None, repr=False)
    title: str | None = None
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()

    @property
    def site(self) -> str:
        """What folds are made by: the publisher where ids name it, else the host."""
        if self.data == "fundus_a":
            return re.sub(r"_\d{4}.*$", "", self.id)
        return urlsplit(self.url or "").netloc.removeprefix("www.") or self.id

    @property
    def fold(self) -> int:
        return zlib.crc32(self.site.encode()) % N_FOLDS


def labelled_pages(folder: Path, name: str) -> Iterator[LabelledPage]:
    """The pages of one set in the order of their ids. Raises `FileNotFoundError` with where the sets are looked for."""
    file = folder / f"{name}.parquet"
    if not file.exists():
        raise FileNotFoundError(f"{file} is missing; the labelled sets are looked for in {folder} (--data)")
    has_gold = name != "trafilatura_eval"
    given = {"kind": "page_type", "gold": "gold_text", "title": "gold_title"}
    columns = given if has_gold else {"kind": "'article'", "gold": "null", "title": "null"}
    with duckdb.connect() as connection:
        rows = connection.execute(SELECT.format(**columns), {"file": str(file)}).fetchall()
    for page_id, kind, url, html, gold, title, must, must_not in rows:
        body = gzip.decompress(html) if html[:2] == b"\x1f\x8b" else bytes(html)
        yield LabelledPage(name, page_id, kind, url, body, gold, title, tuple(must or ()), tuple(must_not or ()))


def composed_rows(folder: Path, name: str) -> Iterator[dict]:
    """The composed pages of one set: `input`, the text, and for each of its lines a role and the story it is of."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
