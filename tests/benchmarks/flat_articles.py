"""Real articles' pages, flattened: how many come apart into several stories. Prints one table.

    .venv/bin/python -m tests.benchmarks.flat_articles [--data FOLDER] [--models FOLDER] [--half a|b] [--sample N] [--apart]

The pages are trafilatura's (`tests.benchmarks.main_text` says where they come from), flattened in the three ways of
`tests.benchmarks.flat_text`. `--models`: other models of the splitter; with `--half a` those of sites from which the models of half a
have not learned: folder `a` of what `python -m flows.train split --halves --models FOLDER` wrote. The shipped ones have learned
from some of the pages. Some pages are lists or hold several stories: `--apart` names those that come apart.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from tasks import Desk, RawPage, clean_page
from tasks.desk import SEEDS
from tasks.train.pages import labelled_pages
from tasks.train.split_pages import half_of
from tests.benchmarks.flat_text import flattenings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SEEDS.parent.parent / "shared" / "data")
    parser.add_argument("--models", type=Path)
    parser.add_argument("--half", choices=("a", "b"), help="whose sites are left out")
    parser.add_argument("--sample", type=int, help="about this many pages")
    parser.add_argument("--apart", action="store_true")
    args = parser.parse_args()
    pages = [page for page in labelled_pages(args.data, "trafilatura_eval") if half_of(page) != args.half]
    desk, apart = Desk.load(), defaultdict(list)
    if args.models:
        desk = replace(desk, splitter=replace(desk.splitter, models=args.models))
    for page in pages[:: max(1, len(pages) // args.sample)] if args.sample else pages:
        for style, text in flattenings(page):
            stories = clean_page(RawPage(page.id, text.encode(), "text/plain", page.url), desk).stories
            apart[style].append(len(stories) > 1)
            if args.apart and len(stories) > 1:
                print(f"{style}: {page.id}: {len(stories)} stories")
    print(f"{'':32}{'pages':>8}{'apart':>8}")
    for style, told in apart.items():
        print(f"{style:32}{len(told):8}{sum(told) / len(told):8.3f}")


if __name__ == "__main__":
    main()
