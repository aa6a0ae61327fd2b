-- grain: one row per role and rule; key: role, rule. What each rule cuts now.
create or replace view cuts_by_rule as
select
    role,
    rule,
    count(*) as n_cuts,
    count(distinct page_id) as n_pages,
    round(avg(score), 3) as mean_score,
    mode(text) as commonest_text
from cuts
group by role, rule;
