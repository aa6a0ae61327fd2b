-- grain: one row per day whose stories are to be compared, with how many stories that takes; key: day. A story changes what is
-- rare, and whom it may be linked with, on its own day and the three after.
insert into event_words
select *
from read_parquet($words)
order by day, story_id;

insert into changed_days
select distinct day
from read_parquet($words)
where day is not null and day not in (from changed_days);

create or replace temp table due_days as
with due as (
    select distinct day + delay::integer as day
    from changed_days
    cross join range(4) as delays (delay)
)

select day
from due
semi join event_words using (day);

drop table told_days;

drop table changed_days;

with sizes as (
    select day, count(*) as n
    from event_words
    group by day
)

select due_days.day, sum(n)::integer
from due_days
join sizes on sizes.day between due_days.day - 3 and due_days.day
group by due_days.day
order by due_days.day;
