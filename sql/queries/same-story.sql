-- Who tells this story ($story: its story_id), in the order of time?
-- grain: one row per story of its group, itself among them; key: story_id. Replaced texts are left out: see versions.
with told as (
    select story_id, likeness
    from same_story
    where group_id in (select group_id from same_story where story_id = $story::varchar)
    union all
    select $story::varchar, null
    where $story::varchar not in (select story_id from same_story)
)

select dated_at, coalesce(source, site) as outlet, title, n_words, likeness, coalesce(latest_stories.url, latest_stories.uri) as page, story_id
from told
join latest_stories using (story_id)
join pages using (page_id)
order by dated_at, outlet, story_id;
