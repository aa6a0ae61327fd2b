-- What became of this page ($page: its uri, address or page_id) in each run, fetches of the same address among it?
-- grain: one row per run and page; key: started_at, uri.
with asked as (
    select page_id, nullif(address, '') as address
    from pages
    where $page::varchar in (page_id, uri, url)
)

select started_at, flow, outcomes.uri, fetched_at, outcome, coalesce(reason, concat_ws(': ', step, outcomes.error)) as why, n_words, title
from outcomes
join runs using (run_id)
left join pages using (page_id)
left join page_stories on page_stories.page_id = outcomes.page_id and position = 1
where $page::varchar in (outcomes.page_id, outcomes.uri)
    or outcomes.page_id in (select page_id from asked)
    or address in (select address from asked)
order by started_at, fetched_at, outcomes.uri;
