"""Who wrote a story: what the page states in its head, else the bylines that stand in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tasks.describe.evidence import Evidence
from tasks.describe.people import looks_like_person, named_in_letters, people_of, small_words
from tasks.describe.titles import squeezed
from tasks.page import Block, Story
from tasks.words import n_words

AUTHOR_META = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "dc.author", "cxenseparse:author", "article:author_name", "citation_author",
)  # fmt: skip
CARD_LABEL = re.compile(r"written by|author|verfasst von|geschrieben von|écrit par|escrito por|scritto da", re.I)
BYLINE = re.compile(
    r"^\s*(?:(?:written|reported|posted|story|words|text)\s+)?"
    r"(?:by|von|par|por|author|autor(?:in)?(?:/autor(?:in)?)?|autora|auteure?|autore)\s*:?\s+(?=(?-i:[A-ZÀ-ÞŁŠŽ]))",
    re.I,
)
# A label whose name stands in the next block, and one that names somebody else.
LABEL_ALONE = re.compile(r"^(?:[\w-]+\s+)?(?:by|von|par|por|di|autor(?:in|a|e)?|auteur|authors?)\s*:?$", re.I)
OTHER_LABEL = re.compile(r"^(?!(?:written|posted|published|words|story|text|reported)\b)[\w-]+\s+by\s*:?$", re.I)
LATER_BY = re.compile(r"\b(?i:by)\s+[A-ZÀ-ÞŁŠŽ]")
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


def looks_like_byline(text: str) -> bool:
    """Is the whole line a byline (`By Ada Brandt and Max Roe`)? Called on short lines."""
    return n_words(text) <= LONGEST_BYLINE and BYLINE.match(text) is not None and bool(people_of([text]))


def choose_authors(story: Story, seen: Evidence) -> tuple[tuple[str, ...], str] | None:
    """The people who wrote it and where they were found; a byline that names more of them than the head goes first."""
    outlets = _outlets(seen)
    shown, is_one = _shown(story, seen, outlets)
    for names, origin in _stated(seen) if seen.is_alone else ():
        if people := people_of(names, outlets):
            return (shown, "byline") if is_one and set(people) < set(shown) else (people, origin)
    return (shown, "byline") if shown else None


def _outlets(seen: Evidence) -> tuple[str, ...]:
    """The site's names that are no author's: a page may say that its site is named after the person who writes it."""
    signed = {squeezed(n.name) for n in seen.linked.authors if n.is_person} | {
        squeezed(BYLINE.sub("", block.text))
        for story in seen.page.stories
        for block in seen.blocks(story, "byline")
        if BYLINE.match(block.text) or AUTHOR_HOOK.search(_hooks(block))
    }
    rivals = {squeezed(name) for name in seen.linked.organisations}
    named = [name for name in seen.outlets if squeezed(name) in signed - rivals and 2 <= len(name.split()) <= 3]
    small = small_words(block.text for block in seen.page.blocks) if named else frozenset()
    own = {squeezed(name) for name in named if looks_like_person(name) and named_in_letters(name, small)}
    return tuple(name for name in seen.outlets if squeezed(name) not in own)


def _stated(seen: Evidence) -> Iterator[tuple[Sequence[str], str]]:
    head = seen.page.head
    yield [named.name for named in seen.linked.authors if named.is_person is not False], "json-ld"
    if CARD_LABEL.search(head.first("twitter:label1") or ""):
        yield [head.first("twitter:data1") or ""], "meta twitter:data1"
    for name in AUTHOR_META:
        values = [value for key, value in head.meta if key == name]
        yield [_turned(value) if name == "citation_author" else value for value in values], f"meta {name}"


def _shown(story: Story, seen: Evidence, outlets: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The people in the bylines about the story's headline, else behind its text; does one line, or do signed ones?"""
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
                return people, group is signed or len(people_of([run[0].text], outlets)) == len(people)
        if blocks is near and (people := _unsigned([b for b in near if b.index in plain], seen, outlets)):
            return people, False
    return (), False


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
    return AUTHOR_HOOK.search(_hooks(block)) is not None or AUTHOR_PAGE.search(block.href or "") is not None


def _hooks(block: Block) -> str:
    return f"{block.inner} {(block.hooks or ('',))[-1]}"


def _under_label(bylines: Sequence[Block]) -> list[Block]:
    """The block behind a label that stands alone (`Written by`)."""
    pairs = zip(bylines, bylines[1:], strict=False)
    return [b for a, b in pairs if LABEL_ALONE.match(a.text) and not OTHER_LABEL.match(a.text)]


def _unsigned(bylines: Sequence[Block], seen: Evidence, outlets: Sequence[str]) -> tuple[str, ...]:
    """Names in lines that only their place and hooks make bylines: those whose words are nowhere on the page common."""
    if not bylines:
        return ()
    small = small_words(block.text for block in seen.page.blocks)
    for block in bylines:
        people = people_of([block.text], outlets)
        whole = [person for person in people if " " in person]
        if whole and all(named_in_letters(person, small) for person in people):
            return tuple(whole)
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
