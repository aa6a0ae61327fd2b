-- grain: one row per story told more than once of which not exactly one version is the newest; key: first_id.
-- severity: fail
select first_id, count(*) as n_tellings, count(*) filter (where is_newest) as n_newest
from revisions
group by first_id
having count(*) < 2 or count(*) filter (where is_newest) <> 1;
