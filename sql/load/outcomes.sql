-- grain: one row per page and run; key: run_id, page_id. Loading again within a run replaces the run's own rows only.
delete from outcomes where run_id = $run_id and page_id in (select page_id from read_parquet($outcomes));

insert into outcomes by name
select *, $run_id as run_id
from read_parquet($outcomes);
