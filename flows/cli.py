"""The `copydesk` command. Only `run` and `doctor` import Prefect, so the others start at once."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

EXIT_CODES = "Exit codes: 0 done; 1 it could not be done, or for too many pages; 2 wrong usage; 3 done, but pages were quarantined; 130 stopped."
DAY = ["%Y-%m-%d"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Turns scraped news pages into one clean record per story.",
    epilog=EXIT_CODES,
)

File = Annotated[
    str,
    typer.Argument(
        help="An .html, .txt, .jsonl or .warc file, also .gz; FILE#3 for its third page; - reads standard input"
    ),
]
Url = Annotated[str | None, typer.Option(help="The page's address")]
MediaType = Annotated[
    str | None, typer.Option(help="text/html or text/plain; else by the file's name, or by what standard input holds")
]
LearnedIn = Annotated[
    Path | None,
    typer.Option("--database", help="Also cut what this database saw the page's site repeat; needs its address, --url"),
]
Database = Annotated[Path | None, typer.Option(help="The DuckDB file (COPYDESK_DATABASE; else copydesk.duckdb)")]


class Format(StrEnum):
    """How `sql` prints its answer."""

    table = "table"
    csv = "csv"
    json = "json"


@app.command(epilog=EXIT_CODES)
def run(
    landing: Annotated[str | None, typer.Argument(help="One sub-folder a day (COPYDESK_LANDING)")] = None,
    database: Database = None,
    from_day: Annotated[datetime | None, typer.Option("--from", formats=DAY, help="First day")] = None,
    to_day: Annotated[datetime | None, typer.Option("--to", formats=DAY, help="Last day")] = None,
    batch_size: Annotated[int | None, typer.Option(help="Pages per task")] = None,
    processes: Annotated[int | None, typer.Option(help="Pages cleaned at the same time")] = None,
    page_seconds: Annotated[float | None, typer.Option(help="A slower page is quarantined")] = None,
    page_megabytes: Annotated[int | None, typer.Option(help="A larger page is quarantined")] = None,
    memory_megabytes: Annotated[int | None, typer.Option(help="A page that needs more is quarantined")] = None,
    site_lines: Annotated[bool | None, typer.Option(help="Cut what a site repeats on many pages")] = None,
    history_days: Annotated[int | None, typer.Option(help="Outcomes of earlier runs are dropped")] = None,
    quarantine_share: Annotated[float | None, typer.Option(help="With more pages quarantined the run failed")] = None,
) -> None:
    """Clean a landing folder into a DuckDB file of stories.

    Pages that are in the database unchanged are left alone. Runs the nightly flow; needs no Prefect server.
    """
    from flows.settings import Settings

    first, last = _day(from_day), _day(to_day)
    if first and last and last < first:
        raise typer.BadParameter(f"--to {last} is before --from {first}: swap them")
    settings = Settings.load(
        landing=landing,
        database=database,
        batch_size=batch_size,
        processes=processes,
        page_seconds=page_seconds,
        page_megabytes=page_megabytes,
        memory_megabytes=memory_megabytes,
        site_lines=site_lines,
        history_days=history_days,
        quarantine_share=quarantine_share,
    )
    from flows.embedded import run_nightly

    raise typer.Exit(3 if run_nightly(settings, first, last) else 0)


@app.command(epilog=EXIT_CODES)
def clean(
    file: File,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON a page")] = False,
    url: Url = None,
    media_type: MediaType = None,
    fetched_at: Annotated[datetime | None, typer.Option(help="When it was fetched (UTC), for relative times")] = None,
    database: LearnedIn = None,
) -> None:
    """Show the stories of a page."""
    from flows import show, single

    console = show.console()
    given = single.Given(url, media_type, fetched_at and fetched_at.replace(tzinfo=UTC))
    for page in single.looked_up(single.cleaned(file, given, single.desk_with(database)), database):
        if as_json:
            print(show.page_json(page))
        else:
            console.print(show.page(page, file))


@app.command(epilog=EXIT_CODES)
def explain(
    file: File,
    url: Url = None,
    media_type: MediaType = None,
    database: LearnedIn = None,
) -> None:
    """Show every block of a page with its role, the rule that gave it, and what spoke loudest for a model's mark."""
    from flows import show, single

    console = show.console()
    pages = single.cleaned(file, single.Given(url, media_type), single.desk_with(database), single.explained)
    for page in single.looked_up(pages, database):
        console.print(show.marks(page))


@app.command(epilog=EXIT_CODES)
def sql(
    statement: Annotated[str | None, typer.Argument(help="One SQL statement; the database is opened read only")] = None,
    name: Annotated[str | None, typer.Option(help="A query of sql/queries instead")] = None,
    param: Annotated[list[str] | None, typer.Option(help="key=value, once for each $key of the query")] = None,
    database: Database = None,
    output: Annotated[Format, typer.Option("--format", help="How to print the answer")] = Format.table,
    listed: Annotated[bool, typer.Option("--list", help="List the queries of sql/queries")] = False,
) -> None:
    """Ask the database of stories."""
    if [bool(statement), bool(name), listed].count(True) != 1:
        raise typer.BadParameter('give one of: a statement such as "select count(*) from stories", --name, --list')
    from flows import show
    from flows.settings import Settings
    from tasks import warehouse

    if listed:
        return _list_queries()
    given = dict(_pair(each) for each in param or [])
    path = Settings.load(database=database).database
    found = warehouse.ask(path, name, given) if name else warehouse.query(path, statement or "", given)
    if output is Format.csv:
        show.answer_csv(found)
    elif output is Format.json:
        print(show.answer_json(found))
    else:
        show.console().print(show.answer(found))


@app.command(epilog=EXIT_CODES)
def doctor(database: Database = None) -> None:
    """Look at versions, landing folder, disk, lock, database, last run and server, and say what to do; 1 if one is bad."""
    from flows import show
    from flows.doctor import findings
    from flows.doctor_server import server
    from flows.settings import Settings

    found = [*findings(Settings.load(database=database)), server()]
    show.console().print(show.findings(found))
    raise typer.Exit(int(any(each.state == "bad" for each in found)))


@app.command(epilog=EXIT_CODES)
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Of the server, on this machine only")] = 4200,
) -> None:
    """Run every night on this machine: Prefect's server and UI, the deployments and a worker, until Ctrl-C."""
    from flows.serve import serve as serve_on

    serve_on(port, lambda text: print(text, flush=True))


def main() -> NoReturn:
    """The command. A user's mistake is one paragraph on standard error; a fault of ours keeps its traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(exit_code())


def exit_code() -> int:
    """Runs the command of `sys.argv` and says how it ended.

    It returns before Python is left, so that no error holds a database open then: DuckDB would complain.
    """
    try:
        app()
    except SystemExit as leaving:  # how typer ends
        return leaving.code if isinstance(leaving.code, int) else 0
    except Exception as error:
        if not isinstance(error, _mistakes()):
            raise
        print(f"copydesk: {error}", file=sys.stderr)
        return getattr(error, "exit_code", 1)
    return 0


def _mistakes() -> tuple[type[Exception], ...]:
    """What a user can cause; imported only when something went wrong."""
    from flows.embedded import Interrupted, ServerError
    from flows.settings import SettingsError
    from flows.single import FileError
    from tasks.batch import BatchError
    from tasks.mark.rules import RuleError
    from tasks.read import LandingError
    from tasks.report import RunFailed
    from tasks.warehouse import WarehouseError

    given = (SettingsError, FileError, LandingError, WarehouseError, RuleError)
    return (*given, BatchError, RunFailed, ServerError, Interrupted, OSError)


def _list_queries() -> None:
    from flows import show
    from tasks import warehouse

    rows = [
        (each.name, each.question, " ".join([*each.required, *(f"[{name}]" for name in each.optional)]))
        for each in warehouse.named_queries()
    ]
    show.console().print(show.answer(warehouse.Answer(("query", "question", "parameters"), tuple(rows))))


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise typer.BadParameter(f"--param {text}: write it as key=value")
    return key, value


if __name__ == "__main__":
    main()
