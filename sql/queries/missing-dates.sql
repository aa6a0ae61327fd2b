-- Which stories have no publication time, and what did the page say?
-- grain: one row per story; key: story_id.
-- optional: $day, $limit
select landed_on, uri, position, published_raw, title, source, story_id
from latest_stories
where published_at is null and ($day::date is null or landed_on = $day::date)
order by landed_on desc, uri, position
limit coalesce($limit::bigint, 100);
