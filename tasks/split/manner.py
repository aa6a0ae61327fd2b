"""A page dresses its stories in one manner: what few of them seem to have none has, what most have the others have too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tasks.describe.times import source_of_dateline
from tasks.split.draft import LONGEST_TITLE, Draft
from tasks.split.facts import AT
from tasks.split.frames import title_text
from tasks.split.names import names_in
from tasks.split.run_in import attributed_sources, run_in_titles
from tasks.split.sheet import Sheet

OUTLET = 4  # words of most outlets' names
FEW = 0.3  # what fewer of the stories seem to have, none has
MOST = 0.6
COLONS = (":", "：")


def same_manner(drafts: Sequence[Draft], headers: Sequence[range], sheet: Sheet) -> None:
    """What few of a page's stories seem to have, none has; titles may be run into the text where none has a line."""
    n = len(drafts)
    _titles_to_sources(drafts, sheet)
    if sum(d.title is not None for d in drafts) < FEW * n:
        for draft in drafts:
            if draft.source is None and draft.title is not None and _is_outlet(draft.title, sheet):
                draft.source = draft.title
            draft.title = None
    _complete_titles(drafts, headers, sheet)
    _titles_before_colons(drafts, sheet)
    _complete_sources(drafts, headers, sheet)
    if all(d.title is None for d in drafts):
        _run_in_titles(drafts, sheet)
    if sum(d.source is not None for d in drafts) < FEW * n:
        for draft in drafts:
            draft.source = draft.source if draft.source == draft.time else None
        _name_attributed(drafts, sheet)
    for draft, header in zip(drafts, headers, strict=True):
        draft.body[:0] = [i for i in header if _opens(i, draft, sheet)]
        if draft.title is not None:
            draft.title_text = title_text(sheet.lines[draft.title].text)


def _opens(i: int, draft: Draft, sheet: Sheet) -> bool:
    """A short line before a story's paragraphs that was kept as text, under the title if there is one, and nothing else claims."""
    claimed = i in (draft.title, draft.source, draft.time) or i in draft.others or i in draft.body
    return sheet.lines[i].mark.role == "body" and not claimed and (draft.title is None or i > draft.title)


def _titles_to_sources(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """Names as short as an outlet's over stories that have a time, and no source, are their sources."""
    titles = [draft.title for draft in drafts if draft.title is not None]
    named = [i for i in titles if _is_outlet(i, sheet)]
    stamped = sum(draft.time is not None and draft.source in (None, draft.time) for draft in drafts)
    if len(named) < max(1, MOST * len(titles)) or stamped < MOST * len(drafts):
        return
    for draft in drafts:
        if draft.title in named:
            draft.source, draft.title = draft.source or draft.title, None


def _is_outlet(i: int, sheet: Sheet) -> bool:
    return bool(sheet.facts[i, AT["source_like"]]) and sheet.lines[i].n_words <= OUTLET


def _complete_titles(drafts: Sequence[Draft], headers: Sequence[range], sheet: Sheet) -> None:
    """A line that stands over each story is its title, though nothing in it says so: where others have one, or all do."""
    longest = [_longest_name(draft, header, sheet) for draft, header in zip(drafts, headers, strict=True)]
    named = [i for i in longest if i is not None]
    words = [sheet.lines[i].n_words for i in named]
    known = [sheet.lines[d.title].n_words for d in drafts if d.title is not None]
    if len(known) < MOST * len(drafts):
        distinct = len({sheet.lines[i].key for i in named})
        stamped = sum(d.time is not None for d in drafts) > 0.5 * len(drafts)  # a short line by a time is a source
        is_each = distinct == len(named) == len(drafts)
        least = (4 if stamped else 1 if is_each else 2) * len(words)
        if (
            (known and not is_each)
            or len(named) < MOST * len(drafts)
            or distinct < 0.8 * len(named)
            or sum(words) < least
        ):
            return
    for draft, i in zip(drafts, longest, strict=True):
        if draft.title is None and known and len(draft.body) > 1 and _is_unended(draft.body, sheet):
            draft.title = draft.body.pop(0)
        elif draft.title is None and i is not None and sheet.lines[i].n_words >= (2 if known else 1):
            draft.title = i
            draft.source = None if draft.source == i else draft.source
            draft.body = [k for k in draft.body if k != i]


def _titles_before_colons(drafts: Sequence[Draft], sheet: Sheet) -> None:
    """Where most stories have no title, and begin with a line that ends in a colon, that is their title."""
    heads = [next((k for k, i in enumerate(d.body[:2]) if _leads_on(i, sheet)), None) for d in drafts]
    fits = [d.title is None and k is not None and len(d.body) > k + 1 for d, k in zip(drafts, heads, strict=True)]
    if sum(fits) < max(2, MOST * len(drafts)):
        return
    for draft, k, fit in zip(drafts, heads, fits, strict=True):
        if fit:
            draft.title, draft.body = draft.body[k], draft.body[k + 1 :]


def _leads_on(i: int, sheet: Sheet) -> bool:
    return sheet.lines[i].text.endswith(COLONS) and sheet.lines[i].n_words <= LONGEST_TITLE


def _complete_sources(drafts: Sequence[Draft], headers: Sequence[range], sheet: Sheet) -> None:
    """Where most stories have their source in one place, a short line in that place is the source of the others too."""
    known = [d for d in drafts if d.source is not None and d.source != d.time]
    places = Counter(place for draft in known for place in _places(draft.source, draft))
    if not places or len(known) < MOST * len(drafts):
        return
    place, n = places.most_common(1)[0]
    if n < max(2, MOST * len(known)):
        return
    for draft, header in zip(drafts, headers, strict=True):
        if draft.source is not None and place in _places(draft.source, draft):
            continue
        at = next((i for i in names_in(header, sheet) if place in _places(i, draft)), None)
        if at is not None and at not in (draft.title, draft.time) and sheet.lines[at].n_words <= OUTLET + 1:
            draft.source = at
            draft.others.pop(at, None)
            draft.body = [i for i in draft.body if i != at]


def _places(i: int, draft: Draft) -> list[tuple[str, int]]:
    """Where a line before a story's text stands: how far from the title, and from the text."""
    text = min((k for k in draft.body if draft.title is None or k > draft.title), default=i)
    return [("text", i - text)] + ([] if draft.title is None else [("title", i - draft.title)])


def _is_unended(body: Sequence[int], sheet: Sheet) -> bool:
    """Does the first line alone lack its full stop? Then it is no sentence, however long."""
    ends = sheet.facts[:, AT["ends"]]
    return not ends[body[0]] and bool(ends[body[1]]) and sheet.lines[body[0]].n_words <= LONGEST_TITLE


def _longest_name(draft: Draft, header: range, sheet: Sheet) -> int | None:
    names = [i for i in names_in(header, sheet) if i != draft.time and i not in draft.others]
    return max(names, key=lambda i: (sheet.lines[i].n_words, -i)) if names else None


def _name_attributed(drafts: Sequence[Draft], sheet: Sheet) -> None:
    sources = attributed_sources([sheet.lines[draft.body[-1]].text for draft in drafts])
    for draft, source in zip(drafts, sources, strict=True):
        if draft.source is None:
            draft.source_text = source


def _run_in_titles(drafts: Sequence[Draft], sheet: Sheet) -> None:
    texts = [sheet.lines[draft.body[0]].text for draft in drafts]
    if sum(source_of_dateline(text) is not None for text in texts) > MOST * len(texts):
        return  # a dateline stands there, and no title
    titles = run_in_titles(texts)
    for draft, title in zip(drafts, titles, strict=True):
        draft.title_text = title
