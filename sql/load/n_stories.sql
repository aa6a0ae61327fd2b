-- grain: one row, how many stories there are; key: none.
select count(*) as n from stories;
