-- Which pages could not be cleaned at their last try, and what went wrong?
-- grain: one row per page; key: page_id.
-- optional: $day
select uri, step, error, seen_at, n_stories as n_stories_kept, page_id
from page_outcomes
where outcome = 'quarantined' and ($day::date is null or landed_on = $day::date)
order by seen_at desc, uri;
