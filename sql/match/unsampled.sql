-- grain: one row per story whose text has not been sampled; key: story_id.
select story_id, body
from page_stories
anti join story_samples using (story_id);
