-- grain: story_signatures, one row per story; key: story_id. Copies are found by MinHash signatures. Samples say nothing about them: the
-- next load reads every text again and makes the groups anew.
drop table story_shingles;

drop table story_samples;

delete from similar_stories;

delete from same_story;

-- grain: story_signatures, one row per story whose text has been read for copies; key: story_id.
create table story_signatures (
    story_id varchar not null,
    signature bigint[] not null -- its MinHash values, each with its place above 32 bits; none for a text too short to be anybody's copy
);
