-- grain: one row per story of a file that an earlier release published; key: story_id. There `stories` is the table.
create or replace temp view page_stories as from stories;
