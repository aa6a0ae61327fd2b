-- What became of each day's pages?
-- grain: one row per landing day; key: landed_on.
-- optional: $from, $to
select
    landed_on,
    count(*) as n_pages,
    count(*) filter (where outcome = 'loaded') as n_loaded,
    count(*) filter (where outcome = 'unchanged') as n_unchanged,
    count(*) filter (where outcome = 'empty') as n_empty,
    count(*) filter (where outcome = 'quarantined') as n_quarantined,
    sum(n_stories)::bigint as n_stories
from page_outcomes
where ($from::date is null or landed_on >= $from::date) and ($to::date is null or landed_on <= $to::date)
group by landed_on
order by landed_on desc;
