-- Which pages have no story, and why?
-- grain: one row per page; key: page_id.
-- optional: $day
select outcomes.uri, outcomes.reason, n_blocks, shape, url, page_id
from pages
join outcomes using (run_id, page_id)
where n_stories = 0 and ($day::date is null or pages.landed_on = $day::date)
order by reason, outcomes.uri;
