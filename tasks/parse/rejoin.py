"""Does a line carry on the sentence of the line before it? Scrapers break a sentence wherever a link or an emphasis stood."""

from __future__ import annotations

import re

from tasks.describe.times import looks_like_source_and_time, looks_like_time, split_time_and_byline
from tasks.words import UPPER

SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»“)\]]*$")
ENDS = frozenset(".!?…。！？।؟\"'”’»“)]")
CLOSES = frozenset(",;.!?)]}%…")  # characters that begin no line of their own
CLOSE = frozenset(",.)]}”’…")  # and those that stand close to the word before, when no word follows them close
CLOSE_MOSTLY = frozenset(";:!?%")  # so do these, but not in French
OPENING = frozenset("([{„¿¡")  # characters that the next word stands close to
ATTRIBUTED = re.compile(
    r"[.!?…][\"”’»]?\s*\([^()]{2,60}\),$"
)  # a sentence that ended, then its source: an item of a list
CARRIES = frozenset(",([“‘„«-–—/&")  # and those that end none
# Words that end no line, written small: articles, prepositions, conjunctions, auxiliaries.
OPENS = frozenset(
    "the a an of and or to in on at for with by from as is are was were that this its his her their our your my which "
    "who than but into about after before over under between also has have had be been not it "
    "der die das des dem den ein eine einen einem einer und oder von vom zu zum zur im für auf aus bei nach "
    "über unter durch ist sind war dass als wie "
    "le la les un une des du de et ou à au aux en dans par pour sur avec que qui "
    "el los las una y o del al con por para su sus il lo gli uno della dei di e che per nel da dos os um uma no na "
    "com het een van met voor op och att på av som till".split()
)  # fmt: skip
BULLETS = frozenset("•·▪‣●○*|")
# Who and when under a headline, where nothing follows that the sentence could go on with.
SIGNED = re.compile(
    rf"(?:(?:di|dal nostro inviato|dalla nostra inviata|af|av|door|por|par|von|by|de)\s+[{UPPER}][\w.’'-]+(?:\s[{UPPER}][\w.’'-]+){{1,2}}"
    rf"(?:\s(?:e|ed|og|och|en|et|y|und|and)\s[{UPPER}][\w.’'-]+(?:\s[{UPPER}][\w.’'-]+){{1,2}})*)"
)
# How a newsletter begins: its comma ends the line.
GREETING = re.compile(
    r"(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|guten (?:morgen|tag|abend)|hallo|liebe[rs]?|bonjour|bonsoir|ch(?:er|ère)s?|"
    r"buon(?:giorno|asera)|car[ie]|gentili|hola|buen[oa]s \w+|querid[oa]s|estimad[oa]s|bom dia|boa (?:tarde|noite)|olá|caros|goede\w+|beste|"
    r"hej|god \w+|kära|kære|kjære|dzień dobry|drodzy|dobr[ýé] \w+|milí|vážení|доброе утро|добрый день|здравствуйте|дорогие|καλημέρα|"
    r"αγαπητοί|günaydın|merhaba|sevgili|صباح الخير)\b[^.!?]{0,60},$", re.I
)  # fmt: skip
LONGEST_TIME = 60  # characters
MIN_WORDS = 5  # a shorter line before a lower-case one is a menu entry or a label
# A line that starts with one of these is a label or an icon's name, not the rest of a sentence.
LABEL = re.compile(
    r"(?:by|with|mit|avec|con|von|par|por|da|door|av|photo|fotos?|image|via|bei|in)\b(?!.{40})|(?:access_)?time(?:[\W\d]|an?\b|$)|"
    r"(?:clock|schedule|calendar|share|play|arrow|logo|icon|video|menu|search|email|link|www|http)", re.I
)  # fmt: skip


def carries_on(before: str, line: str, after: str) -> bool:
    """True where `line` belongs to the paragraph `before` is a piece of; `after` is the line that follows (or empty)."""
    first = line[0]
    if _in_quotes(before, line) or (_is_compound(before, line) and not after.startswith(first)):
        return True
    if first in CLOSES or line.startswith(("'s ", "’s ", ": ")):
        return first in ",;:)" or not _ended(before)
    small = first.islower()
    if small and not _carries_small(after) and (SIGNED.fullmatch(line) or _is_when(line)):
        return False
    n_words = before.count(" ") + 1
    if (n_words < MIN_WORDS - 1 and not small) or first in BULLETS or _ended(before) or LABEL.match(line):
        return False
    if not small and before[-1] == "," and GREETING.match(before):
        return False
    last = before[before.rfind(" ") + 1 :]
    if "www." in last or "://" in last:
        return False
    if before[-1] in CARRIES and not (before[-1] == "“" and "„" in before):
        if not small and ATTRIBUTED.search(before):
            return False
        return small or (n_words > MIN_WORDS and first not in "-–—•*")
    if n_words >= MIN_WORDS and small:
        return True
    opens = last in OPENS
    if opens and n_words > MIN_WORDS:
        return not _is_stamp(line)
    return (opens or n_words > MIN_WORDS) and _goes_on(line, after)


def _is_stamp(line: str) -> bool:
    """An outlet and a time: a title may end in a word that ends no sentence."""
    return len(line) <= LONGEST_TIME and any(map(str.isdigit, line)) and looks_like_source_and_time(line)


def _carries_small(after: str) -> bool:
    """Does the next line go on in mid-sentence?"""
    return after[:1].islower() or after[:1] in CLOSES


def _is_when(line: str) -> bool:
    """`vor 2 Stunden`, `le mercredi 2 juillet 2025`, `yesterday | By Ada Brandt`: a time with a number or a byline."""
    if len(line) > LONGEST_TIME:
        return False
    return (any(map(str.isdigit, line)) and looks_like_time(line)) or split_time_and_byline(line) is not None


def joined(before: str, line: str, spaced: bool) -> str:
    """The two as one, with a space between them where people set one. `spaced`: the page sets one before a colon."""
    marks = CLOSE if spaced else CLOSE | CLOSE_MOSTLY
    close = line.startswith(("'s ", "’s ")) or (line[0] in marks and not line[1:2].isalnum()) or before[-1] in OPENING
    close = close or _in_quotes(before, line) or _is_compound(before, line)
    return f"{before}{line}" if close else f"{before} {line}"


def _in_quotes(before: str, line: str) -> bool:
    """A link was all that stood in straight quotes: the line starts right after they open, or closes them."""
    starts, closes = before.endswith(' "'), line[0] == '"' and not line[1:2].isalnum()
    return (starts or closes) and before.count('"') % 2 == 1


def _is_compound(before: str, line: str) -> bool:
    """A linked name was the first half of a word with a hyphen."""
    return line[0] == "-" and line[1:2].isalpha() and before[-1].isalpha() and before[0] != "-" and " " in line


def _ended(text: str) -> bool:
    return text[-1] in ENDS and SENTENCE_END.search(text) is not None


def _goes_on(name: str, after: str) -> bool:
    """A linked name in mid-sentence: the words after it tell."""
    if not (after[:1].islower() or after[:1] in (",", ";", ")")) or LABEL.match(after):
        return False
    return name.count(" ") < 8 and name[0] not in "-–—•*·|" and not _ended(name)
