-- grain: one row per page of these days whose last outcome was not quarantined; key: page_id.
with last_outcomes as (
    select page_id, arg_max(outcome, started_at) as outcome
    from outcomes
    join runs using (run_id)
    where list_contains($days::date[], outcomes.landed_on)
    group by page_id
)

select page_id, content_hash, rules_version, model_version, code_version
from pages
join last_outcomes using (page_id)
where outcome <> 'quarantined';
