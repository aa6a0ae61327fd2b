"""What a file is: by its name, and by its first bytes where the name is wrong."""

from __future__ import annotations

import codecs
from pathlib import PurePosixPath

MEDIA_TYPES = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain"}
SUFFIXES = (*MEDIA_TYPES, ".jsonl", ".warc")
KNOWN = f"copydesk reads {', '.join(SUFFIXES)}, each also with .gz"
READABLE = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain"}

HEAD = 4096  # bytes that are enough to tell
GZIP = b"\x1f\x8b"
# (offset, bytes, what it is)
SIGNATURES = (
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (4, b"ftyp", "a video or image"),
    (0, b"%PDF-", "a PDF"),
    (0, b"PK\x03\x04", "a zip archive or an office document"),
    (0, GZIP, "a gzip archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a", "a RAR archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"\x7fELF", "a program"),
)
CONTROLS = bytes({*range(32)} - {*b"\t\n\f\r\x1b"})  # that stand in no text; escapes do, in ISO-2022
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)  # UTF-32 LE begins like UTF-16 LE


def media_type_of(name: str) -> str:
    """The media type a file's name promises (`a.txt.gz` is text/plain); text/html where it promises none."""
    return MEDIA_TYPES.get(PurePosixPath(name.lower().removesuffix(".gz")).suffix, "text/html")


def readable_type(declared: str | None) -> str | None:
    """The media type cleaning knows for a declared one (`application/xhtml+xml` is read as HTML), or None."""
    return READABLE.get((declared or "").partition(";")[0].strip().lower())


def binary_reason(head: bytes) -> str | None:
    """Why bytes that begin like this are no page, whatever their name says; None for text."""
    for offset, signature, what in SIGNATURES:
        if head.startswith(signature, offset):
            return f"is really {what}"
    if head.startswith((*WIDE, b"WARC/")):
        return None
    if head.count(0) * 20 > len(head):
        return "is binary data (full of zero bytes), not text"
    if (len(head) - len(head.translate(None, CONTROLS))) * 50 > len(head):
        return "is binary data (full of control bytes), not text; it may be packed in a way copydesk does not read"
    return None
