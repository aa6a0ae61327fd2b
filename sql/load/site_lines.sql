-- grain: one row per line on two pages of a site or more, and its place there; key: site, line_key, place.
-- Counted anew from page_lines for the sites of this load, so that neither order nor repetition of loads matters.
create or replace temp table known_lines as
with written as (
    select site, line_key, line from site_lines semi join changed_sites using (site)
    union all
    select site, line_key, line from read_parquet($page_lines) semi join counted_pages using (page_id)
)

select site, line_key, min(line) as line
from written
group by site, line_key;

delete from site_lines where site in (select site from changed_sites);

insert into site_lines by name
with lines_here as (
    select hash(page_id) as page, hash(url) as url, page_lines.* exclude (page_id, url)
    from page_lines
    semi join changed_sites using (site)
),

sizes as (
    select site, count(distinct page) as of_pages
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
        count(distinct landed_on) as n_days,
        max(landed_on) - min(landed_on) as days_apart
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
    -- What a week talks of (an election, a storm) ends its stories with the same sentence; an outlet's own lines stand
    -- longer. Background that is told for months has seldom the same words in more than three stories of four.
    and n_days >= 3
    and days_apart >= 7
    and places.n_stories >= 20
    and 4 * places.n_stories > 3 * of_stories
    -- Names, times and credits return, too. (What was taken for the title of most stories is the title of none.)
    and 10 * n_field <= repeated.n_pages
    -- Between paragraphs of its own a page has sub-heads and standing phrases too.
    and if(place = 'inside', n_words >= 6 and is_sentence, 5 * places.n_pages >= 4 * repeated.n_pages) as is_learned
from places
join repeated using (site, line_key)
join sizes using (site)
join stories_of_sites using (site)
join known_lines using (site, line_key);
