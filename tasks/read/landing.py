"""A landing folder's days and their files, in one order on every machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from fsspec import AbstractFileSystem
from upath import UPath

from tasks.read.files import day_of, meta_names, read_file, read_meta
from tasks.read.landed import MAX_BYTES, Item, Landed, Skipped

Entry = dict[str, object]  # fsspec's: name, size, type, islink


class LandingError(Exception):
    """The landing folder cannot be used: what is wrong, where, and the remedy."""

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(f"{what}: {where}. {remedy}")
        self.what, self.where, self.remedy = what, where, remedy


def days(landing: UPath) -> list[date]:
    """The days that have a folder, sorted. Raises LandingError where there is none."""
    landing = UPath(landing)
    shape = "A landing folder has one sub-folder a day, named like 2025-07-02, with the pages in it."
    if day_of(landing.name):
        raise LandingError("This is one day's folder", str(landing), f"Give the folder it stands in: {landing.parent}.")
    entries = _entries_of_landing(landing)
    found = sorted(day for entry in entries if _is_folder(entry) and (day := day_of(_last(entry))))
    if not found:
        what = "There is no day folder in the landing folder" if entries else "The landing folder is empty"
        raise LandingError(what, str(landing), shape)
    return found


def pages(landing: UPath, days: Sequence[date], *, max_bytes: int = MAX_BYTES) -> Iterator[Item]:
    """Every page of these days, one at a time, with what was skipped and what could not be read.

    What stands beside the day folders comes first, as skipped. Raises LandingError where the folder cannot be listed.
    """
    landing = UPath(landing)
    folders: dict[date, Entry] = {}
    for entry in _entries_of_landing(landing):
        day = day_of(_last(entry))
        if day and _is_folder(entry):
            folders[day] = entry
        else:
            no_day = "is a folder whose name is no day; rename it like 2025-07-02"
            beside = "stands beside the day folders; move it into one, like 2025-07-02/"
            yield Skipped(_printable(_last(entry)), no_day if _is_folder(entry) else beside)
    for day in sorted(set(days)):
        if day in folders:
            here = Landed(f"{day}", landing.fs, str(folders[day]["name"]), 0, day, max_bytes=max_bytes)
            yield from _read_folder(here)
        else:
            yield Skipped(f"{day}", "there is no folder for this day")


def _entries_of_landing(landing: UPath) -> list[Entry]:
    """Raises LandingError with the reason, whichever way the file system puts it."""
    try:
        if not landing.fs.isdir(landing.path):
            what = "The landing folder is a file" if landing.fs.exists(landing.path) else "There is no landing folder"
            raise LandingError(
                what, str(landing), "Give the folder that holds the day folders, or set COPYDESK_LANDING."
            )
        return _entries(landing.fs, landing.path)
    except LandingError:
        raise
    except Exception as error:  # each file system behind fsspec has errors of its own
        what = f"The landing folder cannot be listed ({error})"
        raise LandingError(what, str(landing), "Check the path and your access to it.") from error


def _read_folder(folder: Landed) -> Iterator[Item]:
    """Depth first, by name. A folder that cannot be listed is quarantined under its own name."""
    try:
        entries = _entries(folder.fs, folder.name)
    except Exception as error:
        yield folder.quarantined(f"cannot be listed ({error}); check that it is a readable folder")
        return
    names = {_last(entry) for entry in entries}
    for entry in entries:
        name = _last(entry)
        uri = f"{folder.uri}/{_printable(name)}"
        here = replace(folder, uri=uri, name=str(entry["name"]), size=int(entry["size"] or 0))
        yield from _read_entry(here, entry, names)


def _read_entry(here: Landed, entry: Entry, names: set[str]) -> Iterator[Item]:
    name = _last(entry)
    if name.startswith("."):
        yield here.skipped("is hidden (its name begins with a dot)")
    elif _is_folder(entry):
        # A link may lead back to where it stands: only day folders may be links.
        yield from [here.skipped("is a link to a folder")] if entry.get("islink") else _read_folder(here)
    elif entry["type"] == "other":
        yield here.skipped("is neither a file nor a folder")
    elif name.endswith(".meta.json"):
        if not any(name in meta_names(other) for other in names):
            yield here.skipped("describes a page, but none of that name stands beside it")
    else:
        folder = here.name.removesuffix(name)
        notice, facts = read_meta(here, [folder + meta for meta in meta_names(name) if meta in names])
        if notice:
            yield notice
        yield from read_file(replace(here, facts=facts))


def _entries(fs: AbstractFileSystem, folder: str) -> list[Entry]:
    """What stands in a folder, by name. Links are followed once; one that leads nowhere is left to fail on reading."""
    listed = fs.ls(folder, detail=True) if "file" in fs.protocol else fs.ls(folder, detail=True, refresh=True)
    entries = [_followed(fs, entry) if entry.get("islink") else entry for entry in listed]
    own = folder.rstrip("/")  # buckets list a folder's own marker among its files
    return sorted((entry for entry in entries if str(entry["name"]).rstrip("/") != own), key=_last)


def _followed(fs: AbstractFileSystem, entry: Entry) -> Entry:
    try:
        return fs.info(entry["name"]) | {"islink": True}
    except OSError:
        return entry | {"type": "file"}


def _is_folder(entry: Entry) -> bool:
    return entry["type"] == "directory"


def _last(entry: Entry) -> str:
    return PurePosixPath(str(entry["name"])).name


def _printable(name: str) -> str:
    """A name that can be stored: bytes that are no UTF-8 are written as \\xff."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
