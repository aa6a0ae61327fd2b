"""Which reading of the page is right: each is scored as a whole, the best wins, and a doubtful page is one story."""

from __future__ import annotations

import numpy as np

from tasks.describe.times import source_of_dateline
from tasks.split.draft import Hypothesis
from tasks.split.drafts import drafts_at
from tasks.split.facts import AT, STAMP
from tasks.split.headlines import are_headed, is_under_headline
from tasks.split.reading_features import reading_table
from tasks.split.readings import SIGNS, TITLE, Reading, after_last, readings_of
from tasks.split.sheet import Sheet
from tasks.split.sides import first_lines
from tasks.split.splitter import Splitter
from tasks.split.titles import with_titles

# Chosen so that fewer than three articles in a hundred come apart: of the composed pages, by models of the other half; and where a page is
# in another language than most training pages, of those in tests/unseen.
MARGIN = 0.35  # a page is split only where a reading's score beats one story's by this much
MARKED = 0.25  # by this much where lines stand between the stories: a title, a label, a source, a time
UNFAMILIAR = 1.0  # by this much less in languages of which the models know few pages: their scores differ less
FAMILIAR = 0.15  # of a page's words are small words of the language they know best, where it is in that
WORDS_READ = 400  # of a page
HEADLINE = 5.0  # and by this much more where the page has a headline, and the stories would have none of their own
HEADED_UNDER = 1.2  # the same under a headline: a list of books or films has such titles too
OVER_ALL = 1.25  # by this much more where it has one, and the stories, long ones, have titles that may be sub-heads
SHORT = 0.25  # stories a paragraph: in a digest there are as many or more
HEADED = 2.5  # by so much less where most of the page's titles are of the text under them alone
FRAMES = [SIGNS.index(name) for name in ("number_in", "bullet", "run_in", "label", "markdown")]
DRESS = [
    SIGNS.index(name)
    for name in ("title", "twice", "time", "source", "number", "framed", "number_in", "bullet", "run_in")
]
KINDS = (  # marks of one line count once: an article's parts have titles, times and names too
    ("lead_alike", "lead_line", "run_in", "label", "markdown", "bullet"), ("wordless",), ("attributed_last", "tail_alike"),
    ("title", "twice", "time", "clock", "head_stamp", "source", "outlet"),
)  # fmt: skip
LEADS = 0  # the kind that a dateline is of
AGREE, AGREED = 2, 1.0  # as many kinds of mark agree on a reading's starts: by so much more is it likely
SIGNED_ONCE = 1.5  # by so much more where the stories have titles, and the first alone says who wrote it or when
FRONT = 3.0  # by so much more where the first of two or three stories is a few lines and another is long, or the last of two
FEW_STORIES, FRONT_WORDS, FRONT_LINES = 3, 80, 2  # of such a reading, and of its first story
BACK_WORDS, BACK_LONGER = 100, 4.0  # of the second of two, which may be what stands under the text
LEAST_TEXT, LONGER = 110, 2.5  # words of the long one, and how many times as long as the first it is
ALIKE = 1.0  # by so much more is a split likely whose stories all begin with a mark that nothing else has: a page dresses them alike
NEARLY = 0.9  # of the stories
MOSTLY = 0.6  # of the stories
FULL_STOPS = frozenset(".。।۔")
SENTENCE = 4  # words: a source or a time may end in a full stop too
QUIET = 0.05  # where no paragraph is likelier to start a story, none is asked for


def ranked_readings(sheet: Sheet, splitter: Splitter) -> list[tuple[Reading, float]]:
    """The readings with their score less one story's, best first; a split needs the margin."""
    if len(sheet.text) < 2 or sheet.gaps.odds[1:].max() < QUIET:
        return []
    readings = readings_of(sheet.gaps)
    lead = leads_of(readings, sheet, splitter)
    order = sorted(range(len(readings)), key=lambda i: -lead[i])
    return [(readings[i], float(lead[i])) for i in order]


def leads_of(readings: list[Reading], sheet: Sheet, splitter: Splitter) -> np.ndarray:
    """Of each reading its score less that of the first, which is one story, and less what a split must lead by."""
    scores = splitter.scores(reading_table(readings, sheet.gaps, sheet.table))
    tolls = _tolls(readings, sheet, splitter.cues.familiar)
    lead = scores - scores[0] - tolls
    kinds = kinds_alike(readings, sheet)
    lead += AGREED * (kinds >= AGREE)
    lead[0] = 0.0
    if lead.max() > 0:
        lead += ALIKE * _dressed_alike(readings, sheet)
    return lead


def _tolls(readings: list[Reading], sheet: Sheet, familiar: frozenset[str]) -> np.ndarray:
    """By how much each reading's score has to beat one story's; `familiar`: small words of the language the models know best."""
    under_headline, headed = is_under_headline(sheet), are_headed(sheet)
    less = 0.0 if is_familiar(sheet, familiar) else UNFAMILIAR
    plain = MARGIN - less + HEADLINE * under_headline
    marked = MARKED - less - headed * (HEADED_UNDER if under_headline else HEADED)
    long = OVER_ALL if under_headline and not headed else 0.0
    marks, signed = _marking(sheet), _signed_once(sheet)
    words = np.array([sheet.lines[int(i)].n_words for i in sheet.gaps.text])
    tolls = []
    for reading in readings:
        toll = marked if _is_marked(reading.starts, marks, sheet) else plain
        if signed is not None and reading.starts.sum() > 1 and not signed[reading.starts].any():
            toll += SIGNED_ONCE * (sheet.gaps.sign("title")[reading.starts][1:].mean() > MOSTLY)
        toll += FRONT * _parts_ends(reading.starts, words)
        tolls.append(toll + long * (reading.starts.mean() < SHORT))
    return np.array(tolls)


def _parts_ends(starts: np.ndarray, words: np.ndarray) -> bool:
    """Does the reading part a standfirst, or a few lines, from a long text under it, or from one over it?

    A picture's caption stands between, and reads as a title; under the text stands who wrote it, or what leads on.
    """
    at = [*np.flatnonzero(starts), len(starts)]
    if not 3 <= len(at) <= FEW_STORIES + 1:
        return False
    first, *others = (int(words[a:b].sum()) for a, b in zip(at, at[1:], strict=False))
    if len(others) == 1 and others[0] <= BACK_WORDS:
        return first >= max(LEAST_TEXT, BACK_LONGER * others[0])
    return first <= FRONT_WORDS and at[1] <= FRONT_LINES and max(others) >= max(LEAST_TEXT, LONGER * first)


def _signed_once(sheet: Sheet) -> np.ndarray | None:
    """Of each paragraph but the first: does a time or a writer stand over it? None where none stands right over the first.

    That is, between its title and its text: an article's parts have heads like its own, but who wrote it and when is said once.
    """
    said = sheet.facts[:, STAMP].any(axis=1) | np.array([line.is_byline for line in sheet.lines])
    first = int(sheet.gaps.text[0])
    titles = [i for i in range(first) if sheet.guesses.title[i] > TITLE]
    if not titles or not said[titles[-1] + 1 : first].any():
        return None
    over = np.array(
        [said[since:i].any() for since, i in zip(after_last(sheet.gaps.text), sheet.gaps.text, strict=True)]
    )
    over[0] = False
    return over


def kinds_alike(readings: list[Reading], sheet: Sheet) -> np.ndarray:
    """Of each reading how many kinds of mark, none of which implies another, stand before every start and before no other paragraph."""
    starts = np.array([reading.starts[1:] for reading in readings])
    marks = sheet.gaps.signs[1:] > 0
    dated = [source_of_dateline(sheet.lines[int(i)].text) is not None for i in sheet.gaps.text[1:]]
    columns = [[marks[:, SIGNS.index(name)] for name in names] for names in KINDS]
    columns[LEADS].append(np.array(dated))
    same = [np.any([(starts == column).all(axis=1) for column in of_kind], axis=0) for of_kind in columns]
    return np.sum(same, axis=0) * (starts.sum(axis=1) > 1)


def _dressed_alike(readings: list[Reading], sheet: Sheet) -> np.ndarray:
    """Of each reading: does one kind of mark stand before every start and before no other paragraph?"""
    marks = sheet.gaps.signs[1:, DRESS] > 0
    starts = np.array([reading.starts[1:] for reading in readings])
    same = (starts[:, :, None] == marks[None]).all(axis=1).any(axis=1)
    return same & (starts.sum(axis=1) > 1) & ~starts.all(axis=1)


def is_familiar(sheet: Sheet, familiar: frozenset[str]) -> bool:
    """Is the page in the language that most training pages are in?"""
    words = [word for i in sheet.gaps.text for word in sheet.lines[int(i)].text.casefold().split()][:WORDS_READ]
    return sum(word in familiar for word in words) >= FAMILIAR * len(words)


def _marking(sheet: Sheet) -> np.ndarray:
    """Of each paragraph: does a line that may mark a story stand right before it?

    A line that no rule cut; a sentence of some words only where the page's own headline is one: titles of one page are written alike.
    """
    ended = np.array([line.text[-1] in FULL_STOPS and line.n_words >= SENTENCE for line in sheet.lines])
    first, text = int(sheet.gaps.text[0]), sheet.gaps.text
    soft = sheet.facts[:, AT["hard"]] == 0
    if not ended[:first].any():
        soft &= ~ended
    return np.array([soft[since:line].any() for since, line in zip(after_last(text), text, strict=True)])


def _is_marked(starts: np.ndarray, marks: np.ndarray, sheet: Sheet) -> bool:
    """Does a line that may mark a story stand before most of the stories, or a mark in each one's first line?"""
    at = np.flatnonzero(starts)[1:]
    if len(at) and sheet.gaps.signs[at][:, FRAMES].any(axis=1).mean() > NEARLY:
        return True
    return bool(len(at)) and int(marks[at].sum()) > MOSTLY * len(at)


def as_hypothesis(reading: Reading, lead: float, sheet: Sheet) -> Hypothesis:
    """The reading's stories."""
    sheet = with_titles(reading.starts, sheet)
    drafts = drafts_at(first_lines(reading.starts, sheet), sheet)
    return Hypothesis(reading.name, tuple(drafts), lead)
