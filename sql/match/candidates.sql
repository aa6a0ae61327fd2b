-- grain: one row per two stories, one of them new, whose signatures have three values in common; key: number. A part of the new ones.
create or replace temp table candidates as
with pairs as (
    select fresh.story as one, held.story as other
    from fresh_values as fresh
    join held_values as held using (value)
    where fresh.story <> held.story and fresh.story % $parts = $part
    group by fresh.story, held.story
    having count(*) >= 3
),

named as (
    select least(fresh.story_id, held.story_id) as story_id, greatest(fresh.story_id, held.story_id) as other_id
    from pairs
    join story_signatures as fresh on fresh.rowid = one
    join story_signatures as held on held.rowid = other
)

select story_id, other_id, row_number() over (order by story_id, other_id) as number
from named;

select count(*) from candidates;
