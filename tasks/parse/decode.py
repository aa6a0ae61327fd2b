"""Bytes to characters: byte-order mark, then the declared charset if it decodes, then detection."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
# The WHATWG encoding standard reads these labels as windows-1252, as every browser does.
AS_WINDOWS = {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso8859-1"}


def decode(body: bytes, media_type: str) -> tuple[str, str]:
    """The page's characters and the encoding they were read with. Never fails: what does not decode becomes U+FFFD."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace"), encoding.removesuffix("-sig")
    for encoding in _candidates(body, media_type):
        try:
            return body.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    return _detected(body)


def _candidates(body: bytes, media_type: str) -> tuple[str, ...]:
    declared = DECLARED.search(body[:4096]) if media_type == "text/html" else None
    if declared is None:
        return ("utf-8",)
    label = declared[1].decode("ascii", "replace").lower()
    # A wide charset declared in bytes we could read as ASCII is a mistake: the HTML standard says UTF-8.
    if label.startswith("utf-16") or label.startswith("utf-32"):
        return ("utf-8",)
    return ("windows-1252" if label in AS_WINDOWS else label, "utf-8")


def _detected(body: bytes) -> tuple[str, str]:
    """Mostly UTF-8 with a few broken bytes stays UTF-8; anything else is what charset-normalizer finds in it."""
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = sum(ord(c) > 127 for c in text) - broken
    if wide > 2 * broken:
        return text, "utf-8"
    best = from_bytes(body[:65536]).best()
    encoding = best.encoding if best else "windows-1252"
    return body.decode(encoding, "replace"), encoding
