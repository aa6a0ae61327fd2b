-- grain: one row per story whose sample is new; key: story_id. Then the shingles by which new stories and others may be alike.
insert into story_samples
select story_id, len(shingles)
from read_parquet($samples);

insert into story_shingles
select unnest(shingles) as shingle, story_id
from read_parquet($samples)
order by shingle;

create or replace temp table shared_shingles as
with fresh as (
    select distinct unnest(shingles) as shingle from read_parquet($samples)
)

select shingle
from story_shingles
semi join fresh using (shingle)
group by shingle
having count(*) > 1;

create or replace temp table fresh_shingles as
with fresh as (
    select unnest(shingles) as shingle, story_id from read_parquet($samples)
)

select shingle, story_id
from fresh
semi join shared_shingles using (shingle);

-- Of a shingle that very many stories hold, those with the smallest ids stand for all: what is like them hangs together
-- through them, and a line that a thousand stories have does not make a million pairs.
create or replace temp table held_shingles as
select shingle, story_id
from story_shingles
semi join shared_shingles using (shingle)
qualify row_number() over (partition by shingle order by story_id) <= 64;

drop table shared_shingles;

select count(distinct story_id) from fresh_shingles;
