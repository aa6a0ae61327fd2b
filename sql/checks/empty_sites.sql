-- grain: one row per site of which most pages of this run hold no story; key: site.
-- severity: warn
select site, count(*) as n_pages, count(*) filter (n_stories = 0) as n_empty, mode(shape) as commonest_shape
from pages
where run_id = $run_id and site is not null
group by site
having count(*) >= 10 and 2 * count(*) filter (n_stories = 0) > count(*)
order by site;
