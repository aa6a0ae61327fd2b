-- grain: one row per candidate pair of a part of them; key: story_id, other_id.
select story_id, other_id
from candidates
where number > $first and number <= $first + $n
order by story_id, other_id;
