-- Who tells of the event of this story ($story: its story_id), in the order of time?
-- grain: one row per story of its event, itself among them; key: story_id. `copy_of` is the same for those that tell the same story.
with told as (
    select story_id
    from same_event
    where event_id in (select event_id from same_event where story_id = $story::varchar)
    union
    select $story::varchar
)

select dated_at, coalesce(source, site) as outlet, title, n_words, group_id as copy_of, coalesce(latest_stories.url, latest_stories.uri) as page, story_id
from told
join latest_stories using (story_id)
join pages using (page_id)
left join same_story using (story_id)
order by dated_at, outlet, story_id;
