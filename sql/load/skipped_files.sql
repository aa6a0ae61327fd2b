-- grain: one row per run and landed file that is no page; key: run_id, uri. The day is the first folder of the uri.
delete from skipped_files where run_id = $run_id and uri in (select uri from read_parquet($skipped));

insert into skipped_files by name
select
    $run_id as run_id,
    uri,
    try_cast(split_part(uri, '/', 1) as date) as landed_on,
    string_agg(distinct reason, '; ' order by reason) as reason
from read_parquet($skipped)
group by uri;
