"""Training pages one after the other: `generated_pages(pool, n, seed)`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tasks.train.layouts.canvas import Canvas
from tasks.train.layouts.concatenated import concatenated
from tasks.train.layouts.digests import aggregator, digest, live_blog, two_articles
from tasks.train.layouts.dressed import dressed
from tasks.train.layouts.feeds import feed, lead_in, letters, told_then_listed
from tasks.train.layouts.pool import Pool
from tasks.train.layouts.shapes import shaped
from tasks.train.layouts.singles import single
from tasks.train.layouts.wording import Wording

Maker = Callable[[Canvas, Pool], str]
MAKERS = (digest,) * 10 + (aggregator,) * 4 + (live_blog,) + (two_articles,) + (single,) * 14
HEADED = (
    (shaped,) * 8 + (feed,) * 5 + (dressed,) * 5 + (concatenated,) * 2 + (letters, told_then_listed, lead_in)
)  # several and single pages under heads alike


@dataclass(frozen=True)
class TrainingPage:
    """`roles` and `stories` have one entry a line of `text`; a line of no story has -1; `titles` by story number."""

    page_id: str
    layout: str
    text: str
    roles: tuple[str, ...]
    stories: tuple[int, ...]
    titles: tuple[str | None, ...]


def generated_pages(pool: Pool, n: int, seed: int, makers: Sequence[Maker] = MAKERS) -> Iterator[TrainingPage]:
    """n pages of stories from the pool, each of one of the makers' layouts. The same seed gives the same pages."""
    words = Wording.load()
    for i in range(n):
        rng = Random(f"{seed}-{i}")
        canvas = Canvas(pool.language(rng), rng, words)
        layout = rng.choice(makers)(canvas, pool)
        texts, roles, stories = canvas.spaced()
        n_stories = max(stories) + 1
        titles = tuple(canvas.titles.get(k) for k in range(n_stories))
        yield TrainingPage(f"{seed}-{i}", layout, "\n".join(texts), tuple(roles), tuple(stories), titles)
