"""Pages made up by hypothesis: news-like pieces in every order and nesting, with the odd characters real pages have."""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st

SENTENCES = (
    "The harbour at Lenz reopened at noon after two days of fog.",
    "Nobody was hurt, said Orla Prent, who runs the pilot station.",
    "“We counted eleven ships,” she added.",
    "Council members will meet again on Thursday to vote on the toll.",
    "It was the third closure this year.",
    "Die Fähre nach Grünmühl fuhr erst am Abend wieder.",
    "Le port a rouvert à midi, selon la capitainerie.",
    "He had waited since dawn with forty crates of pears.",
    "TARNFIELD (XNA) - A bell older than the town was found on Monday.",
    "A second survey is due in the spring, with 1,200 households asked.",
)
FURNITURE = (
    "Share this article",
    "Open in our app",
    "Read more",
    "Subscribe to our newsletter",
    "Related Articles",
    "Comments",
    "Advertisement",
    "Loading...",
    "© 2025 Harbour Herald. All rights reserved.",
    "Accept all cookies",
    "an hour ago",
    "timean hour ago",
    "•",
    "Harbour Herald",
    "2 July 2025",
    "By Orla Prent",
    "1.",
    "Photo: M. Quell",
)
ODD = (
    "\u200b",
    "\u00a0",
    "\u202e",
    "\ufeff",
    "é́́",
    "🛥️",
    "\u2028",
    "\x0b",
    "\x1f",
    "ﬁ",
    "?",
    "<",
    "&amp;",
)

paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" ".join)
odd_lines = st.lists(st.sampled_from((*ODD, "fog", "ship 7")), min_size=1, max_size=6).map("".join)
lines = st.one_of(paragraphs, paragraphs, st.sampled_from(FURNITURE), odd_lines)
blanks = st.sampled_from(("\n", "\n\n", "\r\n", "\n \n"))


@st.composite
def text_pages(draw) -> str:
    """A page of lines, some of them standing there again later."""
    told = draw(st.lists(lines, max_size=12))
    again = draw(st.lists(st.sampled_from(told), max_size=6)) if told else []
    return "".join(line + draw(blanks) for line in [*told, *again])


leaves = st.one_of(
    lines.map(lambda text: f"<p>{escape(text)}</p>"),
    lines.map(lambda text: f"<h2>{escape(text)}</h2>"),
    lines.map(lambda text: f"<span class='share'>{escape(text)}</span>"),
    lines.map(lambda text: f"<p>{escape(text)} <a href='/a'>{escape(text)}</a></p>"),
    lines.map(
        lambda text: f"<figure><img src='a.jpg' alt='{escape(text)}'><figcaption>{escape(text)}</figcaption></figure>"
    ),
    lines.map(lambda text: f"<time datetime='2025-07-02T05:00:00Z'>{escape(text)}</time>"),
    st.lists(lines, min_size=1, max_size=4).map(lambda items: f"<ul>{''.join(f'<li>{escape(i)}' for i in items)}</ul>"),
    lines.map(escape),
    st.sampled_from(
        ("<br>", "<hr>", "<table><tr><td>7<td>8</table>", "<script>var fog = '<p>';</script>", "<!-- x -->")
    ),
)
BOXES = (
    "div",
    "section",
    "article",
    "aside",
    "nav",
    "header",
    "footer",
    "main",
    "blockquote",
    "form",
    "b",
    "unknown-tag",
)


def _box(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    hook = st.sampled_from(("", " class='related'", " id='comments'", " class='live-entry post'", " hidden"))
    return st.builds(
        lambda tag, hook, parts: f"<{tag}{hook}>{''.join(parts)}</{tag}>",
        st.sampled_from(BOXES), hook, st.lists(inside, max_size=5),
    )  # fmt: skip


trees = st.recursive(leaves, _box, max_leaves=25)
heads = st.sampled_from(
    (
        "",
        "<title>Harbour reopens | Harbour Herald</title><meta property='og:title' content='Harbour reopens'>",
        '<meta charset=\'utf-8\'><script type=\'application/ld+json\'>{"@type": "NewsArticle", "author": 7}</script>',
        "<script type='application/ld+json'>{\"@type\": </script>",
    )
)


@st.composite
def html_pages(draw) -> str:
    """A page of nested elements, some of them standing there again later."""
    parts = draw(st.lists(trees, max_size=6))
    again = draw(st.lists(st.sampled_from(parts), max_size=2)) if parts else []
    return f"<!doctype html><html lang='en'><head>{draw(heads)}</head><body>{''.join([*parts, *again])}</body></html>"


pages = st.one_of(
    st.tuples(html_pages(), st.just("text/html")),
    st.tuples(text_pages(), st.just("text/plain")),
).map(lambda page: (page[0].encode("utf-8", "replace"), page[1]))
