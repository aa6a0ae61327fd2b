"""Text pages with several stories, composed of the bank: one layout a function."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.split.bank import Told


def untitled(told: Sequence[Told]) -> list[str]:
    return [story.body[0] for story in told]


def bullets(told: Sequence[Told]) -> list[str]:
    return [f"• {story.body[0]}" for story in told]


def numbered_text(told: Sequence[Told]) -> list[str]:
    return [f"{n}. {story.body[0]}" for n, story in enumerate(told, 1)]


def titled(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.title, *story.body)]


def numbered(told: Sequence[Told]) -> list[str]:
    return [line for n, story in enumerate(told, 1) for line in (f"{n}) {story.title}", *story.body, "")]


def capitals(told: Sequence[Told]) -> list[str]:
    return [f"{story.title.upper()}: {story.body[0]}" for story in told]


def stamped_before(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.title, f"{story.source} - {story.time}", *story.body, "")]


def stamped_after(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.title, *story.body, f"{story.time} • {story.source}")]


def sourced_before(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.source, story.time, *story.body, "")]


def twice(told: Sequence[Told]) -> list[str]:
    return [
        line
        for s in told
        for line in (s.title, s.title, "", s.source, "", f"time{s.time}", "", s.title, "", *s.body, "")
    ]


def separated(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.title, *story.body, "***")]


def markdown(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (f"## {story.title}", "", *story.body, "")]


def read_more(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.title, story.body[0], "Read more", "")]


def source_title_text_time(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.source, story.title, *story.body, story.time)]


def time_title_text_source(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.time, story.title, *story.body, story.source, "")]


def title_text_source_time(told: Sequence[Told]) -> list[str]:
    return [line for story in told for line in (story.title, *story.body, story.source, story.time)]


def sectioned(told: Sequence[Told]) -> list[str]:
    """Category lines stand over some stories."""
    sections = ("World", "", "Business", "", "", "Sport", "", "Culture")
    heads = [sections[n % len(sections)] for n in range(len(told))]
    return [line for head, s in zip(heads, told, strict=True) for line in (head, s.title, *s.body, "")]


LAYOUTS: dict[str, tuple[Callable[[Sequence[Told]], list[str]], bool, bool]] = {  # titled, and whole bodies
    "untitled": (untitled, False, False),
    "bullets": (bullets, False, False),
    "numbered text": (numbered_text, False, False),
    "titled": (titled, True, True),
    "numbered titles": (numbered, True, True),
    "titles in capitals, run in": (capitals, False, False),
    "source and time before": (stamped_before, True, True),
    "source and time after": (stamped_after, True, True),
    "source and time before, untitled": (sourced_before, False, True),
    "title twice": (twice, True, True),
    "separators": (separated, True, True),
    "markdown": (markdown, True, True),
    "read more": (read_more, True, False),
    "source and time around, source first": (source_title_text_time, True, True),
    "source and time around, time first": (time_title_text_source, True, True),
    "source and time after, a line each": (title_text_source_time, True, True),
    "category lines": (sectioned, True, True),
}
