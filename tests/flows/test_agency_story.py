"""The story of one agency report: two nights, five outlets, one of which corrects it the next day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flows.nightly import nightly
from flows.settings import Settings
from tasks.warehouse import ask, query

pytestmark = pytest.mark.usefixtures("api")

LEAD = "The swing bridge at Ellmouth was shut to all traffic on Monday night after a barge tore away one of its two lock gates."
REPORT = [
    "Nobody was hurt, but forty lorries with fish for the markets of Sallow and Lower Tarn stood on the quay until the morning.",
    "Harbour master Ilse Corwin said the barge, the Mary Dunn, had lost its steering when a cable parted in the strong tide.",
    "Repairs will take until Friday and cost 85,000 crowns, engineer Hollin Pell told reporters who had come out in a rowing boat.",
    "The bridge, built in 1904, had been inspected in March, and Pell said its bearings and its motors were not damaged.",
    "A ferry for walkers will run every twenty minutes from the coal steps; lorries have to go round by the bridge at Quarry Mill.",
]
OTHERS = {
    "kestrel.example": "Forty lorries stood on the quay at Ellmouth all night. A barge had hit the swing bridge there, the harbour office told us.",
    "ostmark.example": "What a night for the fish trade: the swing bridge is out of use, and the market at Sallow opened without a single crate.",
}
CORRECTED = REPORT[2].replace("85,000 crowns", "58,000 crowns")
APART = """The town library of Sallow lends tools from this week on: drills, ladders and two sewing machines can be borrowed for a week.
Librarian Odo Brand said the idea came from a reader who had wanted a saw for an hour and did not want to buy one."""


def page(title: str, paragraphs: list[str]) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{''.join(f'<p>{p}</p>' for p in paragraphs)}</body></html>"


def land(landing: Path, day: str, site: str, html: str, address: str = "2025/07/swing-bridge-at-ellmouth-shut") -> None:
    folder = landing / day
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{site}.html").write_text(html)
    facts = {"url": f"https://www.{site}/{address}", "fetched_at": f"{day}T06:00:00Z"}
    (folder / f"{site}.html.meta.json").write_text(json.dumps(facts))


@pytest.fixture(scope="module")
def settings(api, tmp_path_factory) -> Settings:
    folder = tmp_path_factory.mktemp("agency")
    landing = folder / "landing"
    told = Settings(landing=str(landing), database=folder / "desk.duckdb", processes=2)
    day = "2025-07-07"
    land(landing, day, "tidewire.example", page("Barge wrecks lock gate, Ellmouth bridge shut", [LEAD, *REPORT]))
    land(landing, day, "harbourpost.example", page("Bridge shut", [f"ELLMOUTH (Tidewire) – {LEAD}", *REPORT[:3]]))
    land(landing, day, "kestrel.example", page("Fish lorries stuck overnight", [OTHERS["kestrel.example"], *REPORT]))
    land(landing, day, "sallowmail.example", page("Library lends ladders", APART.splitlines()))
    nightly(settings=told)
    day = "2025-07-08"
    land(landing, day, "ostmark.example", page("No fish today", [OTHERS["ostmark.example"], *REPORT[:4]]))
    land(landing, day, "tarntimes.example", page("Ellmouth: barge hits bridge", [LEAD, *REPORT[1:]]))
    fixed = [LEAD, *REPORT[:2], CORRECTED, *REPORT[3:]]
    land(landing, day, "tidewire.example", page("Barge wrecks lock gate, Ellmouth bridge shut", fixed))
    land(landing, day, "sallowmail.example", page("Library lends ladders", APART.splitlines()))
    nightly(settings=told)
    return told


def test_five_outlets_tell_one_story(settings):
    """`told-most` finds it first; `same-story` lists who told it, the corrected report as it stands now."""
    [most] = ask(settings.database, "told-most").rows
    told = dict(zip(ask(settings.database, "told-most").columns, most, strict=True))
    assert (told["n_outlets"], told["n_stories"], told["title"]) == (5, 5, "Bridge shut")
    rows = ask(settings.database, "same-story", {"story": told["story_id"]}).rows
    assert [row[1] for row in rows] == [
        f"{outlet}.example" for outlet in ("harbourpost", "kestrel", "ostmark", "tarntimes", "tidewire")
    ]


def test_the_correction_replaces_and_forgets_nothing(settings):
    """Both texts stand in `versions`, the newest in `stories`; the page that came again unchanged has one version."""
    page = {"page": "https://www.tidewire.example/2025/07/swing-bridge-at-ellmouth-shut"}
    first, second = ask(settings.database, "versions", page).rows
    assert [(row[0], row[1], str(row[2])[:10]) for row in (first, second)] == [
        (1, False, "2025-07-07"),
        (2, True, "2025-07-08"),
    ]
    assert "85,000 crowns" in first[5]
    assert "58,000 crowns" in second[5]
    shown = query(settings.database, "select count(*) from stories where body like '%58,000%'").rows
    assert shown == ((1,),)
    library = ask(settings.database, "versions", {"page": "2025-07-08/sallowmail.example.html"}).rows
    assert [(row[0], str(row[2])[:10], str(row[3])[:10]) for row in library] == [(1, "2025-07-07", "2025-07-08")]


def test_search_finds_what_stands_now(settings):
    """By words of title and body, the corrected text and not the one that it replaced."""
    titles = [row[1] for row in ask(settings.database, "search", {"words": "58 000 crowns Ellmouth"}).rows]
    assert titles[0] == "Barge wrecks lock gate, Ellmouth bridge shut"
    assert len(titles) == len(set(titles)) == 5


def test_a_page_has_a_history(settings):
    """Each fetch of an address and what the runs made of it, the second night's `unchanged` among it."""
    rows = ask(settings.database, "page-history", {"page": "2025-07-07/tidewire.example.html"}).rows
    assert [(row[2], row[4]) for row in rows] == [
        ("2025-07-07/tidewire.example.html", "loaded"),
        ("2025-07-07/tidewire.example.html", "unchanged"),
        ("2025-07-08/tidewire.example.html", "loaded"),
    ]
    assert all(n_words and title for *_, n_words, title in rows)
