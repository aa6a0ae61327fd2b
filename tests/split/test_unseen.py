"""Pages in layouts that nobody who works on the splitter has chosen: how many come out right. These floors only rise."""

from __future__ import annotations

import pytest

from tasks import Desk
from tests.benchmarks.unseen import found_on, set_of, shares
from tests.unseen_files import unseen_files
from tests.unseen_pages import FIELDS, unseen_pages

SHARES = ("exact", "count", *FIELDS)
FLOORS = {  # (set, is an article, of a layout that is read): shares of pages or stories
    ("first", False, True): {"exact": 0.69, "count": 0.74, "title": 0.82, "source": 0.73, "time": 0.88},
    ("first", True, True): {"exact": 0.78, "count": 0.96, "title": 0.9, "source": 0.29, "time": 0.94},
    ("second", False, True): {"exact": 0.7, "count": 0.83, "title": 0.82, "source": 0.72, "time": 0.68},
    ("second", False, False): {"exact": 0.77, "count": 0.9, "title": 0.76, "source": 0.4, "time": 0.5},
    ("second", True, True): {"exact": 0.72, "count": 0.92, "title": 0.93, "source": 0.41, "time": 0.94},
    ("second", True, False): {"exact": 0.57, "count": 0.92, "title": 0.72, "time": 0.7},
    ("HTML", False, True): {"exact": 0.8, "count": 0.84, "title": 0.79, "source": 0.71, "time": 0.73},
    ("HTML", False, False): {"exact": 0.66, "count": 0.74, "title": 0.65, "source": 0.61, "time": 0.53},
    ("HTML", True, True): {"exact": 0.79, "count": 1.0, "title": 1.0, "time": 0.87},
    ("HTML", True, False): {"exact": 0.49, "count": 1.0, "title": 1.0, "time": 0.78},
    ("third", False, True): {"exact": 0.87, "count": 0.91, "title": 0.76, "source": 0.78, "time": 0.78},
    ("third", False, False): {"exact": 0.64, "count": 0.81, "title": 0.71, "source": 0.32, "time": 0.82},
    ("third", True, True): {"exact": 0.78, "count": 0.96, "title": 0.96, "time": 0.81},
    ("third", True, False): {"exact": 0.76, "count": 0.9, "title": 0.9, "time": 0.9},
}


@pytest.fixture(scope="module")
def results():
    pages = [*unseen_pages(), *unseen_files()]
    return list(zip(pages, found_on(pages, Desk.load()), strict=True))


@pytest.mark.parametrize("of", FLOORS, ids=str)
def test_as_many_come_out_right_as_did(results, of):
    """Pages of several stories, and articles; of layouts whose failures were looked at, and of others."""
    of_kind = [result for page, result in results if (set_of(page), page.is_single, page.is_read) == of]
    told = dict(zip(SHARES, shares(of_kind), strict=True))
    assert len(of_kind) >= 20
    assert {name: told[name] for name, least in FLOORS[of].items() if told[name] < least} == {}
