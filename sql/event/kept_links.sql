-- grain: one row per story one of whose links is new or gone; key: story_id. The links of the days from $first to $last are replaced.
create or replace temp table old_links as
select story_id, other_id, day, likeness
from event_links
where not is_copy and day in (from due_days) and day between $first and $last;

create or replace temp table changed_links as
(from old_links except from found_links)
union
(from found_links except from old_links);

insert into touched_stories
select story_id from changed_links
union
select other_id from changed_links;

delete from event_links
where not is_copy and (story_id, other_id) in (select (story_id, other_id) from changed_links);

insert into event_links
select *, false
from found_links
semi join changed_links using (story_id, other_id);

drop table changed_links;

drop table old_links;

drop table found_links;

drop table keys_due;
