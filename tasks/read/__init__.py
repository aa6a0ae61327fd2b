"""read: a landing folder's files into `RawPage`s. What is no page is `Skipped`, what cannot be read `Quarantined`.

A page's `fetched_at` is the WARC date, the JSONL field, the `<name>.meta.json` beside the file, else the day folder's
midnight (UTC).
"""

from tasks.read.files import one_file
from tasks.read.formats import media_type_of
from tasks.read.landed import MAX_BYTES, Skipped
from tasks.read.landing import LandingError, days, pages

__all__ = ["MAX_BYTES", "LandingError", "Skipped", "days", "media_type_of", "one_file", "pages"]
