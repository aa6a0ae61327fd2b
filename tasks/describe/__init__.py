"""describe: a story's fields, and where each was found. Nothing is taken from a block that was cut."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tasks.describe.authors import choose_authors
from tasks.describe.credits import choose_credits
from tasks.describe.evidence import Evidence, Found, evidence_of
from tasks.describe.filing import canonical_of, choose_section, choose_tags
from tasks.describe.headlines import title_of
from tasks.describe.languages import language_of, primary
from tasks.describe.modified import choose_modified
from tasks.describe.published import choose_published
from tasks.describe.sources import choose_source
from tasks.describe.standfirsts import choose_standfirst
from tasks.page import CleanPage, Story, digest

NOTHING = {"authors": (), "credits": (), "tags": ()}  # the other fields are None where nothing was found


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
    code = language.value if language else None
    tag = declared if primary(declared) == code and declared else code
    authors = choose_authors(story, seen)
    published = choose_published(story, seen, tag)
    at = published.time.at if published else None
    found = {
        "title": title_of(story, seen),
        "standfirst": choose_standfirst(story, seen),
        "source": choose_source(story, seen, authors.value if authors else ()),
        "authors": authors,
        "credits": choose_credits(story, seen),
        "section": choose_section(seen),
        "tags": choose_tags(seen),
        "language": language,
        "published_at": Found(at, published.origin, published.time.raw) if published else None,
        "modified_at": choose_modified(story, seen, tag, at),
        "canonical_url": canonical_of(seen),
    }
    told = {field: one for field, one in found.items() if one}
    return replace(
        story,
        **{field: NOTHING.get(field) for field in found} | {field: one.value for field, one in told.items()},
        published_raw=published.raw if published else None,
        published_precision=published.time.precision if at else None,
        origins=tuple((field, one.origin) for field, one in told.items()),
        raw_values=tuple((field, one.raw) for field, one in told.items() if one.raw),
    )
