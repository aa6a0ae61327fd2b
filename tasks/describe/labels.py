"""The labels of a byline (`Written by`, `Autorin:`, `dal nostro inviato`): parts of patterns, to be read with `re.I`."""

from __future__ import annotations

import re

# What is said to be somebody's, before the label itself: `Words by`, `This article was originally written by`.
WORK = (
    r"written|reported|reporting|posted|authored|analysis|article|column|commentary|essay|guide|interview|opinion|post|recipe|report|review|"
    r"story|text|words"
)
SIGNED = rf"(?:this (?:article|blog post|guide|piece|post|story) (?:was|is) )?(?:originally )?(?:{WORK})"
TEXT = r"texte?|tekst|texto|testo"
BY = (
    r"by|von|par|por|a cura di|authors?(?: of this article)?|autor(?:in|en|es|a|e|i|ka|zy)?(?:/autor(?:in)?)?|auteure?s?|автор(?:ы)?|yazan|"
    rf"(?:contributors?|writers?|words|{TEXT})(?=\s*:)"
)
# Words that begin many a sentence too, so that the names behind them must be people's by their given names.
SHORT = r"di|av|af|door"
BY_OF_GIVEN = (
    rf"{SHORT}|"
    r"(?:aus|in) (?-i:[A-ZÄÖÜ])\w+ berichte[tn]|eine? (?-i:[A-ZÄÖÜ])\w+ von|"
    r"(?:dal(?:la)? nostr[oa]|de notre|de nuestr[oa]|do nosso|da nossa|van onze|von unser\w+) \w+(?: spéciale?| especial)?(?: (?:à|en|a|em|in) \w+)?"
)
# What stands before an outlet's name (`Source: The Herald`): a part of a pattern, and the label at a line's start.
SOURCE_WORDS = (
    r"(?:sources?|quellen?|fuentes?|fontes?|fonti|via|bron|källa|kilde|lähde|źródło|zdroj|forrás|sursa|kaynak|источник|джерело|πηγή|"
    r"المصدر|来源|來源|出典|출처)\s*[:：]\s*"
)
SOURCE_LABEL = re.compile(f"^{SOURCE_WORDS}", re.I)
