-- grain: one row per address with a page that is new or has never been looked at; key: none.
create or replace temp table unlooked_pages as
select page_id from pages where address is null;

update pages set
    address = regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(coalesce(url, ''), '#.*$', ''),
                '([?&])(?:(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid)=[^&]*(?:&|$))+', '\1', 'g'
            ),
            '^https?://(?:[^/?#]*@)?(?:(?:www|m|amp)\.)?', '', 'i'
        ),
        '[/?&]+$', ''
    )
where address is null;

insert into changed_addresses
select distinct address
from pages
where address <> '' and page_id in (select page_id from unlooked_pages);

drop table unlooked_pages;
