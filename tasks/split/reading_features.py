"""What a reading looks like as a whole: do its stories begin alike, and unlike the paragraphs that begin none?"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from tasks.split import cohesion, mentions, subjects, ties
from tasks.split.facts import AT, NAMES
from tasks.split.readings import SIGNS, Gaps, Reading
from tasks.split.start_features import LineTable

STORY_STARTS = (
    "continues",
    "opens_quote",
    "lower",
    "weekday",
    "says",
    "honorific",
    "ends",
    "n_words",
    "titled_share",
    "caps_share",
    "n_sentences",
    "digits",
    "retold",
    "day_first",
    "dateline",
)
HANGS_ON = (
    "stems_last",
    "stems_three",
    "stems_across",
    "names_three",
    "new_names",
    "surname_again",
    "full_name",
    "rare_shared",
    "stems_first",
    "subject_last",
    "subject_three",
    "subject_page",
    "explained",
    "plain_last",
    "plain_three",
    "plain_page",
)
STORY_COLUMNS = [AT[name] for name in STORY_STARTS]
COHESION_COLUMNS = [len(NAMES) + cohesion.NAMES.index(name) for name in HANGS_ON]
MENTION_COLUMNS = [len(NAMES) + len(cohesion.NAMES) + k for k in range(len(mentions.NAMES))]
SUBJECT_AT = len(NAMES) + len(cohesion.NAMES) + len(mentions.NAMES)
NEARNESS = subjects.NAMES[: -len(subjects.OF_PAGE)]
SUBJECT_COLUMNS = [SUBJECT_AT + k for k in range(len(NEARNESS))]
PAGE_SUBJECT = [SUBJECT_AT + len(NEARNESS) + k for k in range(len(subjects.OF_PAGE))]
PAGE_COHESION = [len(NAMES) + cohesion.NAMES.index(name) for name in cohesion.OF_PAGE]
LONGEST = 100  # paragraphs that are compared each with each
PAGE_SHARES = ("hard", "title_like", "time", "source_time", "twice_ahead", "blank", "retold")
FIRST = ("title", "twice", "time", "source")  # does one stand over the page's first paragraph?
FIRST_SIGNS = [SIGNS.index(name) for name in FIRST]
FAMILIES = (
    "one_story",
    "story_each_paragraph",
    "likely_starts",
    "likely_joints",
    "main_and_appended",
    *(f"story_each_{name}" for name in SIGNS),
)
OF_ODDS = (
    "odds_mean", "odds_min", "odds_second", "others_max", "others_second", "others_mean", "contrast_mean", "contrast_min",
    "contrast_second", "likelihood", "likelihood_mean", "likelihood_gap", "likelihood_gap_mean",
)  # fmt: skip
FEATURES = (
    "n_stories", "n_text", "stories_share", "votes", "family", *OF_ODDS, *(f"joint_{name}" for name in OF_ODDS), "length_mean", "length_spread",
    "length_max", "length_first", "words_mean",
    "words_spread", "words_first", "words_min", "one_paragraph", "from_related", "header_lines", "header_spread",
    "same_signs", "first_alike",
    *(f"{at}_{name}" for names in (SIGNS, STORY_STARTS, HANGS_ON, mentions.NAMES, NEARNESS) for at in ("at", "off") for name in names),
    "page_hard", "page_titles", "page_times", "page_twice", "page_words", "page_blank", "page_retold", *(f"page_{name}" for name in cohesion.OF_PAGE),
    *(f"first_{name}" for name in FIRST), *(f"{name}_{space}" for space in ("words", *subjects.SPACES) for name in ties.NAMES), "purity", "n_pure", "widest_sign", *(f"page_{name}" for name in mentions.NAMES), "page_datelines", "page_digest", "page_clocks_fall", *(f"page_{name}" for name in (*NEARNESS, *subjects.OF_PAGE)),
)  # fmt: skip


def reading_table(readings: list[Reading], gaps: Gaps, lines: LineTable) -> np.ndarray:
    """One row a reading, one column a name of `FEATURES`."""
    table = lines.features
    own = table[gaps.text]
    words = np.exp(own[:, AT["n_words"]]) - 1
    starts = np.array([reading.starts for reading in readings])
    inner = starts.copy()
    inner[:, 0] = False
    n = np.column_stack(
        [
            starts.sum(1),
            np.full(len(starts), starts.shape[1]),
            starts.mean(1),
            [r.votes for r in readings],
            [FAMILIES.index(r.name) for r in readings],
        ]
    )
    shares = [
        gaps.signs,
        own[:, STORY_COLUMNS],
        own[:, COHESION_COLUMNS],
        own[:, MENTION_COLUMNS],
        own[:, SUBJECT_COLUMNS],
    ]
    means = [_means(columns, which) for columns in shares for which in (inner, ~starts)]
    related = np.full((len(readings), 1), gaps.related / starts.shape[1])
    page = np.tile(_page(table, words), (len(readings), 1))
    return np.hstack(
        [
            n,
            _odds(_logits(gaps.odds), inner, ~starts),
            _odds(_logits(gaps.joints), inner, ~starts),
            _lengths(starts, words),
            related,
            _headers(gaps, inner, means[0]),
            *means,
            page,
            np.tile(
                np.concatenate([table[0, PAGE_COHESION], gaps.signs[0, FIRST_SIGNS]]),
                (len(readings), 1),
            ),
            ties.ties_of(starts, lines.alike_at(gaps.text[:LONGEST])),
            _purity(starts, gaps.signs),
            np.tile(own[1:, [*MENTION_COLUMNS, AT["dateline"]]].mean(axis=0), (len(readings), 1)),
            np.full((len(readings), 1), table[:, AT["digest"]].any()),
            np.full((len(readings), 1), table[np.argmax(np.abs(table[:, AT["clocks_fall"]])), AT["clocks_fall"]]),
            np.tile(
                np.concatenate([own[1:, SUBJECT_COLUMNS].mean(axis=0), table[gaps.text[0], PAGE_SUBJECT]]),
                (len(readings), 1),
            ),
        ]
    )


def _logits(odds: np.ndarray) -> np.ndarray:
    clipped = np.clip(odds, 1e-4, 1 - 1e-4)
    return np.log(clipped / (1 - clipped))


def _purity(starts: np.ndarray, signs: np.ndarray) -> np.ndarray:
    """Does one sign alone tell starts from other paragraphs? The best sign's share of right calls, and its reach."""
    own = starts[:, 1:].astype(float)
    marks = signs[1:]
    n = max(1, len(marks))
    right = (own @ marks + (1 - own) @ (1 - marks)) / n
    at = own @ marks / np.maximum(own.sum(1), 1)[:, None]
    off = (1 - own) @ marks / np.maximum((1 - own).sum(1), 1)[:, None]
    return np.column_stack([right.max(1), (right > 0.999).sum(1), (at - off).max(1)])


def _odds(logits: np.ndarray, inner: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The models' log-odds at the reading's starts and at its other paragraphs, and the reading's log-likelihood."""
    n_at, n_off = inner.sum(1), other.sum(1)
    at, off = _sorted(inner, logits), -_sorted(other, -logits)
    likelihood = inner @ logits
    lost = np.maximum(logits[1:], 0).sum() - likelihood
    n_gaps = max(1, len(logits) - 1)
    at_mean = np.where(n_at > 0, likelihood / np.maximum(n_at, 1), np.nan)
    off_mean = np.where(n_off > 0, (other @ logits) / np.maximum(n_off, 1), np.nan)
    return np.column_stack(
        [
            at_mean, at[:, 0], at[:, 1], off[:, 0], off[:, 1], off_mean,
            at_mean - off_mean, at[:, 0] - off[:, 0], at[:, 1] - off[:, 1],
            likelihood, likelihood / n_gaps, lost, lost / n_gaps,
        ]
    )  # fmt: skip


def _sorted(which: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Each reading's values at some of its paragraphs in rising order; not a number where it has fewer."""
    least = np.sort(np.where(which, values, np.inf), axis=1)[:, :2]
    return np.where(np.isinf(least), np.nan, least)


def _lengths(starts: np.ndarray, words: np.ndarray) -> list[list[float]]:
    """How long the stories are, in paragraphs and in words, and how even."""
    told = [0.0, *np.cumsum(words).tolist()]
    rows = []
    for row in starts:
        edges = [*np.flatnonzero(row).tolist(), len(row)]
        paragraphs = [b - a for a, b in pairwise(edges)]
        long = [told[b] - told[a] for a, b in pairwise(edges)]
        mean = sum(long) / len(long)
        rows.append(
            [
                sum(paragraphs) / len(paragraphs), _spread(paragraphs), max(paragraphs), paragraphs[0], mean,
                _spread(long) / (1 + mean),
                long[0] / (1 + mean), min(long), sum(p == 1 for p in paragraphs) / len(paragraphs),
            ]
        )  # fmt: skip
    return rows


def _spread(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return (sum((v - mean) ** 2 for v in values) / len(values)) ** 0.5


def _headers(gaps: Gaps, inner: np.ndarray, at_signs: np.ndarray) -> np.ndarray:
    """Lines between the start and its first paragraph, and how alike the starts' signs are."""
    lines = (gaps.text - gaps.at).astype(float)
    n = np.maximum(inner.sum(1), 1)
    mean = inner @ lines / n
    spread = np.sqrt(np.maximum(inner @ lines**2 / n - mean**2, 0))
    alike = np.where(at_signs > 0.7, at_signs, 0) + np.where(at_signs < 0.3, 1 - at_signs, 0)
    first = np.abs(gaps.signs[:1] - at_signs).mean(1)
    return np.column_stack(
        [mean, spread, np.where(inner.any(1), alike.mean(1), 1.0), np.where(inner.any(1), first, np.nan)]
    )


def _means(columns: np.ndarray, which: np.ndarray) -> np.ndarray:
    """For each reading the columns' means over some of its paragraphs; -1 where it has none of them."""
    n = which.sum(1)[:, None]
    return np.where(n > 0, which @ columns / np.maximum(n, 1), -1.0)


def _page(table: np.ndarray, words: np.ndarray) -> list[float]:
    share = dict(zip(PAGE_SHARES, table[:, [AT[name] for name in PAGE_SHARES]].mean(0).tolist(), strict=True))
    times = share["time"] + share["source_time"]
    return [
        share["hard"],
        share["title_like"],
        times,
        share["twice_ahead"],
        float(words.sum()),
        share["blank"],
        share["retold"],
    ]
