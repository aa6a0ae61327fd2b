"""Titles that are part of a line: run into the paragraph, or behind a number, a bullet, a mark-up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from tasks.describe.labels import SOURCE_WORDS
from tasks.split.frames import bare
from tasks.words import UPPER

STOPS = {
    "colon": re.compile(r"\s?:\s"),
    "sentence": re.compile(rf"[.?!…]+[\"”’»]?\s(?=\W*[{UPPER}0-9])"),
    "dash": re.compile(r"\s?[|–—]\s|\s-\s"),
}
ATTRIBUTION = re.compile(r"(?:[\s,;]*[(\[（][^()\[\]（）]{2,50}[)\]）])+[.,。\s]*$")
BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]+)[)\]）]")
# Behind the last sentence: `… in May. — The Herald`, `… in May. Source: The Herald`.
NAMED_LAST = re.compile(  # behind a quotation stands who spoke
    rf"[.!?…。]\s*(?:(?i:{SOURCE_WORDS})|[—–~]{{1,2}}\s?|--?\s|\s(?=via\s))(?:via\s)?(?P<name>[^\s.!?][^.!?()\[\]]{{1,40}})\.?$"
)
LONGEST_NAME = 5  # words
LINKS = frozenset("of the and de la le el di del von der die das des du van & und et y e".split())
GIVEN_BY = re.compile(r"\b(?:h/t|via|by)\W*$", re.I)  # thanks to a reader, no outlet
ATTRIBUTED = 0.5
SHORT = frozenset("dr mr mrs ms st gen sen rep gov lt col sgt jr sr no inc prop art nr".split())
LIMITS = {
    "colon": (16, 0.6),
    "sentence": (18, 0.85),
    "dash": (16, 0.75),
}  # words at most, share of the stories at least
CASED = 0.6  # the same of sentences whose words have capitals, or of fewer than sentences have
LABEL = 4  # words
CAPITALS = 0.8


def run_in_titles(texts: Sequence[str]) -> list[str | None]:
    """The titles that paragraphs begin with, all ended in one way; none where too few begin so.

    Any paragraph may begin with a short sentence by chance: nearly all must,
    while a colon may be missing here and there.
    """
    best, most = [None] * len(texts), (0, 0.0)
    for name, stop in STOPS.items():
        longest, least = LIMITS[name]
        titles = [_ended(text, stop, longest) for text in texts]
        n = sum(title is not None for title in titles)
        words = median(title.count(" ") + 1 for title in titles if title) if n else 0.0
        if name == "sentence" and 0 < words <= LABEL:
            titles = [title if title and title.count(" ") < 2 * LABEL else None for title in titles]
            n, least = sum(title is not None for title in titles), CASED
        if name == "sentence" and _are_cased(titles):
            least = CASED
        if (n, -words) > most and n >= max(2, least * len(texts)):
            best, most = titles, (n, -words)
    return best


def _are_cased(titles: Sequence[str | None]) -> bool:
    """Are their words written with capitals, as only titles are?"""
    words = [word for title in titles if title for word in title.split()[1:] if len(word) > 3]
    return sum(not word[0].islower() for word in words) > CAPITALS * len(words)


def attributed_sources(texts: Sequence[str]) -> list[str | None]:
    """The outlets named at the end of each paragraph, in brackets or behind a dash or a label; none where few of the paragraphs end so."""
    found = [_attribution(text) for text in texts]
    n = sum(name is not None for name in found)
    return found if n >= max(2, ATTRIBUTED * len(texts)) else [None] * len(texts)


def _attribution(text: str) -> str | None:
    end = ATTRIBUTION.search(text[-160:])
    if not end and (last := NAMED_LAST.search(text[-60:])):
        return last["name"] if is_outlet(last["name"]) else None
    if not end or GIVEN_BY.search(text[-160:][: end.start() + 1]):
        return None
    names = [name.strip() for name in BRACKETS.findall(end[0])]
    fits = all(not name[:1].islower() or "." in name for name in names)
    return "; ".join(names) if fits and all(any(map(str.isalpha, name)) for name in names) else None


def is_outlet(name: str) -> bool:
    """Few words, each with a capital but for those that link them, and no number: a day stands there too."""
    words = name.split()
    named = all(not word[0].islower() or word in LINKS for word in words) and not name[0].isdigit()
    return named and len(words) <= LONGEST_NAME and (len(name) > 2 or name.isupper())


def _ended(text: str, stop: re.Pattern[str], longest: int) -> str | None:
    """What stands before the first stop, if it is as short as a title and text follows."""
    bare_text = bare(text)
    for found in stop.finditer(bare_text[:190]):
        title = bare_text[: found.start()].strip()
        if not title or (found[0][0] == "." and _is_abbreviation(title)):
            continue
        title += found[0].strip() if found[0][0] in "?!…" else ""
        n = title.count(" ") + 1
        if n == 1 and found[0][0] in "?!…":
            continue
        fits = n <= longest and title[-1] != ")" and len(title) > 2 and found.end() < len(bare_text) - 25
        word = found[0][0] == ":" or (title[0].isupper() and len(title) > 2) or title.isupper()
        return title if fits and (n > 1 or word) else None
    return None


def _is_abbreviation(title: str) -> bool:
    """Does the text end in what a full stop shortens: `Dr`, `St`, `U.S`, `Gen`?"""
    last = title.rsplit(" ", 1)[-1]
    return len(last) <= 4 and (
        last in ("vs", "v") or (last[:1].isupper() and (len(last) == 1 or "." in last or last.lower() in SHORT))
    )
