"""What the line models see of a line: its own facts, its neighbours', its page's, and its ties to the text before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tasks.mark.series import shifted
from tasks.split import cohesion, mentions, subjects
from tasks.split.cues import Cues
from tasks.split.draft import Line
from tasks.split.facts import AT, NAMES, facts_of
from tasks.split.vectors import Vectors

MOST_TEXT = 400  # lines of running text that are compared
NEAR = (-3, -2, -1, 1, 2, 3)
SEEN_NEAR = (
    "n_words", "ends", "title_like", "time", "source_time", "bullet", "number", "blank", "hard", "repeat",
    "twice_ahead", "twice_behind", "source_like", "paragraph", "wordless", "same_first", "copies", "more", "heading",
    "credit", "retold", "outlet", "day_first", "clock", "head_stamp",
    "lead_alike", "tail_alike",
)  # fmt: skip
ON_PAGE = (
    "title_like", "time", "source_time", "bullet", "number", "run_in", "label", "first_sentence", "blank",
    "twice_ahead", "attributed",
    "continues", "opens_quote", "lower", "honorific", "says", "weekday", "source_like", "wordless", "hard", "repeat",
    "retold", "outlet", "dateline", "digest", "clock", "clocks_fall", "head_stamp",
    "lead_alike", "tail_alike",
)  # fmt: skip
OVER_TEXT = frozenset(  # of these the share of paragraphs that have it, of the others the number of lines
    ("bullet", "number", "run_in", "label", "first_sentence", "blank", "attributed", "continues", "opens_quote", "lower", "honorific",
     "says", "weekday", "retold", "dateline", "lead_alike")
)  # fmt: skip
OF_GAP = (
    "gap_lines",
    "gap_title",
    "gap_time",
    "gap_hard",
    "gap_blank",
    "since_paragraph",
    "to_paragraph",
    "gap_wordless",
    "gap_more",
)
OF_PAGE = ("page_lines", "page_paragraphs", "page_middle", "page_spread", "length_ratio", "length_ratio_last", "place")
FEATURES = (
    *NAMES, *cohesion.NAMES, *mentions.NAMES, *subjects.NAMES, *(f"{name}{step:+d}" for step in NEAR for name in SEEN_NEAR),
    *(f"page_{name}" for name in ON_PAGE),
    *(f"same_as_{name}" for name in ("run_in", "label", "bullet", "lead_alike", "blank", "attributed_before")), *OF_GAP, *OF_PAGE,
)  # fmt: skip


@dataclass(frozen=True)
class LineTable:
    """`features` and `facts`: one row a line. `alike[s, i, k]`: how much the lines `told[i]` and `told[k]` share: words, and
    their subject in each space of `subjects.SPACES`.

    `words[i]`: the words of line `told[i]` that may tell its subject.
    """

    features: np.ndarray
    facts: np.ndarray
    told: np.ndarray
    alike: np.ndarray
    words: tuple[frozenset[str], ...]

    def alike_at(self, lines: np.ndarray) -> np.ndarray:
        """The same for some lines, 0 where one of them is no running text."""
        place = np.minimum(np.searchsorted(self.told, lines), max(0, len(self.told) - 1))
        known = np.flatnonzero(self.told[place] == lines) if len(self.told) else []
        out = np.zeros((len(self.alike), len(lines), len(lines)))
        out[:, *np.ix_(known, known)] = self.alike[:, *np.ix_(place[known], place[known])]
        return out


def line_table(lines: Sequence[Line], cues: Cues, vectors: Vectors, retold: frozenset[str] = frozenset()) -> LineTable:
    """What the models see of the lines. `retold`: the keys of lines that the page says again later."""
    facts = facts_of(lines, cues, retold)
    text = np.flatnonzero(_is_text(facts))[:MOST_TEXT]
    told = np.zeros((len(lines), len(cohesion.NAMES)))
    spoken = np.zeros((len(lines), len(mentions.NAMES)))
    about = np.zeros((len(lines), len(subjects.NAMES)))
    found, alike = cohesion.NOTHING, np.zeros((1 + len(subjects.SPACES), 0, 0))
    if len(text):
        said = [lines[i].text for i in text]
        found = cohesion.cohesion_of(said, cues.common)
        told[text] = found.table
        told[:, -len(cohesion.OF_PAGE) :] = found.table[0, -len(cohesion.OF_PAGE) :]
        spoken[text] = mentions.mentions_of(said, cues)
        soft = np.flatnonzero(facts[:, AT["hard"]] == 0)
        near = subjects.subjects_of(vectors.of([lines[i].text for i in soft]), np.searchsorted(soft, text))
        about[soft], alike = near.table, np.concatenate([found.alike[None], near.alike])
    features = np.hstack([facts, told, spoken, about, _near(facts), *_page(facts)])
    return LineTable(features, facts, text, alike, found.words)


def _is_text(facts: np.ndarray) -> np.ndarray:
    return (facts[:, AT["paragraph"]] > 0) & (facts[:, AT["hard"]] == 0) & (facts[:, AT["repeat"]] == 0)


def _near(facts: np.ndarray) -> np.ndarray:
    columns = facts[:, [AT[name] for name in SEEN_NEAR]]
    return np.hstack([shifted(columns, step) for step in NEAR])


def _page(facts: np.ndarray) -> list[np.ndarray]:
    """Shares over the page's running text, the line's agreement with them, the gap it stands in, and lengths."""
    n = len(facts)
    text = _is_text(facts)
    pick = facts[text] if text.any() else facts
    shares = np.array(
        [
            (pick[:, AT[name]] > 0).mean() if name in OVER_TEXT else min(20.0, (facts[:, AT[name]] > 0).sum())
            for name in ON_PAGE
        ]
    )
    before = np.concatenate([[0.0], facts[:-1, AT["attributed"]] * facts[:-1, AT["paragraph"]]])
    same = np.column_stack(
        [
            facts[:, AT["run_in"]] * (pick[:, AT["run_in"]] > 0).mean(),
            facts[:, AT["label"]] * (pick[:, AT["label"]] > 0).mean(),
            facts[:, AT["bullet"]] * (facts[:, AT["bullet"]] > 0).mean(),
            (facts[:, AT["lead_alike"]] > 0) * (pick[:, AT["lead_alike"]] > 0).mean(),
            np.where(facts[:, AT["blank"]] > 0, 1.0, -1.0) * (pick[:, AT["blank"]] > 0).mean(),
            before * (pick[:, AT["attributed"]] > 0).mean(),
        ]
    )
    return [np.tile(shares, (n, 1)), same, _gaps(facts, text), _lengths(facts, text)]


def _gaps(facts: np.ndarray, text: np.ndarray) -> np.ndarray:
    """Since the last paragraph: how many lines, and what they are; and lines to the next."""
    rows, n = [], len(facts)
    count = title = time = hard = blank = wordless = more = 0.0
    seen = -1
    ahead = np.full(n, 20.0)
    following = 20.0
    for i in range(n - 1, -1, -1):
        ahead[i] = following
        following = 1.0 if text[i] else following + 1
    for i in range(n):
        f = facts[i]
        blank = max(blank, f[AT["blank"]])
        rows.append(
            (
                min(count, 20),
                title,
                time,
                hard,
                blank,
                min(20.0, i - seen) if seen >= 0 else 30.0,
                min(20.0, ahead[i]),
                wordless,
                more,
            )
        )
        if text[i]:
            count = title = time = hard = blank = wordless = more = 0.0
            seen = i
        else:
            count += 1
            title += f[AT["title_like"]]
            time += f[AT["time"]] + f[AT["source_time"]]
            hard += f[AT["hard"]]
            wordless += f[AT["wordless"]]
            more += f[AT["more"]]
    return np.array(rows, dtype=np.float64)


def _lengths(facts: np.ndarray, text: np.ndarray) -> np.ndarray:
    n = len(facts)
    words = facts[:, AT["n_words"]]
    own = words[text]
    middle, spread = (np.median(own), own.std()) if len(own) else (0.0, 0.0)
    last = np.zeros(n)
    previous = middle
    for i in range(n):
        last[i] = words[i] - previous
        if text[i]:
            previous = words[i]
    return np.column_stack(
        [
            np.full(n, min(n, 150)),
            np.full(n, min(len(own), 60)),
            np.full(n, middle),
            np.full(n, spread),
            words - middle,
            last,
            np.arange(n) / n,
        ]
    )
