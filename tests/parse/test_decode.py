"""Charsets: byte-order mark, then declared if it decodes, then detected."""

import pytest

from tasks.parse.decode import decode

SENTENCE = "Die Fähre über den Fluß kostet drei Zloty, naïve Gäste zahlen fünf. " * 8
CASES = {
    "byte-order mark wins over a declaration": (b"\xef\xbb\xbf<meta charset=latin-1>\xc3\xa9", "text/html", "utf-8", "é"),
    "utf-16 with a mark": ("\ufeffGrüße".encode("utf-16-le"), "text/plain", "utf-16", "Grüße"),
    "declared and decodes": ("<meta charset='iso-8859-2'>Łódź".encode("iso-8859-2"), "text/html", "iso-8859-2", "Łódź"),
    "latin-1 is read as windows-1252": (b"<meta charset=iso-8859-1>\x93so\x94", "text/html", "windows-1252", "“so”"),
    "declared in http-equiv": (
        b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>\xcc\xe8\xf0",
        "text/html", "windows-1251", "Мир",
    ),
    "declared but does not decode": ("<meta charset=ascii-9>naïve".encode(), "text/html", "utf-8", "naïve"),
    "utf-16 declared in ASCII bytes": (b"<meta charset=utf-16>plain", "text/html", "utf-8", "plain"),
    "nothing declared": ("naïve".encode(), "text/plain", "utf-8", "naïve"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "media_type", "encoding", "held"), CASES.values(), ids=CASES.keys())
def test_charset(body, media_type, encoding, held):
    """Each page is read with the first charset in the order that decodes it."""
    text, found = decode(body, media_type)
    assert held in text
    assert found == encoding


def test_detected():
    """A text page that is not UTF-8 is read with the charset its bytes look like."""
    text, _ = decode(SENTENCE.encode("windows-1252"), "text/plain")
    assert "Fähre über den Fluß" in text


def test_a_broken_byte_does_not_change_the_rest():
    """A UTF-8 page with one broken byte stays UTF-8, and the broken byte is one U+FFFD."""
    text, encoding = decode(SENTENCE.encode() + b"\xff end", "text/plain")
    assert encoding == "utf-8"
    assert text == SENTENCE + "\ufffd end"
