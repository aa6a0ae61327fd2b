-- grain: one row per story that differs and its side, as it is and as loading the shards would leave it; key: side, story_id.
with fresh as (
    select
        story_id, page_id, position, title, body, source, authors, published_at, published_raw, language, kind,
        published_precision, standfirst, credits, section, tags, modified_at
    from read_parquet($stories)
),

-- A file of an earlier release lacks some of these fields: there they are empty.
held as (
    from page_stories
    where page_id in (select page_id from read_parquet($pages))
    union all by name
    from fresh
    where false
),

present as (
    select
        story_id, page_id, position, title, body, source, authors, published_at, published_raw, language, kind,
        published_precision, standfirst, coalesce(credits, []) as credits, section, coalesce(tags, []) as tags, modified_at
    from held
),

differing as (
    select 'before' as side, * from (from present except all from fresh)
    union all
    select 'after', * from (from fresh except all from present)
)

select uri, differing.* exclude (page_id)
from differing
join (select page_id, uri from read_parquet($pages)) using (page_id)
order by uri, side, position;
