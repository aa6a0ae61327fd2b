"""Which of the landed pages a run cleans: what the database knows of each, against what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tasks.desk import Desk, Versions
from tasks.mark.rule_sets import Changes, RuleSet
from tasks.page import Quarantined, RawPage
from tasks.site_lines import NONE_REPEATED, SiteLines, site_of
from tasks.warehouse import KnownPage

Which = Literal["missing", "outdated", "quarantined", "all"]
NO_RULES = RuleSet("", "", ())
DUE: tuple[Which, ...] = ("missing", "outdated", "quarantined")  # what a nightly run cleans
Verdict = Literal["clean", "unchanged", "passed over"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the database knows of the pages of some days, what was asked for, and so what to do with each."""

    versions: Versions
    which: tuple[Which, ...] = DUE
    site: str | None = None
    known: Mapping[str, KnownPage] = field(default_factory=dict)
    quarantined: frozenset[str] = frozenset()
    site_lines: SiteLines = NONE_REPEATED
    rules: RuleSet = NO_RULES
    rule_changes: Changes = field(default_factory=dict)  # since earlier versions of the rules, as far as they are known

    @classmethod
    def of(cls, desk: Desk) -> Choice:
        """What a night cleans with this desk, before the database has been asked."""
        return cls(desk.versions, rules=desk.rule_set)

    def verdict(self, page: RawPage | Quarantined) -> Verdict:
        """`passed over` is what was not asked for; a page that could not be read goes on unless a site was named."""
        raw = page.raw if isinstance(page, Quarantined) else page
        if self.site and not is_of_site(raw.url, self.site):
            return "passed over"
        if isinstance(page, Quarantined) or "all" in self.which:
            return "clean"
        state = self._state(raw)
        if state == "unchanged":
            return "unchanged"
        return "clean" if state in self.which else "passed over"

    def earlier_rules(self, raw: RawPage) -> str | None:
        """The rules version the page was cleaned with, where nothing has changed since but rules, and it is known which."""
        known = self.known.get(raw.page_id)
        if known is None or "all" in self.which or raw.page_id in self.quarantined:
            return None
        was, now = known.versions, self.versions
        is_same = known.content_hash == raw.content_hash and (was.model, was.code) == (now.model, now.code)
        return was.rules if is_same and was.rules in self.rule_changes else None

    def _state(self, raw: RawPage) -> str:
        if raw.page_id in self.quarantined:
            return "quarantined"
        known = self.known.get(raw.page_id)
        if known is None:
            return "missing"
        same = known.content_hash == raw.content_hash and known.versions == self.versions
        return "unchanged" if same else "outdated"


def is_of_site(url: str | None, site: str) -> bool:
    """Whether a page's address is on a site or below it: `news.example.org` is of `example.org`.

    The site is a host, or any address there: people copy it from a browser.
    """
    host, wanted = site_of(url), site_of(site.strip()) or site_of(f"https://{site.strip()}")
    return host is not None and wanted is not None and (host == wanted or host.endswith(f".{wanted}"))
