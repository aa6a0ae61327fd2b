"""Run with -m: a main module that imports Prefect, as a worker's does, cleaning a page in a child."""

import prefect  # noqa: F401

from tasks.batch import Limits, clean_pages
from tasks.child import Seat
from tasks.desk import Desk
from tasks.page import RawPage
from tests.flows.deadly_steps import look_around

if __name__ == "__main__":
    seat = Seat(Desk.load().versions, steps=(look_around,))
    [result] = clean_pages([RawPage("a.html", b"")], Limits(processes=1), seat)
    print(result.encoding)
