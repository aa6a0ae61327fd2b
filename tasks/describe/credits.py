"""Who is credited with a story and is no author: agencies, desks, organisations, photographers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasks.describe.authors import stated_authors
from tasks.describe.evidence import Evidence, Found
from tasks.describe.people import agencies_of, desk_of, has_given_name, looks_like_person
from tasks.describe.people_words import AGENCIES, PICTURE_AGENCIES, PICTURE_LABELS
from tasks.describe.titles import squeezed
from tasks.page import Story
from tasks.words import n_words

LABEL = re.compile(
    rf"(?:^|[\s(\[])(?:(?:{'|'.join(PICTURE_LABELS)})s?\b(?:\s+(?:credit|by|von|par|por|di|de|courtesy of|via))*\s*[:©/|–-]*|©|\(c\)|copyright)\s*"
    r"(?:(?:19|20)\d\d\s*)?",
    re.I,
)
SPLIT = re.compile(r"\s*[/|;•·,()]\s*|\s+(?:via|for|für|pour|para|per|and|und|et|y|e|[–-])\s+")
EDGE = " \t.,:;()[]{}|/–-©\"'"
NAMED = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
IN_BRACKETS = re.compile(rf"\((?P<names>(?:{NAMED})(?:\s*[/,]\s*[\w.-]+)*)\)", re.I)
DATELINE = 60  # characters of a first paragraph in which a dateline's agency stands
LINE = 10  # words of a line, or of what follows the label in one, that holds credits and nothing else
SIGN = re.compile(r"[:/|]|\b(?:by|von|par|por|di|courtesy of)\s*$", re.I)
COURTESY = re.compile(r"^\W*(?:courtesy(?: of)?|sources?|via)\b\s*:?\s*", re.I)
PICTURED = frozenset(PICTURE_AGENCIES)
MOST = 12


def choose_credits(story: Story, seen: Evidence) -> Found[tuple[str, ...]] | None:
    """Each once, in the order byline, head, picture credits, text; the page's own outlet is none."""
    shut = {squeezed(name) for name in seen.outlets}
    found: dict[str, Found[str]] = {}
    for credit in (*_signed(story, seen), *_pictured(story, seen), *_bracketed(story, seen)):
        key = squeezed(credit.value)
        if key and key not in shut:
            found.setdefault(key, credit)
    credits = list(found.values())[:MOST]
    if not credits:
        return None
    raw = " | ".join(dict.fromkeys(credit.raw or "" for credit in credits))
    return Found(tuple(credit.value for credit in credits), credits[0].origin, raw)


def _signed(story: Story, seen: Evidence) -> Iterator[Found[str]]:
    """Agencies and desks that the byline or the head names as if they were authors, and the head's organisations."""
    lines = [(block.text, "byline") for block in seen.blocks(story, "byline", "source")]
    named = [(name, origin) for names, origin in stated_authors(seen) for name in names] if seen.is_alone else []
    for text, origin in (*lines, *named):
        for credit in agencies_of(text) or filter(None, [desk_of(text)]):
            yield Found(credit, origin, text)
    for author in seen.linked.authors if seen.is_alone else ():
        if author.is_person is False:
            yield Found(author.name, "json-ld", author.name)


def _pictured(story: Story, seen: Evidence) -> Iterator[Found[str]]:
    """The names behind a label (`Photo: Ada Brandt/dpa`), or in a short line that is a credit."""
    for block in seen.blocks(story, "credit", "caption"):
        labels = [found for found in LABEL.finditer(block.text) if block.text[found.end() :].strip(EDGE)]
        signed = [found for found in labels if SIGN.search(found[0])]  # `Images` of `Getty Images` has no sign
        names = block.text[(signed or labels)[-1].end() :] if labels else block.text
        is_said = bool(labels) or seen.page.marks[block.index].role == "credit"
        if is_said and n_words(names) <= LINE:
            for name in (COURTESY.sub("", part).strip(EDGE) for part in SPLIT.split(names) if part):
                if _is_credit(name, is_named=bool(signed)):
                    yield Found(name, "credit", block.text)


def _is_credit(name: str, is_named: bool) -> bool:
    """An agency, or a full name; where a label with a sign stands before it (`Photo:`), one with any given name."""
    if name.casefold() in PICTURED or agencies_of(name):
        return True
    return 2 <= len(name.split()) <= 4 and looks_like_person(name) and (is_named or has_given_name(name))


def _bracketed(story: Story, seen: Evidence) -> Iterator[Found[str]]:
    """An agency in a dateline (`OSLO (AP) - …`) or behind the last sentence (`… said. (dpa)`)."""
    text = list(seen.blocks(story, "body", "standfirst"))
    if text:
        ends = [(text[0], IN_BRACKETS.search(text[0].text[:DATELINE])), (text[-1], _at_end(text[-1].text))]
        for block, match in ends:
            for name in re.split(r"\s*[/,]\s*", match["names"]) if match else ():
                for agency in agencies_of(name):
                    yield Found(agency, "block", block.text[match.start() : match.end()])


def _at_end(text: str) -> re.Match | None:
    found = list(IN_BRACKETS.finditer(text))
    return found[-1] if found and len(text) - found[-1].end() <= 2 else None
