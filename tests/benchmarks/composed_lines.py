"""Lines of composed pages after marking: body lines lost, furniture kept, repeated bodies gone. Prints one table.

    .venv/bin/python -m tests.benchmarks.composed_lines [--data FOLDER] [--folds FOLDER] [--worst N]

`--folds` is what `python -m flows.train text --folds --models FOLDER` wrote: half a is judged by folder 1, which has
learnt of the composed pages half b only, and half b by folder 0. Without it the shipped models judge what they have seen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace
from pathlib import Path

from tasks import Desk, RawPage, opened
from tasks.desk import SEEDS
from tasks.mark import mark
from tasks.mark.line_model import LineModel
from tasks.parse import parse
from tasks.train.pages import COMPOSED, composed_rows

FURNITURE, REPEATED = "boiler", "dup"  # roles of the composed pages' lines


def lines_of(row: dict, desk: Desk) -> list[tuple[str, bool, str]]:
    """(role of the line, is it in the main text, the mark's rule) of every block."""
    page = mark(parse(opened(RawPage(row["id"], row["input"].encode(), "text/plain")), desk), desk)
    main = frozenset(page.main_blocks)
    return [
        (row["roles"][block.line], block.index in main, mark.rule)
        for block, mark in zip(page.blocks, page.marks, strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SEEDS.parent.parent / "shared" / "data")
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="also this many pages with the most body lines lost")
    args = parser.parse_args()
    print(f"{'':16}{'body lines lost':>17}{'furniture kept':>17}{'repeats gone':>17}")
    for fold, name in ((1, COMPOSED[0]), (0, COMPOSED[1])):
        models = args.folds / str(fold) if args.folds else SEEDS / "models"
        desk = replace(Desk.load(), lines=LineModel(models))
        count, lost, rules = Counter(), Counter(), Counter()
        for row in composed_rows(args.data, name):
            for role, kept, rule in lines_of(row, desk):
                count[role, kept] += 1
                if role == "body" and not kept:
                    lost[row["id"]] += 1
                    rules[rule] += 1
        shares = [
            count[role, kept] / max(1, count[role, True] + count[role, False])
            for role, kept in (("body", False), (FURNITURE, True), (REPEATED, False))
        ]
        print(f"{name:16}" + "".join(f"{share:17.4f}" for share in shares))
        if args.worst:
            print("  ", *(f"{page} {n}" for page, n in lost.most_common(args.worst)), sep="  ")
            print("  ", *(f"{rule} {n}" for rule, n in rules.most_common(8)), sep="  ")


if __name__ == "__main__":
    main()
