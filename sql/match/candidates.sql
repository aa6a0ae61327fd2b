-- grain: one row per two stories, one of them new, that share three sampled shingles; key: story_id, other_id.
insert into story_samples
select story_id, len(shingles)
from read_parquet($samples);

create or replace temp table fresh_shingles as
select unnest(shingles) as shingle, story_id
from read_parquet($samples);

insert into story_shingles
from fresh_shingles
order by shingle, story_id;

-- Of a shingle that very many stories hold, those with the smallest ids stand for all: what is like them hangs together
-- through them, and a line that a thousand stories have does not make a million pairs.
create or replace temp table candidates as
with held as (
    select shingle, story_id
    from story_shingles
    semi join fresh_shingles using (shingle)
    qualify row_number() over (partition by shingle order by story_id) <= 64
),

pairs as (
    select
        least(fresh.story_id, held.story_id) as story_id,
        greatest(fresh.story_id, held.story_id) as other_id
    from fresh_shingles as fresh
    join held using (shingle)
    where fresh.story_id <> held.story_id
    group by all
    having count(distinct shingle) >= 3
)

select story_id, other_id, row_number() over (order by story_id, other_id) as number
from pairs;

drop table fresh_shingles;

select count(*) from candidates;
