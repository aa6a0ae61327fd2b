-- grain: one row per page and run that cleaned it or tried; key: run_id, page_id. What came out then: a page's own rows are
-- replaced by its next cleaning, and these are what sites' drift is measured by.
create table measures (
    run_id varchar not null,
    page_id varchar not null,
    site varchar, -- as in pages
    landed_on date,
    n_words integer, -- of all its stories; null, as those below, where it was quarantined
    n_stories integer,
    n_without_time integer, -- of its stories
    n_blocks integer,
    n_cut integer,
    seconds double -- that cleaning took, or until it failed; null for what an earlier release cleaned
);

-- What earlier releases knew: each page as last cleaned.
insert into measures by name
select
    pages.run_id,
    page_id,
    any_value(site) as site,
    any_value(landed_on) as landed_on,
    coalesce(sum(n_words), 0)::integer as n_words,
    count(story_id)::integer as n_stories,
    count(story_id) filter (published_at is null)::integer as n_without_time,
    any_value(n_blocks) as n_blocks,
    any_value(n_cut) as n_cut
from pages
left join page_stories using (page_id)
group by pages.run_id, page_id;
