-- grain: one row per applied migration; key: number. `checksum` shows that an applied file was changed afterwards.
create table schema_migrations (
    number integer not null,
    name varchar not null,
    checksum varchar not null,
    applied_at timestamp not null -- UTC
);
