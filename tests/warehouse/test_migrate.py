"""Migrations: in order, once, unchanged, and all of one or nothing of it."""

from __future__ import annotations

import shutil

import duckdb
import pytest

from tasks.warehouse import MigrationError, migrate, writing
from tasks.warehouse.migrate import MIGRATIONS, migrations

NEXT = len(migrations(MIGRATIONS))
OLD_STORY = """
insert into stories by name
select 's1' as story_id, 'p1' as page_id, 0 as position, 'Ferry back' as title, 'The ferry is back.' as body, [] as authors,
    'brief' as kind, 4 as n_words, map() as origins, [0] as blocks, 'r' as rules_version, 'm' as model_version,
    'c' as code_version, 'run' as run_id, now()::timestamp as first_loaded_at
"""
MOODS = f"{NEXT:03d}_moods.sql"  # of a release to come


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the migrations that a test may spoil."""
    copied = shutil.copytree(MIGRATIONS, tmp_path / "migrations")
    monkeypatch.setattr(migrate, "MIGRATIONS", copied)
    return copied


def opened(database):
    with writing(database) as db:
        tables = db.connection.execute("select table_name from duckdb_tables() order by all").fetchall()
        applied = db.connection.execute("select number from schema_migrations order by number").fetchall()
        return [name for (name,) in tables], [number for (number,) in applied]


def test_every_migration_is_applied_once_in_order(database):
    """A new database gets all of them; opening it again applies none a second time."""
    tables, applied = opened(database)
    kept = """cuts event_links event_words measures outcomes page_lines page_stories pages revisions rule_sets runs same_event same_story schema_migrations
        search_stories search_words similar_stories site_lines skipped_files story_signatures"""
    assert tables == kept.split()
    assert applied == [migration.number for migration in migrations(MIGRATIONS)]
    assert opened(database) == (tables, applied)


def test_a_new_migration_is_applied_to_an_old_database(database, folder):
    """A later release brings an earlier database up to date."""
    opened(database)
    (folder / MOODS).write_text("create table moods (mood varchar); insert into moods values ('calm');")
    tables, applied = opened(database)
    assert "moods" in tables
    assert applied[-1] == NEXT


def test_a_copy_is_made_before_a_migration(database, folder):
    """The file as it was stands beside the database, under the migration's name; a new database needs none."""
    opened(database)
    assert not list(database.parent.glob("*.before-*"))
    (folder / MOODS).write_text("create table moods (mood varchar);")
    opened(database)
    [copy] = database.parent.glob("*.before-*")
    assert copy.name == f"desk.duckdb.before-{MOODS.removesuffix('.sql')}"
    with duckdb.connect(str(copy), read_only=True) as before:
        assert before.execute("select max(number) from schema_migrations").fetchone() == (NEXT - 1,)
    copy.unlink()
    opened(database)
    assert not copy.exists()


def test_a_failed_migration_leaves_nothing(database, folder):
    """A migration that fails half-way is rolled back, and the corrected file then applies."""
    bad = folder / MOODS
    bad.write_text("create table moods (mood varchar); insert into moods values (1, 2);")
    with pytest.raises(MigrationError, match=f"{MOODS} failed and was rolled back"):
        opened(database)
    bad.write_text("create table moods (mood varchar);")
    assert "moods" in opened(database)[0]


def test_a_changed_migration_is_refused(database, folder):
    """An applied file may not change afterwards; the message says what to do instead."""
    opened(database)
    changed = folder / "004_cuts.sql"
    changed.write_text(changed.read_text().replace("tag varchar", "tag text"))
    with pytest.raises(MigrationError, match=r"004_cuts\.sql was changed .* new migration"):
        opened(database)


def test_line_endings_are_no_change(database, folder):
    """A checkout that changes line endings changes no migration."""
    before = opened(database)
    for path in folder.glob("*.sql"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert opened(database) == before


def test_a_newer_database_is_refused(database, folder):
    """A database of a later release is left alone."""
    (folder / MOODS).write_text("create table moods (mood varchar);")
    opened(database)
    (folder / MOODS).unlink()
    with pytest.raises(MigrationError, match="newer copydesk"):
        opened(database)


def test_somebody_elses_database_is_refused(database):
    """A DuckDB file that copydesk did not make is not written to."""
    database.parent.mkdir()
    with duckdb.connect(str(database)) as other:
        other.execute("create table recipes (dish varchar)")
    with pytest.raises(MigrationError, match="not made by copydesk"):
        opened(database)


@pytest.mark.parametrize("name", ["099_gap.sql", "006_again.sql", "seven.sql"])
def test_misnumbered_migrations_are_refused(folder, name):
    """Files are numbered without gaps or repeats."""
    (folder / name).write_text("select 1;")
    with pytest.raises(MigrationError, match=name if name == "seven.sql" else "gaps or repeats"):
        migrations(folder)


def test_stories_of_before_their_later_fields_stay():
    """Rows that an earlier release loaded have the new fields empty until the page is cleaned again."""
    with duckdb.connect() as connection:
        for migration in migrations(MIGRATIONS):
            if migration.name.startswith("008"):
                connection.execute(OLD_STORY)
            connection.execute(migration.sql)
        found = connection.execute("select title, standfirst, credits, tags, modified_at from stories").fetchall()
    assert found == [("Ferry back", None, [], [], None)]
