-- grain: one row, whether there is a table site_lines; key: none.
select count(*) > 0
from duckdb_tables()
where table_name = 'site_lines' and database_name = current_database() and not temporary;
