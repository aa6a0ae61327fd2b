"""Word F1 of story bodies on sites of 200 made-up pages, before and after what each repeats has been learned.

.venv/bin/python -m tests.benchmarks.site_lines
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from tasks import CleanPage, Desk, clean_page
from tasks.warehouse import Warehouse, write_shard, writing
from tests.benchmarks.main_text import word_f1
from tests.site_pages import SITES, MadePage, Site, pages_of


@dataclass(frozen=True)
class Learned:
    """A site's pages cleaned without and with what the database learned from them, and that database."""

    made: list[MadePage]
    before: list[CleanPage]
    after: list[CleanPage]
    knowing: Desk
    db: Warehouse

    def f1(self, cleaned: Sequence[CleanPage]) -> float:
        return mean(word_f1(body(page), "\n".join(made.body)) for page, made in zip(cleaned, self.made, strict=True))

    def lost(self) -> list[str]:
        """Lines of bodies that were there before and are not now."""
        pages = zip(self.made, self.before, self.after, strict=True)
        return [line for made, a, b in pages for line in made.body if line in body(a) and line not in body(b)]


def body(page: CleanPage) -> str:
    return "\n".join(story.body for story in page.stories)


@contextmanager
def learned(site: Site, desk: Desk) -> Iterator[Learned]:
    made = pages_of(site)
    with TemporaryDirectory() as folder, writing(Path(folder) / "desk.duckdb") as db:
        before = [clean_page(page.raw, desk) for page in made]
        load(db, before, desk)
        knowing = replace(desk, site_lines=db.site_lines())
        yield Learned(made, before, [clean_page(page.raw, knowing) for page in made], knowing, db)


def load(db: Warehouse, pages: Sequence[CleanPage], desk: Desk) -> None:
    run_id = db.start_run("nightly", "landing", [], desk.versions)
    db.load(run_id, [write_shard(pages, desk.versions, db.database.parent, run_id)])


def main() -> None:
    desk = Desk.load()
    print(f"{'site':32}{'pages':>6}{'before':>8}{'after':>8}{'cut':>6}{'lost':>6}")
    for site in SITES:
        with learned(site, desk) as found:
            n_cut = sum(cut.mark.rule == "site-line" for page in found.after for cut in page.cuts)
            before, after = found.f1(found.before), found.f1(found.after)
            print(f"{site.host:32}{len(found.made):6}{before:8.4f}{after:8.4f}{n_cut:6}{len(found.lost()):6}")


if __name__ == "__main__":
    main()
