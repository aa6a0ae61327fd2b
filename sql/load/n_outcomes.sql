-- grain: one row, how many pages of this load have their outcome in this run; key: none.
select count(*) as n
from outcomes
semi join read_parquet($outcomes) using (page_id)
where run_id = $run_id;
