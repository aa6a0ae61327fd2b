-- grain: one row per story whose signature is new; key: story_id. Within a load, stories go by the row of their signature: the values of
-- all signatures are many, and a number takes a fraction of what an id takes.
insert into story_signatures
from read_parquet($signatures);

create or replace temp table fresh_rows as
select story_signatures.rowid as story
from story_signatures
semi join read_parquet($signatures) using (story_id);

create or replace temp table fresh_values (value bigint, story bigint);

create or replace temp table held_values (value bigint, story bigint);

select count(*) from fresh_rows;
