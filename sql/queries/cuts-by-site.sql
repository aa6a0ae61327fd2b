-- What was cut on each site, by which rule?
-- grain: one row per site, role and rule; key: site, role, rule.
-- optional: $site, a host, $role
select
    site,
    role,
    rule,
    count(*) as n_cuts,
    count(distinct page_id) as n_pages,
    left(mode(text), 80) as commonest_text
from cuts
join pages using (page_id)
where ($site::varchar is null or site = regexp_replace(lower($site::varchar), '^(www|m|amp)\.', ''))
    and ($role::varchar is null or role = $role::varchar)
group by site, role, rule
order by site, n_cuts desc, role, rule;
