"""Authors as people: Ada Brandt and Max Roe out of "By Ada Brandt and Max Roe, Political Editors | The Herald"."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence

from tasks.describe.labels import BY, BY_OF_GIVEN, SIGNED, TEXT
from tasks.describe.people_words import (
    AGENCIES,
    BODIES,
    DEGREES,
    DESKS,
    GIVEN_NAMES,
    PARTICLES,
    PICTURE_LABELS,
    ROLES,
    THINGS,
)
from tasks.describe.times.patterns import ABSOLUTE, LABEL
from tasks.words import LOWER, UPPER

MOST = 12
LONGEST = 60
MOST_READ = 1000  # characters of a byline: the patterns cost the square of its length
LABELS = re.compile(
    rf"^(?:(?:{SIGNED}|published)\s*)?(?:(?:{BY}|{BY_OF_GIVEN}|{TEXT})\b\s*:?|(?-i:[Bb]y(?=[A-Z])))\s*|"
    r"^(?:picture|headshot|photo|image|portrait) of\s+",
    re.I,
)
LATER_BY = re.compile(rf"^.{{0,60}}?\bby\s*:?\s+(?=(?-i:[{UPPER}]))", re.I)
OTHERS = re.compile(
    r"[\s.,;|–-]*\b(?:(?!(?:post|publish|author|report|contribut|creat|submitt|penn|recommend|compil)ed\b)\w+ed(?: and \w+)? by\b|"
    r"(?:medically |expert |fact[- ]?)?(?:editing|additional reporting|reviewed|checked|edited|translated|illustrated|"
    r"photographed|updated|researched|sponsored|presented|powered|hosted|approved)(?: and [\w-]+)? (?:by|on|at)\b|"
    r"(?:photo\w*|illustrations?|images?|pictures?|graphics?|video) (?:by|:)|brought to you\b|"
    r"on behalf of\b|\d+ comments?|comments?$|follow\b|view\b).*$",
    re.I,
)
SPLIT = re.compile(
    r"\s*[;|•·●⋅/\n]\s*|\s+[–—-]\s+|"
    r"\s*,?\s+(?:and|und|et|y|e|och|og|en|with|mit|avec|con|for|für)\s+|\s*&\s*|,\s*"
)
# Reporter, correspondent, "and one more": Korean, Japanese and Chinese put the role behind the name.
ROLE_BEHIND = re.compile(r"\s*(?:기자|특파원|논설위원|記者|记者|編集委員)(?:\s*외\s*\d+\s*명)?$")
# Where somebody is, or what the piece is filed under: `Ada Brandt in Oslo`, `Ada Brandt · In: Travel`.
PLACE = re.compile(r"\s+[|•·]?\s*in\b\s*(?::.*|.+?(?=\s*[,;|&•·]|\s(?:and|und|et|y|e)\s|$))", re.I)
ORGANISATION = re.compile(rf"^(?:the\s+)?(?:{'|'.join(BODIES)})\b", re.I)
WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
EDGE = ' ,;|-–—·•:●⋅\u200b"“”„«»'
GLUE = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}][{LOWER}]{{3}})")
NO_PERSON = re.compile(rf"\b(?:{'|'.join([*ROLES, *THINGS])})\b", re.I)
DESK = re.compile(rf"\b(?:{'|'.join(DESKS)})$", re.I)
DEGREE = re.compile(rf"^(?:{'|'.join(DEGREES)})\.?$", re.I)
FORMER = re.compile(
    r"\s+(?:former|deputy|associate|assistant|executive|managing|contributing|freelance|guest)\b.*$", re.I
)
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
PICTURED = re.compile(rf"^\s*(?:{'|'.join(PICTURE_LABELS)})s?\b(?: credits?)?\s*(?::|by)", re.I)
NOT_NAME = re.compile(r"[@\d<>{}=_]|https?:|\.(?:com|org|net|de|fr|co|uk)\b", re.I)


def people_of(names: Iterable[str], outlets: Sequence[str] = ()) -> tuple[str, ...]:
    """The people named, each once, in order; roles, agencies and the page's own outlet are left out."""
    shut = {_key(outlet) for outlet in outlets} | SHUT
    people: dict[str, str] = {}
    for name in names:
        parts = [_without_outlet(part, outlets) for part in _parts(name, outlets) if _key(part) not in shut]
        parts = _before_office(parts)
        # After a full name a single word is a place or a first name's nickname: `Ada Brandt, Oslo`.
        named = [part for i, part in enumerate(parts) if i == 0 or " " in part or " " not in parts[0]]
        named = [part for i, part in enumerate(named) if i == 0 or not _begins_with_outlet(part, outlets)]
        for part in named:
            if _key(part) not in shut and looks_like_person(part):
                people.setdefault(_bare(part), part)
    whole = any(" " in person for person in people.values())
    letters = [person for person in people.values() if " " not in person and person.isupper() and len(person) <= 5]
    return tuple(person for person in people.values() if not whole or person not in letters)[:MOST]


def looks_like_person(text: str) -> bool:
    """One to five words that begin with capitals (in scripts that have them), no role, address or number."""
    words = text.split()
    if not 1 <= len(words) <= 5 or not 2 <= len(text) <= LONGEST:
        return False
    if NOT_NAME.search(text) or NO_PERSON.search(text) or _key(words[-1]) in SHUT:
        return False
    if _key(text) in PARTICLES - GIVEN_NAMES:
        return False
    return all(not w[0].islower() or w.lower().strip("'’.") in PARTICLES or "'" in w or "’" in w for w in words)


def agencies_of(text: str) -> list[str]:
    """The news agencies that a byline names, as it writes them (`Ada Brandt, dpa` names dpa)."""
    whole = _unlabelled(text)
    parts = [whole, *(part.strip(EDGE) for part in SPLIT.split(BRACKETS.sub(" ", whole)) if part)]
    return list(dict.fromkeys(part for part in parts if _key(part) in SHUT))


def desk_of(text: str) -> str | None:
    """The newsroom or team that a byline is signed by (`By Herald Staff`), without the label before it."""
    name = _unlabelled(text)
    is_desk = DESK.search(name) and len(name) <= LONGEST and not NOT_NAME.search(name) and not name.islower()
    return name if is_desk and len(name.split()) <= 5 and not people_of([name]) else None


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in small letters in any of the texts."""
    return frozenset(filter(str.islower, set(WORD.findall("\n".join(texts)))))


def named_in_letters(person: str, small: frozenset[str]) -> bool:
    """Are the name's words names? Those of a section or product (`Use Case`) stand in small letters elsewhere."""
    words = [word.casefold() for word in WORD.findall(person) if len(word) > 1]
    return not any(word in small for word in words if word not in PARTICLES)


def _before_office(parts: list[str]) -> list[str]:
    """`Ada Brandt, Managing Principal, Harbour Works` as Ada Brandt: behind an office stands where it is held."""
    offices = [i for i, part in enumerate(parts) if i and NO_PERSON.search(part)]
    if not offices or not has_given_name(parts[0]):
        return parts
    return parts[: offices[0]] + [part for part in parts[offices[0] :] if has_given_name(part)]


def has_given_name(person: str) -> bool:
    """Does the name begin as people's names do (`Ada Brandt`, `Anne-Marie Brandt`), and have a second word?"""
    first, _, rest = person.strip().casefold().partition(" ")
    return bool(rest) and (first in GIVEN_NAMES or first.partition("-")[0] in GIVEN_NAMES)


def has_office(line: str, person: str) -> bool:
    """Is the line the person with an office behind a comma (`Ada Brandt, envoyée spéciale à Oslo`), and no sentence?"""
    start, comma, office = line.strip().partition(",")
    is_office = comma and NO_PERSON.search(office) is not None and line[-1:] not in ".!?"
    return bool(is_office) and start == person and has_given_name(person)


def _without_outlet(part: str, outlets: Sequence[str]) -> str:
    """`Ada Brandt THE HERALD` as `Ada Brandt`, `, The Herald` as nothing; but `Ada Brandt` whole on brandt.example."""
    for outlet in outlets:
        if len(outlet) > 2 and part.casefold().endswith(" " + outlet.casefold()):
            rest = part[: -len(outlet)].strip(EDGE)
            return part if " " not in outlet and rest.casefold().rpartition(" ")[2] in GIVEN_NAMES else rest
    return part


def _begins_with_outlet(part: str, outlets: Sequence[str]) -> bool:
    """`Herald North` behind a name, on the Herald's page: where the author works."""
    return any(part.casefold().startswith(f"{outlet.casefold()} ") for outlet in outlets if len(outlet) > 1)


def _parts(name: str, outlets: Sequence[str]) -> list[str]:
    # The outlet first: some hold a word of time (`Harbour Today`).
    text = _before_time(_without_outlet(_folded(name), outlets))
    if PICTURED.match(text) or any(NOT_NAME.search(found) for found in BRACKETS.findall(text)):
        return []  # `The Herald (www.herald.example)` is no person
    text = LATER_BY.sub("", OTHERS.sub("", _unglued(" ".join(BRACKETS.sub(" ", text).split()))))
    text = PLACE.sub("", LABELS.sub("", LABELS.sub("", text.strip(EDGE))))
    if ORGANISATION.match(text):
        return []
    parts = [ROLE_BEHIND.sub("", LABELS.sub("", part.strip(EDGE))).strip() for part in SPLIT.split(text) if part]
    return [_without_role(_as_written(part)) for part in parts if part and not DEGREE.match(part)]


def _unlabelled(text: str) -> str:
    """A byline without the label before it (`By`)."""
    return _folded(LABELS.sub("", _folded(text).strip(EDGE)))


def _folded(text: str) -> str:
    """The text's beginning, entities decoded and white space folded."""
    return " ".join(html.unescape(text[:MOST_READ]).split())


def _without_role(part: str) -> str:
    """`Ada Brandt Senior Reporter` as `Ada Brandt`: a role that stood in an element of its own."""
    found = NO_PERSON.search(part)
    name = part[: found.start()].strip(EDGE) if found else part
    return FORMER.sub("", name) if has_given_name(name) else part


def _before_time(text: str) -> str:
    """The byline without the time that stands in its line: what is before it, or behind it where it comes first."""
    if not DIGIT.search(text):
        return text
    for pattern in ABSOLUTE:
        found = pattern.search(text)
        if found and DIGIT.search(found[0]):  # `USA Today` holds no time
            before, after = text[: found.start()], text[found.end() :]
            before = re.sub(rf"(?:{LABEL})+$|\s+(?:on|at|am)$", "", before.rstrip(EDGE), flags=re.I)
            return before if len(before.strip(EDGE)) > 2 else after
    return text


def _unglued(text: str) -> str:
    """`Ada BrandtFounder` as `Ada Brandt`: where a role or a label stood in an element of its own."""
    ends = (found.start() for found in GLUE.finditer(text) if _is_label_glued(text, found.start()))
    return text[: next(ends, len(text))]


def _is_label_glued(text: str, at: int) -> bool:
    return " " in text[:at].strip() and NO_PERSON.match(text[at:]) is not None


def _as_written(part: str) -> str:
    """`JANE DOE` as `Jane Doe`: a byline set in capitals is a matter of type."""
    part = part[:-1] if re.search(r"[^\W\d_]{4}\.$", part) else part
    return part.title() if part.isupper() and " " in part and len(part) > 6 else part


def _bare(name: str) -> str:
    """The key of a name without its accents: pages write one person both ways."""
    return "".join(c for c in unicodedata.normalize("NFKD", _key(name)) if not unicodedata.combining(c))


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


SHUT = frozenset(_key(agency) for agency in AGENCIES)
