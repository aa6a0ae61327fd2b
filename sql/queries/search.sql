-- Which stories have these words ($words) in title or body, the best first?
-- grain: one row per story; key: story_id. Case and accents do not matter; stories with all of the words come first.
-- optional: $limit
with best as (
    from search($words::varchar)
    limit coalesce($limit::bigint, 20)
)

select dated_at, title, source, begins, n_words_found, score, coalesce(url, uri) as page, story_id
from best
join search_stories using (story_id)
join latest_stories using (story_id)
order by n_words_found desc, score desc, story_id;
