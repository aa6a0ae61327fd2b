"""Labelled text pages: HTML flattened in several styles, composed pages with a role a line, and variations of both."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import trafilatura

from tasks import clean
from tasks.desk import SEEDS
from tasks.mark.repeats import mark_repeats
from tasks.mark.rules import Rules, mark_by_rules
from tasks.page import Block, Mark
from tasks.parse.text import read_lines
from tasks.train.flatten import lines_at_blocks, lines_at_nodes, text_nodes
from tasks.train.layouts.tongues import Tongue
from tasks.train.line_labels import label_lines
from tasks.train.pages import COMPOSED, SETS, LabelledPage, composed_rows, labelled_pages

N_FOLDS = 4
LEAST_SILVER = 250  # characters; a page with less extracted teaches nothing
UNSURE, SNIPPET = 0.35, 6.0  # weights of a line extractors disagree on, and of one in a snippet
OTHER_STYLES = 0.4  # of the pages: three styles of every page took twice the time and were no better
TRIMMED, JOINED = 0.2, 0.125  # pages again with their furniture gone, and several as one, for each page
FOREIGN, LISTED = 0.2, 0.15  # pages again in a language that does not exist, and with the marks that converters leave
BULLETS, HEADS = ("- ", "* ", "• ", "+ ", "· ", "> "), ("# {}", "## {}", "### {}", "**{}**")
SHORT, HEAD = 6, 14  # words of a line of a menu, of a heading at most
NOT_TEXT = ("credit", "sep")  # roles of composed pages that are neither text nor furniture


@dataclass(frozen=True, slots=True)
class TextPage:
    """Blocks of a text page, what rules and repeats say of them, and whether each is text of a story."""

    data: str
    site: str
    style: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark | None, ...]
    labels: np.ndarray
    weights: np.ndarray

    @property
    def fold(self) -> int:
        return zlib.crc32(self.site.encode()) % N_FOLDS

    def part(self, at: Sequence[int]) -> TextPage:
        """The page with these lines only."""
        pick = lambda column: tuple(column[i] for i in at)  # noqa: E731
        return replace(
            self, blocks=pick(self.blocks), marks=pick(self.marks), labels=self.labels[at], weights=self.weights[at]
        )


def all_text_pages(data: Path, track: Callable) -> list[TextPage]:
    """Every labelled page in every style, composed pages, and variations; `track(rows, what)` shows progress."""
    rules, rng = Rules.load(sorted((SEEDS / "rules").glob("*.toml"))), random.Random(5)
    labelled = [p for name in SETS for p in labelled_pages(data, name) if p.kind == "article" and p.gold != ""]
    pages = [flat for page in track(labelled, "text pages") for flat in flattened(page, rules, rng)]
    for name in COMPOSED:
        pages += track(composed(data, name, rules), name)
    return pages + varied(pages) + [again for page in pages for again in _rewritten(page, rules, rng)]


def unseen(page: TextPage, fold: int) -> bool:
    """Is the page kept from the model of this fold? Composed pages are learnt from one half and kept back of the other."""
    return page.site == COMPOSED[1 - fold % 2] if page.data in COMPOSED else page.fold == fold


def site_of(page: LabelledPage) -> str:
    """The registered domain, near enough: what folds and the vocabulary's counts are made by."""
    names = (urlsplit(page.url or "").hostname or page.id).split(".")
    second = len(names) > 2 and len(names[-1]) == 2 and names[-2] in ("co", "com", "org", "net", "gov", "ac", "edu")
    return ".".join(names[-3 if second else -2 :])


def flattened(page: LabelledPage, rules: Rules, rng: random.Random) -> Iterator[TextPage]:
    """The page as text broken at every text node; some also at block elements, or without alt texts and blank lines."""
    nodes = text_nodes(page.body)
    gold = (page.gold,) if page.gold is not None else _silver(page)
    if not nodes or not gold[0]:
        return
    styles = [("node", lines_at_nodes(nodes))]
    if rng.random() < OTHER_STYLES:
        styles.append(("block", lines_at_blocks(nodes, alts=rng.random() < 0.6)))
    if rng.random() < OTHER_STYLES:
        styles.append(("bare", _without_blanks(lines_at_nodes(nodes, alts=False))))
    for style, text in styles:
        if style == "block" and rng.random() < 0.5:
            text = _without_blanks(text)
        blocks = read_lines(text)
        if len(blocks) >= 3:
            labels, weights = _labels(page, [b.text for b in blocks], gold)
            yield TextPage(page.data, site_of(page), style, blocks, _marks(blocks, rules), labels, weights)


def _silver(page: LabelledPage) -> tuple[str, ...]:
    """What four extractors keep of a page without gold; the HTML models' word comes first."""
    ways = ({}, {"favor_precision": True}, {"favor_recall": True})
    others = [trafilatura.extract(page.body, include_comments=False, **way) or "" for way in ways]
    return clean(page.body, url=page.url).main_text, *others


def _labels(page: LabelledPage, texts: list[str], gold: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    votes = [np.array(label_lines(texts, text)) for text in gold]
    labels, weights = votes[0], np.ones(len(texts), dtype=np.float32)
    if page.gold is not None:
        return labels, weights
    weights[votes[0] != votes[1]] = UNSURE
    weights[(votes[1] != votes[2]) | (votes[1] != votes[3])] *= 0.6
    if len(gold[0]) < LEAST_SILVER:
        weights[:] = 0
    for snippets, kept in ((page.must, True), (page.must_not, False)):
        for snippet in (" ".join(s.split()) for s in snippets):
            at = [i for i, text in enumerate(texts) if snippet in text]
            labels[at], weights[at] = kept, SNIPPET
    return labels, weights


def composed(data: Path, name: str, rules: Rules) -> Iterator[TextPage]:
    """Composed digest, aggregator and single pages, whose every line has a gold role."""
    for row in composed_rows(data, name):
        blocks = read_lines(row["input"])
        roles = [row["roles"][block.line] for block in blocks]
        labels = np.array([role == "body" for role in roles])
        weights = [0.0 if role in NOT_TEXT else UNSURE if role == "dup" else 1.0 for role in roles]
        # The whole set is one site: its halves share no wording, and the vocabulary must not join them.
        yield TextPage(name, name, "composed", blocks, _marks(blocks, rules), labels, np.array(weights, np.float32))


def varied(pages: Sequence[TextPage], seed: int = 11) -> list[TextPage]:
    """Pages with most of their furniture gone, and several of those run together: scrapes that others cleaned before."""
    rng = random.Random(seed)
    pages = [page for page in pages if page.style != "composed" and page.weights.any()]
    trimmed = [_trimmed(page, rng) for page in pages if rng.random() < TRIMMED]
    joined = []
    for _ in range(int(len(pages) * JOINED)):
        fold = rng.randrange(N_FOLDS)
        picked = [_trimmed(p, rng, rng.choice([4, 8, 15, 30])) for p in rng.sample(pages, 12) if p.fold == fold]
        parts = [page for page in picked[: rng.randint(2, 4)] if page]
        if len(parts) > 1:
            joined.append(_joined(parts))
    return [page for page in trimmed if page] + joined


def _rewritten(page: TextPage, rules: Rules, rng: random.Random) -> Iterator[TextPage]:
    """The page in a made-up language, or with bullets and signs of headings: or neither."""
    if rng.random() < FOREIGN:
        tongue = Tongue.drawn(rng)
        yield _retold(page, "foreign", [tongue.said(block.text) for block in page.blocks], rules)
    if rng.random() < LISTED:
        yield _retold(page, "listed", _with_signs(page, rng), rules)


def _retold(page: TextPage, style: str, texts: Sequence[str], rules: Rules) -> TextPage:
    blocks = tuple(replace(block, text=text) for block, text in zip(page.blocks, texts, strict=True))
    return replace(page, style=style, blocks=blocks, marks=_marks(blocks, rules))


def _with_signs(page: TextPage, rng: random.Random) -> Iterator[str]:
    """Its lines as converters to Markdown leave them: menus as lists, headings marked."""
    bullet, head = rng.choice(BULLETS), rng.choice(HEADS)
    for block, kept in zip(page.blocks, page.labels, strict=True):
        n, ends = block.text.count(" ") + 1, block.text[-1:] in ".!?:"
        if kept:
            yield head.format(block.text) if n <= HEAD and not ends else block.text
        else:
            yield bullet + block.text if n <= SHORT else block.text


def _trimmed(page: TextPage, rng: random.Random, most: int = 10**6) -> TextPage | None:
    kept = [i for i, mark in enumerate(page.marks) if page.labels[i] and mark is None][:most]
    if sum(page.blocks[i].text.count(" ") + 1 for i in kept) < 80:
        return None
    few = (0, 0, 1, 2, 4, 8)
    start, stop = max(0, kept[0] - rng.choice(few)), min(len(page.blocks), kept[-1] + 1 + rng.choice(few))
    loss, inside = rng.choice((0, 0.5, 0.9, 1)), set(kept)
    at = [i for i in range(start, stop) if i in inside or not kept[0] < i < kept[-1] or rng.random() >= loss]
    if at[0] and rng.random() < 0.5:
        at.insert(0, 0)
    return replace(page.part(at), style="trimmed")


def _joined(parts: Sequence[TextPage]) -> TextPage:
    return replace(
        parts[0],
        style="joined",
        blocks=sum((page.blocks for page in parts), ()),
        marks=sum((page.marks for page in parts), ()),
        labels=np.concatenate([page.labels for page in parts]),
        weights=np.concatenate([page.weights for page in parts]),
    )


def _marks(blocks: Sequence[Block], rules: Rules) -> tuple[Mark | None, ...]:
    ruled = mark_by_rules(blocks, rules, "text/plain")
    return tuple(mark or again for mark, again in zip(ruled, mark_repeats(blocks), strict=True))


def _without_blanks(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line)
