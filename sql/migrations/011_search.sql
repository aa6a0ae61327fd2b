-- grain: search_stories, one row per story that can be searched; key: number, and story_id. Those of the view `stories`.
create table search_stories (
    number integer not null, -- given once, in the order of loading
    story_id varchar not null,
    n_words integer not null,
    begins varchar not null -- the body's first 120 characters: to show what was found, no body need be read
);

-- grain: search_words, one row per word of a story; key: word_key, number. The inverted index, each load's rows in order of the key.
create table search_words (
    word_key bigint not null, -- word_key(word)
    number integer not null, -- of search_stories
    n_title utinyint not null, -- how often in the title, and in the body; 255 for more
    n_body utinyint not null
);
