-- grain: one row per story of this run that was published a day or more after its page was fetched; key: story_id.
-- severity: warn
-- A time without a zone may lie up to 14 hours ahead.
select stories.story_id, uri, published_at, published_raw, fetched_at
from stories
join pages using (page_id)
join runs on runs.run_id = $run_id
where stories.run_id = $run_id and published_at >= least(coalesce(fetched_at, started_at), started_at) + interval 1 day
order by uri, position;
