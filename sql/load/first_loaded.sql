-- grain: one row per page or story that is about to be replaced; key: id. Replacing must not make an old story look new.
create or replace temp table first_loaded as
select page_id as id, first_loaded_at from pages where page_id in (select page_id from read_parquet($pages))
union all
select story_id as id, first_loaded_at from page_stories where page_id in (select page_id from read_parquet($pages));
