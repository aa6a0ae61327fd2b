-- grain: one row per page that was looked at and that changed rules do not touch, and per story of it; key: page_id.
-- Cleaning it anew would give the same, so from now on it counts as cleaned with the rules of this run.
update pages set rules_version = runs.rules_version
from runs
where runs.run_id = $run_id
    and pages.rules_version <> runs.rules_version
    and page_id in (select page_id from read_parquet($outcomes) where outcome = 'unchanged');

update page_stories set rules_version = runs.rules_version
from runs
where runs.run_id = $run_id
    and page_stories.rules_version <> runs.rules_version
    and page_id in (select page_id from read_parquet($outcomes) where outcome = 'unchanged');
