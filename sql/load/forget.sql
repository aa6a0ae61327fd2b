-- grain: one row per outcome, measure and skipped file of runs before $before; key: run_id, page_id or uri.
-- A page's last outcome and that of its cleaning stay.
create or replace temp table last_looks as
select page_id, max(started_at) as seen_at
from outcomes
join runs using (run_id)
group by page_id;

delete from outcomes
where run_id in (select run_id from runs where started_at < $before::timestamp)
    and (run_id, page_id) not in (select (run_id, page_id) from pages)
    and (run_id, page_id) not in (
        select (run_id, page_id)
        from outcomes
        join runs using (run_id)
        join last_looks using (page_id)
        where started_at = seen_at
    );

delete from measures
where run_id in (select run_id from runs where started_at < $before::timestamp);

delete from skipped_files
where run_id in (select run_id from runs where started_at < $before::timestamp);

drop table last_looks;
