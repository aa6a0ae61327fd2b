"""The sample pages of `seeds/landing`, each against its expected stories in `seeds/expected/<day>__<name>.json`.

A record of an archive or a line of a JSONL file is a page of its own: `<day>__<name>__<number>.json`. In an expected
file a key that is missing is not checked, null must stay null, and times are compared as far as they are written
(`2025-07-02T05` checks day and hour). `cut` lists text that must be in a cut block and in no story.
"""

from __future__ import annotations

import json
from datetime import datetime
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from upath import UPath

from tasks import Desk, clean_page
from tasks.page import CleanPage, Quarantined, RawPage, Story
from tasks.read import Skipped, days, pages

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
EXPECTED = {file.stem: json.loads(file.read_text("utf-8")) for file in sorted((SEEDS / "expected").glob("*.json"))}

Sample = dict[str, Any]  # one expected file, as JSON has it
Item = RawPage | Skipped | Quarantined


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.load()


@pytest.fixture(scope="module")
def landed() -> dict[str, Item]:
    landing = UPath(SEEDS / "landing")
    items = list(pages(landing, days(landing)))
    return {item.raw.uri if isinstance(item, Quarantined) else item.uri: item for item in items}


def test_every_page_has_its_expected_file(landed: dict[str, Item]) -> None:
    """Every item of the sample folder has its outcome written down, and nothing is expected that is not there."""
    assert sorted(landed) == sorted(sample["uri"] for sample in EXPECTED.values())


@pytest.mark.parametrize("name", EXPECTED)
def test_sample_page(name: str, landed: dict[str, Item], desk: Desk) -> None:
    """Each sample page gives exactly its stories and cuts what belongs to none."""
    sample = EXPECTED[name]
    item = landed[sample["uri"]]
    found = clean_page(item, desk) if isinstance(item, RawPage) else item
    wanted, got = lines_wanted(sample), lines_found(found, sample)
    diff = "\n".join(unified_diff(wanted, got, "expected", "found", n=0, lineterm=""))
    assert not diff, f"{sample['shows']} ({sample['uri']})\n{diff}"


def lines_wanted(sample: Sample) -> list[str]:
    """The expected file, one fact a line."""
    lines = [f"outcome: {sample['outcome']}"]
    if "reason" in sample:
        lines.append(f"reason: {sample['reason']}")
    for position, story in enumerate(sample.get("stories", []), 1):
        lines += [f"story {position}: {key}: {story[key]}" for key in sorted(story) if key != "body"]
        lines += [f"story {position}| {paragraph}" for paragraph in story["body"]]
    return lines + [f"cut: {cut['text']} [{cut['role'] or 'any role'}]" for cut in sample.get("cut", [])]


def lines_found(found: CleanPage | Skipped | Quarantined, sample: Sample) -> list[str]:
    """What came of the page, in the lines of `lines_wanted` and with only the facts that the expected file names."""
    if isinstance(found, Skipped):
        return ["outcome: skipped"]
    if isinstance(found, Quarantined):
        return ["outcome: quarantined"]
    lines = ["outcome: loaded"] if found.stories else ["outcome: empty"]
    if "reason" in sample:
        lines.append(f"reason: {found.empty_reason}")
    wanted = sample.get("stories", [])
    for position, story in enumerate(found.stories, 1):
        lines += story_lines(position, story, wanted[position - 1] if position <= len(wanted) else {"title": None})
    return lines + [f"cut: {cut['text']} [{role_of(cut, found)}]" for cut in sample.get("cut", [])]


def story_lines(position: int, story: Story, wanted: Sample) -> list[str]:
    lines = [f"story {position}: {key}: {value(story, key, wanted[key])}" for key in sorted(wanted) if key != "body"]
    return lines + [f"story {position}| {paragraph}" for paragraph in story.body.split("\n")]


def value(story: Story, key: str, wanted: Any) -> Any:
    """A story's field as the expected file writes it."""
    found = getattr(story, key)
    if isinstance(found, datetime) and wanted:
        return found.isoformat()[: len(wanted)]
    return list(found) if isinstance(found, tuple) else found


def role_of(cut: Sample, page: CleanPage) -> str:
    """Where the text of a cut went: the role it was cut with, or what kept it."""
    places = places_of(cut["text"], page)
    for position, story in enumerate(page.stories, 1):
        if places.intersection(story.blocks):
            return f"kept in story {position}"
    roles = {page.marks[index].role for index in places}
    if cut["role"] in roles:
        return cut["role"]
    return "any role" if roles and cut["role"] is None else ", ".join(sorted(roles)) or "not on the page"


def places_of(text: str, page: CleanPage) -> set[int]:
    """The blocks that read so, or, where none does, the blocks it stands in."""
    same = {block.index for block in page.blocks if block.text == text}
    return same or {block.index for block in page.blocks if text in block.text}
