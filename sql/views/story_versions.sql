-- grain: one row per text that an address has had for a story; key: story_id. One that was told once has one version.
create or replace view story_versions as
with last_seen as (
    select first_id, version, max(seen_at) as last_seen_at
    from revisions
    group by first_id, version
)

select
    coalesce(first_id, story_id) as first_id,
    coalesce(version, 1) as version,
    coalesce(is_newest, true) as is_newest,
    coalesce(seen_at, fetched_at, landed_on) as seen_at,
    coalesce(last_seen_at, fetched_at, landed_on) as last_seen_at,
    url,
    uri,
    title,
    body,
    source,
    published_at,
    story_id,
    page_id
from page_stories
join pages using (page_id)
left join revisions using (story_id)
left join last_seen using (first_id, version)
where is_refetch is not true;
