-- grain: one row per line that a site repeats and its place; key: site, line_key, place.
select site, line_key, place, n_pages, of_pages, is_learned
from site_lines
where is_repeated
order by site, line_key, place;
