-- grain: one row per line on two pages of a site or more, and its place there; key: site, line_key, place.
-- Counted anew from page_lines for the sites of this load, so that neither order nor repetition of loads matters.
create or replace temp table known_lines as
select distinct site, line_key, line from site_lines join changed_sites using (site)
union
select site, line_key, line
from read_parquet($page_lines)
semi join counted_pages using (page_id)
join pages using (page_id);

delete from site_lines where site in (select site from changed_sites);

insert into site_lines by name
with lines_here as (
    select site, pages.rowid as page, hash(url) as url, landed_on, page_lines.* exclude (page_id)
    from page_lines
    join pages using (page_id)
    join changed_sites using (site)
),

sizes as (
    select site, count(distinct page) as of_pages, count(distinct landed_on) as of_days
    from lines_here
    group by site
),

spread as (
    select site, line_key, count(distinct page) as n_pages
    from lines_here
    group by site, line_key
),

-- A page's story is known by its longest paragraph, one that most other pages have not, and by its address: a story
-- fetched again, printed, or taken over ten times counts once.
told as (
    select
        page,
        coalesce(
            arg_max(line_key, (lines_here.n_words, line_key)) filter (part = 'body' and 2 * n_pages <= of_pages),
            arg_max(line_key, (lines_here.n_words, line_key)) filter (part = 'body')
        ) as story
    from lines_here
    join spread using (site, line_key)
    join sizes using (site)
    group by page
),

stories_of_sites as (
    select site, least(count(distinct story), count(distinct url)) as of_stories
    from lines_here
    join told using (page)
    group by site
),

lines_of_sites as (
    select
        site,
        line_key,
        count(distinct page) as n_pages,
        least(count(distinct story), count(distinct url)) as n_stories,
        count(distinct page) filter (part = 'field') as n_field,
        max(lines_here.n_words) as n_words,
        bool_or(is_sentence) as is_sentence
    from lines_here
    join spread using (site, line_key)
    join told using (page)
    where n_pages > 1
    group by site, line_key
),

repeated as (
    select lines_of_sites.*, n_stories >= greatest(3, 0.02 * of_stories) as is_repeated
    from lines_of_sites
    join stories_of_sites using (site)
),

-- What the site does not repeat is the page's own text.
own_text as (
    select page, min(block) as first_block, max(block) as last_block
    from lines_here
    left join repeated using (site, line_key)
    where part = 'body' and is_repeated is not true
    group by page
),

places as (
    select
        site,
        line_key,
        case when block < first_block then 'before' when block > last_block then 'after' else 'inside' end as place,
        count(distinct page) as n_pages,
        least(count(distinct story), count(distinct url)) as n_stories,
        count(distinct landed_on) as n_days
    from lines_here
    semi join repeated using (site, line_key)
    join told using (page)
    left join own_text using (page)
    group by site, line_key, place
)

select
    site,
    line_key,
    place,
    line,
    places.n_pages,
    places.n_stories,
    n_days,
    of_pages,
    of_stories,
    is_repeated,
    is_repeated
    -- The talk of one lively day (a story that all pages link to) is over after two; an outlet's own lines stand.
    and n_days >= least(3, of_days)
    -- Names, times and credits return, too. (What was taken for the title of most stories is the title of none.)
    and 10 * n_field <= repeated.n_pages
    -- A phrase may end many stories (nobody was hurt), a question open every second one, but hardly more than half of
    -- them. Between paragraphs of its own a page has sub-heads and standing phrases: more is asked there.
    and case
        when place = 'inside'
            then n_words >= 6 and is_sentence and places.n_stories >= 20 and 4 * places.n_stories > 3 * of_stories
        else
            places.n_stories >= 10
            and 2 * places.n_stories > of_stories
            and 5 * places.n_pages >= 4 * repeated.n_pages
    end as is_learned
from places
join repeated using (site, line_key)
join sizes using (site)
join stories_of_sites using (site)
join known_lines using (site, line_key);
