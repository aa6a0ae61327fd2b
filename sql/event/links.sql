-- grain: one row per two stories of one event, the later one of a day from $first to $last; key: story_id, other_id.
-- What is rare is asked of the day and the three before. Weights are whole thousandths, so that sums are the same in any order.
create or replace temp table keys_due as
with due as (
    select story_id, event_words.day = due_days.day as is_fresh, due_days.day, names, words
    from due_days
    join event_words on event_words.day between due_days.day - 3 and due_days.day
    where due_days.day between $first and $last
),

keys as (
    select story_id, is_fresh, day, true as is_name, unnest(names) as key from due
    union all
    select story_id, is_fresh, day, false, unnest(words) from due
),

sizes as (
    select day, count(*) as n_stories
    from due
    group by day
),

spread as (
    select day, is_name, key, count(*) as n_held
    from keys
    group by day, is_name, key
)

-- In a small file nothing can be seen to be common: it is weighed as if a thousand other stories stood in it.
select
    keys.*,
    n_held,
    (1000 * (1 - ln(n_held) / ln(n_stories + 1000)))::integer as weight
from keys
join spread using (day, is_name, key)
join sizes using (day)
where n_held <= greatest(50, least(n_stories // 20, 300));

create or replace temp table whole_due as
select
    day,
    story_id,
    coalesce(sum(weight) filter (is_name), 0)::integer as names,
    coalesce(sum(weight) filter (not is_name), 0)::integer as words
from keys_due
group by day, story_id;

-- Whom to look at: those who share enough names; where both hardly have any, some of the rarest words.
create or replace temp table pairs_due as
with looked_for as (
    select keys_due.*, names >= $names as has_names
    from keys_due
    join whole_due using (day, story_id)
    where n_held > 1 and (is_name or names < $names and n_held <= 50)
)

select
    fresh.day,
    fresh.story_id as one_id,
    held.story_id as other_id,
    coalesce(sum(fresh.weight) filter (is_name), 0)::integer as names
from looked_for as fresh
join looked_for as held using (day, is_name, key, has_names)
where fresh.is_fresh and (not held.is_fresh or fresh.story_id < held.story_id)
group by fresh.day, fresh.story_id, held.story_id, has_names
having has_names and sum(fresh.weight) >= $names or not has_names and count(*) >= 4;

create or replace temp table near_pairs as
select
    pairs_due.*,
    least(one.names, other.names) as fewer_names,
    least(one.words, other.words) as fewer_words
from pairs_due
join whole_due as one on one.day = pairs_due.day and one.story_id = one_id
join whole_due as other on other.day = pairs_due.day and other.story_id = other_id
where least(one.names, other.names) < $names
    or pairs_due.names >= $share_names * least(one.names, other.names);

-- A table of its own, so that words are joined to the few pairs and not to each other first.
create or replace temp table near_words as
select near_pairs.day, one_id, other_id, key, weight
from near_pairs
join keys_due on not is_name and keys_due.day = near_pairs.day and story_id = one_id;

create or replace temp table found_links as
with shared as (
    select near_words.day, one_id, other_id, sum(near_words.weight)::integer as words
    from near_words
    join keys_due on not is_name and keys_due.day = near_words.day and story_id = other_id and keys_due.key = near_words.key
    group by near_words.day, one_id, other_id
),

shares as (
    select
        near_pairs.*,
        words,
        words / fewer_words as share_words,
        fewer_names >= $names as has_names,
        case when fewer_names >= $names then names / fewer_names end as share_names
    from near_pairs
    join shared using (day, one_id, other_id)
)

select
    least(one_id, other_id) as story_id,
    greatest(one_id, other_id) as other_id,
    day,
    round((coalesce(share_names, share_words) + share_words) / 2, 4) as likeness
from shares
where has_names and words >= $words and share_words >= $share_words
    or not has_names and words >= $many_words and share_words >= $most_words;

drop table whole_due;

drop table pairs_due;

drop table near_pairs;

drop table near_words;
