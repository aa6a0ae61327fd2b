"""Finds the stories that tell the same: copies, agency copy, versions; and those of one event. Knows texts, no database."""

from tasks.match.events import Link, events
from tasks.match.groups import components
from tasks.match.likeness import Text, likeness
from tasks.match.revisions import Revision, Telling, revisions
from tasks.match.shingles import Codes, shingles
from tasks.match.signatures import SIGNATURE_SIZE, signatures
from tasks.match.telling import TellingWords, telling_words

__all__ = [
    "SIGNATURE_SIZE",
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
    "shingles",
    "signatures",
    "telling_words",
]
