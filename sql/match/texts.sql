-- grain: one row per story of a part of the candidate pairs; key: story_id.
with wanted as (
    select story_id from candidates where number > $first and number <= $first + $n
    union
    select other_id from candidates where number > $first and number <= $first + $n
)

select story_id, body
from page_stories
semi join wanted using (story_id);
