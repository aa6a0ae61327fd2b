-- grain: one row per page; key: page_id. A page is replaced whole, so a second run changes nothing.
delete from pages where page_id in (select page_id from read_parquet($pages));

insert into pages by name
select shard.*, $run_id as run_id, coalesce(first_loaded.first_loaded_at, $now::timestamp) as first_loaded_at
from read_parquet($pages) as shard
left join first_loaded on first_loaded.id = shard.page_id;
