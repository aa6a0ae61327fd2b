-- grain: one row per story as `stories` shows it, with the day it is of; key: story_id. Words of any other, or of another day, go.
create or replace temp table told_days as
select story_id, coalesce(published_at, fetched_at, landed_on)::date as day
from stories
join pages using (page_id);

create or replace temp table gone_words as
select story_id, event_words.day
from event_words
left join told_days using (story_id)
where told_days.story_id is null or told_days.day is distinct from event_words.day;

delete from event_words where story_id in (select story_id from gone_words);

create or replace temp table changed_days as
select distinct day
from gone_words
where day is not null;

create or replace temp table touched_stories as
select story_id
from gone_words;

drop table gone_words;
