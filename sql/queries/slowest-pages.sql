-- Which pages took longest to clean in a run ($run_id; else the last)?
-- grain: one row per page; key: page_id.
-- optional: $run_id, $limit
select outcomes.uri, round(seconds, 2) as seconds, outcome, n_blocks, site
from measures
join outcomes using (run_id, page_id)
where seconds > 0
    and run_id = coalesce($run_id::varchar, (select arg_max(run_id, started_at) from runs where state <> 'running'))
order by seconds desc, outcomes.uri
limit coalesce($limit::bigint, 10);
