-- grain: one row, the run that ends, with what became of its pages; key: run_id.
update runs set
    state = if($error::varchar is null, 'finished', 'failed'),
    error = $error,
    finished_at = $now::timestamp,
    n_pages = (select count(*) from outcomes where run_id = $run_id),
    n_loaded = (select count(*) from outcomes where run_id = $run_id and outcome = 'loaded'),
    n_unchanged = (select count(*) from outcomes where run_id = $run_id and outcome = 'unchanged'),
    n_empty = (select count(*) from outcomes where run_id = $run_id and outcome = 'empty'),
    n_quarantined = (select count(*) from outcomes where run_id = $run_id and outcome = 'quarantined'),
    n_skipped = (select count(*) from skipped_files where run_id = $run_id),
    n_stories = (select count(*) from page_stories where run_id = $run_id),
    n_cuts = (select coalesce(sum(n_cut), 0) from pages where run_id = $run_id)
where run_id = $run_id;

select n_pages, n_loaded, n_unchanged, n_empty, n_quarantined, n_skipped, n_stories, n_cuts
from runs
where run_id = $run_id;
