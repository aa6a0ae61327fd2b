"""What a page's lines say of who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tasks.describe.bylines import AUTHOR_HOOK, AUTHOR_PAGE, LABEL_ALONE, OTHER_LABEL, looks_like_byline
from tasks.describe.people import EDGE, has_given_name, has_office, named_in_letters, people_of, small_words
from tasks.describe.times import looks_like_byline_of_names, looks_like_time, read_time
from tasks.describe.times.patterns import LABELLED
from tasks.describe.titles import squeezed
from tasks.mark.lines import ends_sentence
from tasks.page import Block
from tasks.words import n_words

MOST_TOLD = 4  # paragraphs that tell whom a story is of
QUOTES = "«»„“”\"'"
OUTLET = 4  # words of its name
IDEOGRAPHS = 6  # of a name in a script without capitals
BEHIND_NAME = re.compile(r",\s|\s[|·•/–—-]\s")  # stands between a writer and the outlet
BESIDE = 6  # other words in a line that holds a day
TOGETHER = 3  # blocks between two such lines that belong together
WORD = re.compile(r"[^\W\d_]+")
PICTURE = re.compile(r"caption|media|photo|image|figure|picture|gallery|credit|foto|bild", re.I)
POSSESSIVE = re.compile(r"['’]s\b")
JOINED = re.compile(r"(?:^|[\s,])(?:and|und|et|y|e|och|og|en|&|,)\s*$|,\s*\d*\s*,?$", re.I)
LIST = re.compile(r"\s*[,;&]\s*(?:and\s+)?|\s+(?:and|und|et|y|e)\s+")
# Somebody's own page in a folder that holds other things too.
PERSON_PAGE = re.compile(
    r"/(?:people|person|team|staff|redaktion|redaction|redazione|equipe)/(?P<who>[^/?#]+)/?$", re.I
)
# Elements of other names than the author's.
NO_AUTHOR = re.compile(
    rf"{PICTURE.pattern}|tags?\b|categor|topic|keyword|breadcrumb|menu|\bnav|description|\bbio\b|role|job|product", re.I
)


def _is_others(block: Block) -> bool:
    """Is the element a button, tag, menu or the like?"""
    return block.tag == "button" or NO_AUTHOR.search(" ".join((*block.hooks[-1:], block.inner))) is not None


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
