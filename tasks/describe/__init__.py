"""describe: a story's fields, and where each was found. Nothing is taken from a block that was cut."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tasks.describe.authors import choose_authors
from tasks.describe.evidence import Evidence, evidence_of
from tasks.describe.headlines import title_of
from tasks.describe.languages import language_of, primary
from tasks.describe.published import choose_published
from tasks.describe.sources import choose_source
from tasks.page import CleanPage, Story, digest


def describe(page: CleanPage, desk: object) -> CleanPage:
    """The page with every story's fields, `story_id` and `origins` filled."""
    if not page.stories:
        return page
    seen = evidence_of(page)
    told: Counter[str] = Counter()
    stories = []
    for story in page.stories:
        again = told[story.body]
        told[story.body] += 1
        story_id = digest(page.page_id, story.body, *([str(again)] if again else []))
        stories.append(replace(_described(story, seen), story_id=story_id))
    return replace(page, stories=tuple(stories))


def _described(story: Story, seen: Evidence) -> Story:
    declared = seen.page.head.language
    language = language_of(story.body, declared)
    code = language[0] if language else None
    title = title_of(story, seen)
    authors = choose_authors(story, seen)
    source = choose_source(story, seen, authors[0] if authors else ())
    published = choose_published(story, seen, declared if primary(declared) == code and declared else code)
    at = published.time.at if published else None
    found = {"title": title, "source": source, "authors": authors, "language": language}
    origins = [(field, pair[1]) for field, pair in found.items() if pair]
    if published:
        origins.append(("published_at", published.origin))
    return replace(
        story,
        title=title[0] if title else None,
        source=source[0] if source else None,
        authors=authors[0] if authors else (),
        published_at=at,
        published_raw=published.raw if published else None,
        published_precision=published.time.precision if at else None,
        language=code,
        origins=tuple(origins),
    )
