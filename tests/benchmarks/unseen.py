"""Pages that nobody who works on the splitter has chosen: stories, titles, sources and times right. Prints one table.

    .venv/bin/python -m tests.benchmarks.unseen [--seeds FOLDER] [--wrong]

Text pages of the first and of the second set, HTML pages, and the third set of both. `--wrong` names the pages of `read` layouts that came out wrong; those of
the others stay unread.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tasks import Desk, clean_page
from tasks.desk import SEEDS
from tests.unseen_files import UnseenFile, found_in, unseen_files
from tests.unseen_pages import FIELDS, Found, UnseenPage, found, unseen_pages


def found_on(pages: Sequence[UnseenPage | UnseenFile], desk: Desk) -> list[Found]:
    """How each page came out."""
    return [(found_in if isinstance(page, UnseenFile) else found)(page, clean_page(page.raw, desk)) for page in pages]


def set_of(page: UnseenPage | UnseenFile) -> str:
    """Which of the four sets it is of."""
    if isinstance(page, UnseenFile):
        return "third" if page.is_third else "HTML"
    return "second" if page.is_second else "first"


def shares(results: Sequence[Found]) -> list[float]:
    """Of the pages the exact ones and those with as many stories; of the stories that have a title, source or time those with it right."""
    right = [sum(result.is_exact for result in results), sum(result.is_counted for result in results)]
    fields = [[sum(result.fields[name][k] for result in results) for k in (0, 1)] for name in FIELDS]
    return [*(n / len(results) for n in right), *(n / max(1, of) for n, of in fields)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=Path, default=SEEDS)
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args()
    pages = [*unseen_pages(), *unseen_files()]
    results = found_on(pages, Desk.load(args.seeds))
    groups = defaultdict(list)
    for page, result in zip(pages, results, strict=True):
        kind, half = "article" if page.is_single else "several", "read" if page.is_read else "unread"
        for language in ("all", "English" if page.language == "en" else "others"):
            groups[f"{set_of(page)}: {kind}, {half}, {language}"].append(result)
        if args.wrong and page.is_read and not result.is_exact:
            print(page.name)
    print(f"{'':36}{'pages':>6}" + "".join(f"{name:>8}" for name in ("exact", "count", *FIELDS)))
    for name, of_group in sorted(groups.items()):
        print(f"{name:36}{len(of_group):6}" + "".join(f"{share:8.2f}" for share in shares(of_group)))


if __name__ == "__main__":
    main()
