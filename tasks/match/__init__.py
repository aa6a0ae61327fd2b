"""Finds the stories that tell the same: copies, agency copy, shortened and edited versions. Knows texts, no database."""

from tasks.match.groups import components
from tasks.match.likeness import Text, likeness
from tasks.match.shingles import Codes, sample, shingles

__all__ = ["Codes", "Text", "components", "likeness", "sample", "shingles"]
