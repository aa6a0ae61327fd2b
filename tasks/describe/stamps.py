"""Where a page's head says when it was published and when it was changed."""

from __future__ import annotations

import re

from tasks.describe.json_ld import LinkedArticle
from tasks.page import Head

PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created", "citation_publication_date", "citation_date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "published-date", "published_time", "date_published",
    "article.published", "bt:pubdate", "cxenseparse:recs:publishtime", "datecreated", "article_date_original",
    "displaydate", "date",
)  # fmt: skip
MODIFIED_META = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "article:modified", "article.updated", "date_modified", "modified_time",
    "last_updated", "updated",
)  # fmt: skip
# A name of a site's own that says what it holds (`w-published-date`), not when it was changed.
PUBLISHED_NAME = re.compile(r"^(?!.*(?:modif|updat|expir))(?:.*[-_:.])?publi\w*(?:[-_:. ](?:date|time|on|at))?$", re.I)
# What a page's own scripts and data attributes call it, their quotes escaped or not: `\\"publishedAt\\":\\"2025-07-02T…`.
# Without `re.I`, and from its first letter on, because it is looked for in whole pages.
SCRIPTED = re.compile(
    rb"(?<![uU]n)(?<![rR]e)[pP]ubli(?:shed|sh|cation)[_-]?(?:[dD]ate|[aA]t|[oO]n|[tT]ime|[tT]imestamp)?(?:[_-]?(?:utc|gmt|iso|UTC|GMT|ISO))?"
    rb"(?:\\*\"|&quot;|&#34;)\s*:\s*(?:\\*\"|&quot;|&#34;)(\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)"
)


def scripted_stamp(body: bytes) -> str | None:
    """When the page's scripts say that it was published, where all that they say is one day; else None."""
    found = [stamp.decode("ascii") for stamp in SCRIPTED.findall(body)]
    return max(found, key=len) if len({stamp[:10] for stamp in found}) == 1 else None


def modified_stamps(head: Head, linked: LinkedArticle) -> list[tuple[str, str | None]]:
    """(origin, value) of each place that may say when the page was last changed; most values are None."""
    return [("json-ld modified", linked.modified), *((f"meta {name}", head.first(name)) for name in MODIFIED_META)]
