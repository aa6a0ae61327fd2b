-- grain: story_samples, one row per story whose text has been sampled; key: story_id.
create table story_samples (
    story_id varchar not null,
    n_sampled integer not null -- 0 for a text too short to be anybody's copy
);

-- grain: one row per sampled shingle of a story; key: story_id, shingle. By them the copies of a story are found.
create table story_shingles (
    shingle bigint not null, -- the hash of three words
    story_id varchar not null
);

-- grain: one row per two stories of which one holds most of the other; key: story_id, other_id.
create table similar_stories (
    story_id varchar not null, -- the smaller of the two
    other_id varchar not null,
    likeness double not null -- of the shorter text's three-word shingles, those that are in the longer
);

-- grain: same_story, one row per story that others tell too; key: story_id. What hangs together in similar_stories.
create table same_story (
    group_id varchar not null, -- the group's smallest story_id
    story_id varchar not null,
    likeness double not null -- to the story of the group that is most like it
);
