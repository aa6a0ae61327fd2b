-- grain: one row per event of one story only, of another name than its smallest, or that holds only some of a story's copies; key: event_id.
-- severity: fail
select event_id, 'too few, or another name' as fault
from same_event
group by event_id
having count(*) < 2 or event_id <> min(story_id)
union all
select min(event_id), 'not all of the copies'
from same_story
semi join event_words using (story_id)
left join same_event using (story_id)
group by group_id
having count(*) > 1 and (count(distinct event_id) <> 1 or count(event_id) < count(*));
