-- grain: one row per site whose pages this load adds or replaces; key: site.
create or replace temp table changed_sites as
select site from pages where site is not null and page_id in (select page_id from read_parquet($pages))
union
select site from read_parquet($pages) where site is not null;
