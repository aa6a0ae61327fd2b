-- Which sites came out otherwise in a run ($run_id; else the last) than in the four weeks before?
-- grain: one row per site and measure with enough pages on both sides; key: site, measure.
-- optional: $run_id
-- Enough: ten pages now, thirty on five days before. Before: what landed from 28 days before the run's first page of the
-- site on, as cleaned last by an earlier run; so a run that cleans old pages again is compared with their own past.
-- A site has moved where the levels (medians; of times, which are there or not, the mean) lie further apart than
-- four standard errors of a median, than three times what its days differ, and than a floor below which nobody cares: half
-- as many again or a third less (words, stories, compared by logarithm), 0.15 of the blocks, a quarter of the times.
with asked as (
    select run_id, started_at
    from runs
    where run_id = coalesce($run_id::varchar, (select arg_max(run_id, started_at) from runs where state <> 'running'))
),

-- A table of years is read no further back than the run asks for.
reach as (
    select min(landed_on) - 28 as first_day, max(landed_on) as last_day
    from measures
    semi join asked using (run_id)
),

measured as (
    select measures.run_id, started_at, page_id, site, landed_on, unnest([
        {'measure': 'words a page', 'value': ln(1 + n_words), 'least': 0.4},
        {'measure': 'stories a page', 'value': ln(1 + measures.n_stories), 'least': 0.4},
        {'measure': 'cut share', 'value': n_cut / nullif(n_blocks, 0), 'least': 0.15},
        {'measure': 'without time', 'value': n_without_time / nullif(measures.n_stories, 0), 'least': 0.25}
    ], recursive := true)
    from measures
    join runs using (run_id)
    where n_words is not null
        and site is not null
        and landed_on between (select first_day from reach) and (select last_day from reach)
),

arrived as (
    select measured.*
    from measured
    semi join asked using (run_id)
    where value is not null
),

spans as (
    select site, measure, min(landed_on) - 28 as first_day, max(landed_on) as last_day
    from arrived
    group by site, measure
    having count(*) >= 10
),

earlier as (
    select measured.*
    from measured
    join spans using (site, measure)
    join asked on measured.started_at < asked.started_at
    where value is not null and landed_on between first_day and last_day
    qualify row_number() over (partition by page_id, measure order by measured.started_at desc) = 1
),

levels as (
    select
        site,
        measure,
        count(*) as n_pages,
        if(measure = 'without time', avg(value), median(value)) as level,
        1.253 * if(measure = 'without time', stddev_pop(value), 1.483 * mad(value)) as spread,
        any_value(least) as least
    from arrived
    group by site, measure
),

levels_before as (
    select
        site,
        measure,
        count(*) as n_pages,
        if(measure = 'without time', avg(value), median(value)) as level,
        1.253 * if(measure = 'without time', stddev_pop(value), 1.483 * mad(value)) as spread
    from earlier
    group by site, measure
),

days as (
    select site, measure, landed_on, if(measure = 'without time', avg(value), median(value)) as level
    from earlier
    group by site, measure, landed_on
),

between_days as (
    select site, measure, 1.483 * mad(level) as spread
    from days
    group by site, measure
    having count(*) >= 5
),

compared as (
    select
        site,
        measure,
        now.n_pages,
        was.n_pages as n_pages_before,
        was.level as level_before,
        now.level,
        greatest(least, 4 * was.spread * sqrt(1 / now.n_pages + 1 / was.n_pages), 3 * between_days.spread) as far
    from levels as now
    join levels_before as was using (site, measure)
    join between_days using (site, measure)
    where was.n_pages >= 30
)

select
    site,
    measure,
    last_day,
    n_pages,
    n_pages_before,
    if(measure like '% a page', round(exp(level_before) - 1), round(level_before, 2)) as before,
    if(measure like '% a page', round(exp(level) - 1), round(level, 2)) as now,
    abs(level - level_before) > far as moved
from compared
join spans using (site, measure)
order by moved desc, abs(level - level_before) / far desc, site, measure;
