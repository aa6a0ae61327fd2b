"""Names in short lines: could this be an outlet's, a person's, a byline's?"""

from __future__ import annotations

import re

from tasks.describe.labels import BY, SHORT, WORK
from tasks.describe.people_words import GIVEN_NAMES, ROLES
from tasks.describe.times.patterns import ICON, LABEL, LINE
from tasks.words import UPPER

LONGEST_SOURCE = 45
# Hebrew, Arabic, scripts of India, Thai, Georgian, Japanese, Chinese, Korean.
UNCASED = r"\u0590-\u06ff\u0900-\u0e7f\u10d0-\u10ff\u3040-\u9fff\uac00-\ud7af"
# A capital, a letter of a script without capitals, or a small word of names.
NAME_WORD = re.compile(
    rf"[\W\d]*[{UPPER}{UNCASED}]|\d|[&/–-]$|"
    r"(?:of|the|and|for|de|la|le|el|di|da|do|del|des|du|van|het|della|delle|dos|das|los|las|und|et|och|og|ve|ja|y|e|i|a|των|του|της|der|die|am|en|via|avec|with|mit|con)$|"
    r"(?:dpa|afp|apa|epd|kna|ots|sid|reuters),?$|@\w+$|(?:[\w-]+\.)+[a-z]{2,}$"
)
# Cyrillic and Greek names have one capital: `Право и время`.
SMALL_WORD = re.compile(r"[а-џґα-ωά-ώ]+$")
LINKED = frozenset(("и", "та", "i", "και", "в", "на"))
OFFICE = re.compile(rf"\b(?:{'|'.join(ROLES)})\b", re.I)
ADDRESS = re.compile(r"@\w+|(?:[\w-]+\.)+[a-z]{2,}")  # of a site or an account, that stands for its outlet
NO_SOURCE = re.compile(
    rf"(?:by|von|par|por|di|{ICON})$|(?:by|von|par|por)\s|(?:autore?|auteur|автор|yazan|بقلم)\b|.*(?:[.!?:]$|[,;“”\"()])",
    re.I,
)
BYLINE = re.compile(rf"(?:{BY}|{SHORT})\s*:?\s+(?P<names>\S.*)", re.I)
NAMES = 7  # words of a byline's names
# An outlet's name with a byline of two words and more behind it (`The Herald by Ada Brandt`).
SIGNED_SOURCE = re.compile(
    rf"(?!(?i:{WORK}|photos?|images?|pictures?|video)\b)(?P<source>\S.*?)[\s|·•,/–—-]+(?i:{BY})\s*:?\s+(?P<names>\S+\s\S.*)"
)


def looks_like_byline_of_names(text: str) -> bool:
    """Is the whole line a label and the names of a person or more (`di Dino Calvesi`)?"""
    found = BYLINE.fullmatch(text)
    return found is not None and found["names"].count(" ") > 0 and are_names(found["names"])


def without_byline(source: str) -> str:
    """An outlet's name without the byline behind it."""
    signed = SIGNED_SOURCE.fullmatch(source)
    return signed["source"] if signed and are_names(signed["names"]) else source


def begins_given(text: str) -> bool:
    """Does it begin as a person's name does?"""
    first, _, rest = text.casefold().partition(" ")
    return bool(rest) and first in GIVEN_NAMES


def is_byline(text: str) -> bool:
    """A label, and names that are written as names."""
    found = BYLINE.fullmatch(text)
    return found is not None and are_names(found["names"])


def are_names(text: str) -> bool:
    """Few words that all could stand in names, the first of them no article."""
    words = text.split()
    if words[0].islower():
        return False
    return len(words) <= NAMES and text[-1] not in ".!?:" and all(map(NAME_WORD.match, words))


def is_source(text: str, separated: bool) -> bool:
    """Could this be an outlet's name? Words with capitals; after a separator a short name may be in small letters."""
    words = text.split()
    if not words or len(words) > 6 or len(text) > LONGEST_SOURCE or NO_SOURCE.match(text) or LINE.fullmatch(text):
        return False
    if re.fullmatch(rf"(?:{LABEL})+", text, re.I):
        return False
    may_be_small = separated and (len(words) == 2 or (len(words) == 3 and words[1] in LINKED))
    named = all(
        NAME_WORD.match(word) or (k and may_be_small and SMALL_WORD.match(word)) for k, word in enumerate(words)
    )
    named = named and any(c.isalpha() and not c.islower() for c in text)
    return (
        named
        or ADDRESS.fullmatch(text) is not None
        or (separated and len(words) == 1 and len(text) > 1 and text.isalpha())
    )
