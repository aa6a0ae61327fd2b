"""Furniture families by the words a page's maker hung on an element or its ancestors (class, id, role, itemprop)."""

from __future__ import annotations

import re

from tasks.page import Block

NEAR = 5  # elements from the block upwards that are looked at
# In order: the first family whose words are found nearest to the block gives the role.
FAMILIES = (
    ("comments", r"comments?\b|comment-|disqus|respond\b|replies|kommentar|commentaire|comentario|leserbrief|discussion"),
    ("related", r"related|recommend|\bmore\b|more-?(?:on|from|news|stories|like)|read-?(?:more|next|also)|also-?(?:read|like|on)|"
                r"most-?(?:read|popular|viewed)|popular|trending|up-?next|teaser|onward|outbrain|taboola|see-?also|suggest"),
    ("newsletter", r"newsletter|sign-?up|subscri|mailing|opt-?in|email-?form|abo-?box|infolettre|boletin"),
    ("share", r"shar(?:e|ing)\b|share-|social|follow-?us|addthis|sharedaddy|teilen|partage|compartir"),
    ("cookie_notice", r"cookie|consent|gdpr|cmp-|onetrust|didomi"),
    ("app_banner", r"app-?(?:banner|promo|store|download)|smart-?banner"),
    ("advert", r"\bad(?:s|vert\w*|-\w+)?\b|sponsor|promoted|anzeige|donat|support-?us|paywall|membership|publicit|werbung"),
    ("legal", r"copyright|legal|disclaimer|impressum|imprint|terms"),
    ("navigation", r"\bnav|menu|breadcrumb|footer|masthead|toolbar|pagination|pager|skip|sidebar|\btags?\b|topics"),
)  # fmt: skip
PATTERNS = tuple((role, re.compile(words, re.I)) for role, words in FAMILIES)
ANY = re.compile("|".join(f"(?:{words})" for _, words in FAMILIES), re.I)
TAGS = {"nav": "navigation", "footer": "navigation", "button": "navigation", "form": "other_furniture"}
ENCLOSING = frozenset(("html", "body", "main", "article"))  # their hooks speak of the whole page


def family_of(block: Block) -> str | None:
    """The furniture role the block's nearest hooks name, or None."""
    for tag, hooks in zip(block.path[: -NEAR - 1 : -1], block.hooks[: -NEAR - 1 : -1], strict=True):
        if tag in TAGS:
            return TAGS[tag]
        hooks = hooks.replace("_", "-")
        if tag in ENCLOSING or not hooks or not ANY.search(hooks):
            continue
        return next(role for role, pattern in PATTERNS if pattern.search(hooks))
    return None
