-- Which sites have stories without a publication time, and how many?
-- grain: one row per site with such a story; key: site.
-- optional: $day
select
    site,
    count(*) filter (where published_at is null) as n_missing,
    count(*) as n_stories,
    round(n_missing / count(*), 3) as share,
    min(published_raw) filter (where published_at is null) as said_instead,
    min(latest_stories.uri) filter (where published_at is null) as example
from latest_stories
join pages using (page_id)
where $day::date is null or latest_stories.landed_on = $day::date
group by site
having count(*) filter (where published_at is null) > 0
order by n_missing desc, site;
