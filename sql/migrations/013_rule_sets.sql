-- grain: one row per version of the rules that a page is cleaned with; key: rules_version. From it a night with other rules
-- learns which rules changed, and so which pages they touch.
create table rule_sets (
    rules_version varchar not null,
    words_version varchar not null, -- of the words beside the rules; where these change, every page may change
    rules varchar not null -- JSON: a list in the order of the rules, each with what decides where it fires
);
