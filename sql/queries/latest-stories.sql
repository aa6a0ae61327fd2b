-- Which stories are the newest?
-- grain: one row per story; key: story_id.
-- optional: $day, $source, $limit
select dated_at, title, source, left(body, 120) as begins, kind, n_words, coalesce(url, uri) as page, story_id
from latest_stories
where ($day::date is null or landed_on = $day::date)
    and ($source::varchar is null or source ilike $source::varchar)
order by dated_at desc nulls last, uri, position
limit coalesce($limit::bigint, 20);
