-- grain: one row per story that differs and its side, as it is and as loading the shards would leave it; key: side, story_id.
with fresh as (
    select story_id, page_id, position, title, body, source, authors, published_at, published_raw, language, kind,
        standfirst, credits, section, tags, modified_at
    from read_parquet($stories)
),

present as (
    select story_id, page_id, position, title, body, source, authors, published_at, published_raw, language, kind,
        standfirst, credits, section, tags, modified_at
    from page_stories
    where page_id in (select page_id from read_parquet($pages))
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
