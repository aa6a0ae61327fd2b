-- grain: at most one row, where the stories of this run lack their time far more often than those of four weeks before; key: none.
-- severity: warn
-- Over all sites: one site of many is a matter of the report's drift.
with shares as (
    select
        stories.run_id = $run_id as of_this_run,
        count(*) as n_stories,
        round(avg((published_at is null)::integer), 3) as share_without
    from stories
    join pages using (page_id)
    where stories.run_id = $run_id
        or landed_on between (select max(landed_on) - 28 from pages where run_id = $run_id)
        and (select max(landed_on) from pages where run_id = $run_id)
    group by of_this_run
)

select now.n_stories, now.share_without, earlier.share_without as share_before
from shares as now, shares as earlier
where now.of_this_run and not earlier.of_this_run
    and now.n_stories >= 50 and earlier.n_stories >= 50
    and now.share_without >= earlier.share_without + 0.2;
