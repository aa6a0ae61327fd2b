-- grain: one row per story whose words are not known; key: story_id.
select story_id, day, body
from told_days
join page_stories using (story_id)
where story_id not in (select story_id from event_words);
