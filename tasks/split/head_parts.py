"""A head of one line in its parts: `14:57 – Title`, `Title | The Herald | 2h ago`, `Title (The Herald, 2 July)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tasks.describe.times import looks_like_time, read_time, split_source_and_time
from tasks.split.frames import title_text

BREAK = re.compile(r"\s*(?:[|·•]|//)\s*|\s+[–—-]+\s+|:\s+|\s{2,}")
CLOCK = re.compile(
    r"(\d{1,2}(?:[:h]\d\d|\.\d\d(?=\s?(?:Uhr|h)\b|\s[–—|-]))(?:\s?(?:Uhr|h|hs|hrs)\b)?)(?:\s+|:\s*)(?=\D)"
)
BREAKS = re.compile(r"[|·•:(\[]|//|[–—]|\s-|\s{2}|\d[.h]\d\d\s")  # one of these is in every head of parts
BRACKETS = re.compile(r"(?P<title>\S.*\S)\s*[(\[](?P<tail>[^()\[\]]{2,60})[)\]]")
# A message of a channel: `[05:10, 5/11/2026] Merrow News: Title`, `5/11/26, 05:10 - Merrow News: Title`.
CHAT = re.compile(
    r"(?:[\[(](?P<time>[\d:./, -]{8,24}(?:\s?[ap]\.?m\.?)?)[\])]|(?=\d)(?P<bare>[\d:./, ]{8,24}(?:\s?[ap]\.?m\.?)?) -)"
    r"\s*(?P<sender>[^:\[\]]{2,40}):\s+(?P<title>\S.*)",
    re.I,
)
ROW = re.compile(r"\s+[|·•–—-]+\s+")
CELLS = 3
SOURCE = 5  # words of an outlet's name
SHORTEST = 2  # words of a title
AROUND = " \t|·•–—-:,/()[]"


@dataclass(frozen=True)
class Head:
    """A head in its parts."""

    title: str
    source: str | None
    time: str


def parted(line: str) -> Head | None:
    """The line in its parts; None where it holds no time besides other words."""
    line = title_text(line)
    if split_source_and_time(line):
        return None
    if chat := CHAT.fullmatch(line):
        time = (chat["time"] or chat["bare"]).strip()
        return Head(title_text(chat["title"]), None, time) if read_time(time) else None
    if bracketed := BRACKETS.fullmatch(line):
        return _head(bracketed["title"], bracketed["tail"])
    if clock := CLOCK.match(line):
        rest = line[clock.end() :].lstrip("|·•–—-: ")
        return Head(rest, None, clock[1]) if _is_title(rest) else None
    if row := _row(line):
        return row
    breaks = [*BREAK.finditer(line)]
    for found in breaks:
        rest = line[found.end() :]
        if looks_like_time(line[: found.start()]) and _is_title(rest):
            return Head(rest, None, line[: found.start()])
    heads = (_head(line[: found.start()], line[found.end() :]) for found in breaks)
    return next(filter(None, heads), None)


def beside_time(line: str) -> str | None:
    """What stands beside the time of a line that begins or ends with one; None where it does not."""
    line = line.strip(AROUND)
    if clock := CLOCK.match(line):
        return line[clock.end() :].strip(AROUND)
    told = read_time(line) if any(map(str.isdigit, line)) else None
    if told is None or not (line.startswith(told.raw) or line.endswith(told.raw)):
        return None
    return line.replace(told.raw, "", 1).strip(AROUND)


def _row(line: str) -> Head | None:
    """A row of a time, an outlet and a title, in any order."""
    parts = ROW.split(line)
    others = [part for part in parts if not looks_like_time(part)]
    if len(parts) != CELLS or len(others) != CELLS - 1:
        return None
    source, title = sorted(others, key=lambda part: len(part.split()))
    if len(source.split()) > SOURCE or not _is_title(title) or len(source) >= len(title):
        return None
    return Head(title, source, next(part for part in parts if part not in others))


def _head(title: str, tail: str) -> Head | None:
    if not _is_title(title):
        return None
    if looks_like_time(tail):
        return Head(title, None, tail)
    both = split_source_and_time(tail)
    return Head(title, *both) if both else None


def _is_title(text: str) -> bool:
    return len(text.split()) >= SHORTEST or (len(text) > 3 * SHORTEST and not text.isascii())
