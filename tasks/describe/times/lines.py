"""Lines that are times, or a source and a time. Called on every short line of a page: word sets before patterns."""

from __future__ import annotations

import re

from tasks.describe.labels import BY, SHORT, WORK
from tasks.describe.people_words import AGENCIES, GIVEN_NAMES, ROLES
from tasks.describe.times.patterns import CLOCK_ONLY, DAY_BEHIND, EXTRA, ICON, LABEL, LINE, MOMENT, RELATIVE, SHORT_AGO
from tasks.describe.times.words import ENDING_WORDS, ICONS, LARGEST, MONTHS, UNITS, any_of, as_listed, line_words
from tasks.words import lowered

LONGEST_LINE = 100
LONGEST_SOURCE = 45
LEADING = re.compile(rf"(?:{ICON}[\s:]*)?(?:{LABEL})?", re.I)
MOMENT_AT_END = re.compile(rf"(?P<moment>{MOMENT}{DAY_BEHIND})[.)\]]?$", re.I)
# A place as datelines have it: words with capitals.
PLACE = r"(?-i:[^\W\da-zà-ž]\S*)(?:\s(?:(?-i:[^\W\da-zà-ž]\S*)|de|la|le|el|al|del|di|am|an|der|do|da|el-?\w+)){0,4}?"
DATELINE = re.compile(
    rf"{PLACE}(?:(?<=,)\s(?P<moment>{MOMENT})|\s?\((?P<inner>{MOMENT})\))\s?(?:\([^()]{{2,40}}\)\s?)?(?:--|[–—-]|(?<=\))\.)\s",
    re.I,
)
SIGNED_STAMP = re.compile(
    rf"(?P<by>(?:{BY}|{SHORT})\s*:?\s+)?(?P<name>\w\S+(?:\s\S+){{1,3}})(?:,|\s?[|·•])\s(?P<source>[^,|·•]{{3,40}}?)"
    rf"(?:,|\s?[|·•]|\s[–—-])\s(?P<moment>{MOMENT})",
    re.I,
)
QUOTES = "«»„“”‘’\"'"
WRITER_AND_OUTLET = re.compile(
    rf"(?:(?:{BY}|{SHORT})\s*:?\s+)?(?P<name>\w\S+(?:\s[^\s|·•]+){{1,3}}?)(?:\s[|·•]\s|,\s(?=[{QUOTES}]|(?:the|die|das|le|la|les|el|il|de|o|a)\s\w))(?P<source>[^,|·•]{{3,40}})",
    re.I,
)
# A live blog's hour and who wrote: `23:26 R. J. Munro`.
TIMED_NAME = re.compile(r"(?P<moment>(?:[01]?\d|2[0-3])[:.][0-5]\d)\s+(?P<name>[^\W\d]\S*(?:\s[^\W\d]\S*){1,3})")
INITIAL = re.compile(r"[^\W\d]\.")
WIRE = re.compile(r"(?P<moment>(?:[01]\d|2[0-3]):?[0-5]\d\s?(?:GMT|UTC))\s+(?P<source>\S.*)")
AGENCY = re.compile(r"(?:[^\W\d]\S*(?:\s\S+){0,5}?\s?)?\((?P<source>[^()]{2,40})\)(?:\s?(?:--|[–—-])|[.:])\s")
MOMENT_AT_START = re.compile(rf"(?P<moment>{MOMENT})\s*(?:[|·•–—,]|\s-)\s*(?P<source>\S.*)$", re.I)
# A capital of Latin, Cyrillic or Greek, a letter of a script without capitals, or a small word of names.
NAME_WORD = re.compile(
    r"[\W\d]*[A-ZÀ-ÞŁŠŽА-ЯЁΑ-ΩΆ-Ώ\u0600-\u06ff\u3040-\u9fff\uac00-\ud7af]|\d|[&/–-]$|"
    r"(?:of|the|and|for|de|la|le|el|di|da|do|del|des|du|van|het|della|delle|dos|das|los|las|und|et|och|og|ve|ja|y|e|i|a|των|του|της|der|die|am|en|via|avec|with|mit|con)$|"
    r"(?:dpa|afp|apa|epd|kna|ots|sid|reuters),?$|@\w+$|(?:[\w-]+\.)+[a-z]{2,}$"
)
# Cyrillic and Greek names have one capital: `Право и время`.
SMALL_WORD = re.compile(r"[а-яёіїєґα-ωά-ώ]+$")
LINKED = frozenset(("и", "та", "i", "και", "в", "на"))
OFFICE = re.compile(rf"\b(?:{'|'.join(ROLES)})\b", re.I)
ADDRESS = re.compile(r"@\w+|(?:[\w-]+\.)+[a-z]{2,}")  # of a site or an account, that stands for its outlet
NO_SOURCE = re.compile(
    rf"(?:by|von|par|por|di|{ICON})$|(?:by|von|par|por)\s|(?:autore?|auteur|автор|yazan|بقلم)\b|.*(?:[.!?:]$|[,;“”\"()])",
    re.I,
)
AGENCY_NAMES = frozenset(map(str.casefold, AGENCIES))
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
BYLINE = re.compile(rf"(?:{BY}|{SHORT})\s*:?\s+(?P<names>\S.*)", re.I)
BYLINES = re.compile(rf"\b(?:{BY}|{SHORT})\b", re.I)
BREAK = re.compile(r"\s*[|·•,]\s*|\s+[/–—-]\s+|\s+(?=by\s)", re.I)
NAMES = 7  # words of a byline's names
# An outlet's name with a byline of two words and more behind it (`The Herald by Ada Brandt`).
SIGNED_SOURCE = re.compile(
    rf"(?!(?i:{WORK}|photos?|images?|pictures?|video)\b)(?P<source>\S.*?)[\s|·•,/–—-]+(?i:{BY})\s*:?\s+(?P<names>\S+\s\S.*)"
)
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
    text = _bare(text)
    return LINE.fullmatch(text) is not None or HOURS_AGO.fullmatch(text) is not None


def looks_like_source_and_time(text: str) -> bool:
    """Is the whole line an outlet's name and a time, in either order (`The Herald | 2h ago`, `Axios12-03-2025`)?"""
    return split_source_and_time(text) is not None


def split_source_and_time(text: str) -> tuple[str, str] | None:
    """The outlet and the time of a line that is nothing else but for a byline, without separators; None for any other line."""
    text = PAGE_BEHIND.sub("", _bare(text))
    if not 0 < len(text) <= LONGEST_LINE:
        return None
    ends, starts = _ends(text), _starts(text)
    if not all(map(_fits, text.split()[1:])) or looks_like_time(text):
        return None
    return (
        (_of_signed(text) if ends else None)
        or (_time_last(text) if ends else None)
        or (_time_first(text) if starts else None)
        or _of_parts(text)
        or _of_wire(text)
    )


def split_time_and_byline(text: str) -> tuple[str, str] | None:
    """The time and the byline of a line that is nothing else (`3 hours ago | By Ada Brandt`, in either order)."""
    text = _bare(text)
    if not 0 < len(text) <= LONGEST_LINE:
        return None
    if timed := TIMED_NAME.fullmatch(text):
        is_name = INITIAL.match(timed["name"]) or _begins_given(timed["name"])
        return (timed["moment"], timed["name"]) if is_name else None
    if BYLINES.search(text) is None:
        return None
    for found in BREAK.finditer(text):
        parts = text[: found.start()], text[found.end() :]
        for time, byline in (parts, parts[::-1]):
            if _is_byline(byline) and looks_like_time(time):
                return time, byline
    return None


def looks_like_byline_of_names(text: str) -> bool:
    """Is the whole line a label and the names of a person or more (`di Dino Calvesi`)?"""
    found = BYLINE.fullmatch(text)
    return found is not None and found["names"].count(" ") > 0 and _are_names(found["names"])


def outlet_beside_writer(text: str) -> str | None:
    """The outlet in a byline that names one behind a sign, or with an article or in quotes behind a comma.

    `Ada Brandt | Harbour Gazette`, `Ada Brandt, The Herald`; behind a comma alone a place may stand.
    """
    found = WRITER_AND_OUTLET.fullmatch(text.strip())
    if found is None or not _are_names(found["name"]) or OFFICE.search(found["source"]):
        return None
    source = found["source"].strip(QUOTES)
    return source if _is_source(source, separated=True) and not _begins_given(source) else None


def source_of_dateline(text: str) -> str | None:
    """What stands in brackets behind the words a text begins with, if an outlet's name could (`HARBIN, July 3 (Tidewire) — `)."""
    found = AGENCY.match(text[:LONGEST_LINE])
    if found is None:
        return None
    source = found["source"]
    if source[0].islower():
        return source if source.casefold() in AGENCY_NAMES or ADDRESS.fullmatch(source) else None
    is_name = source.count(" ") < NAMES and not any(map(str.isdigit, source))
    return source if is_name or _is_source(source, separated=True) else None


def time_of_dateline(text: str) -> str | None:
    """The time that a text begins with behind words with capitals, as a place's (`HARBIN, July 3 — `)."""
    found = DATELINE.match(text[:LONGEST_LINE])
    return found["moment"] or found["inner"] if found else None


def without_byline(source: str) -> str:
    """An outlet's name without the byline behind it."""
    signed = SIGNED_SOURCE.fullmatch(source)
    return signed["source"] if signed and _are_names(signed["names"]) else source


def _bare(text: str) -> str:
    """The line without links, the signs before it, and the emphasis or the brackets around it all."""
    text = AROUND.sub("", LINK.sub(r"\1", text) if "](" in text else text)
    framed = FRAMED.fullmatch(text) if text[:1] in FRAMES else None
    return (framed["text"] or framed["inner"]).strip() if framed else text


def _of_parts(text: str) -> tuple[str, str] | None:
    """An outlet's name and a time in any order, with a byline or how long the reading takes between signs."""
    if not any(map(str.isdigit, text)):
        return None
    parts = [_bare(part) for part in PARTS.split(text) if part.strip()]
    if not 1 < len(parts) <= MOST_PARTS:
        return None
    short = [part for part in parts if SHORT_AGO.fullmatch(part)] if SIGNS.search(text) else []
    told = [
        part for part in parts if looks_like_time(part) and CLOCK_ONLY.fullmatch(part) is None
    ]  # a video's length too
    times = short or told
    others = [p for p in parts if p not in (*short, *told) and not _is_byline(p) and not BESIDE.fullmatch(p)]
    if not times or len(others) != 1 or not _is_source(others[0], separated=True):
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
        or _begins_given(found["source"])
        or not (found["by"] or _begins_given(found["name"]) or found["source"] in text.split(", "))
        or not _are_names(found["name"])
        or not _is_source(found["source"], separated=True)
    ):
        return None
    return found["source"], found["moment"]


def _of_wire(text: str) -> tuple[str, str] | None:
    """`1430 GMT Tidewire`."""
    found = WIRE.fullmatch(text)
    return (found["source"], found["moment"]) if found and _is_source(found["source"], separated=True) else None


def _begins_given(text: str) -> bool:
    """Does it begin as a person's name does?"""
    first, _, rest = text.casefold().partition(" ")
    return bool(rest) and first in GIVEN_NAMES


def _is_byline(text: str) -> bool:
    """A label, and names that are written as names."""
    found = BYLINE.fullmatch(text)
    return found is not None and _are_names(found["names"])


def _are_names(text: str) -> bool:
    """Few words that all could stand in names, the first of them no article."""
    words = text.split()
    if words[0].islower():
        return False
    return len(words) <= NAMES and text[-1] not in ".!?:" and all(map(NAME_WORD.match, words))


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
    source = _bare(before.rstrip(EDGE))
    separated = len(source) < len(before.rstrip())
    if not separated and IDEOGRAPH.search(source) and not PAPER.search(source):
        return None
    if before.endswith(" ") and not separated and not _stands_after_space(source, raw):
        return None
    if SIGNED_BREAK.search(before):
        source = without_byline(source)
    return (source, raw) if _is_source(source, separated) else None


def _time_first(text: str) -> tuple[str, str] | None:
    text = text[LEADING.match(text).end() :]
    found = MOMENT_AT_START.match(text)
    if found is None:
        return None
    source = _bare(found["source"].strip(EDGE))
    return (source, found["moment"].strip()) if _is_source(source, separated=True) else None


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


def _is_source(text: str, separated: bool) -> bool:
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
