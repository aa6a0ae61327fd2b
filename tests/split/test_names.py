"""Lines that name outlets, and lines that no title is."""

from __future__ import annotations

import pytest

from tasks.page import Block, Mark
from tasks.split.draft import Line
from tasks.split.names import is_name_list


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Harbour Mail, Radio North, KQ 9", True),
        ("Quill Gazette / The Tarn Times", True),
        ("Harbour Mail", False),
        ("Ferry late again, says harbour office", False),
        ("Wolves, bears seen near Grunwald", False),
    ],
)
def test_list_of_names(text: str, listed: bool) -> None:
    """Short names in a row are outlets; a headline with a comma is not."""
    assert is_name_list(text) == listed


@pytest.mark.parametrize("text", ["2025-07-02 10:42:07 - seen 2040 times", "11/04/2025 08:15 | 377"])
def test_counts_are_no_title(text: str) -> None:
    """A stamp with readers or seconds is mostly numbers."""
    assert not Line(Block(0, text), Mark("body", "line-model", 0.5)).is_title_like
