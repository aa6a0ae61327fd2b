-- grain: one row per applied migration; key: number.
insert into schema_migrations values ($number, $name, $checksum, $now::timestamp);
