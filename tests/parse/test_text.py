"""Text pages: a block a line."""

from tasks.parse.text import read_lines


def test_lines_and_blank_lines():
    """Every visible line is a block that knows its line number and whether a blank line stood before it."""
    blocks = read_lines("One\r\n\r\n  Two\tthree \nFour")
    assert [(b.text, b.line, b.blank_before) for b in blocks] == [
        ("One", 0, False),
        ("Two three", 2, True),
        ("Four", 3, False),
    ]
