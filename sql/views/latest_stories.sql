-- grain: one row per story with its page's address; key: story_id. `dated_at`: when published, else when fetched.
create or replace view latest_stories as
select
    coalesce(published_at, fetched_at) as dated_at,
    published_at,
    published_raw,
    published_precision,
    modified_at,
    title,
    standfirst,
    source,
    authors,
    credits,
    section,
    tags,
    language,
    kind,
    n_words,
    body,
    url,
    canonical_url,
    uri,
    landed_on,
    stories.first_loaded_at,
    position,
    story_id,
    page_id
from stories
join pages using (page_id);
