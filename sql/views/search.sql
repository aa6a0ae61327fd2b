-- grain: words_of, a list of a text's words without case and accents; key: none. Chinese, Japanese, Thai, Lao and Khmer set
-- no spaces: there each character is a word, and so are each two that stand side by side: pairs from the first character on
-- and from the second on, because a slice at each place would read a long run anew each time.
create or replace macro words_of(text) as flatten(list_transform(
    regexp_extract_all(
        strip_accents(replace(lower(text), 'ß', 'ss')),
        '[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}]+|[\p{L}\p{N}\p{M}]+'
    ),
    lambda word: case
        when regexp_matches(word, '^[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}]{2}')
            then list_concat(
                string_split(word, ''), regexp_extract_all(word, '..'), regexp_extract_all(substring(word, 2), '..')
            )
        else [word]
    end
));

-- grain: word_key, one number; key: word. The same in every release of DuckDB, which `hash` is not.
create or replace macro word_key(word) as (md5_number_lower(word) >> 1)::bigint;

-- grain: search, one row per story with one of the words; key: story_id. The best first: those with most of the words, then
-- by BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework", 2009; k1 = 1.2, b = 0.75), where a word of
-- the title counts as three of the body. To answer in time, a word of more than 250,000 stories, as "the", finds the 20,000
-- of them that have it most often and those with as many; it counts in all that another word finds.
create or replace macro search(words) as table (
    with asked as materialized (
        select distinct word_key(unnest(words_of(words))) as word_key
    ),

    hits as materialized (
        select word_key, number, (3 * n_title::smallint + n_body)::smallint as n_here
        from search_words
        where word_key in (select word_key from asked)
    ),

    times as (
        select word_key, n_here, count(*) as n
        from hits
        group by word_key, n_here
    ),

    ranked as (
        select
            word_key,
            n_here,
            sum(n) over (partition by word_key) as n_stories,
            sum(n) over (partition by word_key order by n_here desc) - n as n_with_more
        from times
    ),

    size as (
        select count(*) as n_all, avg(n_words) as mean_words
        from search_stories
    ),

    weights as materialized (
        select
            word_key,
            greatest(ln(1 + (n_all - n_stories + 0.5) / (n_stories + 0.5)), 0.01) as weight, -- a word of all stories ranks too
            min(n_here) filter (where n_stories <= 250000 or n_with_more < 20000) as n_enough
        from ranked
        cross join size
        group by word_key, n_stories, n_all
    ),

    scored as (
        select
            number,
            count(*) as n_words_found,
            round(sum(weight * n_here * 2.2 / (n_here + 1.2 * (0.25 + 0.75 * n_words / mean_words))), 6) as score
        from hits
        join weights using (word_key)
        join search_stories using (number)
        cross join size
        where number in (select number from hits join weights using (word_key) where n_here >= n_enough)
        group by number
    )

    select story_id, n_words_found, score
    from scored
    join search_stories using (number)
    order by n_words_found desc, score desc, story_id
);
