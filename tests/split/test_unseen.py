"""Pages in layouts that nobody who works on the splitter has chosen: how many come out right. These floors only rise."""

from __future__ import annotations

import pytest

from tasks import Desk
from tests.benchmarks.unseen import found_on, shares
from tests.unseen_pages import FIELDS, unseen_pages

SHARES = ("exact", "count", *FIELDS)
FLOORS = {  # (is an article, of a layout that is read): shares of pages or stories
    (False, True): {"exact": 0.7, "count": 0.78, "title": 0.79, "source": 0.65, "time": 0.7},
    (False, False): {"exact": 0.54, "count": 0.59, "title": 0.62, "source": 0.13, "time": 0.75},
    (True, True): {"exact": 0.57, "count": 0.96, "title": 0.87, "source": 0.14, "time": 0.99},
    (True, False): {"exact": 0.54, "count": 0.95, "title": 0.94, "time": 0.82},
}


@pytest.fixture(scope="module")
def results():
    pages = unseen_pages()
    return list(zip(pages, found_on(pages, Desk.load()), strict=True))


@pytest.mark.parametrize(("is_single", "is_read"), FLOORS)
def test_as_many_come_out_right_as_did(results, is_single, is_read):
    """Pages of several stories, and articles; of layouts whose failures were looked at, and of others."""
    of_kind = [result for page, result in results if (page.is_single, page.is_read) == (is_single, is_read)]
    told = dict(zip(SHARES, shares(of_kind), strict=True))
    assert len(of_kind) >= 40
    assert {name: told[name] for name, least in FLOORS[is_single, is_read].items() if told[name] < least} == {}
