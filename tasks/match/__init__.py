"""Finds the stories that tell the same: copies, agency copy, versions. Knows texts, no database."""

from tasks.match.groups import components
from tasks.match.likeness import Text, likeness
from tasks.match.revisions import Revision, Telling, revisions
from tasks.match.shingles import Codes, sample, shingles

__all__ = ["Codes", "Revision", "Telling", "Text", "components", "likeness", "revisions", "sample", "shingles"]
