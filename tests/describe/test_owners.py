"""Who wrote a page that does not say so: a signature in the text, or the person whose site it is."""

from dataclasses import replace

import pytest

from tasks.page import Head, Mark
from tests.describe.test_describe import BODY, first, page_of

TEXT = [(f"{BODY} The harbour master waits {i}.", "body") for i in range(4)]
HEADLINE = ("Ferry stays in port", "headline", {"tag": "h1"})


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ([*TEXT, ("Ada Brandt", "body")], ("Ada Brandt",)),
        ([("Ada Brandt", "body"), *TEXT], ("Ada Brandt",)),
        ([*TEXT, ("Ada Brandt", "body"), *TEXT], ()),
        ([*TEXT, ("Harbour Master", "body")], ()),
        ([*TEXT, ("Ada Brandt", "related")], ()),
    ],
    ids=["behind", "before", "within", "no given name", "cut"],
)
def test_a_name_alone_at_an_end_of_the_text_signs_it(lines, authors):
    """The whole of the first or last paragraph, with a given name."""
    assert first(page_of([HEADLINE, *lines])).authors == authors


def owned(*lines, head=None, rule="test", host="adabrandt.example"):
    """The first story of a page on that host; `rule` marked the last line."""
    page = page_of([*lines, HEADLINE, *TEXT, ("© 2020-2025 Ada Brandt. All rights reserved.", "legal")], head)
    marks = (*page.marks[:-1], Mark("legal", rule))
    return first(replace(page, marks=marks, raw=replace(page.raw, url=f"https://{host}/ferry")))


@pytest.mark.parametrize(
    ("facts", "authors", "origin"),
    [
        ({"head": Head(meta=(("og:site_name", "Ada Brandt"),))}, ("Ada Brandt",), "site name"),
        ({"head": Head("Ferry stays in port | Ada Brandt")}, ("Ada Brandt",), "site name"),
        ({"rule": "legal-copyright"}, ("Ada Brandt",), "copyright"),
        ({"rule": "legal-copyright", "host": "harbour.example"}, (), None),
        ({"head": Head(meta=(("og:site_name", "Ada Harbour"),))}, (), None),
        ({"head": Head(meta=(("og:site_name", "Tidal Brandt"),))}, (), None),
        ({"head": Head(meta=(("og:site_name", "Ada Brandt"), ("author", "Max Roe")))}, ("Max Roe",), "meta author"),
    ],
    ids=["site", "title", "copyright", "another host", "a common word", "no given name", "somebody named"],
)
def test_a_person_s_own_site_is_written_by_that_person(facts, authors, origin):
    """Where nobody is named, and the host holds a word of the name."""
    story = owned(**facts)
    assert (story.authors, dict(story.origins).get("authors")) == (authors, origin)


def test_what_links_to_the_front_page_may_be_the_owner_s_name():
    """At the top of the page, as blogs have it."""
    assert owned(("Ada Brandt /", "navigation", {"href": "/"})).authors == ("Ada Brandt",)
    assert owned(("Ada Brandt", "navigation", {"href": "/about"})).authors == ()
