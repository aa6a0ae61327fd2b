-- grain: one row per two stories that are one; key: story_id, other_id.
insert into similar_stories
select distinct *
from read_parquet($similar);

insert into touched_stories
select story_id from read_parquet($similar)
union
select other_id from read_parquet($similar);
