"""One file, or standard input, into clean pages: what `clean` and `explain` look at."""

from __future__ import annotations

import gzip
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from upath import UPath

from flows.settings import Settings
from tasks import clean_page, read, warehouse
from tasks.child import MEGABYTE
from tasks.desk import Desk
from tasks.mark.elements import with_reasons
from tasks.page import CleanPage, Quarantined, RawPage
from tasks.read import Skipped
from tasks.site_lines import site_of

STDIN = "-"


class FileError(Exception):
    """What of a file could not be read, and what to do. Where its other pages were, `exit_code` says so."""

    def __init__(self, message: str, *, partly: bool = False) -> None:
        super().__init__(message)
        self.exit_code = 3 if partly else 1


TAG = re.compile(rb"<(?:!doctype|html|head|body|div|p|article|h[1-6]|a|br)\b", re.I)  # what no flattened page has


@dataclass(frozen=True, slots=True)
class Given:
    """What the user knows of a page better than its file does."""

    url: str | None = None
    media_type: str | None = None
    fetched_at: datetime | None = None

    def over(self, raw: RawPage) -> RawPage:
        """The page with these facts in place of its own."""
        return replace(
            raw,
            url=self.url or raw.url,
            media_type=self.media_type or raw.media_type,
            fetched_at=self.fetched_at or raw.fetched_at,
        )


def explained(raw: RawPage, desk: Desk) -> CleanPage:
    """The clean page with the three features that spoke loudest on each of the model's marks: slower, for a person."""
    return with_reasons(clean_page(raw, desk), desk)


def desk_with(database: Path | None) -> Desk:
    """Rules and models, and what sites repeat by the database, if one is named; `WarehouseError` if it is none."""
    found = Desk.load()
    return replace(found, site_lines=warehouse.site_lines(database)) if database else found


def cleaned(
    file: str, given: Given, desk: Desk, clean: Callable[[RawPage, Desk], CleanPage] = clean_page
) -> Iterator[CleanPage]:
    """The clean pages of a file, as they are read; then raises `FileError` if some of it, or all, is no page."""
    n_pages = 0
    skipped: list[Skipped] = []
    broken: list[Quarantined] = []
    for item in _items(file):
        if isinstance(item, RawPage):
            n_pages += 1
            yield clean(given.over(item), desk)
        else:
            (skipped if isinstance(item, Skipped) else broken).append(item)
    problems = [*(f"{each.uri} {each.reason}" for each in skipped), *(each.error for each in broken)]
    if broken or not n_pages:
        raise FileError("\n".join(problems) or f"{file} holds no page", partly=n_pages > 0)
    for problem in problems:
        print(f"copydesk: {problem}", file=sys.stderr)


def looked_up(pages: Iterator[CleanPage], database: Path | None) -> Iterator[CleanPage]:
    """The same pages; the first without a site to look up in the database is told on standard error."""
    told = database is None
    for page in pages:
        if not told and site_of(page.raw.url) is None:
            print(f"copydesk: {page.raw.uri} has no address to find in {database}: add --url", file=sys.stderr)
            told = True
        yield page


def _items(file: str) -> Iterator[RawPage | Skipped | Quarantined]:
    limit = Settings.load().page_megabytes * MEGABYTE
    if file != STDIN:
        path, number = _numbered(file)
        items = read.one_file(UPath(path), max_bytes=limit)
        return (item for item in items if not number or _uri(item).endswith(number))
    body = _standard_input(limit)
    return iter([RawPage("standard-input", body, "text/html" if TAG.search(body) else "text/plain")])


def _numbered(file: str) -> tuple[str, str]:
    """A page of a file of many as reports name it, `pages.jsonl#7`, into the file and `#7`; else the file and nothing."""
    path, hash_sign, number = file.rpartition("#")
    if not number.isdecimal() or not hash_sign or UPath(file).exists():
        return file, ""
    return path, f"#{number}"


def _uri(item: RawPage | Skipped | Quarantined) -> str:
    return item.raw.uri if isinstance(item, Quarantined) else item.uri


def _standard_input(limit: int) -> bytes:
    """All of it, unpacked if it is gzip, but never much more than the limit."""
    stream = sys.stdin.buffer
    try:
        if stream.peek(2).startswith(b"\x1f\x8b"):
            stream = gzip.GzipFile(fileobj=stream)
        body = stream.read(limit + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FileError(f"standard input is damaged gzip ({error}); pipe it in whole") from None
    if len(body) > limit:
        raise FileError(f"standard input is over {limit // MEGABYTE} MB; raise COPYDESK_PAGE_MEGABYTES")
    return body
