-- grain: one row per line of a page among the newest 300 of its site; key: page_id, block.
-- Older pages are forgotten: a site changes its furniture, and a night costs what its sites' newest pages cost.
delete from page_lines where page_id in (select page_id from read_parquet($pages));

insert into page_lines by name
select * exclude (line)
from read_parquet($page_lines);

delete from page_lines
where page_id in (
    select page_id
    from pages
    join changed_sites using (site)
    where page_id in (select page_id from page_lines)
    qualify row_number() over (partition by site order by landed_on desc nulls last, page_id) > 300
);
