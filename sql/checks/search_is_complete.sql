-- grain: one row per story that is not in the search index once, or is there and no story; key: story_id.
-- severity: fail
select story_id, count(stories.story_id) as n_stories, count(number) as n_indexed
from stories
full join search_stories using (story_id)
group by story_id
having count(stories.story_id) <> 1 or count(number) <> 1;
