-- grain: one row per page that does not have the stories it says; key: page_id.
-- severity: fail
select page_id, uri, n_stories, count(story_id) as n_found
from pages
left join page_stories using (page_id)
group by page_id, uri, n_stories
having n_stories <> count(story_id);
