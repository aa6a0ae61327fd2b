"""Who wrote a story: what the page states in its head, else the bylines that stand in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.describe.evidence import Evidence
from tasks.describe.people import people_of
from tasks.describe.times import split_source_and_time
from tasks.page import Block, Story
from tasks.words import n_words

AUTHOR_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "dc.author", "cxenseparse:author", "article:author_name", "citation_author",
)  # fmt: skip
CARD_LABEL = re.compile(r"written by|author|verfasst von|geschrieben von|écrit par|escrito por|scritto da", re.I)
BYLINE = re.compile(
    r"^\s*(?:(?:written|reported|posted|story|words|text)\s+)?(?:by|von|par|por)\s*:?\s+(?=(?-i:[A-ZÀ-ÞŁŠŽ]))", re.I
)
AUTHOR_HOOK = re.compile(r"\bauthor\b|author[-_]{1,2}(?:name|link)|byline[-_]{1,2}name", re.I)
TEXT_ROLES = ("body", "standfirst", "credit")
RUN_GAP = 3  # blocks between two bylines of one story
LONGEST_BYLINE = 15  # words


def looks_like_byline(text: str) -> bool:
    """Is the whole line a byline (`By Ada Brandt and Max Roe`)? Called on short lines."""
    return n_words(text) <= LONGEST_BYLINE and BYLINE.match(text) is not None and bool(people_of([text]))


def choose_authors(story: Story, seen: Evidence) -> tuple[tuple[str, ...], str] | None:
    """The people who wrote it and where they were found; a byline that names more of them than the head goes first."""
    shown = _shown(story, seen)
    for names, origin in _stated(seen) if seen.is_alone else ():
        if people := people_of(names, seen.outlets):
            return (shown, "byline") if set(people) < set(shown) else (people, origin)
    return (shown, "byline") if shown else None


def _stated(seen: Evidence) -> Iterator[tuple[Sequence[str], str]]:
    head = seen.page.head
    yield [named.name for named in seen.linked.authors if named.is_person is not False], "json-ld"
    if CARD_LABEL.search(head.first("twitter:label1") or ""):
        yield [head.first("twitter:data1") or ""], "meta twitter:data1"
    for name in AUTHOR_META:
        values = [value for key, value in head.meta if key == name]
        yield [_turned(value) if name == "citation_author" else value for value in values], f"meta {name}"


def _shown(story: Story, seen: Evidence) -> tuple[str, ...]:
    """The people in the story's byline blocks, else in a line of its text that is a byline."""
    marked = [block for block in seen.blocks(story, "byline") if block.tag != "img"]
    lines = [block for block in seen.blocks(story, *TEXT_ROLES) if looks_like_byline(block.text)]
    signed = [block for block in marked if looks_like_byline(block.text)]
    linked = [
        block for block in marked if AUTHOR_HOOK.search(block.inner) or AUTHOR_HOOK.search((block.hooks or ("",))[-1])
    ]
    for blocks in (signed, linked, lines, marked[:1]):
        people = people_of([b.text for b in _first_run(blocks) if not split_source_and_time(b.text)], seen.outlets)
        if people:
            return people
    return ()


def _first_run(blocks: Sequence[Block]) -> list[Block]:
    """The bylines that stand together: further ones belong to teasers and to biographies."""
    run: list[Block] = []
    for block in blocks:
        if run and block.index - run[-1].index > RUN_GAP:
            break
        run.append(block)
    return run


def _turned(name: str) -> str:
    """`Brandt, Ada` as `Ada Brandt`: the way library catalogues write a name."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma else name
