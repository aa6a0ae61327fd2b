"""What frames a title in its line: a number, a bullet, mark-up."""

from __future__ import annotations

import re

NUMBER = re.compile(r"^[(\[#]?(?:№ ?|no\. ?)?(\d{1,2})(?:[.):/\]]+(?=\s*\S)(?!\d)|\s[-–—]\s|$)", re.I)
# Where a recording has come to: `[08:23]`; a number as East Asian pages set it: `3、`, `三、`, `（三）`.
MARK = re.compile(
    r"^(?:[\[(]\d{1,2}(?::[0-5]\d){1,2}[\])]\s*|(?:\d{1,2}|[一二三四五六七八九十]{1,3})、\s*|（[一二三四五六七八九十\d]{1,3}）\s*)(?=\S)"
)
FRAME_BEFORE = re.compile(r"^(?:(?:#{1,6}|>|\*{1,3}|_{1,2}|={1,6}|[\[【«»→•·▪●■◆○+–—-])\s*)+")
# A title's own signs stay: `#BreadPrize`, `-5 degrees`, `C#`, quotes, a bracket that is no pair around it all. (Possessive: a row of
# signs is read in one way.)
SYMBOLS = r"\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"  # arrows, shapes, pictures
TITLE_BEFORE = re.compile(rf"^(?:(?:##++|#(?=\s)|>|\*++|_++|=++|[·•–—»]|[{SYMBOLS}](?!\S*$)|[+-]++(?=\s))\s*)++")
TITLE_AFTER = re.compile(r"(?:\s+(?:#++|=++|\+++)|\s*\*++|\s*_++)++$|:$")
PAIRS = {"[": "]", "【": "】"}
# Of mail: `Subject: Re: [list] …`.
SUBJECT = re.compile(
    r"^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|tárgy|subiect|konu|тема|θέμα|件名|主题|제목)\s?[:：]\s*"
    r"(?:(?:re|fwd?|aw|wg|tr|sv|vs)\s?:\s*)*(?:\[[^\]]{2,20}\]\s*)?",
    re.I,
)
MESSAGE = re.compile(
    r"^(?:from|to|cc|date|sent|reply-to|von|an|datum|gesendet|de|à|para|fecha|da|a|data|envoyé|date|message-id): \S",
    re.I,
)
LINK = re.compile(r"!?\[([^\[\]]+)\]\((?:\w+:|/|#)[^()\s]*\)")  # of Markdown


def title_text(text: str) -> str:
    """A title line without its number, bullet or mark-up."""
    title = MARK.sub("", SUBJECT.sub("", LINK.sub(r"\1", text)).strip())
    for _ in range(2):  # a number within a frame, or before one
        title = _unpaired(TITLE_BEFORE.sub("", NUMBER.sub("", title, count=1).strip()).strip())
    return TITLE_AFTER.sub("", title).strip() or text


def _unpaired(title: str) -> str:
    """The title without the brackets around it all."""
    close = PAIRS.get(title[:1])
    return title[1:-1].strip() if close and title.find(close) == len(title) - 1 else title


def bare(text: str) -> str:
    """The line without numbers, bullets and mark-up before it."""
    once = FRAME_BEFORE.sub("", NUMBER.sub("", text.strip(), count=1)).strip()
    return FRAME_BEFORE.sub("", NUMBER.sub("", once, count=1).strip()).strip()
