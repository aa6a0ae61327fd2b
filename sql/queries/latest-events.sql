-- Which events were told last, by how many outlets?
-- grain: one row per event of same_event; key: event_id. `story_id` is the earliest: ask event with it.
-- optional: $day, $limit
select
    count(distinct coalesce(site, source)) as n_outlets,
    count(*) as n_stories,
    min(dated_at) as first_at,
    max(dated_at) as last_at,
    arg_min(title, (dated_at, story_id)) as title,
    arg_min(story_id, (dated_at, story_id)) as story_id,
    event_id
from same_event
join latest_stories using (story_id)
join pages using (page_id)
group by event_id
having $day::date is null or bool_or(latest_stories.landed_on = $day::date)
order by last_at::date desc nulls last, n_outlets desc, n_stories desc, event_id
limit coalesce($limit::bigint, 20);
