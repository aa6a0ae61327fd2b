"""`python -m flows.train`: the models of `seeds/models` from labelled pages; the same pages and code give the same bytes.

In this order: html, text (whose silver labels are what the HTML models keep), split (which reads what both mark).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from tasks.desk import SEEDS
from tasks.train.pages import N_FOLDS, SETS, labelled_pages

Data = Annotated[Path, typer.Option(help="Folder of the labelled Parquet files and composed pages")]
Models = Annotated[Path, typer.Option(help="Folder the models are written to")]
Folds = Annotated[bool, typer.Option(help="Write one model a fold of sites, for out-of-fold figures")]

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.callback()
def main() -> None:
    """Trains the models of `seeds/models` from labelled pages."""


@app.command()
def html(
    data: Data,
    models: Models = SEEDS / "models",
    folds: Folds = False,
) -> None:
    """The block models of HTML pages; with --folds those of folder `<n>` have not seen the sites of fold n."""
    from tasks.mark.block_model import ASKED, FIRST, SECOND
    from tasks.train.html import example_of, train

    pages = [page for name in SETS for page in track(labelled_pages(data, name), name, transient=True)]
    examples = [e for e in map(example_of, track(pages, "examples", transient=True)) if e is not None]
    for fold in range(N_FOLDS) if folds else [None]:
        folder = models if fold is None else models / str(fold)
        folder.mkdir(parents=True, exist_ok=True)
        seen = [e for e in examples if fold is None or e.page.fold != fold]
        for name, booster in zip((FIRST, SECOND, ASKED), train(seen), strict=True):
            booster.save_model(str(folder / name))
            typer.echo(f"{folder / name}: {(folder / name).stat().st_size / 1e6:.1f} MB, {len(seen)} pages")


@app.command()
def text(
    data: Data,
    models: Models = SEEDS / "models",
    folds: Folds = False,
) -> None:
    """The line model of text pages; with --folds folder `<n>` has not seen fold n, nor composed pages b (even n) or a."""
    from tasks.train.text import train
    from tasks.train.text_pages import N_FOLDS, all_text_pages, unseen

    pages = all_text_pages(data, lambda rows, what: track(rows, what, transient=True))
    for fold in range(N_FOLDS) if folds else [None]:
        folder = models if fold is None else models / str(fold)
        seen = [page for page in pages if fold is None or not unseen(page, fold)]
        train(seen, folder)
        typer.echo(f"{folder}: {len(seen)} pages")


@app.command()
def split(
    data: Data,
    models: Models = SEEDS / "models",
    halves: Annotated[bool, typer.Option(help="Write folders a and b: models that have seen one composed set")] = False,
) -> None:
    """The models of the splitter: where stories start, what is text or title, which reading of a page is right."""
    from tasks.desk import Desk
    from tasks.train.examples import example_of
    from tasks.train.mixtures import MIXTURES
    from tasks.train.split import save, train
    from tasks.train.split_pages import split_pages

    desk = Desk.load()
    for seen, unseen in (("a", "b"), ("b", "a")) if halves else (("ab", ""),):
        for mixture in MIXTURES:
            pages = track(split_pages(data, mixture, seen, unseen), f"{mixture.name} {seen}", transient=True)
            examples = [example_of(page, desk) for page in pages]
            folder = (models / seen if halves else models) / f"split_{mixture.name}"
            save(train(examples, desk.splitter.cues), folder)
            typer.echo(f"{folder}: {len(examples)} pages")


if __name__ == "__main__":
    app()
