-- grain: one row per execution of a flow; key: run_id. All times in this database are UTC timestamps without a zone.
create table runs (
    run_id varchar not null,
    flow varchar not null,
    landing varchar not null,
    first_day date,
    last_day date,
    rules_version varchar not null,
    model_version varchar not null,
    code_version varchar not null,
    started_at timestamp not null,
    finished_at timestamp,
    state varchar not null, -- running, finished, failed, died (the process ended before the run did)
    error varchar,
    n_pages bigint,
    n_loaded bigint,
    n_unchanged bigint,
    n_empty bigint,
    n_quarantined bigint,
    n_skipped bigint,
    n_stories bigint,
    n_cuts bigint
);
