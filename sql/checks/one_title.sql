-- grain: one row per site and title that most of the site's stories of this run have, though their texts differ; key: site.
-- severity: warn
-- Then the title is the site's name, or a notice.
with titled as (
    select site, title, count(distinct body) as n_stories, sum(count(distinct body)) over (partition by site) as of_stories
    from stories
    join pages using (page_id)
    where stories.run_id = $run_id and site is not null and title is not null
    group by site, title
)

select site, title, n_stories, of_stories
from titled
where n_stories >= 10 and 2 * n_stories > of_stories
order by site;
