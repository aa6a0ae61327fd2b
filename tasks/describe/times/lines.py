"""Lines that are times, or a source and a time. Called on every short line of a page: word sets before patterns."""

from __future__ import annotations

import re

from tasks.describe.labels import BY, SHORT
from tasks.describe.times.patterns import ICON, LABEL, LINE, MOMENT, RELATIVE
from tasks.describe.times.words import ENDING_WORDS, ICONS, LARGEST, MONTHS, UNITS, any_of, as_listed, line_words

LONGEST_LINE = 100
LONGEST_SOURCE = 45
LEADING = re.compile(rf"(?:{ICON}[\s:]*)?(?:{LABEL})?", re.I)
MOMENT_AT_END = re.compile(rf"(?P<moment>{MOMENT})[.)\]]?$", re.I)
MOMENT_AT_START = re.compile(rf"(?P<moment>{MOMENT})\s*(?:[|·•–—,]|\s-)\s*(?P<source>\S.*)$", re.I)
# A capital of Latin, Cyrillic or Greek, a letter of a script without capitals, or a small word of names.
NAME_WORD = re.compile(
    r"[\W\d]*[A-ZÀ-ÞŁŠŽА-ЯЁΑ-ΩΆ-Ώ\u0600-\u06ff\u3040-\u9fff\uac00-\ud7af]|\d|[&/–-]$|"
    r"(?:of|the|and|for|de|la|le|el|di|da|do|del|des|du|van|het|della|delle|dos|das|los|las|und|et|των|του|της|der|die|am|en|via)$"
)
NO_SOURCE = re.compile(
    rf"(?:by|von|par|por|di|{ICON})$|(?:by|von|par|por)\s|(?:autore?|auteur|автор|yazan|بقلم)\b|.*(?:[.!?:]$|[,;“”\"()])",
    re.I,
)
LINE_WORDS = line_words()
WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(rf"(?:\b[ap]\.m\.|[ \d·|•–—-]{any_of(ENDING_WORDS)})[.)\]]?$", re.I)
LAST_WORDS = frozenset(WORD.findall(word)[-1] for word in ENDING_WORDS)
DATED = re.compile(rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d|\d[:.h]\d\d|{any_of(MONTHS)}\W", re.I)
SPLIT = re.compile(r"[|·•–—,]|\s-")
EDGE = " \t|·•–—-,:/"
BYLINE = re.compile(rf"(?:{BY}|{SHORT})\s*:?\s+(?P<names>\S.*)", re.I)
BYLINES = re.compile(rf"\b(?:{BY}|{SHORT})\b", re.I)
BREAK = re.compile(r"\s*[|·•,]\s*|\s+[–—-]\s+|\s+(?=by\s)", re.I)
NAMES = 7  # words of a byline's names


def looks_like_time(text: str) -> bool:
    """Is the whole line a time or date, possibly with a label (`Published:`), an icon's name or a view count?"""
    return len(text) <= LONGEST_LINE and _only_time_words(text) and LINE.fullmatch(text.strip()) is not None


def looks_like_source_and_time(text: str) -> bool:
    """Is the whole line an outlet's name and a time, in either order (`The Herald | 2h ago`, `Axios12-03-2025`)?"""
    return split_source_and_time(text) is not None


def split_source_and_time(text: str) -> tuple[str, str] | None:
    """The outlet and the time of a line that is nothing else, without separators; None for any other line."""
    text = text.strip()
    if not 0 < len(text) <= LONGEST_LINE:
        return None
    ends, starts = _ends(text), _starts(text)
    if not (ends or starts) or not all(map(_fits, text.split()[1:])) or looks_like_time(text):
        return None
    return (_time_last(text) if ends else None) or (_time_first(text) if starts else None)


def split_time_and_byline(text: str) -> tuple[str, str] | None:
    """The time and the byline of a line that is nothing else (`3 hours ago | By Ada Brandt`, in either order)."""
    text = text.strip()
    if not 0 < len(text) <= LONGEST_LINE or BYLINES.search(text) is None:
        return None
    for found in BREAK.finditer(text):
        parts = text[: found.start()], text[found.end() :]
        for time, byline in (parts, parts[::-1]):
            if _is_byline(byline) and looks_like_time(time):
                return time, byline
    return None


def _is_byline(text: str) -> bool:
    """A label, and names that are written as names."""
    found = BYLINE.fullmatch(text)
    words = found["names"].split() if found else []
    return 0 < len(words) <= NAMES and text[-1] not in ".!?:" and all(map(NAME_WORD.match, words))


def _only_time_words(text: str) -> bool:
    for found in WORD.finditer(text.lower()):
        if found[0] not in LINE_WORDS and not (found.start() == 0 and found[0].startswith(ICONS)):
            return False
    return True


def _fits(word: str) -> bool:
    """Could the word stand in a line of an outlet's name and a time?"""
    return NAME_WORD.match(word) is not None or all(part in LINE_WORDS for part in WORD.findall(word.lower()))


def _ends(text: str) -> bool:
    """Does the line end as a time does?"""
    if text[-1].isdigit():
        return DATED.search(text) is not None
    end = text[-16:]
    return as_listed("".join(WORD.findall(end)[-1:])) in LAST_WORDS and ENDING.search(end) is not None


def _starts(text: str) -> bool:
    """Does the line begin as a time does, and go on behind a separator?"""
    if SPLIT.search(text) is None:
        return False
    first = WORD.search(text.lower())
    return text[0].isdigit() or (first is not None and first[0] in LINE_WORDS)


def _time_last(text: str) -> tuple[str, str] | None:
    found = MOMENT_AT_END.search(text)
    if found is None:
        return None
    before, raw = _unglue(text[: found.start()], found["moment"])
    source = before.rstrip(EDGE)
    separated = len(source) < len(before.rstrip())
    if before.endswith(" ") and not separated and not _stands_after_space(source, raw):
        return None
    return (source, raw) if _is_source(source, separated) else None


def _time_first(text: str) -> tuple[str, str] | None:
    text = text[LEADING.match(text).end() :]
    found = MOMENT_AT_START.match(text)
    if found is None:
        return None
    source = found["source"].strip(EDGE)
    return (source, found["moment"].strip()) if _is_source(source, separated=True) else None


def _stands_after_space(source: str, raw: str) -> bool:
    """`BBC News 3 hours ago` is both; `Cup Final Fixtures May 5, 2025` is a title, `Sold yesterday` a sentence."""
    if relative := next(filter(None, (pattern.fullmatch(raw) for pattern in RELATIVE)), None):
        return relative.groupdict().get("unit") is not None
    return re.search(r"\d", raw) is not None and len(source.split()) <= 2


def _unglue(before: str, raw: str) -> tuple[str, str]:
    """Gives a name's own digits back to it: `KGUN 9` + `3 hours ago` were glued to `93 hours ago`."""
    number = re.match(r"(\d+)\s*([^\W\d]+)", raw)
    unit = UNITS.get(number[2].lower()) if number else None
    if unit is None or not before.strip(EDGE) or int(number[1]) <= LARGEST[unit]:
        return before, raw
    kept = next((n for n in (2, 1) if 0 < int(number[1][-n:]) <= LARGEST[unit] and number[1][-n] != "0"), None)
    if kept is None:
        return before, raw
    cut = len(number[1]) - kept
    return before + raw[:cut], raw[cut:]


def _is_source(text: str, separated: bool) -> bool:
    """Could this be an outlet's name? Words with capitals; after a separator a short name may be in small letters."""
    words = text.split()
    if not words or len(words) > 6 or len(text) > LONGEST_SOURCE or NO_SOURCE.match(text) or LINE.fullmatch(text):
        return False
    if re.fullmatch(rf"(?:{LABEL})+", text, re.I):
        return False
    named = all(NAME_WORD.match(word) for word in words) and any(c.isalpha() and not c.islower() for c in text)
    return named or (separated and len(words) == 1 and len(text) > 1 and text.isalpha())
