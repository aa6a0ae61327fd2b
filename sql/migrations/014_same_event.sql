-- grain: event_words, one row per story as `stories` shows it; key: story_id. By them the stories of an event are found.
create table event_words (
    story_id varchar not null,
    day date, -- on which it was published, else fetched; null where neither is known
    names integer[] not null, -- hashes of the names at its beginning
    words integer[] not null -- and of other words
);

-- grain: event_links, one row per two stories that may be of one event; key: story_id, other_id, is_copy.
create table event_links (
    story_id varchar not null, -- the smaller of the two
    other_id varchar not null,
    day date, -- the later one's; null for copies
    likeness double not null, -- of the rarer names and words of the one that has fewer, those that the other has; 1 for copies
    is_copy boolean not null -- they stand in one group of same_story
);

-- grain: same_event, one row per story of an event that others tell too; key: story_id.
create table same_event (
    event_id varchar not null, -- the event's smallest story_id
    story_id varchar not null
);
