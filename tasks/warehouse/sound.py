"""Finds what is wrong with a clean page before it is written, so that one bad page costs itself and not the night."""

from __future__ import annotations

from tasks.page import CleanPage, Quarantined, Untouched


def sound(result: CleanPage | Quarantined | Untouched) -> CleanPage | Quarantined | Untouched:
    """The result itself, or the page quarantined at step `write` where it would break a rule of `sql/checks`."""
    if not isinstance(result, CleanPage):
        return result
    fault = _fault(result)
    return Quarantined(result.raw, "write", fault, result.seconds) if fault else result


def _fault(page: CleanPage) -> str | None:
    stories = page.stories
    if len(page.marks) != len(page.blocks):
        return f"{len(page.blocks)} blocks have {len(page.marks)} marks"
    places = [block for story in stories for block in story.blocks] + [cut.block.index for cut in page.cuts]
    if sorted(places) != list(range(len(page.blocks))):
        return "kept + cut is not what was read: a block stands in two stories, twice in one, or is not on the page"
    if len({story.story_id for story in stories}) < len(stories) or not all(story.story_id for story in stories):
        return "two stories have one story_id, or a story has none"
    if len({story.position for story in stories}) < len(stories):
        return "two stories have one position"
    if any(not story.blocks or not (story.body + (story.title or "")).strip() for story in stories):
        return "a story has no text or no block"
    return None
