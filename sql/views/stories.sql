-- grain: one row per story; key: story_id. Of an address that was fetched again, the newest text as it was first seen.
create or replace view stories as
select *
from page_stories
where story_id not in (select story_id from revisions where not is_newest);
