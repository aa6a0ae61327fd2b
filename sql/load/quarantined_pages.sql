-- grain: one row per page of these days whose last outcome was quarantined; key: page_id.
select page_id
from outcomes
join runs using (run_id)
where list_contains($days::date[], outcomes.landed_on)
group by page_id
having arg_max(outcome, started_at) = 'quarantined';
