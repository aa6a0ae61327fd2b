"""A JSONL file into pages, one a line. Lines are numbered from 1, as editors do.

| what | fields, the first that is there wins |
|---|---|
| the page | `html`; `text`; `body` or `content` with `media_type` (without it: HTML where it begins with a tag) |
| its address | `url`, `source_url`, `link` |
| fetched at | `fetched_at`, `crawled_at`, `scraped_at`, `timestamp`, `date` |
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from tasks.read.facts import facts_of
from tasks.read.formats import readable_type
from tasks.read.landed import Item, Landed

TAG = re.compile(r"\s*<[!a-zA-Z]")
FIELDS = ("html", "text", "body", "content")


def read_lines(file: Landed, stream: BinaryIO) -> Iterator[Item]:
    """The pages of a JSONL file. A bad line is quarantined by its number; the lines around it are read."""
    number = 0
    while line := stream.readline(file.max_bytes + 1):
        number += 1
        if len(line) > file.max_bytes:
            _to_line_end(line, stream, file.max_bytes)
            yield file.too_large(part=number)
        elif stripped := line.removeprefix(codecs.BOM_UTF8).strip():
            yield from _read_line(file, stripped, number)
    if not number:
        yield file.skipped("is an empty file: no lines")


def _to_line_end(line: bytes, stream: BinaryIO, step: int) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(step)


def _read_line(file: Landed, line: bytes, number: int) -> Iterator[Item]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        said = str(error) or "nested too deep"
        yield file.quarantined(f"is a line that is no JSON ({said}); mend or remove line {number}", number)
        return
    found = _content(fields) if isinstance(fields, dict) else None
    if found is None:
        wanted = "an object with html, text, body or content as text"
        yield file.quarantined(f"is a line without a page; write {wanted} on line {number}", number)
        return
    content, declared = found
    media_type = readable_type(declared)
    if media_type is None:
        yield file.skipped(f"is {declared}, neither HTML nor text", number)
        return
    facts = facts_of(fields)
    if facts.doubt:
        yield file.skipped(f"{facts.doubt}; the page was read with the day of its folder", number)
    yield file.page(_encoded(content, media_type), media_type, facts, number)


def _content(fields: dict[str, object]) -> tuple[str, str] | None:
    """The page's characters and their media type. An empty field counts only where no other has something."""
    held = [(name, fields[name]) for name in FIELDS if isinstance(fields.get(name), str)]
    if not held:
        return None
    name, content = next((each for each in held if each[1]), held[0])
    if name == "html":
        return content, "text/html"
    if name == "text":
        return content, "text/plain"
    declared = fields.get("media_type")
    sniffed = "text/html" if TAG.match(content) else "text/plain"
    return content, declared if isinstance(declared, str) and declared else sniffed


def _encoded(content: str, media_type: str) -> bytes:
    """The characters as UTF-8. The mark outranks the charset an HTML page still declares from before it was decoded."""
    body = content.encode("utf-8", "replace")
    return codecs.BOM_UTF8 + body if media_type == "text/html" and not body.isascii() else body
