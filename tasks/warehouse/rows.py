"""The rows of a shard's files: what a clean page is in columns. The schemas are those of `sql/migrations`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from tasks.desk import Versions
from tasks.page import CleanPage, Quarantined, RawPage, Story, Untouched
from tasks.site_lines import site_of
from tasks.warehouse.statements import as_utc

_TEXT, _WHOLE, _TIME = pa.string(), pa.int32(), pa.timestamp("us")
_VERSIONS = [("rules_version", _TEXT), ("model_version", _TEXT), ("code_version", _TEXT)]
_SITE_LINES = ("site_lines_version", _TEXT)

SCHEMAS = {
    "pages": pa.schema(
        [
            ("page_id", _TEXT), ("uri", _TEXT), ("url", _TEXT), ("media_type", _TEXT), ("encoding", _TEXT),
            ("fetched_at", _TIME), ("landed_on", pa.date32()), ("content_hash", _TEXT), ("n_bytes", pa.int64()),
            ("n_blocks", _WHOLE), ("n_kept", _WHOLE), ("n_cut", _WHOLE), ("n_stories", _WHOLE),
            ("shape", _TEXT), ("shape_runner_up", _TEXT), ("shape_margin", pa.float64()), ("site", _TEXT),
            *_VERSIONS, _SITE_LINES,
        ]
    ),
    "stories": pa.schema(
        [
            ("story_id", _TEXT), ("page_id", _TEXT), ("position", _WHOLE), ("title", _TEXT), ("body", _TEXT),
            ("source", _TEXT), ("authors", pa.list_(_TEXT)), ("published_at", _TIME), ("published_raw", _TEXT),
            ("published_precision", _TEXT), ("language", _TEXT), ("kind", _TEXT), ("n_words", _WHOLE),
            ("origins", pa.map_(_TEXT, _TEXT)), ("blocks", pa.list_(_WHOLE)), *_VERSIONS,
            _SITE_LINES, ("standfirst", _TEXT), ("credits", pa.list_(_TEXT)), ("section", _TEXT),
            ("tags", pa.list_(_TEXT)), ("modified_at", _TIME), ("canonical_url", _TEXT),
            ("raw_values", pa.map_(_TEXT, _TEXT)),
        ]
    ),
    "cuts": pa.schema(
        [
            ("page_id", _TEXT), ("block", _WHOLE), ("line", _WHOLE), ("tag", _TEXT), ("text", _TEXT),
            ("role", _TEXT), ("rule", _TEXT), ("score", pa.float64()), ("reasons", pa.list_(_TEXT)),
        ]
    ),
    "outcomes": pa.schema(
        [
            ("page_id", _TEXT), ("uri", _TEXT), ("landed_on", pa.date32()), ("outcome", _TEXT), ("reason", _TEXT),
            ("step", _TEXT), ("error", _TEXT),
        ]
    ),
    "measures": pa.schema(
        [
            ("page_id", _TEXT), ("site", _TEXT), ("landed_on", pa.date32()), ("n_words", _WHOLE), ("n_stories", _WHOLE),
            ("n_without_time", _WHOLE), ("n_blocks", _WHOLE), ("n_cut", _WHOLE), ("seconds", pa.float64()),
        ]
    ),
    "page_lines": pa.schema(
        [
            ("page_id", _TEXT), ("block", _WHOLE), ("site", _TEXT), ("url", _TEXT), ("landed_on", pa.date32()),
            ("line_key", pa.int64()), ("part", _TEXT), ("n_words", _WHOLE), ("is_sentence", pa.bool_()), ("line", _TEXT),
        ]
    ),
    "skipped": pa.schema([("uri", _TEXT), ("reason", _TEXT)]),
}  # fmt: skip


def page_row(page: CleanPage, versions: Versions) -> dict:
    """One row of `pages`; n_kept + n_cut = n_blocks."""
    raw, n_cut = page.raw, len(page.cuts)
    return {
        "page_id": page.page_id, "uri": text(raw.uri), "url": text(raw.url), "media_type": raw.media_type,
        "encoding": page.encoding, "fetched_at": as_utc(raw.fetched_at), "landed_on": raw.landed_on,
        "content_hash": raw.content_hash, "n_bytes": len(raw.body), "n_blocks": len(page.blocks),
        "n_kept": len(page.blocks) - n_cut, "n_cut": n_cut, "n_stories": len(page.stories), "shape": page.shape.name,
        "shape_runner_up": page.shape.runner_up, "shape_margin": page.shape.margin, "site": text(site_of(raw.url)),
        **_versions(versions), "site_lines_version": page.site_lines_version,
    }  # fmt: skip


def story_rows(page: CleanPage, versions: Versions) -> Iterator[dict]:
    """The page's rows of `stories`."""
    for story in page.stories:
        yield _story_row(story, page.page_id) | _versions(versions) | {"site_lines_version": page.site_lines_version}


def _story_row(story: Story, page_id: str) -> dict:
    return {
        "story_id": story.story_id, "page_id": page_id, "position": story.position, "title": text(story.title),
        "body": text(story.body), "source": text(story.source), "authors": _texts(story.authors),
        "published_at": as_utc(story.published_at), "published_raw": text(story.published_raw),
        "published_precision": story.published_precision, "language": story.language, "kind": story.kind,
        "n_words": story.n_words, "origins": {key: text(value) for key, value in story.origins},
        "blocks": list(story.blocks), "standfirst": text(story.standfirst), "credits": _texts(story.credits),
        "section": text(story.section), "tags": _texts(story.tags), "modified_at": as_utc(story.modified_at),
        "canonical_url": text(story.canonical_url),
        "raw_values": {key: text(value) for key, value in story.raw_values},
    }  # fmt: skip


def cut_rows(page: CleanPage) -> Iterator[dict]:
    """The page's rows of `cuts`."""
    for block, mark in ((cut.block, cut.mark) for cut in page.cuts):
        yield {
            "page_id": page.page_id, "block": block.index, "line": block.line, "tag": text(block.tag),
            "text": text(block.text), "role": mark.role, "rule": mark.rule, "score": mark.score,
            "reasons": [text(reason) for reason in mark.reasons],
        }  # fmt: skip


def outcome_row(result: CleanPage | Quarantined | Untouched) -> dict:
    """One row of `outcomes`: loaded, unchanged, empty with the reason, or quarantined with step and error."""
    facts = page_facts(result.raw)
    if isinstance(result, Untouched):
        return facts | {"outcome": "unchanged"}
    if isinstance(result, Quarantined):
        return facts | {"outcome": "quarantined", "step": result.step, "error": text(result.error) or "no message"}
    if result.empty_reason:
        return facts | {"outcome": "empty", "reason": result.empty_reason}
    return facts | {"outcome": "loaded"}


def measure_row(result: CleanPage | Quarantined) -> dict:
    """One row of `measures`; of a quarantined page only how long it took."""
    raw = result.raw
    row = {
        "page_id": raw.page_id, "site": text(site_of(raw.url)), "landed_on": raw.landed_on, "seconds": result.seconds,
    }  # fmt: skip
    if isinstance(result, Quarantined):
        return row
    return row | {
        "n_words": sum(story.n_words for story in result.stories), "n_stories": len(result.stories),
        "n_without_time": sum(story.published_at is None for story in result.stories),
        "n_blocks": len(result.blocks), "n_cut": len(result.cuts),
    }  # fmt: skip


def page_facts(raw: RawPage) -> dict:
    """What every outcome says of its page."""
    return {"page_id": raw.page_id, "uri": text(raw.uri), "landed_on": raw.landed_on}


def text(value: str | None) -> str | None:
    """The same text without the lone surrogates that Parquet refuses (a file name that is not UTF-8 has some)."""
    return value if value is None else value.encode("utf-8", "replace").decode("utf-8")


def _texts(values: Iterable[str]) -> list[str | None]:
    return [text(value) for value in values]


def _versions(versions: Versions) -> dict:
    return {
        "rules_version": versions.rules, "model_version": versions.model, "code_version": versions.code
    }  # fmt: skip
