"""Markups in which nothing but what repeats tells the stories: each part of a story has its place, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable

from tests.split.bank import Told

Part = Callable[[Told], str]


def _text(told: Told) -> str:
    return "".join(f"<p>{text}</p>" for text in told.body)


SIGNED: dict[str, Part] = {  # with an outlet or a time of their own
    "cards": lambda told: (
        f'<article class="card"><h3><a href="/{told.title[:9]}">{told.title}</a></h3>{_text(told)}'
        f'<footer><span class="source">{told.source}</span> · <time>{told.time}</time></footer></article>'
    ),
    "list items": lambda told: (
        f'<li><a href="/{told.title[:9]}">{told.title}</a>{_text(told)}<small>{told.source} · {told.time}</small></li>'
    ),
    "elements without classes": lambda told: (
        f"<div><div><b>{told.title}</b></div>{_text(told)}<div><span>{told.source}</span> · <span>{told.time}</span></div></div>"
    ),
    "utility classes": lambda told: (
        f'<div class="flex py-4"><a class="text-lg" href="/{told.title[:9]}">{told.title}</a>{_text(told)}'
        f'<div class="text-xs"><span>{told.source}</span><span>•</span><span>{told.time}</span></div></div>'
    ),
    "elements of their own": lambda told: (
        f'<news-card><h3 slot="title">{told.title}</h3><div>{_text(told)}</div>'
        f"<news-source>{told.source}</news-source><time-ago>{told.time}</time-ago></news-card>"
    ),
    "headings in a row": lambda told: (
        f'<h3>{told.title}</h3><p class="meta">{told.source} – {told.time}</p>{_text(told)}'
    ),
    "the outlet first": lambda told: (
        f'<div class="snap"><div>{told.source}</div><div>{told.time}</div><h2>{told.title}</h2>{_text(told)}</div>'
    ),
    "titles that are no headings": lambda told: (
        f'<div class="row"><div class="title">{told.title}</div><div>{_text(told)}</div>'
        f'<div class="info"><span>{told.source}</span> · <span>{told.time}</span></div></div>'
    ),
}
LED: dict[str, Part] = {  # with a clock time
    "titles that are no headings, live": lambda told: (
        f'<div class="border-l"><div>10:42</div><div class="font-bold">{told.title}</div>{_text(told)}</div>'
    ),
    "a list of times": lambda told: f'<li><p class="time">10:42</p><h3>{told.title}</h3>{_text(told)}</li>',
}
PLAIN: dict[str, Part] = {  # a title and text, and no two about one thing
    "sections": lambda told: f"<section><h2>{told.title}</h2>{_text(told)}</section>",
    "headings": lambda told: f"<h2>{told.title}</h2>{_text(told)}",
    "bold paragraphs": lambda told: f"<p><strong>{told.title}</strong></p>{_text(told)}",
    "terms": lambda told: f"<dt>{told.title}</dt>" + "".join(f"<dd>{text}</dd>" for text in told.body),
    "folded": lambda told: f"<details><summary>{told.title}</summary>{_text(told)}</details>",
    "tables in a table": lambda told: f"<table><tr><td><h2>{told.title}</h2>{_text(told)}</td></tr></table>",
}
