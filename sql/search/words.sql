-- grain: one row per word of a story, for a part of the new ones; key: word_key, number.
create or replace temp table told_words as
with told as (
    select number, title, body
    from page_stories
    join unsearched using (story_id)
    where number >= $first and number < $first + $n
),

said as (
    select number, unnest(words_of(title)) as word, 1 as in_title from told
    union all
    select number, unnest(words_of(body)) as word, 0 as in_title from told
)

select
    word_key(word) as word_key,
    number,
    least(sum(in_title), 255)::utinyint as n_title,
    least(count(*) - sum(in_title), 255)::utinyint as n_body,
    count(*) as n
from said
group by word, number;

insert into search_words by name
select * exclude (n)
from told_words
order by word_key, number;

insert into search_stories
with sizes as (
    select number, sum(n) as n_words
    from told_words
    group by number
)

select number, story_id, coalesce(sizes.n_words, 0), left(body, 120)
from page_stories
join unsearched using (story_id)
left join sizes using (number)
where number >= $first and number < $first + $n
order by number;

drop table told_words;
