"""Patterns for times as pages word them: relative (`3 hours ago`), absolute (`2. Juli 2025, 10:15 Uhr`)."""

from __future__ import annotations

import re

from tasks.describe.times.words import (
    AGO,
    DAY_WORDS,
    ENGLISH_MONTHS,
    GLUED_UNITS,
    ICONS,
    MONTHS,
    NOW_WORDS,
    PUBLISHED_LABELS,
    SEASONAL_ZONES,
    UNITS,
    UPDATED_LABELS,
    VAGUE_WORDS,
    WEEKDAYS,
    ZONES,
    any_of,
    unnamed,
)

UNIT = rf"(?P<unit>{any_of(UNITS)})(?!\w)\.?"
ABOUT = r"(?:(?:about|around|over|almost|nearly|etwa|rund|knapp|environ|cerca de|unos|unas|circa)\s+)?"
# Where a moment may begin: at a word's start, or glued to the name of an icon (`timehace una hora`).
START = "(?:" + "|".join([r"\b", *(f"(?<={name})" for name in sorted({icon.split()[-1] for icon in ICONS}))]) + ")"
RELATIVES = (
    rf"{ABOUT}(?P<n>\d{{1,4}}(?=\s?[a-z])|(?:an|a|one|a\s+few|several)(?=\s))\s*{UNIT}\s+ago\b",
    rf"{START}vor\s+{ABOUT}(?P<n>\d{{1,4}}|eine[rm]|wenigen|einigen)\s*{UNIT}",
    rf"{START}il\s+y\s+a\s+{ABOUT}(?P<n>\d{{1,4}}|une?|quelques)\s*{UNIT}",
    rf"{START}hace\s+{ABOUT}(?P<n>\d{{1,4}}|una?|unos|unas)\s*{UNIT}",
    rf"(?P<n>\d{{1,4}}|un['’]|un[ao]?|pochi|poche)\s*{UNIT}\s+fa\b",
    rf"{START}(?:há|faz)\s+{ABOUT}(?P<n>\d{{1,4}}|uma?|poucos|poucas)\s*{UNIT}(?:\s+atrás)?",
    rf"(?P<n>\d{{1,4}}|uma?)\s*{UNIT}\s+atrás\b",
    rf"(?P<n>\d{{1,4}}|een)\s*{UNIT}\s+geleden\b",
    rf"(?:\bf[öo]r\s+)?(?P<n>\d{{1,4}}|ett|et|en)\s*{UNIT}\s+(?:sedan|siden)\b",
    rf"(?:(?P<n>\d{{1,4}}|bir)\s*)?{UNIT}\s+(?:temu|назад|önce|тому|sitten|zpět)\b",
    r"(?P<n>\d{1,4}|\begy)\s(?P<unit>perce|órája|napja|hete|hónapja|éve)\b",
    rf"{START}(?:před|acum|преди|prije|pre|pred|fa)\s+(?P<n>\d{{1,4}})\s*{UNIT}",
    rf"(?P<n>\d{{1,4}})\s*{UNIT}\s+(?:(?:yang\s+)?lalu|trước|पहले|پیش|আগে)(?!\w)",
    rf"{START}πριν\s+(?:από\s+)?(?P<n>\d{{1,4}}|μία|μια|έναν?|ένα)\s*{UNIT}",
    rf"{START}(?:منذ|قبل)\s+(?:(?P<n>\d{{1,4}})\s*)?{UNIT}",
    rf"(?P<n>\d{{1,4}})\s?(?P<unit>{any_of(GLUED_UNITS)})\s?{any_of(AGO)}",
    rf"(?P<vague>{any_of(VAGUE_WORDS)})\b",
    rf"(?P<now>{any_of(NOW_WORDS)})\b",
)

ZONE = rf"\(?(?P<zone>(?:gmt|utc)?\s?[+-]\d{{1,2}}(?::?\d{{2}})?(?!\d)|(?:{any_of([*ZONES, *SEASONAL_ZONES])})\b)\)?"
CLOCK = (
    r"(?:(?:at|um|à|a\s+las?|alle(?:\s+ore)?|ore|às|kl\.?|klo|om|o|в)\s+)?"
    r"(?:(?P<hour>[01]?\d|2[0-4])(?:\s?[:.h時时点點시]\s?|(?<=\d\d)(?=\d\d\s?(?:gmt|utc|hrs)\b))(?P<minute>[0-5]\d)[分분]?(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?(?!\d)"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?(?:uhr|hrs|hs|h)\b)?"
    r"|(?P<hour_only>[01]?\d|2[0-4])\s?(?:(?P<half_only>[ap])\.?\s?m\b\.?|uhr\b|h\b))"
    rf"(?:\s?{ZONE})?"
)
# What makes the number behind a day a time of day, not a year.
AT_HOUR = r"\d\d?(?:\s?[:.h]\s?[0-5]\d(?!\d)|\s?[ap]\.?m\b|\s?(?:uhr|hrs|h)\b)"
LEAD = r"(?:[\s,;|·•/–—-]|\bat\b){1,4}"  # between a date and its clock
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
WEEKDAY = rf"(?:\b{any_of(WEEKDAYS)}\b\.?,?\s+(?:(?:den|the|le|el|il)\s+)?)?"
DAY = r"(?P<day>[0-3]?\d)"
MONTH = rf"(?P<month>{any_of(MONTHS)})(?!\w)\.?"  # a vowel's sign at the end is no letter
MONTH_FIRST = rf"(?P<month>{any_of(ENGLISH_MONTHS)})\b\.?"
NO_DAY_BEFORE = r"(?<!\s\d\s)(?<!\s\d\d\s)(?<!^\d\s)(?<!^\d\d\s)"  # in `2 Jul 25` the day stands first
DATES = (
    rf"(?<!\d){YEAR}(?P<sep>[-/.])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?!\d)",
    rf"(?<!\d){YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?=T\d{{4}}|$)",
    rf"(?<!\d\d){WEEKDAY}(?P<first>[0-3]?\d)(?P<sep>[-/.])\s?(?P<other>[0-3]?\d)(?P=sep)\s?(?P<year>(?:19|20)\d\d|\d\d)(?![\d.:])",
    rf"{WEEKDAY}{DAY}(?:st|nd|rd|th|er|º|°|ª|\.)?[\s-]*(?:(?:of|de|di)\s+)?{MONTH},?[\s-]*(?:(?:de|del|di)\s+)?{YEAR}",
    rf"{WEEKDAY}{MONTH}\s*{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}",
    rf"{WEEKDAY}{DAY}(?:st|nd|rd|th|er|º|\.)?\s+(?:(?:of|de|di)\s+)?{MONTH}(?!,?\s*(?!{AT_HOUR})\d)",
    rf"{WEEKDAY}{DAY}(?:st|nd|rd|th|\.)?[\s-]+{MONTH}(?:[\s-]+|\s*['’])(?P<year>\d\d)(?=\s*(?:$|[,|·)\]–—-]))",
    rf"{NO_DAY_BEFORE}{WEEKDAY}{MONTH_FIRST}\s*{DAY}(?:st|nd|rd|th)?(?!\d|[/.-]\d|,?\s+(?:19|20)\d\d)",
    rf"(?<!\d){YEAR}[.,]?\s+{MONTH}\s+{DAY}(?!\d|[:.h]\d)",
    rf"(?<!\d\s)(?<!\d\.\s)\b{MONTH},?\s+(?:(?:de|of)\s+)?{YEAR}",
    rf"(?<!\d){YEAR}\s?[年년.]\s?(?P<month>[01]?\d)\s?[月월.]\s?(?P<day>[0-3]?\d)\s?[日일.]?",
    rf"(?<!\d){DAY}\s+tháng\s+(?P<month>[01]?\d),?\s+(?:năm\s+)?{YEAR}",
    r"(?<![\d年년])(?<![年년]\s)(?P<month>1?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일]",
    r"\b(?P<month>január|február|március|április|május|június|július|augusztus|szeptember|október|november|december)\s+(?P<day>[0-3]?\d)\.?(?![\d.])",
    rf"{START}(?P<day_word>{any_of(DAY_WORDS)})\b",
)
_CLOCK = unnamed(CLOCK)


def _repeated(pattern: str) -> str:
    """The pattern without names, its back references made a plain choice."""
    return unnamed(pattern.replace("(?P=sep)", "[-/.]"))


def _with_clock(date: str) -> str:
    """A date, perhaps with a clock after it."""
    return rf"(?:{date})(?:(?:T|{LEAD})(?P<late>{_CLOCK}))?"


RELATIVE = tuple(re.compile(pattern, re.I) for pattern in RELATIVES)
ABSOLUTE = tuple(re.compile(_with_clock(pattern), re.I) for pattern in DATES)
CLOCK_BEFORE = re.compile(rf"(?P<early>{_CLOCK}){LEAD}$", re.I)
CLOCK_ONLY = re.compile(CLOCK, re.I)

MOMENT = (
    "(?:"
    + "|".join([*map(_repeated, RELATIVES), *(_repeated(rf"(?:{_CLOCK}{LEAD})?{_with_clock(d)}") for d in DATES)])
    + ")"
)
ICON = any_of(ICONS)
LABEL = rf"\b{any_of([*PUBLISHED_LABELS, *UPDATED_LABELS])}\b\s*[:|]?\s*"
UPDATED = re.compile(rf"{any_of(UPDATED_LABELS)}\b\s*:?\s*(?:(?:on|at|am|le|el|il|em)\b\s*)?$", re.I)
# Feeds shorten `2 hours ago` to `2h`.
SHORT_AGO = re.compile(r"(?P<n>\d{1,2})(?P<unit>[hdw])")
SEPARATOR = r"\s*[,;|·•/–—-]\s*"
# What stands behind a time on the same line without making it anything else.
EXTRA = (
    r"(?:(?:views?|hits|reads|aufrufe|vues|vistas)\s*:?\s*[\d.,]+\s?k?|[\d.,]+\s?k?\s+(?:views?|comments?|shares?|Aufrufe|Kommentare|vues|vistas)|"
    r"(?:lesezeit|lesedauer|reading\s+time|temps\s+de\s+lecture)\s*:?\s*(?:ca\.?\s*)?\d+\s*min\w*\.?|"
    r"\d+[\s-]*min(?:ute)?s?\.?\s*(?:read(?:ing)?(?:\s+time)?|lesezeit|de\s+lecture|de\s+lectura|di\s+lettura|de\s+leitura|leestijd|lezen|l[æä]s(?:ning|etid|tid)?|czytania|lukuaika|чтени[ея]|на\s+чтение)?|"
    r"\d+\s*(?:dk|dakika)\.?\s*okuma|\d+\s*мин\w*\.?(?:\s*чтени[ея])?)"
)
DAY_BEHIND = rf"(?:\s*,?\s+{any_of(WEEKDAYS)}\b\.?|\s?[(（][月火水木金土日월화수목금토일][)）]|\s?(?:星期|周|週)[一二三四五六日天]|\s?[월화수목금토일]요일|\s?[月火水木金土日]曜日?)?"
LINE = re.compile(
    rf"[(\[]?(?:{ICON}[\s:]*)?(?:{LABEL})?(?:{MOMENT}{DAY_BEHIND}|{_CLOCK})[)\].]?"
    rf"(?:(?:{SEPARATOR}|\s+)[(\[]?(?:{LABEL})?(?:{MOMENT}|{_CLOCK})[)\]]?|{SEPARATOR}{EXTRA})*[.]?",
    re.I,
)
LABELLED = re.compile(rf"{LABEL}$", re.I)
UPDATED_START = re.compile(rf"\W*{any_of(UPDATED_LABELS)}\b", re.I)
