"""Times as pages word them: is a line one, which source stands beside it, and when was it."""

from __future__ import annotations

from tasks.describe.times.bylines import outlet_beside_writer, split_time_and_byline
from tasks.describe.times.datelines import source_of_dateline, time_of_dateline
from tasks.describe.times.lines import looks_like_source_and_time, looks_like_time, split_source_and_time
from tasks.describe.times.names import looks_like_byline_of_names, without_byline
from tasks.describe.times.read import ReadTime, read_time

__all__ = [
    "ReadTime",
    "looks_like_byline_of_names",
    "looks_like_source_and_time",
    "looks_like_time",
    "outlet_beside_writer",
    "read_time",
    "source_of_dateline",
    "split_source_and_time",
    "split_time_and_byline",
    "time_of_dateline",
    "without_byline",
]
