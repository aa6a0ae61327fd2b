"""HTML pages whose stories are elements: articles, live-blog entries, repeated sections (numbered by parse)."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.split.draft import Draft, Hypothesis, Line

LIVE_HOOK = "live"  # in a class, an id or schema.org's liveBlogUpdate
MIN_WORDS = 8


def story_each_section(lines: Sequence[Line]) -> Hypothesis | None:
    """A story each numbered section with running text in it."""
    drafts = []
    for section in sorted({line.block.section for line in lines} - {0}):
        own = [line for line in lines if line.block.section == section]
        body = [line.index for line in own if line.is_body and not line.is_time and not line.is_source_and_time]
        if sum(lines[i].n_words for i in body) >= MIN_WORDS:
            drafts.append(_draft(own, body))
    if len(drafts) < 2:
        return None
    return Hypothesis("story_each_section", tuple(drafts), 3.0 * (len(drafts) - 1))


def _draft(own: Sequence[Line], body: list[int]) -> Draft:
    return Draft(
        title=next((line.index for line in own if line.mark.role == "headline"), None),
        source=next((line.index for line in own if line.mark.role == "source"), None),
        time=next((line.index for line in own if line.mark.role == "time" or line.is_time), None),
        body=body,
        others={line.index: line.mark for line in own if line.mark.kept and line.index not in body},
        kind=_kind(own, body),
    )


def _kind(own: Sequence[Line], body: Sequence[int]) -> str:
    if any(LIVE_HOOK in hook.lower() for hook in own[0].block.hooks):
        return "live_entry"
    return "brief" if len(body) == 1 else "article"
