-- grain: one row, how many new stories share a value of their signatures with others; key: none.
select count(distinct story) from fresh_values;
