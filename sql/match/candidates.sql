-- grain: one row per two stories, one of them new, that share three sampled shingles; key: number. A part of the new ones.
create or replace temp table candidates as
with pairs as (
    select
        least(fresh.story_id, held.story_id) as story_id,
        greatest(fresh.story_id, held.story_id) as other_id
    from fresh_shingles as fresh
    join held_shingles as held using (shingle)
    where fresh.story_id <> held.story_id and hash(fresh.story_id) % $parts = $part
    group by fresh.story_id, held.story_id
    having count(*) >= 3
)

select story_id, other_id, row_number() over (order by story_id, other_id) as number
from pairs;

select count(*) from candidates;
