"""Roles of an HTML page's blocks from trafilatura's verdict, the elements they stand in and the head's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from tasks.describe.authors import looks_like_byline
from tasks.describe.times import looks_like_time
from tasks.mark.families import family_of
from tasks.mark.headed import mark_headed
from tasks.mark.verdict import verdict_shares
from tasks.page import Block, CleanPage, Mark

KEPT = 0.5  # share of a block's word runs in the verdict
FAMILY_WORDS = 60  # a longer block that trafilatura keeps is text, whatever its element is called
ALL_LINKS, LINK_WORDS = 0.95, 20  # a short block that is nothing but links
STANDFIRST = re.compile(
    r"standfirst|\bdek\b|subtitle|sub-?headline|\blede?\b|summary|intro\b|chapeau|vorspann|sottotitolo", re.I
)
BYLINE = re.compile(r"byline|\bauthor|\bby\b|[-_]by\b|\bautor|\bauteur|writer", re.I)
TIME = re.compile(r"\b(?:time|date|timestamp|published)\b|dateline|publish|pubdate", re.I)
CREDIT = re.compile(r"credit|copyright", re.I)
PULLED = re.compile(r"blockquote|aside|pull-?quote", re.I)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def mark_elements(page: CleanPage, marks: Sequence[Mark | None], heads: dict[str, str]) -> list[Mark]:
    """A mark for every block that rules and repeats left open; theirs stand."""
    headed = mark_headed(page.blocks, marks, heads)
    pulled = pull_quotes(page.blocks)
    shares = verdict_shares(page.blocks, page.pieces)
    headlines = find_headlines(page)
    before = -1
    done = []
    for block, mark, share, under in zip(page.blocks, marks, shares, headed, strict=True):
        if block.index in headlines:
            before = block.index
            done.append(Mark("headline", "headline-element", headlines[block.index]))
        else:
            mark = mark or pulled.get(block.index) or _element_mark(page, block, share, before)
            named = under and mark.role == "other_furniture"
            done.append(replace(mark, role=under.role) if named else mark)
    return done


def _element_mark(page: CleanPage, block: Block, share: float, headline: int) -> Mark:
    own, near = words_near(block, 1), words_near(block, 3)
    n_words = block.text.count(" ") + 1
    signed = BYLINE.search(near) or looks_like_byline(block.text)
    if n_words <= 15 and signed and headline <= block.index <= headline + 12:
        return Mark("byline", "byline-element", 0.8)
    timed = block.stamp or TIME.search(own) or looks_like_time(block.text)
    if n_words <= 12 and timed and headline <= block.index <= headline + 12:
        return Mark("time", "time-element", 0.8)
    if "figcaption" in block.path or (n_words <= 12 and CREDIT.search(own)):
        role = "credit" if CREDIT.search(own) else "caption"
        return Mark(role, f"{role}-element", 0.8)
    if _is_standfirst(page, block, headline):
        return Mark("standfirst", "standfirst-element", 0.8)
    family = family_of(block)
    if family and family != "navigation" and n_words < FAMILY_WORDS and headline != block.index:
        return Mark(family, f"hooks-{family}", 0.8)
    if block.link_share >= ALL_LINKS and n_words <= LINK_WORDS:
        return Mark(family or "related", "only-links", 0.8)
    if share < KEPT:
        named = "related" if block.link_share >= 0.5 and n_words >= 4 else "other_furniture"
        return Mark(family or named, "trafilatura", round(1 - share, 3))
    role = "subhead" if block.tag in HEADINGS else "body"
    return Mark(role, "trafilatura", round(share, 3))


def words_near(block: Block, n: int) -> str:
    """The hooks of the block, its inline elements and the n nearest elements; `_` as `-`, so that words have bounds."""
    return f"{' '.join(block.hooks[-n:])} {block.inner}".replace("_", "-")


def _is_standfirst(page: CleanPage, block: Block, headline: int) -> bool:
    if not headline < block.index <= headline + 8 or block.text.count(" ") < 4 or block.link_share > 0.3:
        return False
    described = page.head.first("og:description", "description", "twitter:description") or ""
    return bool(STANDFIRST.search(words_near(block, 2))) or fuzz.ratio(block.text, described) > 90


def pull_quotes(blocks: Sequence[Block]) -> dict[int, Mark]:
    """Quotes set apart whose words stand in a longer block of the page: the same said twice."""
    quotes = [b for b in blocks if PULLED.search(" ".join((*b.path[-3:], *b.hooks[-3:]))) and b.text.count(" ") >= 3]
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
    return next(((b.index, 0.9) for b in blocks if b.tag in HEADINGS[:4] and b.text.count(" ") >= 1), None)


def _page_heading(page: CleanPage, blocks: Sequence[Block]) -> tuple[int, float] | None:
    """The heading that says most nearly what the head calls the page; without a title in the head, the first h1."""
    named = page.head.first("og:title", "twitter:title", "headline") or page.head.title
    candidates = [
        b for b in blocks if b.tag in HEADINGS[:3] or re.search(r"headline|title", " ".join(b.hooks[-1:]), re.I)
    ]
    candidates = [b for b in candidates if b.text.count(" ") < 40]
    if named and candidates:
        rated = [
            (fuzz.partial_ratio(b.text.casefold(), named.casefold()) / 100, b.tag == "h1", len(b.text) >= 12)
            for b in candidates
        ]
        best = max(range(len(candidates)), key=lambda i: (rated[i][2], round(rated[i][0], 1), rated[i][1], -i))
        if rated[best][0] >= 0.8 and rated[best][2]:
            return candidates[best].index, round(rated[best][0], 3)
    return next(((b.index, 0.6) for b in candidates if b.tag == "h1"), None)
