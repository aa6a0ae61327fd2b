"""Search over titles and bodies: found by any word, the best first, in every script, and only what is in `stories`."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tasks.warehouse import ask, query
from tests.warehouse.samples import a_page

URL = "https://harbour.example/2026/a"
PAGES = {
    "a": "Ferry strike. The ferries of the harbour stay at the quay.",
    "b": "A quiet day. The ferry came late, the ferry was full, and the strike was far away.",
    "c": "Café Müller reopens. Über die Straße zieht ein Fest.",
    "d": "東京で地震。 気象庁は津波の心配はないと発表した。",
    "e": "В порту бастуют. Паром не вышел в море.",
    "f": "เรือเฟอร์รี่หยุดวิ่ง. ท่าเรือปิดสองวัน",
}


@pytest.fixture
def found(load, rows):
    load(*(a_page(f"{name}.html", [text], []) for name, text in PAGES.items()))
    sql = "select uri from search('{}') join stories using (story_id) join pages using (page_id) order by n_words_found desc, score desc"
    return lambda words: [uri.rpartition("/")[2][0] for (uri,) in rows(sql.format(words))]


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        pytest.param("ferry", ["a", "b"], id="in the title before twice in the body"),
        pytest.param("FERRY strike", ["a", "b"], id="both words in the title"),
        pytest.param("quay strike", ["a", "b"], id="the story with both words first"),
        pytest.param("cafe muller", ["c"], id="without accents"),
        pytest.param("STRASSE", ["c"], id="ß as ss"),
        pytest.param("津波", ["d"], id="two characters of a text without spaces"),
        pytest.param("паром", ["e"], id="Cyrillic"),
        pytest.param("ท่าเรือ", ["f"], id="Thai"),
        pytest.param("submarine", [], id="a word that nobody wrote"),
        pytest.param(" — ", [], id="no word"),
    ],
)
def test_words_find_stories(found, words, pages):
    """The best story first; case, accents and spaces do not matter."""
    assert found(words) == pages


def test_what_is_gone_is_not_found(load, found):
    """A page that comes again has its new words only, and a text that a newer one replaced is not found any more."""
    load(a_page("a.html", ["Bread is dearer."], []))
    assert found("quay") == []
    assert found("bread") == ["a"]
    load(*(newer(day, text) for day, text in ((2, "The tide is high."), (3, "The tide is low."))))
    assert found("tide") == ["3"]


def test_a_long_run_without_spaces_is_read_once(rows):
    """Each character and each two side by side, in seconds, however long the run."""
    before = time.process_time()
    assert rows("select len(words_of(repeat('東京', 50000)))") == [(199_999,)]
    assert time.process_time() - before < 20


def newer(day: int, text: str):
    page = a_page(f"{day}.html", [text], [])
    return replace(page, raw=replace(page.raw, url=URL, fetched_at=datetime(2026, 3, day, tzinfo=UTC)))


def test_order_of_loading_does_not_change_the_ranking(db, load, rows):
    """Scores depend on the stories alone; equal ones come by story_id."""
    pages = [a_page(f"{n}.html", [f"Ferry {n}. The ferry is back."], []) for n in range(6)]
    load(*pages)
    once = rows("from search('ferry back')")
    load(*pages[:3])
    load(*reversed(pages))
    assert rows("from search('ferry back')") == once
    assert [story_id for story_id, *_ in once] == sorted(story_id for story_id, *_ in once)


def test_the_published_file_is_searched_by_name_and_by_sql(db, load, database):
    """The named query and the macro answer from the file that readers open, without this project's code."""
    load(*(a_page(f"{name}.html", [text], []) for name, text in PAGES.items()))
    db.publish()
    assert [row[1] for row in ask(database, "search", {"words": "strike harbour", "limit": 1}).rows] == ["Ferry strike"]
    assert query(database, "select count(*) from search('strike')").rows == ((2,),)


@pytest.fixture
def common(rows):
    """An index of 260,000 stories of 200 words: all have "the" up to 100 times, 250,000 "often", and 3 "seldom"."""
    rows("insert into search_stories select n, printf('%06d', n), 200, '' from range(260000) numbers(n)")
    rows("insert into search_words select word_key('the'), n, 0, 1 + n % 100 from range(260000) numbers(n)")
    rows("insert into search_words select word_key('often'), n, 0, 1 + n % 2 from range(250000) numbers(n)")
    rows("insert into search_words select word_key('seldom'), n, 0, 1 from range(100, 103) numbers(n)")
    return lambda words: rows(f"select story_id::integer, n_words_found from search('{words}')")


def test_a_very_common_word_finds_where_it_stands_most_often(common):
    """Above 250,000 stories, the 20,000 with it most often and those with as many; up to there, all."""
    assert common("the") == [(n, 1) for times in range(99, 91, -1) for n in range(times, 260_000, 100)]
    assert {n for n, _ in common("often")} == set(range(250_000))


def test_a_very_common_word_counts_in_what_another_finds(common):
    """Stories with both words come first, also those that the common word alone would not find."""
    found = common("the seldom")
    assert found[:3] == [(102, 2), (101, 2), (100, 2)]
    assert found[3:] == common("the")


def test_macros_are_written_in_what_an_older_duckdb_knows(rows):
    """The file opens in DuckDB 1.5, which has no function `if`: 2.0 stores what it reads there as one."""
    definitions = rows("select macro_definition from duckdb_functions() where function_name in ('words_of', 'search')")
    assert len(definitions) == 2
    assert not [text for (text,) in definitions if "if(" in text.replace('"', "").replace("countif(", "")]
