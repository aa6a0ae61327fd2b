"""Main text from flattened pages: word F1 and snippets for three ways of flattening, and speed. Prints one table.

    .venv/bin/python -m tests.benchmarks.flat_text [--data FOLDER] [--folds FOLDER] [--sample N]

The labelled pages are those of `tests.benchmarks.main_text`. `--folds` is what `python -m flows.train text --folds
--models FOLDER` wrote; each page is judged by the model that has not seen its site.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import mean
from zlib import crc32

from tasks import Desk, RawPage, clean_page
from tasks.desk import SEEDS
from tasks.mark.line_model import LineModel
from tasks.train.flatten import lines_at_blocks, lines_at_nodes, text_nodes
from tasks.train.pages import SETS, LabelledPage, labelled_pages
from tasks.train.text_pages import N_FOLDS, site_of
from tests.benchmarks.main_text import text_of, word_f1


@cache
def desk_of(folds: Path | None, fold: int) -> Desk:
    return replace(Desk.load(), lines=LineModel(folds / str(fold) if folds else SEEDS / "models"))


def flattenings(page: LabelledPage) -> Iterator[tuple[str, str]]:
    nodes = text_nodes(page.body)
    yield "a line a text node", lines_at_nodes(nodes)
    yield "a line a block", lines_at_blocks(nodes)
    bare = (line for line in lines_at_nodes(nodes, alts=False).split("\n") if line)
    yield "no alt texts, no blank lines", "\n".join(bare)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SEEDS.parent.parent / "shared" / "data")
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--sample", type=int, help="about this many pages of each set")
    args = parser.parse_args()
    f1, snippets = defaultdict(list), defaultdict(lambda: [0, 0, 0])
    seconds = n_bytes = 0.0
    for name in SETS:
        found = [page for page in labelled_pages(args.data, name) if page.kind == "article" and page.gold != ""]
        for page in found[:: max(1, len(found) // args.sample)] if args.sample else found:
            desk = desk_of(args.folds, crc32(site_of(page).encode()) % N_FOLDS)
            for style, text in flattenings(page):
                raw = RawPage(page.id, text.encode(), "text/plain", page.url)
                start = time.process_time()
                cleaned = text_of(clean_page(raw, desk), "article")
                seconds, n_bytes = seconds + time.process_time() - start, n_bytes + len(raw.body)
                if page.gold:
                    f1[name, style].append(word_f1(cleaned, page.gold))
                else:
                    plain = " ".join(cleaned.split())
                    kept, wrong = (
                        sum(" ".join(s.split()) in plain for s in some) for some in (page.must, page.must_not)
                    )
                    counts = snippets[name, style]
                    counts[:] = counts[0] + kept, counts[1] + len(page.must), counts[2] + wrong
    for (name, style), figures in f1.items():
        print(f"{name:18}{style:32}{len(figures):6}{mean(figures):8.4f}")
    for (name, style), (kept, wanted, wrong) in snippets.items():
        print(f"{name:18}{style:32}{'':6}{2 * kept / (kept + wanted + wrong):8.4f}")
    print(f"{n_bytes / 1e6 / seconds:.2f} MB of text a second")


if __name__ == "__main__":
    main()
