"""Lines that are times, or a source and a time. Called on every short line of a page: word sets before patterns."""

from __future__ import annotations

import re

from tasks.describe.labels import BY, SHORT
from tasks.describe.times.names import (
    NAME_WORD,
    OFFICE,
    SMALL_WORD,
    are_names,
    begins_given,
    is_byline,
    is_source,
    without_byline,
)
from tasks.describe.times.patterns import CLOCK_ONLY, DAY_BEHIND, EXTRA, ICON, LABEL, LINE, MOMENT, RELATIVE, SHORT_AGO
from tasks.describe.times.words import ENDING_WORDS, ICONS, LARGEST, MONTHS, UNITS, any_of, as_listed, line_words
from tasks.words import lowered

LONGEST_LINE = 100
LEADING = re.compile(rf"(?:{ICON}[\s:]*)?(?:{LABEL})?", re.I)
MOMENT_AT_END = re.compile(rf"(?P<moment>{MOMENT}{DAY_BEHIND})[.)\]]?$", re.I)
SIGNED_STAMP = re.compile(
    rf"(?P<by>(?:{BY}|{SHORT})\s*:?\s+)?(?P<name>\w\S+(?:\s\S+){{1,3}})(?:,|\s?[|·•])\s(?P<source>[^,|·•]{{3,40}}?)"
    rf"(?:,|\s?[|·•]|\s[–—-])\s(?P<moment>{MOMENT})",
    re.I,
)
WIRE = re.compile(r"(?P<moment>(?:[01]\d|2[0-3]):?[0-5]\d\s?(?:GMT|UTC))\s+(?P<source>\S.*)")
MOMENT_AT_START = re.compile(rf"(?P<moment>{MOMENT})\s*(?:[|·•–—,]|\s-)\s*(?P<source>\S.*)$", re.I)
LINE_WORDS = line_words()
WORD = re.compile(r"[^\W\d_]+")
ENDING = re.compile(rf"(?:\b[ap]\.m\.|[ \d·|•–—-]{any_of(ENDING_WORDS)})[.)\]]?$", re.I)
LAST_WORDS = frozenset(WORD.findall(word)[-1] for word in ENDING_WORDS)
DATED = re.compile(rf"年\s?\d|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d|\d[:.h]\d\d|{any_of(MONTHS)}\W", re.I)
DAY_SIGNS = frozenset("日分일분")  # a date ends in, or its clock
IDEOGRAPH = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]$")
PAPER = re.compile(
    r"(?:报|報|网|網|社|新聞|新闻|時報|时报|テレビ|放送|通信|일보|신문|뉴스|방송)$"
)  # an outlet's name ends in
SPLIT = re.compile(r"[|·•–—,]|\s-")
EDGE = " \t|·•–—-,:/"
BY_WORDS = frozenset(("by", "von", "par", "por"))
SIGNED_BREAK = re.compile(r"[|·•/]\s*$")  # between byline and time; `Hamlet by William Shakespeare, 2 July` is a play
SYMBOLS = r"\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"  # icons that stand before a time
PARTS = re.compile(rf"\s*[|·•{SYMBOLS}]+\s*|\s+[/–—-]+\s+|\s*[(\[](?=[^()\[\]]+[)\]]$)|[)\]]$")
MOST_PARTS = 4
HOURS_AGO = re.compile(r"\d{1,2}h")
SIGNS = re.compile(r"[|·•]")  # that a feed sets between an outlet and a shortened time
# The page of a printed paper.
PAGE_BEHIND = re.compile(
    r"\s*[,;|·–-]\s*(?:pp?|pages?|seiten?|s|pág|página|pag|pagina|str|strona|стр|с|sida|side|blz|sayfa|sf|σελ)\.?\s?[A-Z]?\d{1,3}$",
    re.I,
)
BESIDE = re.compile(EXTRA, re.I)
FRAMED = re.compile(r"(?P<mark>[*_]{1,3})(?P<text>[^*_\s](?:[^*_]*[^*_\s])?)(?P=mark)|[(\[](?P<inner>[^()\[\]]+)[)\]]")
FRAMES = "*_(["
LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]+\)")  # of Markdown
AROUND = re.compile(rf"^[\s|·•–—{SYMBOLS}-]+|\s+$")


def looks_like_time(text: str) -> bool:
    """Is the whole line a time or date, possibly with a label (`Published:`), an icon's name or a view count?"""
    if len(text) > LONGEST_LINE or not _only_time_words(text):
        return False
    text = bare(text)
    return LINE.fullmatch(text) is not None or HOURS_AGO.fullmatch(text) is not None


def looks_like_source_and_time(text: str) -> bool:
    """Is the whole line an outlet's name and a time, in either order (`The Herald | 2h ago`, `Axios12-03-2025`)?"""
    return split_source_and_time(text) is not None


def split_source_and_time(text: str) -> tuple[str, str] | None:
    """The outlet and the time of a line that is nothing else but for a byline, without separators; None for any other line."""
    text = PAGE_BEHIND.sub("", bare(text)) if text[-1:].isdigit() else bare(text)
    if not 0 < len(text) <= LONGEST_LINE:
        return None
    ends, starts = _ends(text), _starts(text)
    if (
        not (ends or starts or any(map(str.isdigit, text)))
        or not all(map(_fits, text.split()[1:]))
        or looks_like_time(text)
    ):
        return None
    return (
        (_of_signed(text) if ends else None)
        or (_time_last(text) if ends else None)
        or (_time_first(text) if starts else None)
        or _of_parts(text)
        or _of_wire(text)
    )


def bare(text: str) -> str:
    """The line without links, the signs before it, and the emphasis or the brackets around it all."""
    text = AROUND.sub("", LINK.sub(r"\1", text) if "](" in text else text)
    framed = FRAMED.fullmatch(text) if text[:1] in FRAMES else None
    return (framed["text"] or framed["inner"]).strip() if framed else text


def _of_parts(text: str) -> tuple[str, str] | None:
    """An outlet's name and a time in any order, with a byline or how long the reading takes between signs."""
    if not any(map(str.isdigit, text)):
        return None
    parts = [bare(part) for part in PARTS.split(text) if part.strip()]
    if not 1 < len(parts) <= MOST_PARTS:
        return None
    short = [part for part in parts if SHORT_AGO.fullmatch(part)] if SIGNS.search(text) else []
    told = [
        part for part in parts if looks_like_time(part) and CLOCK_ONLY.fullmatch(part) is None
    ]  # a video's length too
    times = short or told
    others = [p for p in parts if p not in (*short, *told) and not is_byline(p) and not BESIDE.fullmatch(p)]
    if not times or len(others) != 1 or not is_source(others[0], separated=True):
        return None
    if text[-1] in ")]" and len(others[0].split()) > 1 and not any(p.fullmatch(times[0]) for p in RELATIVE):
        return None  # `Tour de France (5 July 2025)`: an event and its day
    return others[0], times[0]


def _of_signed(text: str) -> tuple[str, str] | None:
    """`Ada Brandt, The Herald, 2 July 2025`, `By Ada Brandt | The Herald | 2h ago`: a writer, the outlet, a time.

    Two names behind a label are of two writers.
    """
    found = SIGNED_STAMP.fullmatch(text)
    if (
        found is None
        or OFFICE.search(found["source"])
        or begins_given(found["source"])
        or not (found["by"] or begins_given(found["name"]) or found["source"] in text.split(", "))
        or not are_names(found["name"])
        or not is_source(found["source"], separated=True)
    ):
        return None
    return found["source"], found["moment"]


def _of_wire(text: str) -> tuple[str, str] | None:
    """`1430 GMT Tidewire`."""
    found = WIRE.fullmatch(text)
    return (found["source"], found["moment"]) if found and is_source(found["source"], separated=True) else None


def _only_time_words(text: str) -> bool:
    for found in WORD.finditer(lowered(text)):
        if found[0] not in LINE_WORDS and not (found.start() == 0 and found[0].startswith(ICONS)):
            return False
    return True


def _fits(word: str) -> bool:
    """Could the word stand in a line of an outlet's name and a time?"""
    return (
        word in BY_WORDS
        or NAME_WORD.match(word) is not None
        or SMALL_WORD.match(word) is not None
        or all(part in LINE_WORDS for part in WORD.findall(lowered(word)))
    )


def _ends(text: str) -> bool:
    """Does the line end as a time does?"""
    if text[-1].isdigit() or text[-1] in DAY_SIGNS:
        return DATED.search(text) is not None
    end = text[-16:]
    return as_listed("".join(WORD.findall(end)[-1:])) in LAST_WORDS and ENDING.search(end) is not None


def _starts(text: str) -> bool:
    """Does the line begin as a time does, and go on behind a separator?"""
    if SPLIT.search(text) is None:
        return False
    first = WORD.search(lowered(text))
    return text[0].isdigit() or (first is not None and first[0] in LINE_WORDS)


def _time_last(text: str) -> tuple[str, str] | None:
    found = MOMENT_AT_END.search(text)
    if found is None:
        return None
    before, raw = _unglue(text[: found.start()], found["moment"])
    source = bare(before.rstrip(EDGE))
    separated = len(source) < len(before.rstrip())
    if not separated and IDEOGRAPH.search(source) and not PAPER.search(source):
        return None
    if before.endswith(" ") and not separated and not _stands_after_space(source, raw):
        return None
    if SIGNED_BREAK.search(before):
        source = without_byline(source)
    return (source, raw) if is_source(source, separated) else None


def _time_first(text: str) -> tuple[str, str] | None:
    text = text[LEADING.match(text).end() :]
    found = MOMENT_AT_START.match(text)
    if found is None:
        return None
    source = bare(found["source"].strip(EDGE))
    return (source, found["moment"].strip()) if is_source(source, separated=True) else None


def _stands_after_space(source: str, raw: str) -> bool:
    """`BBC News 3 hours ago` is both; `Cup Final Fixtures May 5, 2025` is a title, `Sold yesterday` a sentence."""
    if relative := next(filter(None, (pattern.fullmatch(raw) for pattern in RELATIVE)), None):
        return relative.groupdict().get("unit") is not None
    return re.search(r"\d", raw) is not None and len(source.split()) <= 2


def _unglue(before: str, raw: str) -> tuple[str, str]:
    """Gives a name's own digits back to it: `KGUN 9` + `3 hours ago` were glued to `93 hours ago`."""
    number = re.match(r"(\d+)\s*([^\W\d]+)", raw)
    unit = UNITS.get(as_listed(number[2])) if number else None
    if unit is None or not before.strip(EDGE) or int(number[1]) <= LARGEST[unit]:
        return before, raw
    kept = next((n for n in (2, 1) if 0 < int(number[1][-n:]) <= LARGEST[unit] and number[1][-n] != "0"), None)
    if kept is None:
        return before, raw
    cut = len(number[1]) - kept
    return before + raw[:cut], raw[cut:]
