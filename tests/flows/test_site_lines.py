"""A site's standing lines, from the first nights to a page that comes after them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from flows.backfill import Backfill, backfill
from flows.nightly import nightly
from flows.settings import Settings
from flows.single import Given, cleaned, desk_with, explained
from tasks.warehouse import query

pytestmark = pytest.mark.usefixtures("api")
HOST = "https://news.ellmouth.example"
STANDING = "The Ellmouth News is made by eleven people over the bakery, who are glad of every letter."
PEOPLE = "Ada Corwin", "Jorun Lenz", "Hollin Pell", "Ilse Merrow", "Kester Dunn", "Fenella Gorse"
CUT = "select uri, reasons from cuts join pages using (page_id) where rule = 'site-line' order by uri"


def page(number: int) -> str:
    who, other = PEOPLE[number % 6], PEOPLE[(number * 5 + 1) % 6]
    return f"""<html><body><h1>{who} leaves pier {number}</h1>
<p>{who} gave up pier {number} on Tuesday, after {number + 3} winters with no roof over the oven that {other} had sold her.</p>
<p>The council had asked for {number + 20} signatures, {other} said, and got {number * 7} from people she had never met.</p>
<p>{STANDING}</p></body></html>"""


def land(settings: Settings, day: str, numbers: range) -> None:
    folder = Path(settings.landing) / day
    folder.mkdir(parents=True)
    for number in numbers:
        (folder / f"{number}.html").write_text(page(number))
        (folder / f"{number}.html.meta.json").write_text(json.dumps({"url": f"{HOST}/{number}"}))


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(landing=str(tmp_path / "landing"), database=tmp_path / "desk.duckdb", processes=2)


def test_what_was_learned_is_cut_from_the_next_night_on(settings):
    """Nothing is cut by the run that reads them first; then new pages are, old ones when asked for, and none where that is set."""
    for day, first in (("2025-07-01", 0), ("2025-07-05", 8), ("2025-07-09", 16)):
        land(settings, day, range(first, first + 8))
    nightly(settings=settings)
    assert query(settings.database, CUT).rows == ()

    land(settings, "2025-07-10", range(30, 31))
    report = nightly(settings=settings)
    counts = report.counts()
    assert (counts["loaded"], counts["unchanged"], counts["site lines"]) == (1, 24, 1)
    [[uri, reasons]] = query(settings.database, CUT).rows
    assert uri == "2025-07-10/30.html"
    assert reasons == ["news.ellmouth.example: after the text on 24 of 24 pages"]
    [[body]] = query(
        settings.database, "select body from stories join pages using (page_id) where uri like '%/30.%'"
    ).rows
    assert "signatures" in body
    assert STANDING not in body

    days = {"from_day": date(2025, 7, 1), "to_day": date(2025, 7, 10), "pages": "all"}
    earlier = {change.uri for change in backfill(Backfill(**days), settings).changes}
    assert (len(earlier), uri in earlier) == (24, False)
    backfill(Backfill(**days, preview=False), settings)
    assert len(query(settings.database, CUT).rows) == 25
    backfill(Backfill(**days, preview=False), settings.model_copy(update={"site_lines": False}))
    assert query(settings.database, CUT).rows == ()

    file = Path(settings.landing) / "2025-07-10" / "30.html"
    [told] = cleaned(str(file), Given(), desk_with(settings.database), explained)
    assert told.cuts[0].mark.reasons == ("news.ellmouth.example: after the text on 25 of 25 pages",)
