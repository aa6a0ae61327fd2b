-- What was cut from this page ($page: its uri, address or page_id), and why?
-- grain: one row per block of the page that is in no story; key: page_id, block.
select block, line, role, rule, score, reasons, text
from cuts
join pages using (page_id)
where $page::varchar in (page_id, uri, url)
order by page_id, block;
