-- grain: one row per line that a site repeats and its place; key: site, line_key, place.
-- Only of sites with a learned line: where nothing is cut, the other lines are of no use.
select site, line_key, place, n_pages, of_pages, is_learned
from site_lines
where is_repeated and site in (select site from site_lines where is_learned)
order by site, line_key, place;
