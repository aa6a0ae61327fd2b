-- grain: one row per story with neither title nor body, or without a block; key: story_id.
-- severity: fail
select story_id, page_id, position
from page_stories
where (trim(body) = '' and trim(coalesce(title, '')) = '') or len(blocks) = 0;
