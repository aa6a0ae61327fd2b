-- grain: one row; the new stories that share a value of their signatures with others.
select count(distinct story) from fresh_values;
