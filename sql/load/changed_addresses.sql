-- grain: one row per address of a page that is about to be replaced; key: none. `addresses` adds those that come.
create or replace temp table changed_addresses as
select address
from pages
where address <> '' and page_id in (select page_id from read_parquet($pages));
