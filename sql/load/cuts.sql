-- grain: one row per block that is in no story; key: page_id, block. A page's cuts are replaced whole.
delete from cuts where page_id in (select page_id from read_parquet($pages));

insert into cuts by name
from read_parquet($cuts);
