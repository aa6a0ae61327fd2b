"""What cleaning needs beside the page: rules, models and sites' lines, read once, never changed afterwards."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tasks.describe.people_words import PEOPLE
from tasks.mark.block_model import BlockModel
from tasks.mark.line_model import LineModel
from tasks.mark.rule_sets import RuleSet
from tasks.mark.rules import Rules
from tasks.site_lines import NONE_REPEATED, SiteLines
from tasks.split.splitter import WORDS, Splitter

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
# Modules of `tasks` that decide what a page's record says. A release that changes others (reports, loading) leaves every
# page as it is.
SHAPING = (
    "addresses.py", "cleaning.py", "desk.py", "page.py", "site_lines.py", "words.py", "parse/", "mark/", "split/",
    "describe/", "warehouse/page_lines.py", "warehouse/rows.py", "warehouse/sound.py",
)  # fmt: skip


@dataclass(frozen=True)
class Versions:
    """What a page was cleaned with; a page is skipped only while all three are unchanged.

    What its site repeats is not among them: it grows a little every night, mostly by lines that the page has not, and
    would have every page cleaned every night. The record says with which state a page was cleaned.
    """

    rules: str
    model: str
    code: str


@dataclass(frozen=True)
class Desk:
    """Rules and models. Loading takes a moment: make one and hand it to every page.

    What sites repeat is no part of the files it is read from; `replace` puts it in.
    """

    rules: Rules
    blocks: BlockModel
    lines: LineModel
    splitter: Splitter
    versions: Versions
    words_version: str  # of the words that count among the rules
    site_lines: SiteLines = NONE_REPEATED

    @classmethod
    def load(cls, seeds: Path = SEEDS) -> Desk:
        """Reads `seeds/rules`, `seeds/words` and `seeds/models`; raises `RuleError` for a rule that fails its own lines."""
        rule_files = sorted((seeds / "rules").glob("*.toml"))
        model_files = sorted((seeds / "models").rglob("*.txt"))
        word_files = [seeds / "words" / name for name in (WORDS, PEOPLE)]
        versions = Versions(rules=_hash([*rule_files, *word_files]), model=_hash(model_files), code=_hash(shaping()))
        models = seeds / "models"
        marking = Rules.load(rule_files), BlockModel(models), LineModel(models)
        return cls(*marking, Splitter.load(seeds), versions, _hash(word_files))

    @property
    def rule_set(self) -> RuleSet:
        """The rules by which another run can tell what has changed."""
        return RuleSet(self.versions.rules, self.words_version, self.rules.rules)


def shaping() -> list[Path]:
    """The files of cleaning code, in order: a changed step has pages cleaned again as a changed model does."""
    tasks = ROOT / "tasks"
    return sorted(file for file in tasks.rglob("*.py") if str(file.relative_to(tasks)).startswith(SHAPING))


def _hash(files: list[Path]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:12]
