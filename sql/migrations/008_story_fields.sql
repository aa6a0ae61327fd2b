-- grain: stories, as in 003; key: story_id. What was found beside title, authors and dates; null or empty on older rows.
alter table stories add column standfirst varchar; -- the lead under the headline, which stands in the body too

alter table stories add column credits varchar[] default []; -- agencies, organisations and photographers

alter table stories add column section varchar;

alter table stories add column tags varchar[] default [];

alter table stories add column modified_at timestamp; -- UTC; never before published_at

alter table stories add column canonical_url varchar; -- the page's address by its own account, else the one fetched

alter table stories add column raw_values map(varchar, varchar); -- field -> what stood where origins says
