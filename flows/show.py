"""How results look on a terminal, and as JSON or CSV for other programs."""

from __future__ import annotations

import csv
import json
import shlex
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

from rich import box
from rich.console import Console, Group
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from flows.doctor import Finding
from flows.single import STDIN
from tasks.page import CleanPage, Story
from tasks.report import Report, lists
from tasks.report.tables import SHOWN
from tasks.warehouse import Answer

PIPED_WIDTH = 200  # columns where the output is no terminal and nothing says how wide it may be


def console(*, stderr: bool = False) -> Console:
    """Where people read: as wide as their terminal."""
    found = Console(stderr=stderr, highlight=False)
    return found if found.is_terminal else Console(stderr=stderr, highlight=False, width=PIPED_WIDTH)


def page(clean: CleanPage, file: str) -> Group:
    """The stories of a page, and one line on what was cut and the command that shows why."""
    panels = [_story(story) for story in clean.stories]
    n_cut = len(clean.cuts)
    summary = f"{clean.raw.uri}: {_many(len(clean.stories), 'story', 'stories')}, {_many(n_cut, 'block')} cut"
    reason = f" ({clean.empty_reason})" if clean.empty_reason else ""
    number = clean.raw.uri.rpartition("#")[2]
    named = f"{file}#{number}" if "#" in clean.raw.uri and "#" not in file else file
    shows = f"; `{command()} explain {shlex.quote(named)}` shows why" if file != STDIN else ""
    return Group(*panels, Text(summary + reason + shows, style="dim"))


def command() -> str:
    """How the reader calls this command: `copydesk` where the shell finds it, else by the path it was called by."""
    called = Path(sys.argv[0])
    found = shutil.which("copydesk")
    if called.name != "copydesk" or (found and called.exists() and called.samefile(found)):
        return "copydesk"
    return shlex.quote(str(called))


def page_json(clean: CleanPage) -> str:
    """One line of JSON: the page's facts, its stories, its cuts."""
    raw = clean.raw
    facts = {
        "page_id": clean.page_id,
        "uri": raw.uri,
        "url": raw.url,
        "media_type": raw.media_type,
        "fetched_at": raw.fetched_at,
        "encoding": clean.encoding,
        "outcome": "empty" if clean.empty_reason else "loaded",
        "reason": clean.empty_reason,
        "shape": clean.shape.name,
        "stories": [_story_as_json(story) for story in clean.stories],
        "cuts": [
            {"block": cut.block.index, "line": cut.block.line + 1, "text": cut.block.text, **asdict(cut.mark)}
            for cut in clean.cuts
        ],
    }
    return json.dumps(facts, default=str, ensure_ascii=False)


def _story_as_json(story: Story) -> dict:
    pairs = {"origins": dict(story.origins), "raw_values": dict(story.raw_values)}
    return asdict(story) | pairs | {"n_words": story.n_words}


def marks(clean: CleanPage) -> Table:
    """Every block in reading order: its line, role, rule, score, and the story it is in."""
    told = {index: story.position for story in clean.stories for index in story.blocks}
    table = Table(box=box.SIMPLE_HEAD, title=f"{escape(clean.raw.uri)}: {clean.shape.name}", title_justify="left")
    for name in ("line", "story", "role", "rule", "score"):
        table.add_column(name, no_wrap=True, justify="right" if name in ("line", "story", "score") else "left")
    table.add_column("text", overflow="fold")
    if any(mark.reasons for mark in clean.marks):
        table.add_column("because of", overflow="fold", ratio=1)
    for block, mark in zip(clean.blocks, clean.marks, strict=True):
        place = told.get(block.index)
        facts = (str(block.line + 1), "" if place is None else str(place), mark.role, mark.rule, f"{mark.score:.2f}")
        because = [escape(", ".join(mark.reasons))] if len(table.columns) > len(facts) + 1 else []
        table.add_row(*map(escape, facts), Text(block.text), *because, style="" if place is not None else "dim")
    return table


def report(run: Report) -> Group:
    """What became of every page, and the lists of what needs a look."""
    counts = Table(box=box.SIMPLE_HEAD, show_header=False)
    for name, n in run.counts().items():
        counts.add_row(name, f"{n:,}")
    tables = [_list(*found) for found in lists(run)]
    return Group(Text(run.headline()), counts, *tables)


def findings(found: Sequence[Finding]) -> Table:
    """What the doctor found, a row each, with what to do where it is not ok."""
    table = Table("", "", "", "what to do", box=box.SIMPLE_HEAD)
    for each in found:
        style = {"ok": "", "look": "yellow", "bad": "bold red"}[each.state]
        told = (Text(each.found, overflow="fold"), Text(each.remedy, overflow="fold"))
        table.add_row(Text(each.state, style=style), Text(each.about), *told)
    return table


def answer(found: Answer) -> Table:
    """A query's answer."""
    caption = None if found.rows else "no rows: nothing in this database answers that"
    table = Table(*found.columns, box=box.SIMPLE_HEAD, caption=caption, caption_justify="left")
    for row in found.rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    return table


def answer_csv(found: Answer) -> None:
    """The answer as CSV with a header, on standard output."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(found.columns)
    writer.writerows(found.rows)


def answer_json(found: Answer) -> str:
    """The answer as a JSON list of objects."""
    rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return json.dumps(rows, default=_plain, ensure_ascii=False, indent=1)


def _story(story: Story) -> Panel:
    when = story.published_at.isoformat(sep=" ", timespec="minutes") if story.published_at else story.published_raw
    facts = " · ".join(part for part in (story.source, ", ".join(story.authors), when, story.language) if part)
    title = f"{story.position}. {story.title or '(no title)'}"
    return Panel(Text(story.body), title=Text(title, style="bold"), subtitle=Text(facts), title_align="left")


def _list(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    more = f" (the first {SHOWN} of {len(rows)})" if len(rows) > SHOWN else ""
    table = Table(*columns, box=box.SIMPLE_HEAD, title=title + more, title_justify="left")
    for row in rows[:SHOWN]:
        table.add_row(*map(Text, row))
    return table


def _many(n: int, one: str, many: str | None = None) -> str:
    return f"{n} {one if n == 1 else many or one + 's'}"


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
