-- grain: one row per group of one story or of another name than its smallest, story in one that is like none, and two alike that are in none; key: story_id, fault.
-- severity: fail
select group_id as story_id, 'too few, or another name' as fault
from same_story
group by group_id
having count(*) < 2 or group_id <> min(story_id)
union all
select story_id, 'in a group, and like no story'
from same_story
where story_id not in (select story_id from similar_stories union all select other_id from similar_stories)
union all
select similar_stories.story_id, concat('not in one group with ', other_id)
from similar_stories
left join same_story as one on one.story_id = similar_stories.story_id
left join same_story as other on other.story_id = other_id
where one.group_id is null or one.group_id is distinct from other.group_id;
