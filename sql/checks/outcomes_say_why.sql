-- grain: one row per outcome that is unknown or lacks its reason, step or error; key: run_id, page_id.
-- severity: fail
select run_id, page_id, uri, outcome
from outcomes
where outcome not in ('loaded', 'unchanged', 'empty', 'quarantined')
    or (outcome = 'empty' and coalesce(reason, '') = '')
    or (outcome = 'quarantined' and (coalesce(step, '') = '' or coalesce(error, '') = ''));
