"""A page in the making: its lines with their story and their use, and the way it spaces them."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tasks.train.layouts.wording import Wording

LAYOUTS_OF_BLANKS = ("none", "none", "stories", "stories", "all", "all", "header", "some")


@dataclass
class Canvas:
    """`rows`: (text, role, story number or -1). Roles as in the labelled sets.

    `first`: the number of the story that whoever writes one article calls 0.
    """

    language: str
    rng: Random
    words: Wording
    rows: list[tuple[str, str, int]] = field(default_factory=list)
    titles: dict[int, str] = field(default_factory=dict)
    first: int = 0

    def add(self, text: str, role: str, story: int = -1) -> None:
        if text.strip():
            self.rows.append((text, role, story if story < 0 else self.first + story))

    def furniture(self, group: str) -> None:
        for line in self.words.lines(group, self.language, self.rng):
            self.add(line, "boiler")

    def one(self, group: str) -> str:
        return self.words.one(group, self.language, self.rng)

    def source(self) -> str:
        """The name of an outlet."""
        if self.chance(0.5):
            return self.one("source")
        return self.one("outlet").format(p=self.one("town"))

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def spaced(self) -> tuple[list[str], list[str], list[int]]:
        """(lines, roles, stories) with blank lines in the page's manner."""
        way = self.rng.choice(LAYOUTS_OF_BLANKS)
        texts, roles, stories = [], [], []
        last = None
        for text, role, story in self.rows:
            new = last is not None and story != last[2]
            blank = {
                "none": False,
                "stories": new,
                "all": True,
                "header": new or (last is not None and last[1] != "body"),
                "some": self.chance(0.3),
            }[way]
            if blank and last is not None:
                texts.append("")
                roles.append("blank")
                stories.append(-1)
            texts.append(text)
            roles.append(role)
            stories.append(story)
            last = (text, role, story)
        return texts, roles, stories
