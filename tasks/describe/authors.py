"""Who wrote a story: what the page states in its head, else the bylines that stand in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.describe.bylines import Shown, looks_like_byline, shown_authors
from tasks.describe.evidence import Evidence, Found
from tasks.describe.owners import owner_of
from tasks.describe.people import (
    EDGE,
    NO_PERSON,
    has_given_name,
    looks_like_person,
    named_in_letters,
    people_of,
    small_words,
)
from tasks.describe.times import outlet_beside_writer, split_source_and_time
from tasks.describe.titles import squeezed
from tasks.page import Story
from tasks.words import UPPER

AUTHOR_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "dc.author", "cxenseparse:author", "article:author_name", "citation_author",
)  # fmt: skip
HONORIFIC = re.compile(r"^(?:(?:dr|prof|mr|mrs|ms|dipl|ing|sir|dame)\b\.?[\s-]*)+", re.I)
PEN_NAME = re.compile(r"(?!.*\.(?:com|net|org|de|fr)$)[^\W\d][^\W\d.]*(?:[.-][^\W\d]+)*")
SIGNED_SHORT = re.compile(r"(?:by|von|par|por|di|door|av|af)\s+(?-i:([a-z][\w.-]{2,30}))", re.I)
# What systems call an account that nobody has named.
GENERIC = re.compile(
    r"^.{0,3}$|adm|root|test|user|web|site|info|seo|blog|editor|redak|redac|support|content|team|office|staff|market|news|agenc|"
    r"post|publish|undefined|null|none|unknown|anonym|guest|author",
    re.I,
)
SHORTEST_OUTLET = 4
BIOGRAPHY = re.compile(
    rf"(?P<name>[{UPPER}][\w.'’-]+(?: (?:v[ao]n |de |der |la )*[{UPPER}][\w.'’-]+){{1,2}}),? "
    r"(?:is|was|has|writes|works|covers|reports|ist|arbeitet|schreibt|berichtet|est|es|è|é)\b(?: \S+){0,8}? (?i:\S*(?:reporter|correspondent|"
    r"journalist|editor|writer|columnist|blogger|redakteur|korrespondent|journaliste|correspondant|periodista|giornalista|jornalista|repórter)\w*)"
)
CARD_LABEL = re.compile(r"written by|author|verfasst von|geschrieben von|écrit par|escrito por|scritto da", re.I)


def choose_authors(story: Story, seen: Evidence) -> Found[tuple[str, ...]] | None:
    """The people who wrote it; of a site that is a person's own, that person where nobody is named."""
    return _named_authors(story, seen) or _signed_off(story, seen) or owner_of(seen) or _pen_name(story, seen)


def _named_authors(story: Story, seen: Evidence) -> Found[tuple[str, ...]] | None:
    beside = filter(None, (outlet_beside_writer(block.text) for block in seen.blocks(story, "byline")))
    own = _beside_time(story)
    outlets = (*_outlets(seen), *beside, *own)
    shown = shown_authors(story, seen, outlets)
    for names, origin in stated_authors(seen) if seen.is_alone else ():
        if (people := people_of(names, outlets)) and not _says_better(shown, people):
            return Found(people, origin, " | ".join(names))
        if people:
            break
    return Found(shown.people, "byline", shown.raw) if shown.people else None


def _beside_time(story: Story) -> list[str]:
    """The outlet that stands beside the story's time (`Harbour Mail · 2h ago`): it is no writer, unless it begins as a person's name does."""
    pair = split_source_and_time(story.source or "")
    return [pair[0]] if pair and not has_given_name(pair[0]) else []


def _signed_off(story: Story, seen: Evidence) -> Found[tuple[str, ...]] | None:
    """Who signs the text with a paragraph of its own: a full name that is the last or first, a byline or biography that is the last."""
    text = list(seen.blocks(story, "body"))
    for block in (text[-1], text[0]) if len(text) > 2 else ():
        name = block.text.strip(EDGE)
        is_name = has_given_name(name) and len(name.split()) <= 4 and people_of([name], seen.outlets) == (name,)
        if is_name and named_in_letters(name, small_words(b.text for b in seen.page.blocks)):
            return Found((name,), "block", block.text)
    last = text[-1].text if len(text) > 2 else ""
    if looks_like_byline(last) and (people := people_of([last], seen.outlets)):
        return Found(people, "block", last)
    return _of_biography([block.text for block in text])


def _of_biography(text: Sequence[str]) -> Found[tuple[str, ...]] | None:
    """`Ada Brandt is a reporter in Oslo.` behind a text that does not speak of her."""
    found = BIOGRAPHY.match(text[-1]) if len(text) > 2 else None
    name = found["name"] if found else ""
    is_author = (
        has_given_name(name) and looks_like_person(name) and not any(name.split()[-1] in line for line in text[:-1])
    )
    return Found((name,), "block", text[-1]) if is_author else None


def _pen_name(story: Story, seen: Evidence) -> Found[tuple[str]] | None:
    """The one word that the head or a byline gives as the author, no person's name by its letters (`quillbrandt`)."""
    stated = [(name, origin) for names, origin in stated_authors(seen) for name in names] if seen.is_alone else []
    signed = [
        (found[1], "byline") for block in seen.blocks(story, "byline") if (found := SIGNED_SHORT.fullmatch(block.text))
    ]
    outlets = [outlet for outlet in map(squeezed, seen.outlets) if len(outlet) >= SHORTEST_OUTLET]
    for name, origin in (*stated, *signed):
        key = squeezed(name)
        is_name = PEN_NAME.fullmatch(name) and not GENERIC.search(name) and not NO_PERSON.search(name)
        if is_name and not any(key in outlet or outlet in key for outlet in outlets):
            return Found((name,), origin, name)
    return None


def _says_better(shown: Shown, stated: Sequence[str]) -> bool:
    """A byline that names more people than the head, or a signed one that names others: heads name who put it up."""
    if shown.is_one and {_plain(name) for name in stated} < {_plain(name) for name in shown.people}:
        return True
    if shown.is_one and any(map(has_given_name, shown.people)) and not any(" " in name for name in stated):
        return True
    lines = squeezed(" ".join(shown.lines))
    named = any(" " in person for person in shown.people)  # not by a nickname
    return bool(lines) and named and not any(squeezed(person) in lines for person in stated)


def _outlets(seen: Evidence) -> tuple[str, ...]:
    """The site's names that are no author's: a site may be named after the person who writes it."""
    lines = squeezed(" ".join(b.text for story in seen.page.stories for b in seen.blocks(story, "byline")))
    signed = {squeezed(name) for names, _ in stated_authors(seen) for name in names if _is_persons(name)}
    signed |= {key for name in seen.outlets if _is_persons(name) and (key := squeezed(name)) in lines}
    return tuple(name for name in seen.outlets if squeezed(name.partition(".")[0]) not in signed)


def _plain(name: str) -> str:
    """The name for comparing: `Dr. Ada Brandt` is Ada Brandt."""
    return squeezed(HONORIFIC.sub("", name))


def _is_persons(name: str) -> bool:
    return has_given_name(name) and len(name.split()) <= 3 and looks_like_person(name)


def stated_authors(seen: Evidence) -> Iterator[tuple[Sequence[str], str]]:
    """The names that the head gives as authors, and where."""
    head = seen.page.head
    yield [_capitalised(named.name) for named in seen.linked.authors if named.is_person is not False], "json-ld"
    if CARD_LABEL.search(head.first("twitter:label1") or ""):
        yield [head.first("twitter:data1") or ""], "meta twitter:data1"
    for name in AUTHOR_META:
        values = [value for key, value in head.meta if key == name]
        yield [_turned(value) if name == "citation_author" else _capitalised(value) for value in values], f"meta {name}"


def _capitalised(name: str) -> str:
    """`ada brandt` as `Ada Brandt`: a full name as its owner typed it; one word is a handle."""
    is_full = name.islower() and 2 <= len(name.split()) <= 3 and name.replace(" ", "").isalpha()
    return name.title() if is_full else name


def _turned(name: str) -> str:
    """`Brandt, Ada` as `Ada Brandt`: the way library catalogues write a name."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name
