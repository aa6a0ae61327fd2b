-- grain: one row per story of an event that others tell too; key: story_id. Events are replaced whole.
delete from same_event where story_id in (select story_id from touched_members);

insert into same_event
select event_id, story_id
from read_parquet($events)
qualify count(*) over (partition by event_id) > 1;

drop table touched_members;

drop table touched_stories;

drop table due_days;
