"""One file into its pages: opened, unpacked within bounds, handed to its format's reader."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import PurePosixPath
from typing import BinaryIO

from upath import UPath

from tasks.read.facts import NO_FACTS, Facts, facts_in
from tasks.read.formats import GZIP, HEAD, KNOWN, SUFFIXES, binary_reason, media_type_of
from tasks.read.jsonl import read_lines
from tasks.read.landed import MAX_BYTES, Item, Landed, Skipped
from tasks.read.warc import read_records

DAY = re.compile(r"\d{4}-\d\d-\d\d")
MANY = {".jsonl": read_lines, ".warc": read_records}  # the formats that hold more than one page


def one_file(path: UPath, max_bytes: int = MAX_BYTES) -> Iterator[Item]:
    """The pages of one file, named as a run over its landing folder would name them; just by file name elsewhere.

    Raises FileNotFoundError where there is no such file.
    """
    path = UPath(path)
    if not path.is_file():
        raise FileNotFoundError(f"{path} is not a file; give the path of a page ({KNOWN})")
    name = path.path if path.protocol else str(path.absolute())
    folders = PurePosixPath(name).parts
    at = max((n for n, folder in enumerate(folders[:-1]) if day_of(folder)), default=len(folders) - 1)
    file = Landed("/".join(folders[at:]), path.fs, name, path.stat().st_size, day_of(folders[at]), max_bytes=max_bytes)
    notice, facts = read_meta(file, [f"{name.removesuffix(path.name)}{meta}" for meta in meta_names(path.name)])
    if notice:
        yield notice
    yield from read_file(Landed(file.uri, file.fs, name, file.size, file.day, facts, max_bytes))


def read_file(file: Landed) -> Iterator[Item]:
    """The pages of a landed file. Never raises: a file that fails ends in one `Quarantined` after its good pages."""
    if file.suffix not in SUFFIXES:
        yield file.skipped(f"is not a page: {KNOWN}")
        return
    if file.suffix not in MANY and file.size > file.max_bytes:
        yield file.too_large(file.size)
        return
    # The landing folder is the outside world: disks, buckets and archives fail in ways no list of errors covers, and
    # one file must not end the night. Elsewhere only the batch step catches.
    try:
        yield from _opened(file)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield file.quarantined(f"is cut short or damaged ({error}); land it again. What stood before it was read")
    except Exception as error:
        said = getattr(error, "strerror", None) or str(error) or type(error).__name__
        yield file.quarantined(f"cannot be read ({said}); check that it is there, whole and readable")


def read_meta(file: Landed, names: list[str]) -> tuple[Skipped | None, Facts]:
    """The facts in the first of these files that is there, and a notice where it cannot be used."""
    for name in names:
        if not file.fs.exists(name):
            continue
        try:
            with file.fs.open(name, "rb") as stream:
                facts = facts_in(stream.read(2**20))
            doubt = facts.doubt
        except (OSError, ValueError, RecursionError) as error:
            facts, doubt = NO_FACTS, f"cannot be read ({error})"
        uri = file.uri.rpartition("/")[0] + "/" + PurePosixPath(name).name
        return (Skipped(uri.lstrip("/"), f"{doubt}; its page was read without it") if doubt else None), facts
    return None, NO_FACTS


def meta_names(name: str) -> list[str]:
    """The meta files that speak of this file, best first: a.html.gz.meta.json, a.html.meta.json, a.meta.json."""
    plain = name[:-3] if name.lower().endswith(".gz") else name
    stem = plain.rpartition(".")[0]
    return [f"{each}.meta.json" for each in dict.fromkeys((name, plain, stem)) if each]


def day_of(folder: str) -> date | None:
    """The day a folder is named after, or None."""
    try:
        return date.fromisoformat(folder) if DAY.fullmatch(folder) else None
    except ValueError:
        return None


def _opened(file: Landed) -> Iterator[Item]:
    with ExitStack() as stack:
        stream = stack.enter_context(file.fs.open(file.name, "rb"))
        packed = stream.read(2) == GZIP  # by its bytes: scrapers also save packed answers under plain names
        stream.seek(0)
        if file.name.lower().endswith(".gz") and not packed and file.size:
            yield file.quarantined("is not gzip though its name ends in .gz; rename or land it again")
            return
        if packed:
            stream = stack.enter_context(gzip.GzipFile(fileobj=stream))
        head = getattr(stream, "read1", stream.read)(HEAD)  # read1: a packed file may break off before so many bytes
        if reason := binary_reason(head):
            yield file.skipped(reason)
            return
        stream.seek(0)
        yield from MANY.get(file.suffix, _whole)(file, stream)


def _whole(file: Landed, stream: BinaryIO) -> Iterator[Item]:
    body = stream.read(file.max_bytes + 1)
    if len(body) > file.max_bytes:
        yield file.too_large()
    else:
        yield file.page(body, media_type_of(file.name), file.facts)
