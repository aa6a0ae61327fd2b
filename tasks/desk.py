"""What cleaning needs beside the page: rules, models and sites' lines, read once, never changed afterwards."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tasks.describe.people_words import PEOPLE
from tasks.mark.block_model import BlockModel
from tasks.mark.line_model import LineModel
from tasks.mark.rules import Rules
from tasks.site_lines import NONE_REPEATED, SiteLines
from tasks.split.splitter import WORDS, Splitter

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


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
    site_lines: SiteLines = NONE_REPEATED

    @classmethod
    def load(cls, seeds: Path = SEEDS) -> Desk:
        """Reads `seeds/rules` and `seeds/models`; raises `RuleError` for a rule that fails its own lines."""
        rule_files = sorted((seeds / "rules").glob("*.toml"))
        model_files = sorted((seeds / "models").glob("*.txt"))
        word_files = [seeds / "words" / name for name in (WORDS, PEOPLE)]
        versions = Versions(rules=_hash([*rule_files, *word_files]), model=_hash(model_files), code=_code_version())
        models = seeds / "models"
        return cls(Rules.load(rule_files), BlockModel(models), LineModel(models), Splitter.load(seeds), versions)


def _code_version() -> str:
    """The release and a hash of the cleaning code, so that a changed step reprocesses pages as a changed rule does."""
    try:
        release = version("copydesk")
    except PackageNotFoundError:
        release = "0"
    return f"{release}+{_hash(sorted((ROOT / 'tasks').rglob('*.py')))}"


def _hash(files: list[Path]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:12]
