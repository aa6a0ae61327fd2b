"""What a run measured, for people: sites that moved, a chart of the cuts, the slowest pages; and several runs' as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from tasks.warehouse import Drift, Measured, Offence, RoleCut, SlowPage

MOVED = "⚠"  # before a measure that moved
NAMED = 5  # sites that a run's state names
MEASURES = ("words a page", "stories a page", "cut share", "without time")
DRIFT_COLUMNS = ("site", "up to", "pages", "before", *MEASURES)
CHART_COLUMNS = ("role", "cuts", "pages", "")
SLOW_COLUMNS = ("page", "seconds", "became", "blocks")
WIDTH = 24  # characters of the chart's longest bar
EIGHTHS = " ▏▎▍▌▋▊▉"  # a bar is drawn in characters, which the Prefect UI, its API and a terminal show alike


def moved_sites(drifts: Iterable[Drift]) -> str:
    """A sentence with the sites that moved and their measures, for a run's state; empty where none did."""
    by_site: dict[str, list[str]] = {}
    for each in drifts:
        if each.moved:
            by_site.setdefault(each.site, []).append(f"{each.measure} {_told(each)}")
    named = [f"{site} ({', '.join(found)})" for site, found in list(by_site.items())[:NAMED]]
    more = [f"and {len(by_site) - NAMED} more"] if len(by_site) > NAMED else []
    return f"Moved: {', '.join(named + more)}." if by_site else ""


def drift_rows(drifts: Sequence[Drift]) -> list[tuple[str, ...]]:
    """A row for each site (and day of a backfill), those that moved first; a measure that moved as `⚠ 412 → 30`."""
    rows = [tuple(_row(list(found))) for _, found in groupby(sorted(drifts, key=_site), key=_site)]
    return sorted(rows, key=lambda cells: not any(cell.startswith(MOVED) for cell in cells))


def chart_rows(roles: Sequence[RoleCut]) -> list[tuple[str, ...]]:
    """A row for each role with a bar as long as its share of the largest."""
    most = max((each.n_cuts for each in roles), default=0)
    return [(each.role, f"{each.n_cuts:,}", f"{each.n_pages:,}", bar(each.n_cuts / most)) for each in roles]


def slow_rows(pages: Sequence[SlowPage]) -> list[tuple[str, ...]]:
    """The slowest page first."""
    return [(each.uri, f"{each.seconds:g}", each.outcome, f"{each.n_blocks or ''}") for each in pages]


def bar(share: float) -> str:
    """A bar of up to 24 characters, exact to an eighth of one."""
    whole, eighths = divmod(round(share * WIDTH * 8), 8)
    return "█" * whole + EIGHTHS[eighths].strip()


def summed(parts: Sequence[Measured]) -> Measured:
    """One for the runs of several days: warnings and cuts counted together, the slowest of all."""
    roles = sorted((part for each in parts for part in each.roles), key=lambda part: part.role)
    cuts = [_role_of(list(found)) for _, found in groupby(roles, key=lambda part: part.role)]
    slow = sorted((page for each in parts for page in each.slowest), key=lambda page: (-page.seconds, page.uri))
    return Measured(
        tuple(_offences(offence for each in parts for offence in each.warnings)),
        tuple(drift for each in parts for drift in each.drifts),
        tuple(sorted(cuts, key=lambda part: (-part.n_cuts, part.role))),
        tuple(slow[: max((len(each.slowest) for each in parts), default=0)]),
    )


def _offences(found: Iterable[Offence]) -> Iterator[Offence]:
    """One a check: the rows of all days counted, those of the first day shown."""
    ordered = sorted(found, key=lambda offence: offence.check)
    for _, same in groupby(ordered, key=lambda offence: offence.check):
        first, *rest = same
        yield replace(first, n_rows=first.n_rows + sum(each.n_rows for each in rest))


def _role_of(found: list[RoleCut]) -> RoleCut:
    return RoleCut(found[0].role, sum(each.n_cuts for each in found), sum(each.n_pages for each in found))


def _site(drift: Drift) -> tuple[str, date]:
    return drift.site, drift.last_day


def _row(found: list[Drift]) -> Iterator[str]:
    by_measure = {each.measure: each for each in found}
    most = max(found, key=lambda each: each.n_pages)
    yield from (most.site, f"{most.last_day}", f"{most.n_pages}", f"{most.n_pages_before}")
    for measure in MEASURES:
        each = by_measure.get(measure)
        yield f"{MOVED} {_told(each)}" if each and each.moved else f"{each.now:g}" if each else ""


def _told(drift: Drift) -> str:
    return f"{drift.before:g} → {drift.now:g}"
