-- grain: one row per block that is in no story; key: page_id, block.
create table cuts (
    page_id varchar not null,
    block integer not null,
    line integer not null, -- 0-based first line in the source
    tag varchar not null,
    text varchar not null,
    role varchar not null,
    rule varchar not null,
    score double not null,
    reasons varchar[] not null
);
