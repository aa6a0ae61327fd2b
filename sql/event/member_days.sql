-- grain: one row per story of which the event may have changed; key: story_id.
select story_id, day
from event_words
semi join touched_members using (story_id);
