-- grain: at most one row, the run that started last; key: run_id.
select flow, state, started_at, error
from runs
order by started_at desc
limit 1;
