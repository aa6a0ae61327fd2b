-- grain: none, what loading the index leaves behind; key: none.
drop table unsearched;
