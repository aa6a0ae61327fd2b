"""What holds for every page, on pages hypothesis makes up."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks import CleanPage, clean
from tasks.page import CUT_ROLES, STORY_ROLES
from tests.generated_pages import FURNITURE, SENTENCES, html_pages, pages, text_pages

ROOT = Path(__file__).resolve().parent.parent

always = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


def flat(text: str) -> str:
    """The visible characters: how white space fell is not what is promised."""
    return "".join(text.split())


@settings(always, max_examples=80)
@given(pages)
def test_every_block_ends_in_one_place(page):
    """Kept + cut = read: each block is in exactly one story or is cut, with a mark that agrees."""
    found = clean(page[0], media_type=page[1])
    assert [block.index for block in found.blocks] == list(range(len(found.marks)))
    told = [index for story in found.stories for index in story.blocks]
    cut = [each.block.index for each in found.cuts]
    assert sorted(told + cut) == list(range(len(found.blocks)))
    assert {found.marks[index].role for index in told} <= set(STORY_ROLES)
    assert {each.mark.role for each in found.cuts} <= set(CUT_ROLES)
    assert all(mark.rule and 0 <= mark.score <= 1 for mark in found.marks)


@settings(always, max_examples=80)
@given(pages)
def test_nothing_is_invented(page):
    """A story's body is its own blocks' text, and its title, source and time stand on the page."""
    found = clean(page[0], media_type=page[1])
    everything = flat(page[0].decode()) + flat("".join(block.text for block in found.blocks))
    for story in found.stories:
        own = flat("".join(found.blocks[index].text for index in story.blocks))
        for paragraph in story.body.split("\n"):
            assert flat(paragraph) in own
        for field in (story.title, story.source, story.published_raw, *story.authors):
            assert field is None or (field.strip() and flat(field) in everything)


@settings(always, max_examples=60)
@given(pages)
def test_stories_are_in_order_and_have_their_own_ids(page):
    """Positions count from 1, ids differ, and no story is without text."""
    stories = clean(page[0], media_type=page[1]).stories
    assert [story.position for story in stories] == list(range(1, len(stories) + 1))
    assert len({story.story_id for story in stories}) == len(stories)
    assert all(story.story_id and (story.body.strip() or story.title) for story in stories)


@settings(always, max_examples=60)
@given(text_pages())
def test_every_line_of_a_text_page_is_read(text):
    """Parsing drops no line and changes no character but white space."""
    found = clean(text.encode("utf-8", "replace"), media_type="text/plain")
    assert flat("".join(block.text for block in found.blocks)) == flat(text.removeprefix("\ufeff"))


@settings(always, max_examples=60)
@given(html_pages())
def test_every_sentence_of_an_html_page_is_read(html):
    """Parsing drops no visible text: each known sentence is in the blocks as often as on the page."""
    read = flat(" ".join(block.text for block in clean(html.encode()).blocks))
    for sentence in SENTENCES:
        assert read.count(flat(sentence)) == html.partition("<body>")[2].count(sentence)


@settings(always, max_examples=15)
@given(st.lists(pages, min_size=2, max_size=4))
def test_same_page_same_stories_in_any_order(batch):
    """Nothing is remembered between pages: neither order nor repetition changes a page."""
    forward = [clean(body, media_type=media_type) for body, media_type in batch]
    backward = [clean(body, media_type=media_type) for body, media_type in reversed(batch)]
    assert forward == backward[::-1]


@settings(always, max_examples=40)
@given(text_pages())
def test_line_ends_do_not_matter(text):
    """The same lines with Windows line ends give the same stories."""
    unix = text.replace("\r\n", "\n")
    assert facts(clean(unix.encode("utf-8", "replace"), media_type="text/plain")) == facts(
        clean(unix.replace("\n", "\r\n").encode("utf-8", "replace"), media_type="text/plain")
    )


@settings(always, max_examples=60)
@given(
    pages,
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=8),
    st.sampled_from(
        (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00\x00\xfe\xff", b"<meta charset=shift_jis>", b"<?xml encoding='x'")
    ),
)
def test_broken_bytes_never_raise(page, wounds, start):
    """A page with bytes overwritten anywhere, or a false charset, is still read to the end."""
    body = bytearray(start + page[0])
    for share, piece in wounds:
        at = int(share * len(body))
        body[at : at + len(piece)] = piece
    found = clean(bytes(body), media_type=page[1])
    assert len(found.marks) == len(found.blocks)
    json.dumps(facts(found)).encode("ascii")


@settings(always, max_examples=40)
@given(st.binary(max_size=300), st.sampled_from(("text/html", "text/plain")))
def test_any_bytes_at_all_never_raise(body, media_type):
    """Bytes that were never a page are read too."""
    found = clean(body, media_type=media_type)
    assert all(story.body.encode("utf-8") for story in found.stories)


SAMPLES = [
    ("text/html", "<h1>Harbour reopens</h1>" + "".join(f"<p>{line}</p>" for line in SENTENCES * 2)),
    ("text/plain", "\n".join((*FURNITURE[:5], *SENTENCES, *SENTENCES, *FURNITURE))),
]


def facts(page: CleanPage) -> list[object]:
    """What a page came to, in a form that can cross processes."""
    stories = [
        [s.story_id, s.title, s.body, s.source, s.kind, str(s.published_at), list(s.blocks)] for s in page.stories
    ]
    return [stories, [mark.role + " " + mark.rule for mark in page.marks], page.main_text, page.shape.name]


PROGRAM = """
from tests.test_always_true import SAMPLES, facts, fingerprint
print(fingerprint())
"""


def fingerprint() -> str:
    found = [facts(clean(text.encode(), media_type=media_type)) for media_type, text in SAMPLES]
    return hashlib.sha256(json.dumps(found).encode()).hexdigest()


def test_another_process_finds_the_same():
    """A page comes out the same in a fresh process, under another hash seed."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == fingerprint()
