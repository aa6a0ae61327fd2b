-- grain: one row per page and run that cleaned it or tried; key: run_id, page_id. As with outcomes, a load repeated in
-- its run replaces the run's own rows only.
delete from measures where run_id = $run_id and page_id in (select page_id from read_parquet($measures));

insert into measures by name
select *, $run_id as run_id
from read_parquet($measures);
