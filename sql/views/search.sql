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
-- the title counts as three of the body.
create or replace macro search(words) as table (
    with asked as (
        select distinct word_key(unnest(words_of(words))) as word_key
    ),

    hits as (
        select word_key, number, 3 * n_title::double + n_body as n_here
        from search_words
        join asked using (word_key)
    ),

    spread as (
        select word_key, count(*) as n_stories
        from hits
        group by word_key
    ),

    size as (
        select count(*) as n_stories, avg(n_words) as mean_words
        from search_stories
    ),

    scored as (
        select
            number,
            count(*) as n_words_found,
            round(
                sum(
                    ln(1 + (size.n_stories - spread.n_stories + 0.5) / (spread.n_stories + 0.5))
                    * n_here * 2.2 / (n_here + 1.2 * (0.25 + 0.75 * n_words / mean_words))
                ),
                6
            ) as score
        from hits
        join spread using (word_key)
        join search_stories using (number)
        cross join size
        group by number
    )

    select story_id, n_words_found, score
    from scored
    join search_stories using (number)
    order by n_words_found desc, score desc, story_id
);
