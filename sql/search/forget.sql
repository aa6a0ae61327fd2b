-- grain: one row per story that is gone or that a newer text has replaced; key: number. It is found no more.
create or replace temp table gone_numbers as
select number
from search_stories
where story_id not in (select story_id from stories);

delete from search_words where number in (select number from gone_numbers);

delete from search_stories where number in (select number from gone_numbers);

drop table gone_numbers;

create or replace temp table unsearched as
with fresh as (
    select story_id
    from stories
    where story_id not in (select story_id from search_stories)
)

select
    story_id,
    row_number() over (order by story_id) + (select coalesce(max(number), 0) from search_stories) as number
from fresh;

select coalesce(min(number), 1), coalesce(max(number), 0) from unsearched;
