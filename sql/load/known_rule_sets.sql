-- grain: one row per version of the rules that pages of these days were cleaned with; key: rules_version.
select rules_version, words_version, rules
from rule_sets
where rules_version in (select rules_version from pages where list_contains($days::date[], landed_on))
order by rules_version;
