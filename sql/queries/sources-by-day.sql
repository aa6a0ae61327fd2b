-- How many stories did each source have on each day?
-- grain: one row per landing day and source; key: landed_on, source.
-- optional: $day
select
    landed_on,
    coalesce(source, '(none)') as source,
    count(*) as n_stories,
    sum(n_words)::bigint as n_words,
    count(distinct page_id) as n_pages
from latest_stories
where $day::date is null or landed_on = $day::date
group by all
order by landed_on desc, n_stories desc, source;
