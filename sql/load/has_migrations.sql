-- grain: one row, the number of tables named schema_migrations and of all tables; key: none.
select count(*) filter (where table_name = 'schema_migrations'), count(*)
from duckdb_tables()
where database_name = current_database() and not temporary;
