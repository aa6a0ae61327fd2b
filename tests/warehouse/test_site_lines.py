"""What a site repeats is learned from its pages and cut; nothing of a body is, and the order of loads does not matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tasks import Desk, clean, clean_page
from tasks.page import BODY_ROLES, Block, CleanPage, Mark, RawPage, Story, digest
from tasks.site_lines import NONE_REPEATED, RepeatedLine, SiteLines, site_of
from tests.benchmarks.site_lines import body, learned, load
from tests.site_pages import SITES
from tests.warehouse.samples import DAY

HOST = "news.tarn.example"
SLOGAN = "Written in the valley, read on the hills."
POLLS = "Polls close at ten on Thursday, and the count begins in the town hall."
TURN = "This is what the harbour office had to say for itself."
STATE = "select * from site_lines order by all"
Roles = Mapping[str, str]  # line -> role
NO_ROLES: Roles = {}
LEARNED = "select place, line from site_lines where is_learned order by all"


@pytest.fixture(scope="module")
def desk():
    return Desk.load()


@pytest.fixture(scope="module", params=SITES, ids=lambda site: site.host)
def taught(request, desk):
    with learned(request.param, desk) as found:
        yield request.param, found


def test_a_site_of_200_pages_is_cleaner_once_learned(taught):
    """The bodies' word F1 rises, all that the site says everywhere is gone, and no line of a body is lost."""
    site, found = taught
    before, after = found.f1(found.before), found.f1(found.after)
    assert before < 0.92
    assert after > 0.995
    assert found.lost() == []
    standing = {*site.above, *site.amid, *site.below}
    assert not [line for page in found.after for line in standing if line in body(page)]
    assert not [page for page, made in zip(found.after, found.made, strict=True) if made.title != page.stories[0].title]


def test_sub_heads_and_standing_sentences_of_bodies_are_not_learned(taught):
    """They return with other stories too, but stand in the text, or with fewer of them."""
    site, found = taught
    rows = found.db.connection.execute(LEARNED).fetchall()
    assert {line for _, line in rows} == {line.lower() for line in (*site.above, *site.amid, *site.below)}


def test_the_state_is_on_the_record(taught, desk):
    """Pages and stories name the state they were cleaned with, and a cut says where and how often the line stands."""
    _, found = taught
    [cut, *_] = [cut for page in found.after for cut in page.cuts if cut.mark.rule == "site-line"]
    assert cut.mark.reasons[0].endswith("the text on 200 of 200 pages")
    load(found.db, found.after[:1], desk)
    sql = "select site_lines_version from {} where page_id = ?"
    for table in ("pages", "stories"):
        versions = found.db.connection.execute(sql.format(table), [found.after[0].page_id]).fetchall()
        assert versions == [(found.after[0].site_lines_version,)]
    assert found.after[0].site_lines_version != found.before[0].site_lines_version is None


def test_the_same_state_gives_the_same_page(taught, desk):
    """Cleaned again with what was known, a page comes out as it did; loaded so, the pages teach the same lines."""
    _, found = taught
    again = [clean_page(made.raw, replace(desk, site_lines=found.knowing.site_lines)) for made in found.made[:20]]
    assert again == found.after[:20]
    before = found.db.connection.execute(LEARNED).fetchall()
    load(found.db, found.after, desk)
    assert found.db.connection.execute(LEARNED).fetchall() == before


def test_nothing_known_changes_nothing(taught, desk, db):
    """An empty table, and what is known of another site, leave a page as it was."""
    _, found = taught
    plain, raw = found.before[0], found.made[0].raw
    elsewhere = replace(raw, url="https://mail.example/0")
    assert plain.site_lines_version is None
    assert clean_page(raw, replace(desk, site_lines=db.site_lines())) == plain
    assert clean_page(elsewhere, found.knowing) == clean_page(elsewhere, desk)


def test_the_library_takes_what_sites_repeat(taught):
    """`clean` gives a page as the run does, with what is known and without."""
    _, found = taught
    raw = found.made[0].raw
    plainly, knowing = (
        clean(raw.body, url=raw.url, media_type=raw.media_type, site_lines=known)
        for known in (NONE_REPEATED, found.knowing.site_lines)
    )
    assert (body(plainly), body(knowing)) == (body(found.before[0]), body(found.after[0]))


def test_where_nothing_is_learned_nothing_is_read(db, shard):
    """What a site repeats is of no use where none of it is cut: such a site is not among the known."""
    learned_from(db, shard, [told(n, [*own(n), SLOGAN]) for n in range(10)])
    assert db.connection.execute("select line from site_lines where is_repeated").fetchall() == [(SLOGAN.lower(),)]
    assert db.site_lines().sites == {}
    learned_from(db, shard, FURNITURE)
    assert list(db.site_lines().sites) == [HOST]


def told(
    number: int, lines: list[str], *, host: str = HOST, days: Sequence[int] = range(0, 10, 2), roles: Roles = NO_ROLES
):
    """A page by hand: the first line is its title, all others are text unless `roles` says otherwise."""
    day = DAY + timedelta(days[number % len(days)])
    raw = RawPage(f"{day}/{host}-{number}", b"", url=f"https://{host}/{number}", landed_on=day)
    blocks = tuple(Block(i, line) for i, line in enumerate(lines))
    given = {lines[0]: "headline", **roles}
    marks = tuple(Mark(given.get(line, "body"), "by-hand") for line in lines)
    text = "\n".join(line for line in lines if given.get(line, "body") in BODY_ROLES)
    kept = tuple(i for i, mark in enumerate(marks) if mark.kept)
    story = Story(digest(raw.page_id), 1, lines[0], text, blocks=kept)
    return CleanPage(raw, blocks=blocks, marks=marks, stories=(story,))


def own(number: int) -> list[str]:
    """A title and two paragraphs like no other's."""
    return [
        f"Story number {number} of the year",
        f"The {number} boats of Lower Tarn came home at {number} o'clock, all of them wet.",
        f"Nobody in street {number} had seen the like in {number} years.",
    ]


FURNITURE = [told(n, [*own(n), SLOGAN]) for n in range(20)]


def learned_from(db, shard, *loads) -> set[tuple[str, str]]:
    for pages in loads:
        db.load(db.start_run("nightly", "landing", [DAY], Desk.load().versions), [shard(*pages)])
    return set(db.connection.execute(LEARNED).fetchall())


NOT_LEARNED = {
    "on few pages": [told(n, [*own(n), SLOGAN]) for n in range(19)],
    "with half of the stories": [told(n, [*own(n), *[SLOGAN] * (n % 2)]) for n in range(40)],
    "with two stories of three": [told(n, [*own(n), *[SLOGAN] * (n % 3 > 0)]) for n in range(60)],
    "on one day": [told(n, [*own(n), SLOGAN], days=[0]) for n in range(30)],
    "with twelve of the twenty stories of one day": [told(n, [*own(n), *[POLLS] * (n < 12)], days=[0]) for n in range(20)],
    "with twelve of twenty stories on one subject": [told(n, [*own(n), *[POLLS] * (n < 12)], days=range(3)) for n in range(20)],
    "on every day of one week": [told(n, [*own(n), POLLS], days=range(7)) for n in range(70)],
    "on two days a month apart": [told(n, [*own(n), SLOGAN], days=[0, 30]) for n in range(60)],
    "with one story on many pages": [told(n, [*own(1), SLOGAN]) for n in range(20)],
    "of a story on many pages": [told(n, [*own(1 if n > 8 else n), *[TURN] * (n > 8)]) for n in range(40)],
    "on two of five days": [told(n, [*own(n), *[SLOGAN] * (n % 5 < 2)]) for n in range(100) if n % 5 < 2 or n < 40],
    "a sub-head between paragraphs": [told(n, [*own(n)[:2], "What happens next", own(n)[2]]) for n in range(40)],
    "a sentence between paragraphs of some": [told(n, [*own(n)[:2], *[TURN] * (n % 3 > 0), own(n)[2]]) for n in range(60)],
    "an author": [told(n, [own(n)[0], "By Ada Corwin", *own(n)[1:]], roles={"By Ada Corwin": "byline"}) for n in range(20)],
    "a title of a series": [told(n, [*(own(n)[:1] if n % 2 else ["Seven questions"]), *own(n)[1:]]) for n in range(40)],
    "a name or two": [told(n, [*own(n), "Harbour Mail"]) for n in range(20)],
}  # fmt: skip


@pytest.mark.parametrize("pages", NOT_LEARNED.values(), ids=NOT_LEARNED)
def test_what_returns_without_being_furniture_is_not_learned(db, shard, pages):
    """Few pages, few stories, few days, too short a time, a place among the text, a field of the story: each is reason enough."""
    assert learned_from(db, shard, pages) == set()


def test_furniture_is_learned_at_its_place(db, shard):
    """A line below the text of every story is; so is a sentence amid all of them."""
    amid = [told(n, [*own(n)[:2], TURN, own(n)[2], SLOGAN]) for n in range(30)]
    assert learned_from(db, shard, amid) == {("after", SLOGAN.lower()), ("inside", TURN.lower())}


def test_neither_order_nor_repetition_nor_other_sites_matter(db, shard, tmp_path):
    """The state is that of the pages as they stand, however they came in."""
    others = [told(n, [*own(n), SLOGAN], host="mail.example") for n in range(3)]
    first = learned_from(db, shard, FURNITURE[:7], others, FURNITURE[7:])
    state = db.connection.execute(STATE).fetchall()
    again = learned_from(db, shard, FURNITURE[12:], FURNITURE[:12], [*others, *FURNITURE])
    assert db.connection.execute(STATE).fetchall() == state
    assert first == again == {("after", SLOGAN.lower())}


def test_a_page_that_changes_takes_its_lines_with_it(db, shard):
    """A page cleaned again counts as it is now, and one that is empty now not at all."""
    learned_from(db, shard, FURNITURE)
    changed = [
        replace(page, marks=tuple(Mark("legal", "x") for _ in page.marks), stories=()) for page in FURNITURE[:15]
    ]
    assert learned_from(db, shard, changed) == set()
    assert db.connection.execute("select distinct of_pages from site_lines").fetchall() == [(5,)]


def test_only_the_newest_pages_count(db, shard):
    """Thirty a day, three hundred in all: a site's furniture of old is forgotten."""
    old = [told(n, [*own(n), SLOGAN]) for n in range(200)]
    assert learned_from(db, shard, old) == {("after", SLOGAN.lower())}
    assert db.connection.execute("select of_pages from site_lines").fetchall() == [(150,)]
    new = [told(n, own(n), days=range(20, 30)) for n in range(200, 520)]
    assert learned_from(db, shard, new) == set()
    assert db.connection.execute("select count(distinct page_id) from page_lines").fetchall() == [(300,)]


def flat(*lines: str) -> RawPage:
    return RawPage("page", "\n\n".join(lines).encode(), "text/plain", f"https://{HOST}/x")


def test_a_lead_that_other_pages_quote_stays_in_its_story(db, shard, desk):
    """Below other stories it is cut, above its own it is the story; a page of nothing else is left as it was."""
    title, lead, end = own(7)
    learned_from(db, shard, [told(n, [*own(n), lead]) for n in range(20, 50)])
    knowing = replace(desk, site_lines=db.site_lines())
    [story] = clean_page(flat(title, lead, end, own(8)[2]), knowing).stories
    assert lead in story.body
    elsewhere = clean_page(flat("Harbour office answers", TURN, own(8)[2], lead), knowing)
    assert [cut.block.text for cut in elsewhere.cuts if cut.mark.rule == "site-line"] == [lead]
    assert clean_page(flat(title, lead), knowing).stories == clean_page(flat(title, lead), desk).stories


def test_a_batch_takes_what_its_own_sites_repeat():
    """The lines of a site that no page of the batch is from stay behind."""
    known = SiteLines.of(RepeatedLine(site, 1, "after", 30, 30, True) for site in (HOST, "mail.example"))
    assert known.only([f"https://www.{HOST}/1", None]) == SiteLines({HOST: known.sites[HOST]})


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Tarn.example/a", "tarn.example"),
        ("http://user:pw@m.tarn.example:8080?x", "tarn.example"),
        ("https://news.tarn.example", "news.tarn.example"),
        ("tarn.example/a", None),
        ("", None),
        (None, None),
    ],
)
def test_a_site_is_a_host(url, site):
    """Without www and the like; what is no address has none."""
    assert site_of(url) == site
