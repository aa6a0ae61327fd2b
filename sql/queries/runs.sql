-- How did the last runs end?
-- grain: one row per run; key: run_id.
-- optional: $limit
select
    started_at,
    finished_at - started_at as took,
    flow,
    state,
    first_day,
    last_day,
    n_pages,
    n_loaded,
    n_unchanged,
    n_empty,
    n_quarantined,
    n_skipped,
    n_stories,
    error,
    run_id
from runs
order by started_at desc
limit coalesce($limit::bigint, 10);
