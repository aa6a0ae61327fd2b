-- grain: one row per telling of a story that one address told more than once; key: story_id. An address is replaced whole.
delete from revisions where address in (select address from changed_addresses);

insert into revisions by name
from read_parquet($revisions);
