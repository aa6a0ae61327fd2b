-- grain: one row per story; key: story_id. A page's stories are replaced whole, so a second run leaves no stale story.
delete from page_stories where page_id in (select page_id from read_parquet($pages));

insert into page_stories by name
select shard.*, $run_id as run_id, coalesce(first_loaded.first_loaded_at, $now::timestamp) as first_loaded_at
from read_parquet($stories) as shard
left join first_loaded on first_loaded.id = shard.story_id;
