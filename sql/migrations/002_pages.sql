-- grain: one row per page that was cleaned at least once, as last cleaned; key: page_id.
create table pages (
    page_id varchar not null,
    uri varchar not null,
    url varchar,
    media_type varchar not null,
    encoding varchar,
    fetched_at timestamp,
    landed_on date,
    content_hash varchar not null,
    n_bytes bigint not null,
    n_blocks integer not null,
    n_kept integer not null,
    n_cut integer not null,
    n_stories integer not null,
    shape varchar not null,
    shape_runner_up varchar,
    shape_margin double not null,
    rules_version varchar not null,
    model_version varchar not null,
    code_version varchar not null,
    run_id varchar not null,
    first_loaded_at timestamp not null -- when the page first came into the database
);
