-- grain: one row per landing day of this run with fewer than half the pages of a slow day; key: landed_on.
-- severity: warn
-- Then it is the scraper that wants a look. A slow day: nine of ten of the four weeks before have more, so that a weekend
-- is none. The day counts whole, whichever run saw its pages; one that still lasts is left out.
with days as (
    select landed_on, count(distinct page_id) as n_pages
    from outcomes
    where landed_on is not null
    group by landed_on
),

compared as (
    select days.landed_on, days.n_pages, quantile_cont(earlier.n_pages, 0.1) as slow_day, count(*) as n_days
    from days
    join days as earlier on earlier.landed_on between days.landed_on - 28 and days.landed_on - 1
    where days.landed_on in (select landed_on from outcomes where run_id = $run_id)
        and days.landed_on < (select started_at::date from runs where run_id = $run_id)
    group by days.landed_on, days.n_pages
)

select landed_on, n_pages, round(slow_day, 1) as slow_day
from compared
where n_days >= 7 and 2 * n_pages < slow_day
order by landed_on;
