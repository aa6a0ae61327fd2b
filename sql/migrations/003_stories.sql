-- grain: one row per story; key: story_id, and page_id with position.
create table stories (
    story_id varchar not null,
    page_id varchar not null,
    position integer not null,
    title varchar,
    body varchar not null, -- paragraphs joined by newlines
    source varchar,
    authors varchar[] not null,
    published_at timestamp, -- UTC
    published_raw varchar, -- the time as the page words it
    published_precision varchar,
    language varchar,
    kind varchar not null,
    n_words integer not null,
    origins map(varchar, varchar) not null, -- field -> where it came from
    blocks integer[] not null, -- the page's blocks that tell the story
    rules_version varchar not null,
    model_version varchar not null,
    code_version varchar not null,
    run_id varchar not null,
    first_loaded_at timestamp not null -- when this story first came into the database, unchanged by later runs
);
