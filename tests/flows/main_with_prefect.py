"""Run with -m: a main module that imports Prefect, as a worker's does, cleaning a page in a child."""

import prefect  # noqa: F401

from tasks.batch import Limits, clean_pages
from tasks.desk import Desk
from tasks.page import RawPage
from tests.flows.deadly_steps import look_around

if __name__ == "__main__":
    [result] = clean_pages([RawPage("a.html", b"")], Limits(processes=1), Desk.load().versions, (look_around,))
    print(result.encoding)
