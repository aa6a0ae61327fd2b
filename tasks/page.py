"""The records that go from step to step. They are frozen: a step takes a page and returns a page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime

from tasks.words import n_words

STORY_ROLES = ("headline", "standfirst", "body", "subhead", "caption", "credit", "byline", "source", "time")
CUT_ROLES = (
    "app_banner", "comments", "related", "share", "newsletter", "navigation", "cookie_notice", "advert", "legal",
    "placeholder", "image_alt", "repeat", "other_furniture",
)  # fmt: skip
BODY_ROLES = ("standfirst", "body", "subhead")  # the roles whose text is a story's body
OUTCOMES = ("loaded", "unchanged", "empty", "quarantined")


@dataclass(frozen=True, slots=True)
class RawPage:
    """One scraped document as it landed. `uri` names it for ever (`day/file.html`, `day/file.warc.gz#<record>`)."""

    uri: str
    body: bytes = field(repr=False)
    media_type: str = "text/html"  # or text/plain
    url: str | None = None
    fetched_at: datetime | None = None  # UTC
    landed_on: date | None = None

    @property
    def page_id(self) -> str:
        """16 hexadecimal digits of the uri's SHA-256: stable across runs, machines and contents."""
        return digest(self.uri)

    @property
    def content_hash(self) -> str:
        """What decides whether a page is unchanged: the body and the facts that cleaning reads beside it."""
        facts = f"\0{self.url}\0{self.media_type}\0{self.fetched_at}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(self.body + facts).hexdigest()


@dataclass(frozen=True, slots=True)
class Block:
    """One run of visible text in reading order: an HTML block element's own text, or a line of a text page.

    `path`, `hooks` and `elements` run from the body element down to the block's own and are of one length: the tags,
    each element's class, id, role and like words, its number. All three are empty on a text page.
    """

    index: int
    text: str
    tag: str = "line"
    path: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    inner: str = ""  # the hooks of inline elements inside the block
    stamp: str | None = None  # the datetime attribute of a time element in it
    href: str | None = None  # the first link in it
    elements: tuple[int, ...] = ()  # their numbers along the path, in reading order
    section: int = 0  # the story section it stands in; 0 is the page itself
    line: int = 0  # 0-based first line in the source
    n_lines: int = 1
    blank_before: bool = False  # a blank line stands before it; on HTML pages one of two breaks, or a rule
    link_share: float = 0.0  # characters inside links / characters
    bold_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One block's role, with the rule, model or step that gave it and how sure that was (0 to 1)."""

    role: str
    rule: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()  # the features that spoke loudest, for a model's mark

    @property
    def kept(self) -> bool:
        return self.role in STORY_ROLES


@dataclass(frozen=True, slots=True)
class Cut:
    """A block that is in no story, with the mark that says why."""

    block: Block
    mark: Mark


@dataclass(frozen=True, slots=True)
class Head:
    """What an HTML page says of itself outside its visible text. `meta` keys are lower-case names or properties."""

    title: str | None = None
    language: str | None = None  # <html lang>
    canonical: str | None = None
    meta: tuple[tuple[str, str], ...] = ()
    json_ld: tuple[object, ...] = ()  # each script's decoded JSON

    def first(self, *names: str) -> str | None:
        """The first non-empty content among these meta names, in the order of the names."""
        for name in names:
            for key, value in self.meta:
                if key == name and value.strip():
                    return value.strip()
        return None


@dataclass(frozen=True, slots=True)
class Shape:
    """What the page was taken for, the next best reading, and how far apart they were (log-likelihood per page)."""

    name: str = "one_story"
    runner_up: str | None = None
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Story:
    """One clean record. `blocks` are indices into the page's blocks; `body` is paragraphs joined by newlines."""

    story_id: str
    position: int
    title: str | None
    body: str
    source: str | None = None
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None  # UTC
    published_raw: str | None = None  # the time as the page words it
    published_precision: str | None = None  # minute, hour, day, month
    language: str | None = None
    kind: str = "article"  # article, brief, live_entry, appended
    blocks: tuple[int, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()  # (field, where it came from)
    raw_values: tuple[tuple[str, str], ...] = ()  # (field, what stood there before it was cleaned)
    standfirst: str | None = None  # the lead under the headline: text of the body, too
    credits: tuple[str, ...] = ()  # agencies, desks, organisations and photographers, who are no authors
    section: str | None = None  # where the page files it
    tags: tuple[str, ...] = ()
    modified_at: datetime | None = None  # UTC; as the page says it was last changed
    canonical_url: str | None = None  # the page's address by its own account, else the one it was fetched from

    @property
    def n_words(self) -> int:
        """The words of the body; 0 for a story that is only a title."""
        return sum(n_words(paragraph) for paragraph in self.body.split("\n") if paragraph)


@dataclass(frozen=True, slots=True)
class CleanPage:
    """A page on its way through the steps, and at their end the clean page. `marks` has one mark per block."""

    raw: RawPage
    encoding: str | None = None
    head: Head = Head()
    pieces: tuple[str, ...] = field(default=(), repr=False)  # HTML an extractor is shown: the page, then each section
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    main_blocks: tuple[int, ...] = ()  # kept body blocks before splitting
    site_lines_version: str | None = None  # of what the site was known to repeat; None where nothing was learned
    shape: Shape = Shape()
    stories: tuple[Story, ...] = ()
    seconds: float = field(default=0.0, compare=False)  # that cleaning took, where a batch has measured it

    @property
    def page_id(self) -> str:
        return self.raw.page_id

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """Every block that is in no story, in reading order."""
        told = {index for story in self.stories for index in story.blocks}
        return tuple(
            Cut(block, mark) for block, mark in zip(self.blocks, self.marks, strict=True) if block.index not in told
        )

    @property
    def main_text(self) -> str:
        """The kept blocks before splitting, one a line: what an extractor would return."""
        return "\n".join(self.blocks[index].text for index in self.main_blocks)

    @property
    def empty_reason(self) -> str | None:
        """Why the page has no story, or None where it has one."""
        if self.stories:
            return None
        if not self.blocks:
            return "no text"
        return "link list" if self.shape.name == "link_list" else "only furniture"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A page that could not be cleaned: the step that failed and what it said."""

    raw: RawPage
    step: str
    error: str
    seconds: float = field(default=0.0, compare=False)  # until then


@dataclass(frozen=True, slots=True)
class Untouched:
    """A page that is as it was when last cleaned, and that no rule changed since fires on: its record stands."""

    raw: RawPage
    seconds: float = field(default=0.0, compare=False)  # that finding out took


def digest(*parts: str) -> str:
    """16 hexadecimal digits of the parts' SHA-256."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
