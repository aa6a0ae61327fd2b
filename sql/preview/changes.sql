-- grain: one row per story that loading the shards would add, change or remove; key: story_id.
with fresh as (
    select story_id, page_id, position, title, body, source, authors, published_at, published_raw, language, kind
    from read_parquet($stories)
),

present as (
    select story_id, page_id, position, title, body, source, authors, published_at, published_raw, language, kind
    from page_stories
    where page_id in (select page_id from read_parquet($pages))
)

select
    case when present.story_id is null then 'added' when fresh.story_id is null then 'gone' else 'changed' end as change,
    story_id,
    arrived.uri,
    coalesce(fresh.title, present.title, left(coalesce(fresh.body, present.body), 60)) as title
from fresh
full join present using (story_id)
join read_parquet($pages) as arrived on arrived.page_id = coalesce(fresh.page_id, present.page_id)
where present is distinct from fresh
order by arrived.uri, coalesce(fresh.position, present.position), change;
