-- grain: one row per pair of stories in a group that may have changed; key: story_id, other_id.
-- A group is whole: the pairs of its stories lead to no story outside of it, except through new pairs, whose both ends are touched.
create or replace temp table touched_members as
select story_id from touched_stories
union
select story_id
from same_story
where group_id in (select group_id from same_story semi join touched_stories using (story_id));

select story_id, other_id
from similar_stories
semi join touched_members using (story_id);
