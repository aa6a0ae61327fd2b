-- Which stories do most outlets tell?
-- grain: one row per group of same_story; key: group_id. `story_id` is the earliest: ask same-story with it.
-- optional: $day, $limit
select
    count(distinct coalesce(site, source)) as n_outlets,
    count(*) as n_stories,
    min(dated_at) as first_at,
    max(dated_at) as last_at,
    arg_min(title, (dated_at, story_id)) as title,
    arg_min(coalesce(source, site), (dated_at, story_id)) as first_told_by,
    arg_min(story_id, (dated_at, story_id)) as story_id,
    group_id
from same_story
join latest_stories using (story_id)
join pages using (page_id)
group by group_id
having count(*) > 1 and ($day::date is null or bool_or(latest_stories.landed_on = $day::date))
order by n_outlets desc, n_stories desc, first_at, group_id
limit coalesce($limit::bigint, 20);
