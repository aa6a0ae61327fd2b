"""Finds the stories that tell the same: copies, agency copy, versions; and those of one event. Knows texts, no database."""

from tasks.match.events import Link, events
from tasks.match.groups import components
from tasks.match.likeness import Text, likeness
from tasks.match.revisions import Revision, Telling, revisions
from tasks.match.shingles import Codes, sample, shingles
from tasks.match.telling import TellingWords, telling_words

__all__ = [
    "Codes",
    "Link",
    "Revision",
    "Telling",
    "TellingWords",
    "Text",
    "components",
    "events",
    "likeness",
    "revisions",
    "sample",
    "shingles",
    "telling_words",
]
