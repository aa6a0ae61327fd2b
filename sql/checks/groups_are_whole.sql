-- grain: one row per group of stories that has one story only or another name than its smallest; key: group_id.
-- severity: fail
select group_id, count(*) as n_stories, min(story_id) as smallest
from same_story
group by group_id
having count(*) < 2 or group_id <> min(story_id);
