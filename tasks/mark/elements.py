"""Roles of an HTML page's blocks from the block model, the elements they stand in and the head's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz import fuzz

from tasks.describe.bylines import looks_like_byline
from tasks.describe.times import looks_like_time
from tasks.mark.block_model import SURE, BlockModel, best_kept, table_of
from tasks.mark.boxes import with_boxes
from tasks.mark.families import Families
from tasks.mark.headed import mark_headed
from tasks.mark.repeats import find_repeats, long_runs, settle
from tasks.mark.signed import mark_signed
from tasks.page import Block, CleanPage, Mark
from tasks.words import n_words, words_of

RULE = "block-model"  # the name of every mark that the model gave
NAMED, VERY_SURE = ("comments", "newsletter", "share"), 0.9  # hooks that only a very sure model may overrule
MOST = 0.5  # of the kept words: where so many stand under comment hooks, the posts are the page's text (forums)
STANDFIRST = re.compile(
    r"standfirst|\bdek\b|subtitle|sub-?headline|\blede?\b|summary|intro\b|chapeau|vorspann|sottotitolo", re.I
)
BYLINE = re.compile(r"byline|\bauthor|\bby\b|[-_]by\b|\bautor|\bauteur|writer", re.I)
TIME = re.compile(r"\b(?:time|date|timestamp|published)\b|dateline|publish|pubdate", re.I)
CREDIT = re.compile(r"credit|copyright", re.I)
PULLED = re.compile(r"blockquote|aside|pull-?quote", re.I)
LEAST_NAMED, NAMED_LINE = 4, 0.7  # words of a headline that no element calls one; how sure it is
REACH = 12  # blocks after the headline in which byline and time stand
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def mark_elements(
    page: CleanPage, marks: Sequence[Mark | None], heads: dict[str, str], model: BlockModel
) -> list[Mark]:
    """A mark for every block that the rules left open; theirs stand, except on headlines."""
    if not page.blocks:
        return []
    headed, pulled, headlines = mark_headed(page.blocks, marks, heads), pull_quotes(page.blocks), find_headlines(page)
    table = table_of(page, headlines)
    chances = model.chances(page, table)
    repeated = long_runs(
        settle(find_repeats(page.blocks, words_of(block.text for block in page.blocks)), chances), table.words
    )
    kept = best_kept(chances, table.words)
    families, before, done = Families(), -1, []
    overruled = NAMED[1:] if _is_forum(page.blocks, table.words * kept, families) else NAMED
    for block, mark, under in zip(page.blocks, marks, headed, strict=True):
        i = block.index
        if i in headlines:
            before = i
            done.append(Mark("headline", "headline-element", headlines[i]))
            continue
        mark = mark or repeated[i] or pulled.get(i) or _element_mark(page, block, before)
        mark = mark or _model_mark(block, kept[i], float(chances[i]), families, overruled)
        named = under and mark.role == "other_furniture"
        done.append(replace(mark, role=under.role) if named else mark)
    return mark_signed(page.blocks, with_boxes(page.blocks, done, heads, RULE), RULE)


def _element_mark(page: CleanPage, block: Block, headline: int) -> Mark | None:
    """What the element itself says: byline, time, caption, credit, standfirst."""
    length = n_words(block.text)
    if headline <= block.index <= headline + REACH and length <= 15:
        if BYLINE.search(words_near(block, 3)) or looks_like_byline(block.text):
            return Mark("byline", "byline-element", 0.8)
        if length <= 12 and (block.stamp or TIME.search(words_near(block, 1)) or looks_like_time(block.text)):
            return Mark("time", "time-element", 0.8)
    if "figcaption" in block.path or length <= 12:
        credited = CREDIT.search(words_near(block, 1))
        if credited or "figcaption" in block.path:
            role = "credit" if credited else "caption"
            return Mark(role, f"{role}-element", 0.8)
    return Mark("standfirst", "standfirst-element", 0.8) if _is_standfirst(page, block, headline) else None


def _is_forum(blocks: Sequence[Block], kept_words: np.ndarray, families: Families) -> bool:
    posted = sum(kept_words[b.index] for b in blocks if kept_words[b.index] and families.of(b) == "comments")
    return posted > MOST * kept_words.sum()


def _model_mark(block: Block, kept: bool, chance: float, families: Families, overruled: Sequence[str]) -> Mark:
    """Body or sub-head where the model keeps the block; else the furniture that its hooks or links tell."""
    if kept and (chance >= VERY_SURE or chance < SURE or families.of(block) not in overruled):
        return Mark("subhead" if block.tag in HEADINGS else "body", RULE, round(chance, 3))
    related = block.link_share >= 0.5 and n_words(block.text) >= 3
    role = families.of(block) or ("related" if related else "other_furniture")
    return Mark(role, RULE, round(max(1 - chance, 0.5), 3))


def words_near(block: Block, n: int) -> str:
    """The hooks of the block, its inline elements and the n nearest elements; `_` as `-`, so that words have bounds."""
    return f"{' '.join(block.hooks[-n:])} {block.inner}".replace("_", "-")


def _is_standfirst(page: CleanPage, block: Block, headline: int) -> bool:
    if not headline < block.index <= headline + 8 or n_words(block.text) < 5 or block.link_share > 0.3:
        return False
    described = page.head.first("og:description", "description", "twitter:description") or ""
    return bool(STANDFIRST.search(words_near(block, 2))) or fuzz.ratio(block.text, described) > 90


def pull_quotes(blocks: Sequence[Block]) -> dict[int, Mark]:
    """Quotes set apart whose words stand in a longer block of the page: the same said twice."""
    quotes = [b for b in blocks if n_words(b.text) >= 4 and PULLED.search(" ".join((*b.path[-3:], *b.hooks[-3:])))]
    if not quotes:
        return {}
    keys = {b.index: _key(b.text) for b in blocks}
    return {
        quote.index: Mark("repeat", "pull-quote")
        for quote in quotes
        if any(keys[quote.index] in key and len(key) > len(keys[quote.index]) for key in keys.values())
    }


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def find_headlines(page: CleanPage) -> dict[int, float]:
    """The headline block of the page (or of each story section), with how sure that is."""
    found: dict[int, float] = {}
    sections = sorted({block.section for block in page.blocks if block.section})
    for section in sections or [0]:
        blocks = [b for b in page.blocks if b.section == section]
        heading = _section_heading(blocks) if sections else _page_heading(page, blocks)
        if heading:
            found[heading[0]] = heading[1]
    return found


def _section_heading(blocks: Sequence[Block]) -> tuple[int, float] | None:
    return next(((b.index, 0.9) for b in blocks if b.tag in HEADINGS[:4] and n_words(b.text) >= 2), None)


def _page_heading(page: CleanPage, blocks: Sequence[Block]) -> tuple[int, float] | None:
    """The heading that says most nearly what the head calls the page; without a title in the head, the first h1."""
    named = page.head.first("og:title", "twitter:title", "headline") or page.head.title
    candidates = [
        b for b in blocks if b.tag in HEADINGS[:3] or re.search(r"headline|title", " ".join(b.hooks[-1:]), re.I)
    ]
    candidates = [b for b in candidates if n_words(b.text) <= 40]
    if named and candidates:
        rated = [
            (fuzz.partial_ratio(b.text.casefold(), named.casefold()) / 100, b.tag == "h1", len(b.text) >= 12)
            for b in candidates
        ]
        best = max(range(len(candidates)), key=lambda i: (rated[i][2], round(rated[i][0], 1), rated[i][1], -i))
        if rated[best][0] >= 0.8 and rated[best][2]:
            return candidates[best].index, round(rated[best][0], 3)
    return next(((b.index, 0.6) for b in candidates if b.tag == "h1"), None) or _named_line(named, blocks)


def _named_line(named: str | None, blocks: Sequence[Block]) -> tuple[int, float] | None:
    """The line that says what the head calls the page, all of it or all but an outlet's name, where no element says so."""
    name = _key(named or "")
    able = (b for b in blocks if LEAST_NAMED <= n_words(b.text) <= 40)
    return next(
        ((b.index, NAMED_LINE) for b in able if name.startswith(key := _key(b.text)) and 2 * len(key) > len(name)), None
    )


def with_reasons(page: CleanPage, desk) -> CleanPage:
    """The page with the three features loudest at first sight on every mark of the model.

    For `explain`: too slow for every page.
    """
    if not any(mark.rule == RULE for mark in page.marks):
        return page
    reasons = desk.blocks.reasons(table_of(page, find_headlines(page)))
    marks = (
        replace(mark, reasons=why) if mark.rule == RULE else mark for mark, why in zip(page.marks, reasons, strict=True)
    )
    return replace(page, marks=tuple(marks))
