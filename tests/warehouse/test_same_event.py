"""Stories of one event, across loads: grouped alike in whatever order they come, and let go with their pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

from tasks.match import Link, events
from tasks.warehouse import write_shard, writing
from tests.warehouse.samples import DAY, VERSIONS, a_page

TOLD = [
    """The swing bridge at Ellmouth was shut on Monday night after a barge tore away one of its gates. The harbour master, Ilse Corwin,
said the barge had lost its steering in the strong tide. Repairs of the bridge will cost 85,000 crowns, engineer Hollin Pell said.""",
    """No lorry crosses the river: since a barge hit the swing bridge, the road through Ellmouth has been closed. According to Hollin Pell,
the engineer, repairs take until Friday. Why the steering failed nobody knows, said Ilse Corwin for the harbour.""",
    """Fish for Sallow goes round by boat. The bridge of Ellmouth, which a barge damaged on Monday, stays closed while its gates are under
repair, the harbour master said. On Wednesday Ilse Corwin and Hollin Pell showed reporters what the tide had done to the steering.""",
]
SAME_PEOPLE = """A choir of forty voices opened the summer concerts in the old granary. Among those who sang the oratorio were
Ilse Corwin and Hollin Pell, both members for twenty years, who come over from Ellmouth every Thursday evening to rehearse."""
COLUMN = """Levels of the river this morning: at Ellmouth {} feet and falling, at Sallow {} feet, at Tarn Lock {} and at Quayford {} feet.
Yesterday the gauges showed {}, {}, {} and {} feet, a week ago {}, {}, {} and {}. Skippers of vessels with deep draught ask the harbour office before they pass the weir."""
GROUPS = "select uri, event_id from same_event join stories using (story_id) join pages using (page_id) order by uri"
TABLES = ("event_words", "event_links", "same_event")


def page(number: int, body: str, later: int = 0):
    """A page of one story, published so many days later than the first."""
    made = a_page(f"{number}.html", [body])
    story = made.stories[0]
    return replace(made, stories=(replace(story, published_at=story.published_at + timedelta(days=later)),))


def test_an_event_is_one_group_in_any_order(tmp_path):
    """Day by day, in different orders, or all at once: the same event, without a story of the same people elsewhere."""
    pages = [page(number, body, number) for number, body in enumerate([*TOLD, SAME_PEOPLE])]
    seen = set()
    for number, order in enumerate([*list(permutations(pages))[::7], None]):
        with writing(tmp_path / f"{number}.duckdb") as db:
            for some in [[each] for each in order] if order else [pages]:
                run_id = db.start_run("nightly", "landing", [DAY], VERSIONS)
                db.load(run_id, [write_shard(some, VERSIONS, tmp_path / str(number), run_id)])
            links = db.connection.execute("from event_links order by all").fetchall()
            seen.add((tuple(db.connection.execute(GROUPS).fetchall()), tuple(links)))
    [(groups, _)] = seen
    assert [uri[-6:] for uri, _ in groups] == ["0.html", "1.html", "2.html"]
    assert {event_id for _, event_id in groups} == {min(each.stories[0].story_id for each in pages[:3])}


def test_weeks_later_is_another_event(load, rows):
    """The same words ten days on are not linked."""
    load(page(0, TOLD[0]), page(1, TOLD[1], 10))
    assert rows(GROUPS) == []


def test_copies_are_of_one_event_whatever_their_days(load, rows):
    """What stands in one group of `same_story` stands in one event."""
    load(page(0, TOLD[0]))
    load(page(1, TOLD[0], 10))
    assert len(rows(GROUPS)) == 2


def test_a_replaced_page_leaves_its_event(load, rows):
    """Nothing of a story that is gone stays behind, and loading again changes nothing."""
    pages = [page(number, body, number) for number, body in enumerate(TOLD)]
    load(*pages)
    before = [rows(f"from {table} order by all") for table in TABLES]
    load(pages[1])
    assert [rows(f"from {table} order by all") for table in TABLES] == before
    load(page(1, SAME_PEOPLE, 1), a_page("2.html", []))
    assert rows(GROUPS) == []
    load(a_page("0.html", []), a_page("1.html", []))
    assert [rows(f"select count(*) from {table}") for table in TABLES] == [[(0,)]] * 3


def test_a_column_is_no_event(load, rows):
    """A form with the same places every day, filled in with other numbers, tells of no event."""
    for day, numbers in enumerate([range(2, 14), range(40, 52)]):
        load(page(day, COLUMN.format(*numbers), day))
    assert rows("from same_story") == []
    assert rows(GROUPS) == []


def test_many_weak_links_join():
    """What is somewhat like all of a group joins it; alone, or with one of the group, that much likeness joins nothing."""
    days = dict.fromkeys("abcdwx", date(2026, 3, 2))
    group = [Link(one, other, 0.4, False) for one, other in ("ab", "ac", "bc")]
    weak = [Link(one, "d", 0.12, False) for one in "abc"]
    assert events([*group, *weak, Link("w", "x", 0.12, False)], days) == dict(zip("abcdwx", "aaaawx", strict=True))
    assert events([*group, weak[0]], days)["d"] == "d"


def test_one_thread_does_not_join_two_events():
    """A story about both leaves two groups two, in whatever order the links come."""
    links = [Link(one, other, 0.9, False) for one, other in ("ab", "ac", "bc", "xy", "xz", "yz")]
    links += [Link("c", "x", 0.4, False)]
    days = dict.fromkeys("abcxyz", date(2026, 3, 2))
    assert events(links, days) == events(links[::-1], days) == dict(zip("abcxyz", "aaaxxx", strict=True))
