-- grain: one row per story that others tell too; key: story_id. Groups are replaced whole.
delete from same_story where story_id in (select story_id from touched_members);

insert into same_story
with ends as (
    select story_id, likeness from similar_stories
    union all
    select other_id, likeness from similar_stories
)

select group_id, story_id, max(likeness)
from read_parquet($groups)
join ends using (story_id)
group by group_id, story_id;

drop table touched_members;

drop table touched_stories;

drop table gone_stories;

drop table if exists candidates;

drop table fresh_rows;

drop table fresh_values;

drop table held_values;
