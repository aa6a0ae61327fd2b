-- grain: one row per version of the rules that a page is cleaned with; key: rules_version. Versions of no page are dropped.
delete from rule_sets
where rules_version = $rules_version or rules_version not in (select rules_version from pages);

insert into rule_sets values ($rules_version, $words_version, $rules);
