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
    (sum(weight) + names / 2)::double as whole
from keys_due
group by day, story_id;

-- Whom to look at: those who share a rare name, or some that are less rare; of those who name nobody, who share the rarest words.
create or replace temp table pairs_due as
with looked_for as (
    select keys_due.*, names >= $names as has_names
    from keys_due
    join whole_due using (day, story_id)
    where n_held > 1 and (is_name and names >= $names or not is_name and names < $names and n_held <= 20)
)

select
    fresh.day,
    fresh.story_id as one_id,
    held.story_id as other_id,
    has_names,
    coalesce(sum(fresh.weight) filter (is_name), 0)::integer as names
from looked_for as fresh
join looked_for as held using (day, is_name, key, has_names)
where fresh.is_fresh and (not held.is_fresh or fresh.story_id < held.story_id)
group by fresh.day, fresh.story_id, held.story_id, has_names
having sum(fresh.weight) >= case when has_names then $names else $rare_words end;

-- Words are joined to the few pairs, and not to each other first; not by a table, which would stay in memory until the load is committed.
-- Names count half as much again as other words, but the same people do other things too: names alone link nothing.
create or replace temp table found_links as
with near_words as materialized (
    select pairs_due.day, one_id, other_id, key, weight
    from pairs_due
    join keys_due on not is_name and n_held > 1 and keys_due.day = pairs_due.day and story_id = one_id
),

shared as (
    select near_words.day, one_id, other_id, sum(near_words.weight)::integer as words
    from near_words
    join keys_due on not is_name and n_held > 1 and keys_due.day = near_words.day and story_id = other_id and keys_due.key = near_words.key
    group by near_words.day, one_id, other_id
),

shares as (
    select
        pairs_due.*,
        words,
        1.5::double * pairs_due.names + words as shared,
        sqrt(one.whole * other.whole) as mean
    from pairs_due
    join shared using (day, one_id, other_id)
    join whole_due as one on one.day = pairs_due.day and one.story_id = one_id
    join whole_due as other on other.day = pairs_due.day and other.story_id = other_id
)

-- Those that have nearly all in common and are no copies are a form filled in twice.
select
    least(one_id, other_id) as story_id,
    greatest(one_id, other_id) as other_id,
    day,
    round(shared / (mean + $unsaid), 4) as likeness
from shares
where words >= $words
    and shared < $form * mean
    and shared >= (mean + $unsaid) * case when has_names then $like else $like_without_names end;

drop table whole_due;

drop table pairs_due;
