"""What a line looks like by itself, read once: the numbers every reading of the page is built on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np

from tasks.mark.series import since
from tasks.split import forms
from tasks.split.cues import Cues
from tasks.split.draft import BULLET, Line
from tasks.split.frames import NUMBER
from tasks.split.head_parts import BREAKS, parted
from tasks.words import UPPER

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
RUN_IN = re.compile(
    rf"^[^\w]{{0,4}}[{UPPER}][{UPPER}0-9 .,'’‘&$£€%/-]{{2,80}}(?:,? [{UPPER}][\w.]+)*(?: ?\([\w /.-]{{2,25}}\))?"
    r"\s?(?:[-–—:|]|[.])\s?(?=\S)"
)
LABEL = re.compile(r"^[^\w]{0,4}[\w][\w .,'’&/-]{1,40}?\s?(?:[:|]|\s[–—-])\s(?=\S)")
SENTENCE = re.compile(rf"[.!?…؟][\"”’»)]?\s+(?=[\"“„«‘(\[]?[{UPPER}\u0590-\u06ff0-9])")
ATTRIBUTED = re.compile(r"[.!?\"”。！？]?\s*[(\[（][^()\[\]（）]{2,60}[)\]）][.。]?$")
DATELINE = re.compile(
    rf"^\W{{0,3}}[{UPPER}][\w.'’-]*(?:[ ,]+[{UPPER}][\w.'’-]*){{0,4}},?"
    r"(?:\s?\([^()]{2,30}\)\s?(?:--|[-–—:])|\s(?:--|[-–—])(?=\s))"
)
CLOCK = re.compile(
    r"^\W{0,3}([01]?\d|2[0-4])(?:[:h]([0-5]\d)(?![\d.,%]|:\d)|\.([0-5]\d)(?=\s?(?:uhr\b|h\b|[ap]\.?m\b|[–—|:)\]-]|$)))\s?(?:([ap])\.?m\b)?",
    re.I,
)
ATTRIBUTION_END = frozenset(".)]）。")
MARKDOWN = re.compile(r"^(?:#{1,6}\s|\*\*\S|__\S|\[\S|<\S|={2,}\s?\S|>\s)")
QUOTES = frozenset("\"“„«‘'»—–")
NUMBERED = frozenset("([#№nN")  # what a number may begin with, but for digits
LABELS = frozenset(":|–—-")
NUMERALS = re.compile(r"\d")

NAMES = (
    "n_words", "ends", "title_like", "time", "source_time", "bullet", "number", "number_alone", "run_in", "label",
    "first_sentence", "n_sentences", "blank", "repeat", "hard", "credit", "twice_ahead",
    "twice_behind", "copies", "same_first", "same_last", "titled_share", "caps_share", "attributed", "paragraph",
    "wordless",
    "continues", "opens_quote", "lower", "weekday", "says", "honorific", "source_like", "digits", "markdown", "more",
    "heading", "linked",
    "n_body_before", "question", "dash", "related", "retold", "since_related", "outlet", "day_first", "dateline", "digest", "weather", "clock", "clocks_fall", "head_stamp",
    *forms.NAMES,
)  # fmt: skip
AT = {name: i for i, name in enumerate(NAMES)}
STAMP = [AT[name] for name in ("time", "source_time")]
TWICE = [AT[name] for name in ("twice_ahead", "twice_behind")]
WEATHER = 3  # of its words in a line
DEGREES = "°"
SHORT_LINE = 12  # words
DIGEST = 7  # words of a digest's name
OUTLET = 6  # words of an outlet's name
HEAD_WORDS = 30  # of a title with its source and time
HEAD = 240  # characters of a line that are read for its words
LONG_AGO = 20  # lines
FEWEST_STEPS = 2  # from one time of day to the next
REACH = 7  # lines between two copies of a title
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"))


def facts_of(lines: Sequence[Line], cues: Cues, retold: frozenset[str] = frozenset()) -> np.ndarray:
    """One row a line, one column a name of `NAMES`. `retold`: the keys of lines that the page says again later."""
    cut = [line.is_cut_by_rule for line in lines]
    words = [[] if hard else WORD.findall(line.text[:HEAD]) for line, hard in zip(lines, cut, strict=True)]
    rows = [
        _cut_row(line, cues) if hard else _row(line, w, cues) for line, w, hard in zip(lines, words, cut, strict=True)
    ]
    table = np.array(rows, dtype=np.float64).reshape(len(lines), len(NAMES))
    _copies(lines, table)
    _same_edges(words, table)
    _clocks(lines, table)
    paragraph, soft = table[:, AT["paragraph"]] > 0, table[:, AT["hard"]] == 0
    table[:, [AT[name] for name in forms.NAMES]] = forms.alike([line.text for line in lines], paragraph, soft)
    table[:, AT["retold"]] = [line.key in retold for line in lines] if retold else 0
    table[:, AT["since_related"]] = since(table[:, AT["related"]] > 0, LONG_AGO)
    table[:, AT["n_body_before"]] = np.minimum(np.cumsum(table[:, AT["paragraph"]]) - table[:, AT["paragraph"]], 6)
    paragraphs = np.flatnonzero(table[:, AT["paragraph"]])
    over = int(paragraphs[0]) if len(paragraphs) else len(lines)  # under the text such a line names another page
    table[:over, AT["digest"]] = [_names_digest(line, cues) for line in lines[:over]]
    return table


def _cut_row(line: Line, cues: Cues) -> list[float]:
    """A line that a rule cut can be in no story: what it tells is that it stands there, and where it leads."""
    row = [0.0] * len(NAMES)
    row[AT["n_words"]] = log(1 + line.n_words)
    row[AT["hard"]] = 1.0
    row[AT["blank"]] = line.block.blank_before
    row[AT["related"]] = line.mark.role == "related"
    ends = line.text.casefold().split()
    row[AT["more"]] = line.n_words <= 8 and bool(ends) and (ends[0] in cues.continued or ends[-1] in cues.continued)
    return row


def _row(line: Line, words: list[str], cues: Cues) -> list[float]:
    text, role = line.text, line.mark.role
    n, first_sign = line.n_words, text[0]
    ends = line.is_sentence
    number = NUMBER.match(text) if first_sign in NUMBERED or first_sign.isdecimal() else None
    bullet = not first_sign.isalnum() and BULLET.match(text) is not None
    low = [*map(str.casefold, words)]
    first = low[0] if low else ""
    capitals = sum([word[0].isupper() for word in words])
    short = n <= 14
    time = short and line.is_time
    stamped = short and not time and line.is_source_and_time
    many = max(1, len(words))
    return [
        log(1 + n), ends, line.is_title_like, time, stamped, bullet, int(number[1]) + 1 if number else 0,
        bool(number) and n <= 2 and len(words) <= 1, n > 5 and RUN_IN.match(text) is not None,
        n > 5 and not LABELS.isdisjoint(text[:55]) and LABEL.match(text) is not None,
        *_sentences(text, n),
        line.block.blank_before, role == "repeat", 0,
        role in ("credit", "byline", "caption"), 0, 0, 0, 0, 0,
        capitals / many, sum([len(word) > 1 for word in words if word.isupper()]) / many,
        text[-1] in ATTRIBUTION_END and ATTRIBUTED.search(text[-70:]) is not None, n >= 20 or (n >= 9 and ends),
        not words,
        first in cues.continues, first_sign in QUOTES, first_sign.islower(), not cues.weekdays.isdisjoint(low[:30]),
        not cues.says.isdisjoint(low), first in cues.honorifics and len(words) > 1,
        (n <= 6 and not ends and capitals >= 0.6 * len(words) > 0) or line.names_source,
        min(1.0, len(NUMERALS.findall(text[:HEAD])) / max(1, min(n, 70))),
        not first_sign.isalnum() and MARKDOWN.match(text) is not None, _leads_on(n, low, cues),
        line.block.tag in HEADINGS, line.block.link_share, 0, text.endswith("?"),
        " - " in text[:60] or " – " in text[:60] or "—" in text[:60],
        0, 0, 0, n <= OUTLET and not ends and not cues.outlets.isdisjoint(low),
        first in cues.weekdays, n > 8 and DATELINE.match(text[:90]) is not None, 0,
        len(cues.weather.intersection(low)) + (DEGREES in text) >= WEATHER - (n <= SHORT_LINE), 0, 0,
        n <= HEAD_WORDS and not (time or stamped) and BREAKS.search(text) is not None and parted(text) is not None,
        *(0 for _ in forms.NAMES),
    ]  # fmt: skip


def _sentences(text: str, n_words: int) -> tuple[int, int]:
    """(words of the first sentence, 0 if there is no second; how many sentences)."""
    if n_words <= 4:
        return 0, 1
    found = [*SENTENCE.finditer(text, 0, 2 * HEAD)]
    first = found[0] if found else SENTENCE.search(text) if len(text) > 2 * HEAD else None
    words = min(40, text.count(" ", 0, first.start()) + 1) if first else 0
    return words, min(9, len(found) + 1) if n_words > 8 else 1


def _names_digest(line: Line, cues: Cues) -> bool:
    """Is the line the name of a collection of short news (`County news in brief`)?"""
    return line.n_words <= DIGEST and cues.digests.search(line.text) is not None


def _leads_on(n_words: int, low: list[str], cues: Cues) -> bool:
    return n_words <= 8 and bool(low) and (low[0] in cues.continued or low[-1] in cues.continued)


def _copies(lines: Sequence[Line], table: np.ndarray) -> None:
    """How often a line stands on the page, and whether a copy stands within reach, before or behind it."""
    count = Counter(line.key for line in lines)
    last: dict[str, int] = {}
    for i, line in enumerate(lines):
        if not line.key or count[line.key] == 1:
            table[i, AT["copies"]] = 1
            continue
        table[i, AT["copies"]] = min(9, count[line.key])
        before = last.get(line.key)
        if before is not None and i - before <= REACH and 2 <= line.n_words <= 30:
            table[i, AT["twice_behind"]] = table[before, AT["twice_ahead"]] = 1
        last[line.key] = i


def _clocks(lines: Sequence[Line], table: np.ndarray) -> None:
    """Which lines begin with a time of day, and whether these go back in time down the page (1), on (-1), or neither.

    A live blog has its newest entry first, a timeline its oldest.
    """
    found = {i: CLOCK.match(line.text) for i, line in enumerate(lines) if line.text[:4].strip("[(+ ")[:1].isdecimal()}
    times = {i: _minutes(clock) for i, clock in found.items() if clock and not table[i, AT["hard"]]}
    steps = np.sign(np.diff(list(times.values())))
    falls = -float(steps.sum()) / len(steps) if len(steps) >= FEWEST_STEPS else 0.0
    for i in times:
        table[i, AT["clock"]], table[i, AT["clocks_fall"]] = 1.0, falls


def _minutes(clock: re.Match[str]) -> int:
    """The time of day in minutes."""
    hour = int(clock[1]) % 12 + 12 * (clock[4] in "pP") if clock[4] else int(clock[1])
    return 60 * hour + int(clock[2] or clock[3])


def _same_edges(words: list[list[str]], table: np.ndarray) -> None:
    """The share of the page's short lines that begin (end) with the same word: what a layout repeats."""
    short = [i for i, w in enumerate(words) if 0 < len(w) <= 14]
    for name, end in (("same_first", 0), ("same_last", -1)):
        count = Counter(words[i][end].casefold() for i in short)
        for i in short:
            table[i, AT[name]] = min(10, count[words[i][end].casefold()] - 1)
