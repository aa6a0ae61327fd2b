-- grain: one row per link that a changed story hangs together with, over any number of links; key: story_id, other_id, is_copy.
delete from event_links
where story_id not in (select story_id from event_words) or other_id not in (select story_id from event_words);

create or replace temp table copies as
with told as (
    select story_id, min(story_id) over (partition by group_id) as first_id
    from same_story
    semi join event_words using (story_id)
)

select first_id as story_id, story_id as other_id
from told
where story_id <> first_id;

create or replace temp table changed_copies as
with old as (
    select story_id, other_id from event_links where is_copy
)

(from old except from copies)
union
(from copies except from old);

insert into touched_stories
select story_id from changed_copies
union
select other_id from changed_copies;

delete from event_links
where is_copy and (story_id, other_id) in (select (story_id, other_id) from changed_copies);

insert into event_links
select story_id, other_id, null, 1, true
from copies
semi join changed_copies using (story_id, other_id);

insert into touched_stories
with former as (
    select event_id from same_event semi join touched_stories using (story_id)
)

select story_id
from same_event
semi join former using (event_id);

create or replace temp table touched_members as
with recursive ends as (
    select story_id, other_id from event_links
    union all
    select other_id, story_id from event_links
),

reached as (
    select story_id from touched_stories
    union
    select other_id from reached join ends using (story_id)
)

from reached;

drop table copies;

drop table changed_copies;

select story_id, other_id, likeness, is_copy
from event_links
semi join touched_members using (story_id);
