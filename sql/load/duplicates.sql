-- grain: one row per key that stands twice in what is to be loaded; key: what, key. An insert would take both, silently.
select 'page' as what, page_id as key, min(uri) as uri, count(*) as n
from read_parquet($outcomes)
group by page_id
having count(*) > 1

union all

select 'story' as what, story_id as key, min(pages.uri) as uri, count(*) as n
from read_parquet($stories) as stories
left join read_parquet($pages) as pages using (page_id)
group by story_id
having count(*) > 1

union all

select 'cut' as what, concat(cuts.page_id, ' block ', block) as key, min(pages.uri) as uri, count(*) as n
from read_parquet($cuts) as cuts
left join read_parquet($pages) as pages using (page_id)
group by cuts.page_id, block
having count(*) > 1

order by what, key
limit 20;
