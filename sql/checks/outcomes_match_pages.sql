-- grain: one row per outcome of a page's own run that its stories contradict; key: page_id. Every page has an outcome.
-- severity: fail
select page_id, pages.uri, outcome, n_stories
from pages
left join outcomes using (run_id, page_id)
where outcome is null
    or (outcome = 'loaded' and n_stories = 0)
    or (outcome = 'empty' and n_stories > 0)
    or outcome in ('quarantined', 'unchanged');
