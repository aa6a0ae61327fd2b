"""Times and bylines about the headline that the block model took for furniture: known by what they say.

Sites set them in more ways than a model trained on their text learns; the words are alike everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from tasks.describe.bylines import AUTHOR_HOOK, AUTHOR_PAGE, LABEL_ALONE, OTHER_LABEL, looks_like_byline
from tasks.describe.people import EDGE, has_given_name, has_office, named_in_letters, people_of, small_words
from tasks.describe.times import looks_like_byline_of_names, looks_like_time, read_time
from tasks.describe.times.patterns import ABSOLUTE, LABELLED, RELATIVE
from tasks.describe.titles import squeezed
from tasks.mark.lines import ends_sentence
from tasks.page import Block, Mark
from tasks.words import n_words

BEFORE, AFTER = 4, 30  # blocks around the headline
ABOVE = 12  # blocks before the text
BEHIND = 12  # blocks behind it
MOST_TOLD = 4  # paragraphs that tell whom a story is of
LONG = 25  # words of a paragraph, where a page has such; the second such ends what stands about the headline
SHORT = 8  # the same where it has none of as many words as a line that says who or when
LONGEST = 15  # words of a line that says who or when
QUOTES = "«»„“”\"'"
OUTLET = 4  # words of its name
IDEOGRAPHS = 6  # of a name in a script without capitals
BEHIND_NAME = re.compile(r",\s|\s[|·•/–—-]\s")  # stands between a writer and the outlet
BESIDE = 6  # other words in a line that holds a day
TOGETHER = 3  # blocks between two such lines that belong together
TAKEN_FOR = ("other_furniture", "related", "navigation", "advert")
TAKEN_FOR_ON_TEXT = (*TAKEN_FOR, "subhead")  # the line model does not tell short lines apart
WORD = re.compile(r"[^\W\d_]+")
PICTURE = re.compile(r"caption|media|photo|image|figure|picture|gallery|credit|foto|bild", re.I)
POSSESSIVE = re.compile(r"['’]s\b")
JOINED = re.compile(r"(?:^|[\s,])(?:and|und|et|y|e|och|og|en|&|,)\s*$|,\s*\d*\s*,?$", re.I)
LIST = re.compile(r"\s*[,;&]\s*(?:and\s+)?|\s+(?:and|und|et|y|e)\s+")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Somebody's own page in a folder that holds other things too.
PERSON_PAGE = re.compile(
    r"/(?:people|person|team|staff|redaktion|redaction|redazione|equipe)/(?P<who>[^/?#]+)/?$", re.I
)
OTHER_PERSON = re.compile(
    r"^(?:medically |fact[- ])?(?:edited|reviewed|checked|translated|updated)(?: and [\w-]+)? by\b", re.I
)
# Elements of other names than the author's.
NO_AUTHOR = re.compile(
    rf"{PICTURE.pattern}|tags?\b|categor|topic|keyword|breadcrumb|menu|\bnav|description|\bbio\b|role|job|product", re.I
)


def mark_signed(blocks: Sequence[Block], marks: Sequence[Mark], rule: str) -> list[Mark]:
    """The marks, with `time` and `byline` for what `rule` cut about the headline, or alone behind the text."""
    done = list(marks)
    headlines = [i for i, mark in enumerate(marks) if mark.role == "headline"]
    lengths = {i: n_words(blocks[i].text) for i, mark in enumerate(marks) if mark.role == "body"}
    text = _paragraphs(lengths)
    headlines = [i for i in headlines if text and i < text[-1]]  # those behind the text are teasers'
    if len(headlines) > 1 or not text:
        return done
    head, tail = _zones(headlines, text, len(blocks))
    lines = Lines(blocks, text, *headlines)
    for role, says, says_last in (("time", lines.say_when, lines.date_off), ("byline", lines.say_who, lines.sign_off)):
        if any(_is_said(blocks[i], done[i], role) for i in head):
            continue
        open_lines = [i for i in head if _is_open(blocks[i], done[i], rule, role) and says(i)]
        labelled = [i for i in open_lines if role == "byline" and lines.is_labelled(i)]
        found = _nearest(labelled or open_lines, text[0])
        if labelled:
            found = lines.with_others(found, [i for i in head if _is_open(blocks[i], done[i], rule, role)])
        if not found and not any(_is_said(b, m, role) for b, m in zip(blocks, done, strict=True)):
            found = [i for i in tail if _is_open(blocks[i], done[i], rule, role) and says_last(i)]
            if len({blocks[i].text for i in found}) > 1:  # teasers', but for a name right behind the text
                found = [i for i in found[:1] if role == "byline" and i < tail[0] + TOGETHER and lines.is_given(i)]
        if role == "time" and _are_entries(found, lengths):
            continue
        for i in found:
            done[i] = replace(done[i], role=role, rule=f"{role}-said", score=0.7)
    return done


def _paragraphs(lengths: Mapping[int, int]) -> list[int]:
    """The blocks as long as paragraphs are on this page: of the greatest of three lengths that any has."""
    for least in (LONG, LONGEST, SHORT):
        if text := [i for i, n in lengths.items() if n >= least]:
            return text
    return []


def _are_entries(found: Sequence[int], paragraphs: Container[int]) -> bool:
    """Are these times over the parts of a timeline, with text between each and the next?"""
    pairs = [range(a + 1, b) for a, b in pairwise(found)]
    return bool(pairs) and all(any(i in paragraphs for i in between) for between in pairs)


def _is_said(block: Block, mark: Mark, role: str) -> bool:
    """Does the line already say it? What an element's name alone made a time or byline may hold neither."""
    if mark.role != role:
        return False
    if role == "byline":
        return not _names_no_author(block.text)
    return bool(block.stamp) or _tells_day(block.text)


def _tells_day(text: str) -> bool:
    """A clock alone (`Stand: 20:03 Uhr`) tells none."""
    return any(pattern.search(text) for pattern in (*RELATIVE, *ABSOLUTE))


def _names_no_author(text: str) -> bool:
    """A label whose name stands elsewhere (`Written by`), a line that names somebody else (`Edited by Max Roe`) or none."""
    if LABEL_ALONE.match(text) or OTHER_PERSON.match(text):
        return True
    return WORD.search(text) is None or looks_like_time(text)


def _zones(headlines: Sequence[int], text: Sequence[int], n: int) -> tuple[list[int], range]:
    """The blocks about the headline and before the text, and those behind the text."""
    stop = text[1] if len(text) > 1 else n
    head = set(range(max(0, text[0] - ABOVE), min(stop, text[0] + AFTER)))
    if headlines and headlines[0] < text[0]:
        head |= set(range(max(0, headlines[0] - BEFORE), min(stop, headlines[0] + AFTER)))
    return sorted(head), range(text[-1] + 1, min(n, text[-1] + 1 + BEHIND))


def _is_open(block: Block, mark: Mark, rule: str, role: str) -> bool:
    """A short line that the model cut. A heading may hold a time (`News | 1 July 2025`), but names in headings are titles'."""
    is_line = block.tag != "img" and n_words(block.text) <= LONGEST
    fits = role == "time" or block.tag not in HEADINGS
    taken_for = TAKEN_FOR if block.path else TAKEN_FOR_ON_TEXT
    return is_line and fits and mark.rule == rule and mark.role in taken_for


def _is_others(block: Block) -> bool:
    """Is the element a button, tag, menu or the like?"""
    return block.tag == "button" or NO_AUTHOR.search(" ".join((*block.hooks[-1:], block.inner))) is not None


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
    text: Sequence[int]  # the long paragraphs among them
    headline: int | None = None

    @cached_property
    def small(self) -> frozenset[str]:
        return small_words(block.text for block in self.blocks)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The words of the first paragraphs, without what stands about them."""
        lines = [self.blocks[i].text for i in self.text[:MOST_TOLD]]
        return tuple(" ".join(re.findall(r"\w+", POSSESSIVE.sub("", line))) for line in lines)

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

    def date_off(self, i: int) -> bool:
        """A time behind the text: alone, or a `time` element. Among other words there it dates something else."""
        text = self.blocks[i].text
        return looks_like_time(text) or (bool(self.blocks[i].stamp) and n_words(text) <= BESIDE)

    def say_who(self, i: int) -> bool:
        """`By` and a name, or a name that a label, a link, a portrait or the time beside it say is the author's."""
        if self.sign(i):
            return True
        if self.is_labelled(i):
            return True
        block, label = self.blocks[i], self.blocks[i - 1].text if i else ""
        if label.endswith(":") or (" " not in block.text and not block.href) or _is_others(block):
            return False
        if self._is_under_headline(i) and looks_like_byline_of_names(block.text):
            return True
        people = self._people(i)
        return bool(people) and (
            self._has_page(block, people[0])
            or self._has_portrait(i, people[0])
            or has_office(block.text, people[0])
            or self._is_bare_name(i, people)
            or self._is_with_outlet(i, people[0])
        )

    def is_labelled(self, i: int) -> bool:
        """Names under a line that is their label (`Written by`), or with it in their own."""
        label = self.blocks[i - 1].text if i else ""
        under = LABEL_ALONE.match(label) is not None and not OTHER_LABEL.match(label)
        block = self.blocks[i]
        return bool(people_of([block.text])) and not _is_others(block) if under else looks_like_byline(block.text)

    def with_others(self, found: Sequence[int], candidates: Sequence[int]) -> list[int]:
        """These lines and the names that go on from them: behind a comma, an `and`, or lines that are only these."""
        run, at = set(found), max(found)
        for i in sorted(i for i in candidates if i > at):
            if i > at + TOGETHER:
                break
            text = " ".join(self.blocks[j].text for j in range(at, i))
            is_name = all(named_in_letters(person, self.small) for person in self._people(i))
            if self._people(i) and is_name and (JOINED.search(text) or JOINED.match(self.blocks[i].text)):
                run.add(i)
                at = i
        return sorted(run)

    def sign(self, i: int) -> bool:
        """A byline by its words, or a name in an element that is the author's."""
        block = self.blocks[i]
        if looks_like_byline(block.text):
            return True
        own = block.hooks[-1] if block.hooks else ""
        is_author = AUTHOR_HOOK.search(f"{own} {block.inner}".replace("_", "-")) or AUTHOR_PAGE.search(block.href or "")
        return bool(is_author) and not PICTURE.search(own) and bool(self._people(i))

    def _people(self, i: int) -> tuple[str, ...]:
        """The people named, where the line holds little else."""
        text = self.blocks[i].text
        people = people_of([text])
        if people and has_office(text, people[0]):
            return people
        is_most = 2 * sum(map(n_words, people)) >= n_words(text) or (people and BEHIND_NAME.match(text, len(people[0])))
        return people if is_most else ()

    def _has_page(self, block: Block, person: str) -> bool:
        found = PERSON_PAGE.search(block.href or "")
        return found is not None and squeezed(found["who"]) == squeezed(person)

    def _has_portrait(self, i: int, person: str) -> bool:
        near = self.blocks[max(0, i - 2) : i + 3]
        pictured = any(squeezed(person) in squeezed(block.text) for block in near if block.tag == "img")
        return pictured and " " in person and named_in_letters(person, self.small)

    def _is_bare_name(self, i: int, people: Sequence[str]) -> bool:
        """Full names and nothing else, next to a time or with given names, that hold no common word of the page."""
        name, block = self.blocks[i].text.strip(EDGE), self.blocks[i]
        is_name = LIST.sub("", name) == "".join(people) and all(2 <= len(person.split()) <= 4 for person in people)
        if not is_name or block.href or POSSESSIVE.search(name):
            return False
        near = [j for j in range(i - 2, i + 3) if 0 <= j < len(self.blocks) and j != i]
        is_cased = any(map(str.isupper, name)) or len(name) <= IDEOGRAPHS
        is_placed = (is_cased and self._is_under_headline(i)) or any(looks_like_time(self.blocks[j].text) for j in near)
        if not all(map(has_given_name, people)) and not is_placed:
            return False
        return all(named_in_letters(person, self.small) and not self._is_told_of(person) for person in people)

    def _is_under_headline(self, i: int) -> bool:
        """Right under the headline of a page without elements, and right over its text?"""
        is_between = i - 1 == self.headline and i + 1 < len(self.blocks) and ends_sentence(self.blocks[i + 1].text)
        return is_between and self.blocks[i].tag == "line"

    def _is_with_outlet(self, i: int, person: str) -> bool:
        """A full name, and one of an outlet behind a comma or a sign, that hold no common word of the page."""
        name, outlet = (*BEHIND_NAME.split(self.blocks[i].text, maxsplit=1), "")[:2]
        words = outlet.split()
        if name != person or not 2 <= len(name.split()) <= 4 or not 0 < len(words) <= OUTLET:
            return False
        is_outlet = outlet[-1] not in ".!?:," and outlet.strip(QUOTES)[:1].isupper()
        return is_outlet and named_in_letters(person, self.small) and not self._is_told_of(person)

    def _is_told_of(self, person: str) -> bool:
        """Does the text speak of somebody of that name, other than in a line that begins with it (a biography)?"""
        last, first = person.split()[-1], person.split()[0]
        return any(last in line.split() for line in self.told if not line.startswith(first))

    def sign_off(self, i: int) -> bool:
        """A byline behind the text: as one about the headline, but a name without a label must begin as people's do."""
        return self.sign(i) or (self.say_who(i) and self.is_given(i))

    def is_given(self, i: int) -> bool:
        """Do all the people named have given names?"""
        return all(map(has_given_name, self._people(i)))
