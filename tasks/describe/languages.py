"""The language a story is written in, as a two- or three-letter ISO 639 code."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from tasks.describe.evidence import Found

SHORTEST = 40  # characters; below this a text tells too little
SAMPLE = 1000  # characters: more does not change the answer, and costs
SURE = 0.9
# What the page declares is put before a language it is often taken for.
CONFUSED = ({"no", "nb", "nn", "da"}, {"hr", "bs", "sr"}, {"id", "ms"}, {"gl", "pt", "es"}, {"cs", "sk"}, {"af", "nl"})
SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id"}


@cache  # the library's model, the same for every page
def identifier() -> LanguageIdentifier:
    """The identifier; loading takes a second, which the fork server spends once for all its children."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str, declared: str | None) -> Found[str] | None:
    """The language and where it was found: `text`, or `html lang` where the text is short or the finding unsure."""
    stated = primary(declared)
    if len(text) < SHORTEST:
        return Found(stated, "html lang", declared) if stated else None
    found, share = identifier().classify(text[:SAMPLE])
    found = SAME.get(found, found)
    doubtful = share < SURE or any({found, stated} <= group for group in CONFUSED)
    if stated and stated != found and doubtful:
        return Found(stated, "html lang", declared)
    return Found(found, "text", declared)


def primary(tag: str | None) -> str | None:
    """`en` of `en-US`; None where it is no language tag."""
    match = re.match(r"([a-z]{2,3})(?:[-_]|$)", (tag or "").strip().lower())
    return SAME.get(match[1], match[1]) if match else None
