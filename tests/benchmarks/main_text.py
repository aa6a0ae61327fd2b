"""Main text from HTML beside trafilatura: word F1, snippets, speed. Prints one table.

    .venv/bin/python -m tests.benchmarks.main_text [--data FOLDER] [--folds FOLDER] [--sample N] [--processes N]

The labelled pages are not in the repository. `--data` is a folder with `wcxb_dev.parquet` (WCXB, the development part,
CC-BY-4.0), `fundus_a.parquet` (Fundus' test pages) and `trafilatura_eval.parquet` (trafilatura's evaluation pages), each
with id, page_type, url, html, gold_text, must_have, must_not_have. Scores on pages a model was trained on mean nothing:
`--folds` is what `python -m flows.train html --folds --models FOLDER` wrote, and each page is judged by the model that
has not seen its site.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from statistics import mean

from tasks import CleanPage, Desk, RawPage, clean_page
from tasks.desk import SEEDS
from tasks.mark.block_model import BlockModel
from tasks.train.pages import SETS, LabelledPage, labelled_pages

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Result:
    """One page's figures for one extractor; snippets as (found, of) pairs."""

    data: str
    kind: str
    id: str
    f1: float | None
    must: tuple[int, int]
    must_not: tuple[int, int]
    seconds: float


def word_f1(found: str, gold: str) -> float:
    """F1 of the bags of lower-cased words, as WCXB defines it."""
    a, b = Counter(WORD.findall(found.lower())), Counter(WORD.findall(gold.lower()))
    both = sum((a & b).values())
    return 2 * both / (a.total() + b.total()) if both else float(not a and not b)


def copydesk_text(folds: Path | None, page: LabelledPage) -> str:
    """The story's body; titles and bodies of several; the main text of a page that is no article."""
    cleaned = clean_page(RawPage(page.url or page.id, page.body, url=page.url), desk_of(folds, page.fold))
    return text_of(cleaned, page.kind)


def text_of(cleaned: CleanPage, kind: str) -> str:
    stories = cleaned.stories
    if kind != "article" or not stories:
        return cleaned.main_text
    if len(stories) == 1:
        return stories[0].body
    return "\n".join(part for story in stories for part in (story.title, story.body) if part)


@cache
def desk_of(folds: Path | None, fold: int) -> Desk:
    desk = Desk.load()
    return replace(desk, blocks=BlockModel(folds / str(fold) if folds else SEEDS / "models"))


def trafilatura_text(page: LabelledPage) -> str:
    import trafilatura

    found = trafilatura.bare_extraction(page.body, url=page.url, include_comments=False, with_metadata=True)
    return (found.text or "") if found else ""


def judged(extract: Callable[[LabelledPage], str], page: LabelledPage) -> Result:
    start = time.process_time()
    text = extract(page)
    seconds = time.process_time() - start
    fold = (lambda s: " ".join(s.split())) if page.gold is None else (lambda s: " ".join(s.split()).lower())
    has = [[fold(snippet) in fold(text) for snippet in snippets] for snippets in (page.must, page.must_not)]
    f1 = word_f1(text, page.gold) if page.gold else None
    pairs = [(sum(found), len(found)) for found in has]
    return Result(page.data, page.kind, page.id, f1, *pairs, seconds)


def figures(results: Sequence[Result]) -> dict[str, float]:
    """The rows of the table by name."""
    wcxb = [r for r in results if r.data == "wcxb_dev" and r.f1 is not None]
    articles = [r for r in wcxb if r.kind == "article"]
    rows = {"WCXB dev, articles, F1": mean(r.f1 for r in articles), "WCXB dev, all types, F1": mean(r.f1 for r in wcxb)}
    for kind in sorted({r.kind for r in wcxb} - {"article"}):
        rows[f"  {kind}"] = mean(r.f1 for r in wcxb if r.kind == kind)
    rows["fundus_a, F1"] = mean(r.f1 for r in results if r.data == "fundus_a" and r.f1 is not None)
    rows["must-not snippets kept, articles"] = mean(r.must_not[0] / r.must_not[1] for r in articles if r.must_not[1])
    snippets = [r for r in results if r.data == "trafilatura_eval"]
    kept, wanted = (sum(r.must[k] for r in snippets) for k in (0, 1))
    wrong = sum(r.must_not[0] for r in snippets)
    rows["trafilatura_eval, snippet F1"] = 2 * kept / (kept + wanted + wrong)
    rows["CPU ms a page, articles of WCXB"] = 1e3 * mean(r.seconds for r in articles)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SEEDS.parent.parent / "shared" / "data")
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--sample", type=int, help="about this many pages of each set")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--worst", type=int, default=0, help="also list so many worst article pages")
    args = parser.parse_args()
    pages = []
    for name in SETS:
        found = list(labelled_pages(args.data, name))
        pages += found[:: max(1, len(found) // args.sample)] if args.sample else found
    extractors = {"trafilatura": trafilatura_text, "copydesk": partial(copydesk_text, args.folds)}
    with ProcessPoolExecutor(args.processes) as pool:
        results = {name: list(pool.map(partial(judged, f), pages, chunksize=8)) for name, f in extractors.items()}
    columns = [figures(found) for found in results.values()]
    print(f"{'':36}" + "".join(f"{name:>14}" for name in results))
    for row in columns[0]:
        print(f"{row:36}" + "".join(f"{column[row]:14.4f}" for column in columns))
    articles = [r for r in results["copydesk"] if r.kind == "article" and r.f1 is not None]
    for result in sorted(articles, key=lambda r: r.f1)[: args.worst]:
        print(f"{result.f1:.3f} {result.data} {result.id}")


if __name__ == "__main__":
    main()
