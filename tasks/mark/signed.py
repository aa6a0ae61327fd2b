"""Times and bylines about the headline that the block model took for furniture: known by what they say.

Sites set them in more ways than a model trained on their text learns; the words are alike everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tasks.describe.authors import AUTHOR_HOOK, AUTHOR_PAGE, LABEL_ALONE, looks_like_byline
from tasks.describe.people import named_in_letters, people_of, small_words
from tasks.describe.times import looks_like_time, read_time
from tasks.describe.times.patterns import LABELLED
from tasks.describe.titles import squeezed
from tasks.page import Block, Mark
from tasks.words import n_words

BEFORE, AFTER = 4, 30  # blocks around the headline
ABOVE = 12  # blocks before the text
BEHIND = 12  # blocks behind it
LONG = 25  # words of a paragraph; the second such ends what stands about the headline
LONGEST = 15  # words of a line that says who or when
BESIDE = 6  # other words in a line that holds a day
TOGETHER = 3  # blocks between two such lines that belong together
TAKEN_FOR = ("other_furniture", "related", "navigation")
WORD = re.compile(r"[^\W\d_]+")
PICTURE = re.compile(r"caption|media|photo|image|figure|picture|gallery|credit|foto|bild", re.I)
POSSESSIVE = re.compile(r"['’]s\b")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Folders of a site that hold people's pages, and other things too.
PERSON_PAGE = re.compile(
    r"/(?:people|person|team|staff|experts?|redaktion|redaction|redazione|equipe|about|bio)/", re.I
)


def mark_signed(blocks: Sequence[Block], marks: Sequence[Mark], rule: str) -> list[Mark]:
    """The marks, with `time` and `byline` for what `rule` cut about the headline, or alone behind the text."""
    done = list(marks)
    headlines = [i for i, mark in enumerate(marks) if mark.role == "headline"]
    text = [i for i, mark in enumerate(marks) if mark.role == "body" and n_words(blocks[i].text) >= LONG]
    if len(headlines) > 1 or not text:
        return done
    head, tail = _zones(headlines, text, len(blocks))
    lines = Lines(blocks)
    for role, says in (("time", lines.say_when), ("byline", lines.say_who)):
        if any(done[i].role == role and not LABEL_ALONE.match(blocks[i].text) for i in head):
            continue
        found = _nearest([i for i in head if _is_open(blocks[i], done[i], rule) and says(i)], text[0])
        if not found and all(mark.role != role for mark in done):
            found = [i for i in tail if _is_open(blocks[i], done[i], rule) and says(i)]
            found = found if len({blocks[i].text for i in found}) == 1 else []  # several are teasers'
        for i in found:
            done[i] = replace(done[i], role=role, rule=f"{role}-said", score=0.7)
    return done


def _zones(headlines: Sequence[int], text: Sequence[int], n: int) -> tuple[list[int], range]:
    """The blocks about the headline and before the text, and those behind the text."""
    stop = text[1] if len(text) > 1 else n
    head = set(range(max(0, text[0] - ABOVE), min(stop, text[0] + AFTER)))
    if headlines and headlines[0] < text[0]:
        head |= set(range(max(0, headlines[0] - BEFORE), min(stop, headlines[0] + AFTER)))
    return sorted(head), range(text[-1] + 1, min(n, text[-1] + 1 + BEHIND))


def _is_open(block: Block, mark: Mark, rule: str) -> bool:
    is_line = block.tag != "img" and block.tag not in HEADINGS and n_words(block.text) <= LONGEST
    return is_line and mark.rule == rule and mark.role in TAKEN_FOR


def _nearest(found: Sequence[int], text: int) -> list[int]:
    """The nearest to the text's start, of equals the earlier, and those that stand together with it."""
    run: list[int] = []
    for i in sorted(found, key=lambda i: (abs(i - text), i)):
        if not run or min(abs(i - j) for j in run) <= TOGETHER:
            run.append(i)
    return sorted(run)


@dataclass(frozen=True)
class Lines:
    """What a page's lines say of who and when."""

    blocks: Sequence[Block]

    @cached_property
    def small(self) -> frozenset[str]:
        return small_words(block.text for block in self.blocks)

    def say_when(self, i: int) -> bool:
        """A time alone, a `time` element, or a day among a few other words (`Essay · Published: 2025.12.17`)."""
        text = self.blocks[i].text
        if looks_like_time(text):
            return True
        time = read_time(text)
        if time is None or time.at is None or time.precision not in ("minute", "day"):
            return bool(self.blocks[i].stamp) and n_words(text) <= BESIDE
        before, _, after = text.partition(time.raw)
        return len(WORD.findall(f"{before} {after}")) <= BESIDE or LABELLED.search(before) is not None

    def say_who(self, i: int) -> bool:
        """`By` and a name, or a name that a label, hooks, a link or a portrait say is the author's."""
        block = self.blocks[i]
        if looks_like_byline(block.text):
            return True
        if PICTURE.search((block.hooks or ("",))[-1]):
            return False
        people = people_of([block.text])
        if not people or 2 * sum(n_words(person) for person in people) < n_words(block.text):
            return False
        if i and LABEL_ALONE.match(self.blocks[i - 1].text):
            return True
        return self._is_author(block, people[0]) or self._is_bare_name(block, people)

    def _is_author(self, block: Block, person: str) -> bool:
        if AUTHOR_HOOK.search(f"{(block.hooks or ('',))[-1]} {block.inner}".replace("_", "-")):
            return True
        name, link = squeezed(person), block.href or ""
        if AUTHOR_PAGE.search(link) or (PERSON_PAGE.search(link) and name in squeezed(link)):
            return True
        near = self.blocks[max(0, block.index - 2) : block.index + 3]
        return " " in person and any(name in squeezed(b.text) for b in near if b.tag == "img")

    def _is_bare_name(self, block: Block, people: Sequence[str]) -> bool:
        """A full name and nothing else, next to a time, that links nowhere and holds no common word of the page."""
        if people != (block.text.strip(),) or not 2 <= n_words(people[0]) <= 4 or block.href:
            return False
        if POSSESSIVE.search(people[0]):
            return False
        near = [i for i in range(block.index - 2, block.index + 3) if 0 <= i < len(self.blocks) and i != block.index]
        return any(looks_like_time(self.blocks[i].text) for i in near) and named_in_letters(people[0], self.small)
