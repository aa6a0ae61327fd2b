-- Which rules cut how much, and what do they cut most?
-- grain: one row per role and rule; key: role, rule.
-- optional: $role
select role, rule, n_cuts, n_pages, mean_score, left(commonest_text, 80) as commonest_text
from cuts_by_rule
where $role::varchar is null or role = $role::varchar
order by n_cuts desc, role, rule;
