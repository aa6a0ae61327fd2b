-- Which landed files were no pages, and why?
-- grain: one row per file, as last seen; key: uri.
-- optional: $day
select uri, arg_max(reason, started_at) as reason, max(started_at) as seen_at
from skipped_files
join runs using (run_id)
where $day::date is null or landed_on = $day::date
group by uri
order by seen_at desc, uri;
