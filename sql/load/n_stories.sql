-- grain: one row, how many stories there are.
select count(*) as n from stories;
