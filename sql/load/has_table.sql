-- grain: one row, whether there is a table of this name; key: none.
select count(*) > 0
from duckdb_tables()
where table_name = $name and database_name = current_database() and not temporary;
