-- grain: one row per page of one story whose address has several, among the changed addresses; key: story_id.
with again as (
    select address
    from pages
    where n_stories = 1 and address in (select address from changed_addresses)
    group by address
    having count(*) > 1
)

select
    story_id,
    address,
    coalesce(fetched_at, landed_on::timestamp, pages.first_loaded_at) as seen_at,
    uri,
    title,
    body
from page_stories
join pages using (page_id)
semi join again using (address)
where pages.n_stories = 1;
