-- What was cut from the pages of a run ($run_id; else the last)?
-- grain: one row per role; key: role.
-- optional: $run_id
select role, count(*) as n_cuts, count(distinct page_id) as n_pages
from cuts
join pages using (page_id)
where run_id = coalesce($run_id::varchar, (select arg_max(run_id, started_at) from runs where state <> 'running'))
group by role
order by n_cuts desc, role;
