-- grain: one row per story that is no longer there; key: story_id. Nothing of it stays.
create or replace temp table gone_stories as
select story_id from story_signatures anti join page_stories using (story_id);

delete from story_signatures where story_id in (select story_id from gone_stories);

create or replace temp table touched_stories as
select story_id from gone_stories
union
select other_id from similar_stories semi join gone_stories using (story_id)
union
select story_id from similar_stories where other_id in (select story_id from gone_stories);

delete from similar_stories
where story_id in (select story_id from gone_stories) or other_id in (select story_id from gone_stories);
