-- grain: one row per story and value of its signature that it shares, new stories and all; key: value, story. The values of the places from
-- $first to $last of the signatures: none stands in two places, and all of them at once would take gigabytes.
create or replace temp table found_values as
with fresh as (
    select unnest(signature[$first:$last]) as value
    from story_signatures
    semi join fresh_rows on story = story_signatures.rowid
),

held as (
    select unnest(signature[$first:$last]) as value, story_signatures.rowid as story
    from story_signatures
)

select value, story
from held
semi join fresh using (value);

create or replace temp table shared_values as
select value, count(*) as n_held
from found_values
group by value
having count(*) > 1;

insert into fresh_values
select value, story
from found_values
semi join shared_values using (value)
semi join fresh_rows using (story);

-- Of a value that very many stories hold, the $most_held with the smallest ids stand for all: what is like them hangs together
-- through them, and a line that a thousand stories have does not make a million pairs.
insert into held_values
select value, story
from found_values
join shared_values using (value)
where n_held <= $most_held;

insert into held_values
select value, story
from found_values
join shared_values using (value)
join story_signatures on story_signatures.rowid = story
where n_held > $most_held
qualify row_number() over (partition by value order by story_id) <= $most_held;

drop table found_values;

drop table shared_values;
