-- grain: one row per story, cut, line, outcome, measure or skipped file without its page or run, and per signature, pair, group or version without its story; key: table_name, key.
-- severity: fail
select 'page_stories' as table_name, story_id as key from page_stories anti join pages using (page_id)
union all
select 'cuts', concat(page_id, ' block ', block) from cuts anti join pages using (page_id)
union all
select 'pages', page_id from pages anti join runs using (run_id)
union all
select 'page_lines', concat(page_id, ' block ', block) from page_lines anti join pages using (page_id)
union all
select 'story_signatures', story_id from story_signatures anti join page_stories using (story_id)
union all
select 'revisions', story_id from revisions anti join page_stories using (story_id)
union all
select 'similar_stories', concat(story_id, ' ', other_id)
from similar_stories
where story_id not in (select story_id from page_stories) or other_id not in (select story_id from page_stories)
union all
select 'same_story', story_id from same_story anti join page_stories using (story_id)
union all
select 'event_words', story_id from event_words anti join stories using (story_id)
union all
select 'event_links', story_id
from event_links
where story_id not in (select story_id from event_words) or other_id not in (select story_id from event_words)
union all
select 'same_event', story_id from same_event anti join event_words using (story_id)
union all
select 'outcomes', page_id from outcomes anti join runs using (run_id)
union all
select 'measures', page_id from measures anti join runs using (run_id)
union all
select 'skipped_files', uri from skipped_files anti join runs using (run_id);
