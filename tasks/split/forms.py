"""How lines begin and end, whatever their words: a page that dresses its stories alike begins or ends each in the same form.

`Flood. The river …`, `LEEDS (Herald) — The …`, `[World] The …` begin in a form; titles end in one: `Flood in Leeds - The Herald`,
`Flood in Leeds:`. One such line says little, five of one form say that the page was written so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from unicodedata import category

import numpy as np

from tasks.words import LOWER

NAMES = ("lead_alike", "lead_varied", "tail_alike", "tail_varied")
READ = 130  # characters of a line's begin
MOST = 20
HEAD = 14  # words before a sign
KICKER = 4  # words before a full stop
TAIL = 5  # words behind a sign
CLOSED = 3  # letters: a shorter head is a number or initials
PICTURE = "So"  # the category of signs that are pictures: any stands for the others
QUOTES = "\"'“”„«»‘’「『"
SIGN = re.compile(
    rf"\s?[:：]\s?(?=[^\s\d/{QUOTES}])|(?<=[)\]])\s?[–—-]{{1,2}}\s|\s?[–—]\s|\s-{{1,2}}\s|\s?[|·•‖▪]\s|\s/{{1,3}}\s|[.。](?:\s|(?<=。))(?=[^\s{LOWER}])"
)
BRACKET = re.compile(r"(?P<open>[\[(（【〔<{])(?P<head>[^\[\](){}<>（）【】〔〕]{2,40})[\])）】〕>}]\s?(?=\S)")
SYMBOL = re.compile(rf"(?P<sign>[^\w\s{QUOTES}()\[\]{{}}（）【】〔〕<¿¡…$€£@–—-])\s?(?=\w)")
BEHIND = re.compile(
    r".*\S(?:\s(?P<sign>[-–—|·•/‖]{1,3})\s|\s?(?P<open>[(\[（【〔])|\s?(?P<bar>[|·•‖])\s?)(?P<tail>[^-–—|·•/‖()\[\]（）【】〔〕]{2,45})[)\]）】〕]?"
)
COLON = (":", "：")


def alike(texts: Sequence[str], is_paragraph: np.ndarray, is_open: np.ndarray) -> np.ndarray:
    """One row a line, one column a name of `NAMES`: how many other lines begin (end) in its form, and how much these differ there.

    Paragraphs are compared with paragraphs, other lines with others; only lines that are `is_open` have a form.
    """
    table = np.zeros((len(texts), len(NAMES)))
    for column, read in ((0, lead_of), (2, tail_of)):
        found = {i: form for i in np.flatnonzero(is_open).tolist() if (form := read(texts[i], bool(is_paragraph[i])))}
        lines = defaultdict(list)
        for i, (form, _) in found.items():
            lines[form, bool(is_paragraph[i])].append(i)
        for same in lines.values():
            told = Counter(found[i][1] for i in same)
            table[same, column] = min(MOST, len(same) - 1)
            table[same, column + 1] = len(told) / len(same) if len(same) > 1 else 0.0
    return table


def lead_of(text: str, is_paragraph: bool = True) -> tuple[str, str] | None:
    """(the form a line begins in, what stands in it): up to a sign that sets its begin apart, in brackets, behind a symbol."""
    text = text[:READ]
    if bracket := BRACKET.match(text):
        return bracket["open"], bracket["head"]
    if symbol := SYMBOL.match(text):
        return PICTURE if category(symbol["sign"]) == PICTURE else symbol["sign"], ""
    for found in SIGN.finditer(text):
        head, sign = text[: found.start()], found[0].strip()
        n = head.count(" ") + 1
        if sign in ".。":
            if (len(head) < CLOSED and head.isascii()) or "." in head:
                continue
            return (sign, head) if n <= KICKER and is_paragraph else None
        if n > HEAD:
            return None
        return (head[-1] + sign if head[-1:] in (")", "]") else sign), head
    return None


def tail_of(text: str, is_paragraph: bool = False) -> tuple[str, str] | None:
    """(the form a line ends in, what stands in it): a colon, a few words behind a sign or in brackets."""
    if text.endswith(COLON):
        return ":", text
    found = None if is_paragraph else BEHIND.fullmatch(text)
    if found is None or found["tail"].count(" ") >= TAIL:
        return None
    return found["sign"] or found["open"] or found["bar"], found["tail"].strip()
