-- grain: one row per applied migration; key: number.
select number, name, checksum
from schema_migrations
order by number;
