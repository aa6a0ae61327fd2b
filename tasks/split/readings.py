"""Readings of the page: each says before which paragraphs a story starts. Layout proposes, and the start model does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tasks.split.facts import AT, TWICE

LEVELS = (0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)
UNLIKELY = 0.06
CERTAIN = 0.85
TITLE = 0.35
WIDEST, LIKELIEST = 4, 10
HEADING = 0.4  # a sentence that stands twice and is as likely a title is no text
LABEL = 1.5  # logarithm of the words of a label, and one
LONGEST_PHRASE = 14  # words of a first sentence that may be a title
MANY = 60  # more stories than this are a list of something else
# What may stand in the lines between two paragraphs, or in the second of them, where a story starts.
BEFORE = (
    "title",
    "twice",
    "time",
    "source",
    "number",
    "wordless",
    "more",
    "blank",
    "heading",
    "title_blank",
    "label_line",
    "framed",
    "capitals",
    "outlet",
    "resumes",
    "clock",
    "head_stamp",
    "lead_line",
    "tail_alike",
)
INSIDE = (
    "number_in",
    "bullet",
    "run_in",
    "label",
    "phrase",
    "markdown",
    "attributed_last",
    "weather_again",
    "lead_alike",
)
SIGNS = (*BEFORE, *INSIDE)


@dataclass(frozen=True)
class Gaps:
    """The page as paragraphs: `text` their lines, `odds` the best start probability between each and the one before it,
    `at` the line that has it, `signs` what stands there (one column a name of `SIGNS`).

    `joints`: the joint model's chance where nothing stands between them, elsewhere as `odds`.
    """

    text: np.ndarray
    odds: np.ndarray
    joints: np.ndarray
    at: np.ndarray
    signs: np.ndarray
    related: int  # the first paragraph after a heading of related stories, or the number of paragraphs

    def sign(self, name: str) -> np.ndarray:
        return self.signs[:, SIGNS.index(name)] > 0


@dataclass(frozen=True)
class Reading:
    """`starts[k]`: a story starts before paragraph k (always before the first). `votes`: how many ways led to it."""

    name: str
    starts: np.ndarray
    votes: int = 1


@dataclass(frozen=True)
class Guesses:
    """What the line models say, one chance a line: that a story starts there, that it is a story's text, a title.

    `joint`: that a story starts there, if the page has several of several paragraphs each; 0 where no paragraph was asked about.
    """

    start: np.ndarray
    text: np.ndarray
    title: np.ndarray
    joint: np.ndarray


def after_last(text: np.ndarray) -> np.ndarray:
    """Of each paragraph (`text`: their lines) the first line after the one before it: what stands between begins there."""
    return np.concatenate([[0], text[:-1] + 1]) if len(text) else text


def text_lines(facts: np.ndarray, guesses: Guesses) -> np.ndarray:
    """The lines of running text: never what a rule cut, a time or a title that stands twice is, whatever the model says."""
    out = facts[:, [AT[name] for name in ("hard", "repeat", "time", "source_time", "wordless")]].any(axis=1)
    twice = facts[:, TWICE].any(axis=1)
    out |= twice & ((facts[:, AT["ends"]] == 0) | (guesses.title > HEADING))
    return np.flatnonzero(~out & (guesses.text > 0.5))


def gaps_of(facts: np.ndarray, guesses: Guesses) -> Gaps:
    """The page as its paragraphs and what stands between them."""
    text = text_lines(facts, guesses)
    since = after_last(text)
    windows = zip(since.tolist(), text.tolist(), strict=True)
    at = np.array([first + int(np.argmax(guesses.start[first : line + 1])) for first, line in windows], dtype=int)
    heading = np.flatnonzero(facts[:, AT["related"]] > 0)
    late = heading[heading > text[0]] if len(text) else heading
    first = int(np.searchsorted(text, late[0])) if len(late) else len(text)
    odds, joint = guesses.start[at], guesses.joint[text]
    bare = (np.diff(text, prepend=-2) == 1) & (joint > 0)
    return Gaps(text, odds, np.where(bare, joint, odds), at, _signs(facts, guesses, since, text), first)


def _signs(facts: np.ndarray, guesses: Guesses, since: np.ndarray, text: np.ndarray) -> np.ndarray:
    """What stands in the lines from `since` to each line of text, and in that line; as numbers, 0 where it does not."""
    column = lambda name: facts[:, AT[name]]  # noqa: E731
    soft = column("hard") == 0
    title = soft & (guesses.title > TITLE)
    masks = {
        "title": title, "twice": soft & (column("twice_ahead") > 0),
        "time": soft & ((column("time") > 0) | (column("source_time") > 0)), "source": soft & (column("source_like") > 0),
        "number": soft & (column("number") > 0), "wordless": soft & (column("wordless") > 0), "more": column("more") > 0,
        "blank": column("blank") > 0, "heading": soft & (column("heading") > 0), "title_blank": title & (column("blank") > 0),
        "label_line": soft & (column("n_words") < LABEL) & (column("time") == 0),
        "framed": title & ((column("bullet") > 0) | (column("markdown") > 0)), "capitals": title & (column("caps_share") > 0.7),
        "outlet": soft & (column("outlet") > 0),
        "clock": soft & (column("clock") > 0),
        "head_stamp": soft & (column("head_stamp") > 0),
        "lead_line": soft & (column("paragraph") == 0) & (column("lead_alike") > 0),
        "tail_alike": soft & (column("tail_alike") > 0),
        "resumes": soft & (column("title_like") > 0) & np.concatenate([[False], ~soft[:-1]]),
    }  # fmt: skip
    told = np.cumsum(np.vstack([np.zeros(len(BEFORE)), np.column_stack([masks[name] for name in BEFORE])]), axis=0)
    ahead = told[text] > told[since]
    for name in ("blank", "clock"):
        ahead[:, BEFORE.index(name)] |= column(name)[text] > 0
    own = facts[text]
    phrase = own[:, AT["first_sentence"]]
    last, weather_last = (
        np.concatenate([[0.0], own[:-1, AT[name]]])[: len(text)] for name in ("attributed", "weather")
    )
    inside = [
        own[:, AT["number"]] > 0, own[:, AT["bullet"]], own[:, AT["run_in"]], own[:, AT["label"]],
        (phrase > 0) & (phrase <= LONGEST_PHRASE) & (own[:, AT["n_sentences"]] > 1), own[:, AT["markdown"]], last, own[:, AT["weather"]] * weather_last,
        _commonest(own[:, AT["lead_alike"]]),
    ]  # fmt: skip
    return np.hstack([ahead, np.column_stack(inside)]).astype(float)


def _commonest(alike: np.ndarray) -> np.ndarray:
    """Which lines are of the form that most of them are of."""
    return (alike > 0) & (alike == alike.max(initial=0))


def readings_of(gaps: Gaps) -> list[Reading]:
    """Every reading once, one story first."""
    n = len(gaps.text)
    found: dict[bytes, Reading] = {}
    for name, starts in _proposed(gaps, n):
        starts = starts.copy()
        starts[0] = True
        if starts.sum() > MANY:
            continue
        key = starts.tobytes()
        known = found.get(key)
        found[key] = Reading(known.name, starts, known.votes + 1) if known else Reading(name, starts)
    return list(found.values())


def _proposed(gaps: Gaps, n: int) -> Iterator[tuple[str, np.ndarray]]:
    yield "one_story", np.zeros(n, dtype=bool)
    yield "story_each_paragraph", np.ones(n, dtype=bool)
    for level in LEVELS:
        yield "likely_starts", gaps.odds > level
    for level in _steps(gaps.odds):
        yield "likely_starts", gaps.odds > level
    for level in (*LEVELS, *_steps(gaps.joints)):
        yield "likely_joints", gaps.joints > level
    weather = gaps.sign("weather_again")
    if weather.any():
        yield "story_each_paragraph", ~weather
        for level in LEVELS:
            yield "likely_starts", (gaps.odds > level) & ~weather
    resumes = gaps.sign("resumes")
    appended = np.arange(n) >= gaps.related
    if appended.any():
        yield "main_and_appended", np.arange(n) == gaps.related
        for level in (0.2, 0.5):
            yield "main_and_appended", (gaps.odds > level) & appended
    for name in SIGNS:
        starts = gaps.sign(name)
        if not starts[1:].any():
            continue
        yield f"story_each_{name}", starts
        yield f"story_each_{name}", starts & (gaps.odds > UNLIKELY)
        yield f"story_each_{name}", starts | (gaps.odds > CERTAIN)
        if resumes.any():
            yield f"story_each_{name}", starts | resumes
        if appended.any() and (starts & appended).any():
            yield "main_and_appended", starts & appended


def _steps(odds: np.ndarray) -> list[float]:
    """Below each of the likeliest starts, and in the widest steps between odds: where the page itself parts its starts."""
    ordered = np.sort(odds[1:])[::-1]
    if len(ordered) < 2:
        return []
    clipped = np.clip(ordered, 1e-4, 1 - 1e-4)
    logits = np.log(clipped / (1 - clipped))
    widest = np.argsort(logits[1:] - logits[:-1])[:WIDEST].tolist()
    return [float(ordered[i]) - 1e-9 for i in sorted({*range(min(LIKELIEST, len(ordered))), *widest})]
