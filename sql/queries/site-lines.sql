-- Which lines does a site repeat on pages with different stories, and which of them are cut?
-- grain: one row per repeated line and its place; key: site, line, place.
-- optional: $site, a host
select site, n_pages, of_pages, n_stories, n_days, place, if(is_learned, 'cut', 'left') as what, line
from site_lines
where is_repeated and ($site::varchar is null or site = regexp_replace(lower($site::varchar), '^(www|m|amp)\.', ''))
order by site, is_learned desc, n_pages desc, line, place;
