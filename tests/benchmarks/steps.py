"""Where a page's cleaning time goes: the share of each step, over pages of every kind. Prints one table.

    .venv/bin/python -m tests.benchmarks.steps [--data FOLDER] [--sample N]

Models are loaded before. Each page goes through its steps in one process and one run, so that the shares are of the same machine
at the same time. The pages are articles' HTML, the same flattened, and the composed pages of several stories
(`tests.benchmarks.main_text` says where they come from).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time

from tasks import Desk, RawPage
from tasks.cleaning import STEPS, clean_page, opened
from tasks.desk import SEEDS
from tasks.train.pages import composed_rows, labelled_pages
from tests.benchmarks.flat_text import flattenings

SETS = ("fundus_a", "wcxb_dev")
FIRST = 5  # pages of each set
COMPOSED = ("split_train_a", "split_train_b")


def raw_pages(data: Path, sample: int) -> Iterator[tuple[str, RawPage]]:
    """(kind, page): about `sample` pages of each set, in the set's order."""
    for name in SETS:
        for page in _some(labelled_pages(data, name), sample):
            yield "HTML", RawPage(page.id, page.body, "text/html", page.url)
            for _, text in flattenings(page):
                yield "flattened", RawPage(page.id, text.encode(), "text/plain", page.url)
    for name in COMPOSED:
        for row in _some(composed_rows(data, name), sample):
            yield "composed", RawPage(row["id"], row["input"].encode(), "text/plain")


def _some(items: Iterable, n: int) -> list:
    every = list(items)
    return every[:: max(1, len(every) // n)]


def _warm_up(data: Path, desk: Desk) -> None:
    """Cleans a few pages of each kind: models are read at the first page that asks for them, once for a night's run."""
    for _, raw in raw_pages(data, FIRST):
        clean_page(raw, desk)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SEEDS.parent.parent / "shared" / "data")
    parser.add_argument("--sample", type=int, default=150, help="about this many pages of each set")
    args = parser.parse_args()
    desk, spent, n = Desk.load(), defaultdict(lambda: [0.0] * len(STEPS)), defaultdict(int)
    _warm_up(args.data, desk)
    for kind, raw in raw_pages(args.data, args.sample):
        page, n[kind] = opened(raw), n[kind] + 1
        for k, step in enumerate(STEPS):
            began = process_time()
            page = step(page, desk)
            spent[kind][k] += process_time() - began
    print(f"{'pages':12}{'n':>6}{'ms/page':>9}" + "".join(f"{step.__name__:>10}" for step in STEPS))
    for kind, seconds in spent.items():
        total = sum(seconds)
        print(f"{kind:12}{n[kind]:6}{1000 * total / n[kind]:9.1f}" + "".join(f"{x / total:10.3f}" for x in seconds))


if __name__ == "__main__":
    main()
