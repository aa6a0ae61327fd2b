-- grain: one row per line of a page among the newest 300 of its site, 30 a day at most; key: page_id, block.
-- Older pages are forgotten: a site changes its furniture. A day's pages are a sample (page_id is a hash), so that the
-- 300 of a large site are of ten days. So many rows a site are kept and counted, however long the history.
delete from page_lines where page_id in (select page_id from read_parquet($pages));

create or replace temp table counted_pages as
with candidates as (
    select page_id, site, landed_on from page_lines semi join changed_sites using (site)
    union
    select page_id, site, landed_on from read_parquet($page_lines)
),

sample as (
    select page_id, site, landed_on
    from candidates
    qualify row_number() over (partition by site, landed_on order by page_id) <= 30
)

select page_id
from sample
qualify row_number() over (partition by site order by landed_on desc nulls last, page_id) <= 300;

delete from page_lines
where site in (select site from changed_sites) and page_id not in (select page_id from counted_pages);

insert into page_lines by name
select * exclude (line)
from read_parquet($page_lines)
semi join counted_pages using (page_id);
