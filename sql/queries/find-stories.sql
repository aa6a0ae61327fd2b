-- Which stories mention these words ($words, as in a title or body)?
-- grain: one row per story; key: story_id. Reads every body: seconds where there are a million stories.
-- optional: $limit
select dated_at, title, source, left(body, 120) as begins, coalesce(url, uri) as page, story_id
from latest_stories
where title ilike concat('%', $words::varchar, '%') or body ilike concat('%', $words::varchar, '%')
order by dated_at desc nulls last, uri, position
limit coalesce($limit::bigint, 20);
