-- grain: page_lines, one row per line of three words and more on each site's newest pages; key: page_id, block.
-- From these lines site_lines is counted: a page that comes again replaces what it had counted.
create table page_lines (
    page_id varchar not null,
    block integer not null,
    site varchar not null, -- the host of the page's address, without www., m. or amp.
    url varchar not null, -- these three as in pages, so that counting a site reads no other's
    landed_on date,
    line_key bigint not null, -- a hash of the line without regard to spaces and case
    part varchar not null, -- body, title, field (another field of a story), cut
    n_words integer not null,
    is_sentence boolean not null
);

-- grain: one row per line on two pages of a site or more, and its place there; key: site, line_key, place.
create table site_lines (
    site varchar not null, -- as in page_lines
    line_key bigint not null,
    place varchar not null, -- before, inside or after the text that is the page's own
    line varchar not null, -- in lower case, with single spaces
    n_pages integer not null, -- of the site's newest pages, those with the line at this place
    n_stories integer not null, -- of their stories, those that differ
    n_days integer not null, -- on which they landed
    of_pages integer not null, -- the site's newest pages, whether with the line or not
    of_stories integer not null,
    is_repeated boolean not null, -- it stands with so many stories that it is no page's own text
    is_learned boolean not null -- and is cut at this place
);

alter table pages add column site varchar;

alter table pages add column site_lines_version varchar; -- null: nothing had been learned of the site

alter table stories add column site_lines_version varchar;
