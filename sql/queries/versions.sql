-- Which texts has this page had ($page: its uri, address or page_id), and when?
-- grain: one row per version of its story; key: story_id.
with asked as (
    select coalesce(first_id, story_id) as first_id
    from page_stories
    join pages using (page_id)
    left join revisions using (story_id)
    where $page::varchar in (page_id, uri, url)
)

select version, is_newest, seen_at, last_seen_at, title, body, uri, story_id
from story_versions
where first_id in (select first_id from asked)
order by first_id, version;
