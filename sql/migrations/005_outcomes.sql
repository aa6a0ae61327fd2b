-- grain: one row per page and run; key: run_id, page_id. A quarantined page keeps the stories of its last good cleaning.
create table outcomes (
    run_id varchar not null,
    page_id varchar not null,
    uri varchar not null,
    landed_on date,
    outcome varchar not null, -- loaded, unchanged, empty (with reason), quarantined (with step and error)
    reason varchar,
    step varchar,
    error varchar
);
