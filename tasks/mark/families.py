"""Furniture families by the words a page's maker hung on an element or its ancestors (class, id, role, itemprop)."""

from __future__ import annotations

from tasks.mark.html_features.words import HOOK_FAMILIES, hook_mask
from tasks.page import Block

NEAR = 5  # elements from the block upwards that are looked at
# In order: the first family whose words are found nearest to the block gives the role.
ROLES = (
    ("comments", "comment"), ("related", "related"), ("newsletter", "newsletter"), ("share", "share"),
    ("cookie_notice", "cookie"), ("app_banner", "app"), ("advert", "advert"), ("legal", "legal"),
    ("navigation", "navigation footer contents tags"),
)  # fmt: skip
BITS = tuple(
    (role, sum(1 << list(HOOK_FAMILIES).index(family) for family in families.split())) for role, families in ROLES
)
TAGS = {"nav": "navigation", "footer": "navigation", "button": "navigation", "form": "other_furniture"}
ENCLOSING = frozenset(("html", "body", "main", "article"))  # their hooks speak of the whole page


class Families:
    """The families of one page's blocks. Elements share hooks, so each wording is looked up once a page."""

    def __init__(self) -> None:
        self.known: dict[str, str | None] = {"": None}

    def of(self, block: Block) -> str | None:
        """The furniture role the block's nearest hooks name, or None."""
        for tag, hooks in zip(block.path[: -NEAR - 1 : -1], block.hooks[: -NEAR - 1 : -1], strict=True):
            if tag in TAGS:
                return TAGS[tag]
            if tag in ENCLOSING:
                continue
            if hooks not in self.known:
                self.known[hooks] = role_of(hooks)
            if self.known[hooks]:
                return self.known[hooks]
        return None


def role_of(hooks: str) -> str | None:
    """The role that hook words name, the first of `ROLES` where they name several."""
    mask = hook_mask(hooks)
    return next((role for role, bits in BITS if mask & bits), None)
