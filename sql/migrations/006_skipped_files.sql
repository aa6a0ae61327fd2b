-- grain: one row per run and landed file that is no page; key: run_id, uri.
create table skipped_files (
    run_id varchar not null,
    uri varchar not null,
    landed_on date,
    reason varchar not null
);
