"""Bylines that stand in a story: whom they name, and how sure that they are the story's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tasks.describe.evidence import Evidence
from tasks.describe.labels import BY, BY_OF_GIVEN, SHORT, SIGNED, WORK
from tasks.describe.people import has_given_name, named_in_letters, people_of, small_words
from tasks.page import Block, Story
from tasks.words import UPPER, n_words

BYLINE = re.compile(rf"^\s*(?:{SIGNED}\s+)?(?:(?:{BY})\s*:?\s+(?=(?-i:[{UPPER}]))|by(?=(?-i:[A-Z][a-z])))", re.I)
BYLINE_OF_GIVEN = re.compile(rf"^(?:{BY_OF_GIVEN})\s+(?=(?-i:[{UPPER}]))", re.I)
# A label whose name stands in the next block, and one that names somebody else.
LABEL_ALONE = re.compile(rf"^(?:[\w-]+\s+)?(?:{BY}|{SHORT})\s*:?$", re.I)
OTHER_LABEL = re.compile(rf"^(?!(?:{WORK}|published|contributed|submitted)\b)[\w-]+\s+by\s*:?$", re.I)
LATER_BY = re.compile(rf"\b(?i:by)\s+[{UPPER}]")
AUTHOR_HOOK = re.compile(
    r"\bauthor\b(?![-_](?:desc|bio|title|role|job))|author[-_]{1,2}(?:name|link)|byline[-_]{1,2}name", re.I
)
# The folder of a site that holds its authors' own pages.
AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|i|in|a|e)?|auteurs?|signataires?|contributors?|writers?|journalists?|journalistes?|byline|"
    r"profiles?)/",
    re.I,
)
TEXT_ROLES = ("body", "standfirst", "credit")
RUN_GAP = 3  # blocks between two bylines of one story
LONGEST_BYLINE = 15  # words
BEFORE, PARAGRAPHS = 8, 3  # a story's byline stands from so many blocks before its headline to this paragraph


@dataclass(frozen=True, slots=True)
class Shown:
    """The people a story's bylines name. `is_one`: one line, or signed lines, name them all.

    `lines`: the text of the bylines about the headline where these are signed; empty otherwise. `raw`: the lines read.
    """

    people: tuple[str, ...] = ()
    is_one: bool = False
    lines: tuple[str, ...] = ()
    raw: str = ""


def looks_like_byline(text: str) -> bool:
    """Is the whole line a byline (`By Ada Brandt and Max Roe`)? Called on short lines."""
    if n_words(text) > LONGEST_BYLINE:
        return False
    if BYLINE.match(text):
        return bool(people_of([text]))
    people = people_of([text]) if BYLINE_OF_GIVEN.match(text) else ()
    return bool(people) and all(map(has_given_name, people))


def shown_authors(story: Story, seen: Evidence, outlets: Sequence[str]) -> Shown:
    """The people in the bylines about the story's headline, else behind its text."""
    marks = seen.page.marks
    own = [b for b in seen.blocks(story, "byline", "time", *TEXT_ROLES) if b.tag not in ("img", "figcaption")]
    start, stop = _about_headline(story, seen)
    near, far = [b for b in own if start <= b.index < stop], [b for b in own if b.index >= stop]
    plain = {block.index for block in near if marks[block.index].role in ("byline", "time")}
    for blocks in (near, far):
        bylines = [block for block in blocks if marks[block.index].role == "byline"]
        signed = [block for block in blocks if _is_signed(block, marks[block.index].role)]
        linked = [b for b in bylines if _is_linked(b) or marks[b.index].rule == "byline-said"]
        for group in (_under_label(bylines), signed, linked):
            run = _first_run(group)
            if blocks is far and len(run) < len(group):
                continue  # several behind the text are teasers'
            if people := people_of([block.text for block in run], outlets):
                is_one = group is signed or len(people_of([run[0].text], outlets)) == len(people)
                by_name = blocks is near and any(looks_like_byline(block.text) for block in run)
                lines = tuple(block.text for block in bylines) if by_name else ()
                return Shown(people, is_one, lines, " | ".join(block.text for block in run))
        if blocks is near and (found := _unsigned([b for b in near if b.index in plain], seen, outlets)):
            return found
    return Shown()


def _about_headline(story: Story, seen: Evidence) -> tuple[int, int]:
    """Where the story's own byline stands: from before its headline, or its text, to one of its first paragraphs."""
    text = [block.index for block in seen.blocks(story, "body")]
    heads = [b.index for b in seen.page.blocks if b.tag == "h1"] if seen.is_alone else []
    heads += [block.index for block in seen.blocks(story, "headline")]
    first = min((i for i in (*heads, *text[:1])), default=0)
    last = max([i for i in heads if i < text[0]], default=first) if text else first
    text = [i for i in text if i > last]
    return max(0, first - BEFORE), text[PARAGRAPHS - 1] if len(text) >= PARAGRAPHS else len(seen.page.blocks)


def _is_signed(block: Block, role: str) -> bool:
    """A line that is a byline, or a time's with the author behind it (`Published 7 August 2023 by Ada Brandt`)."""
    if looks_like_byline(block.text):
        return True
    return role in ("byline", "time") and LATER_BY.search(block.text) is not None


def _is_linked(block: Block) -> bool:
    return AUTHOR_HOOK.search(hooks_of(block)) is not None or AUTHOR_PAGE.search(block.href or "") is not None


def hooks_of(block: Block) -> str:
    """The words of the block's own element and of those in it."""
    return f"{block.inner} {(block.hooks or ('',))[-1]}"


def _under_label(bylines: Sequence[Block]) -> list[Block]:
    """The block behind a label that stands alone (`Written by`)."""
    pairs = zip(bylines, bylines[1:], strict=False)
    return [b for a, b in pairs if LABEL_ALONE.match(a.text) and not OTHER_LABEL.match(a.text)]


def _unsigned(bylines: Sequence[Block], seen: Evidence, outlets: Sequence[str]) -> Shown | None:
    """Names in lines that only their place and hooks make bylines: those whose words are nowhere on the page common."""
    if not bylines:
        return None
    small = small_words(block.text for block in seen.page.blocks)
    for block in bylines:
        people = people_of([block.text], outlets)
        whole = [person for person in people if " " in person]
        if whole and all(named_in_letters(person, small) for person in people):
            return Shown(tuple(whole), raw=block.text)
    return None


def _first_run(blocks: Sequence[Block]) -> list[Block]:
    """The bylines that stand together: further ones belong to teasers and to biographies."""
    run: list[Block] = []
    for block in blocks:
        if run and block.index - run[-1].index > RUN_GAP:
            break
        run.append(block)
    return run
