-- grain: one row per page with a block in no place or in two; key: page_id. Kept + cut = read, each block once.
-- severity: fail
with places as (
    select page_id, unnest(blocks) as block, true as kept from page_stories
    union all
    select page_id, block, false as kept from cuts
),

counted as (
    select
        page_id,
        count(distinct block) filter (where block between 0 and n_blocks - 1) as n_placed,
        count(*) as n_places,
        count(*) filter (where places.kept) as n_kept
    from places
    join pages using (page_id)
    group by page_id
)

select page_id, uri, n_blocks, coalesce(n_placed, 0) as n_placed, coalesce(n_places, 0) as n_places
from pages
left join counted using (page_id)
where n_blocks <> coalesce(n_placed, 0)
    or n_blocks <> coalesce(n_places, 0)
    or pages.n_kept <> coalesce(counted.n_kept, 0)
    or n_blocks <> pages.n_kept + n_cut;
