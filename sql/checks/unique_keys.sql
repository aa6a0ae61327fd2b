-- grain: one row per key that stands more than once; key: table_name, key. Keys are checked here, not by indexes.
-- severity: fail
select 'pages' as table_name, page_id as key, count(*) as n from pages group by page_id having count(*) > 1
union all
select 'page_stories', story_id, count(*) from page_stories group by story_id having count(*) > 1
union all
select 'page_stories', concat(page_id, ' position ', position), count(*)
from page_stories group by page_id, position having count(*) > 1
union all
select 'cuts', concat(page_id, ' block ', block), count(*) from cuts group by page_id, block having count(*) > 1
union all
select 'page_lines', concat(page_id, ' block ', block), count(*)
from page_lines group by page_id, block having count(*) > 1
union all
select 'site_lines', concat(site, ' ', place, ' ', min(line)), count(*)
from site_lines group by site, line_key, place having count(*) > 1
union all
select 'story_signatures', story_id, count(*) from story_signatures group by story_id having count(*) > 1
union all
select 'revisions', story_id, count(*) from revisions group by story_id having count(*) > 1
union all
select 'similar_stories', concat(story_id, ' ', other_id), count(*)
from similar_stories group by story_id, other_id having count(*) > 1
union all
select 'same_story', story_id, count(*) from same_story group by story_id having count(*) > 1
union all
select 'event_words', story_id, count(*) from event_words group by story_id having count(*) > 1
union all
select 'event_links', concat(story_id, ' ', other_id), count(*)
from event_links group by story_id, other_id, is_copy having count(*) > 1
union all
select 'same_event', story_id, count(*) from same_event group by story_id having count(*) > 1
union all
select 'outcomes', concat(run_id, ' ', page_id), count(*) from outcomes group by run_id, page_id having count(*) > 1
union all
select 'measures', concat(run_id, ' ', page_id), count(*) from measures group by run_id, page_id having count(*) > 1
union all
select 'skipped_files', concat(run_id, ' ', uri), count(*) from skipped_files group by run_id, uri having count(*) > 1
union all
select 'runs', run_id, count(*) from runs group by run_id having count(*) > 1;
