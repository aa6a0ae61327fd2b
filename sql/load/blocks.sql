-- grain: one row, the blocks of the database's file and how many of them are free; key: none.
select total_blocks, free_blocks
from pragma_database_size()
where database_name = current_database();
