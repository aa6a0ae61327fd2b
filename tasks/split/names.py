"""Lines between stories that could name a story or its source: short, no stamp, no number alone."""

from __future__ import annotations

import re

from tasks.split.facts import AT
from tasks.split.sheet import Sheet

NAME = 5  # words of an outlet's name in a list
SHORT = 8  # words of a line that is one name
PARTICLE = 3  # letters: a word of a name that may be written small
CAPITALS = 0.5  # of the words of a name
AGE = re.compile(r",\s\d{1,3}$")  # of whom the line tells
LISTED = re.compile(r"[,;/|]\s")
NAMELESS = [AT[name] for name in ("time", "source_time", "hard", "wordless", "number_alone")]


def names_in(span: range, sheet: Sheet) -> list[int]:
    """The lines of a header that could name the story or its source."""
    facts = sheet.facts[span.start : span.stop][:, NAMELESS].any(axis=1)
    plain = [i for i, other in zip(span, facts, strict=True) if not other]
    return [i for i in plain if sheet.lines[i].mark.role not in ("credit", "caption")]


def is_name(i: int, sheet: Sheet) -> bool:
    """As short as an outlet's name, or several such names in a row."""
    line = sheet.lines[i]
    return (line.n_words <= SHORT and sheet.facts[i, AT["titled_share"]] >= CAPITALS) or is_name_list(line.text)


def is_name_list(text: str) -> bool:
    """Several short names in a row, as of outlets? Where nothing is written small, such as in capitals, one word each."""
    names = [name.split() for name in LISTED.split(text)]
    longest = NAME if any(map(str.islower, text)) else 1
    if len(names) < 2 or not all(0 < len(name) <= longest for name in names) or AGE.search(text):
        return False
    return not any(word[0].islower() and len(word) > PARTICLE for name in names for word in name)
