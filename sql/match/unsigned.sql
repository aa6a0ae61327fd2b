-- grain: one row per story whose text has no signature yet; key: story_id.
select story_id, body
from page_stories
anti join story_signatures using (story_id);
