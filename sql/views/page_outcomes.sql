-- grain: one row per page ever seen, with what became of it last; key: page_id.
create or replace view page_outcomes as
select
    page_id,
    arg_max(outcomes.uri, started_at) as uri,
    arg_max_null(outcomes.landed_on, started_at) as landed_on,
    arg_max(outcome, started_at) as outcome,
    arg_max_null(reason, started_at) as reason,
    arg_max_null(step, started_at) as step,
    arg_max_null(outcomes.error, started_at) as error,
    max(started_at) as seen_at,
    any_value(pages.url) as url,
    coalesce(any_value(pages.n_stories), 0) as n_stories -- a quarantined page keeps those of its last good cleaning
from outcomes
join runs using (run_id)
left join pages using (page_id)
group by page_id;
