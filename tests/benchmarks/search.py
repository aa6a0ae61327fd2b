"""What the search index costs at load, and how soon it answers on a million made-up stories.

.venv/bin/python -m tests.benchmarks.search            # 1,000,000 stories in nights of 5,000
.venv/bin/python -m tests.benchmarks.search 100000

20,000 stories of 280 words are made and indexed as a load does it. The rest of the file are these again under other ids, in
the order in which nights would have brought them.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.warehouse import Warehouse, ask, writing
from tasks.warehouse.searchable import index_stories
from tasks.warehouse.statements import run, transaction
from tests.made_stories import Maker

MADE = 20_000
NIGHT = 5000
# Word numbers by Zipf's law: the logarithm of a word's rank is spread evenly.
STORIES = """
create temp table vocabulary as select unnest($words) as word;
create temp table lexicon as select list(word) as words from vocabulary;

insert into pages by name
select
    printf('%016x', n) as page_id, concat('2026/', n) as uri, concat('https://news.example/', n) as url,
    'text/html' as media_type, timestamp '2026-03-02' + to_minutes(n) as fetched_at, fetched_at::date as landed_on,
    '' as content_hash, 0 as n_bytes, 1 as n_blocks, 1 as n_kept, 0 as n_cut, 1 as n_stories, 'one_story' as shape,
    0 as shape_margin, 'r' as rules_version, 'm' as model_version, 'c' as code_version, 'run' as run_id,
    fetched_at as first_loaded_at, '' as address
from range($n) as numbers(n);

insert into page_stories by name
with texts as (
    select
        page_id,
        fetched_at,
        array_to_string(
            list_transform(
                range(288),
                lambda i: words[1 + floor(pow(len(words), (hash(concat(page_id, i)) % 1000003) / 1000003.0))::integer]
            ),
            ' '
        ) as text
    from pages, lexicon
)

select
    page_id as story_id, page_id, 0 as position, split_part(text, ' ', 1) as title, text as body, [] as authors,
    fetched_at as published_at, 'article' as kind, 288 as n_words, map {} as origins, [0] as blocks,
    'r' as rules_version, 'm' as model_version, 'c' as code_version, 'run' as run_id, fetched_at as first_loaded_at
from texts;
"""
COPIES = """
create temp table first_stories as from page_stories;
create temp table first_pages as from pages;
create temp table first_words as from search_words;
create temp table first_numbers as from search_stories;

insert into pages
select * exclude (n) replace (printf('%016x', $made * n + ('0x' || page_id)::bigint) as page_id)
from range(1, $times) as numbers(n), first_pages;

insert into page_stories
select * exclude (n) replace (
    printf('%016x', $made * n + ('0x' || page_id)::bigint) as page_id,
    printf('%016x', $made * n + ('0x' || page_id)::bigint) as story_id
)
from range(1, $times) as numbers(n), first_stories;

insert into search_stories
select number + $made * n, printf('%016x', $made * n + ('0x' || story_id)::bigint), n_words, begins
from range(1, $times) as numbers(n), first_numbers;
"""
WORDS = """
insert into search_words
select word_key, number + $made * $time as number, n_title, n_body
from first_words
order by number // $night, word_key, number;
"""


def build(db: Warehouse, n: int) -> None:
    """The file, and on standard output what indexing cost."""
    maker = Maker(3, 60_000)
    vocabulary = ["the", "of", "and", "to", *maker.words]
    run(db.connection, STORIES, {"words": vocabulary, "n": MADE})
    started = time.process_time()
    with transaction(db.connection):
        index_stories(db.connection)
    took = time.process_time() - started
    print(f"indexing: {1000 * took / MADE:.2f} s of one core for 1,000 stories")
    run(db.connection, COPIES, {"made": MADE, "times": n // MADE})
    for time_ in range(1, n // MADE):
        run(db.connection, WORDS, {"made": MADE, "time": time_, "night": NIGHT})
    [[n_rows]] = db.connection.execute("select count(*) from search_words").fetchall()
    [[with_index]] = run(db.connection, "checkpoint; select used_blocks * block_size from pragma_database_size()")
    print(f"{n:,} stories, {n_rows:,} rows in the index, {with_index / 1e6:,.0f} MB in all")


def answer(database: Path, vocabulary: Maker) -> None:
    """Seconds of each question, the second time it is asked."""
    rare, common = vocabulary.words[-1], vocabulary.words[10]
    for words in (
        rare,
        f"{rare} {vocabulary.words[-900]} {vocabulary.words[-90]}",
        f"{common} {rare}",
        "the of and",
    ):
        for _ in range(2):
            started, worked = time.perf_counter(), time.process_time()
            found = ask(database, "search", {"words": words}).rows
            seconds, cpu = time.perf_counter() - started, time.process_time() - worked
        print(f"  {words:32} {len(found):3} stories in {seconds:.2f} s ({cpu:.2f} s of one core)")


def main(n: int) -> None:
    with TemporaryDirectory() as folder, writing(Path(folder) / "desk.duckdb") as db:
        build(db, n)
        db.connection.close()
        db.work.rename(db.database)
        answer(db.database, Maker(3, 60_000))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
