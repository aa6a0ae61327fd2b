"""An HTTP answer's body without its codings. Crawlers often decode a body and keep the header: that is recognised."""

from __future__ import annotations

import gzip
import io
import re
import zlib

from fastwarc.stream_io import BrotliReader, ZstdReader

CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")


class TooLarge(ValueError):
    """The body unpacks to more than the limit."""


def decoded(body: bytes, transfer: str, content: str, limit: int) -> bytes:
    """The body as its page's author meant it, at most `limit` bytes. Raises TooLarge, ValueError."""
    for coding in reversed(_codings(content) + _codings(transfer)):
        try:
            body = _without(coding, body, limit)
        except (OSError, EOFError, zlib.error) as error:
            if not body.lstrip().startswith(b"<"):
                raise ValueError(f"its {coding} coding is damaged: {error}") from None
        if len(body) > limit:
            raise TooLarge
    return body


def _codings(header: str) -> list[str]:
    return [coding.strip().lower() for coding in header.split(",") if coding.strip()]


def _without(coding: str, body: bytes, limit: int) -> bytes:
    """At most one byte more than the limit is unpacked: a small answer can hold gigabytes."""
    match coding:
        case "identity":
            return body
        case "chunked":
            return _unchunked(body)
        case "gzip" | "x-gzip":
            return gzip.GzipFile(fileobj=io.BytesIO(body)).read(limit + 1)
        case "deflate":
            return _inflated(body, limit)
        case "br":
            return _read(BrotliReader(io.BytesIO(body)), limit)
        case "zstd":
            return _read(ZstdReader(io.BytesIO(body)), limit)
    raise ValueError(f"unknown HTTP coding {coding}")


def _read(reader: BrotliReader | ZstdReader, limit: int) -> bytes:
    pieces = bytearray()
    while len(pieces) <= limit and (piece := reader.read(limit + 1 - len(pieces))):
        pieces += piece
    return bytes(pieces)


def _inflated(body: bytes, limit: int) -> bytes:
    """`deflate` means a zlib stream, but some servers send a bare one."""
    try:
        return zlib.decompressobj().decompress(body, limit + 1)
    except zlib.error:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, limit + 1)


def _unchunked(body: bytes) -> bytes:
    pieces, at = [], 0
    while head := CHUNK.match(body, at):
        size = int(head[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[head.end() : head.end() + size])
        at = head.end() + size
    raise EOFError("a chunk is missing")
