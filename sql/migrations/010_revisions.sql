-- grain: page_stories, one row per story of a page; key: story_id, and page_id with position.
-- `stories` becomes a view of it: an address that was fetched again shows its newest text there.
alter table stories rename to page_stories;

create view stories as from page_stories;

alter table pages add column address varchar; -- as in revisions, '' without one; null: not looked at yet

-- grain: revisions, one row per telling of a story that one address told more than once; key: story_id.
create table revisions (
    address varchar not null, -- the url without scheme, www., fragment and the tags of campaigns
    first_id varchar not null, -- the story_id of its first telling
    story_id varchar not null,
    version integer not null, -- 1, 2, …: texts, not fetches
    seen_at timestamp not null, -- when the page was fetched, else the day it landed on
    is_refetch boolean not null, -- the text is that of the telling before
    is_newest boolean not null
);
