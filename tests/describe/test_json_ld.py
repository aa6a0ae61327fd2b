"""JSON-LD in the shapes pages use."""

import pytest

from tasks.describe.json_ld import Named, read_json_ld

ADA, MAX = Named("Ada Brandt", True), Named("Max Roe", True)


def article(**fields):
    return {"@type": "NewsArticle", "headline": "Ferry stays in port", **fields}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Brandt", (Named("Ada Brandt"),)),
        ({"@type": "Person", "name": "Ada Brandt"}, (ADA,)),
        ([{"@type": "Person", "name": "Ada Brandt"}, {"@type": ["Person"], "name": "Max Roe"}], (ADA, MAX)),
        ({"@type": "Person", "name": ["Ada Brandt", "Max Roe"]}, (ADA, MAX)),
        ([["Ada Brandt"]], (Named("Ada Brandt"),)),
        ({"@type": "Organization", "name": "The Herald"}, (Named("The Herald", False),)),
        ({"@type": "NewsMediaOrganization", "name": "The Herald"}, (Named("The Herald", False),)),
        ({"@id": "#ada"}, (ADA,)),
        ({"@id": "#nobody"}, ()),
        ({"@type": "Person"}, ()),
        (None, ()),
        (7, ()),
    ],
)
def test_an_author_is_read_in_every_shape(author, names):
    """A string, a node, a reference, lists of these; an organisation is known as one."""
    graph = {"@graph": [article(author=author), {"@id": "#ada", "@type": "Person", "name": "Ada Brandt"}]}
    assert read_json_ld([graph], []).authors == names


def test_the_article_named_by_the_page_is_taken():
    """Of several articles the one whose headline is the page's title."""
    scripts = [[article(headline="Goats elect mayor", datePublished="2024-01-01"), article(datePublished="2025-07-01")]]
    assert read_json_ld(scripts, ["Ferry stays in port - The Herald"]).published == "2025-07-01"


def test_related_items_and_live_updates_are_no_article():
    """A list of teasers says nothing of the page."""
    scripts = [{"@type": "ItemList", "itemListElement": [article(datePublished="2020-01-01")]}]
    assert read_json_ld(scripts, []).published is None


def test_a_page_node_gives_the_date_its_article_lacks():
    """An article without a date takes the page's."""
    scripts = [{"@graph": [article(), {"@type": "WebPage", "datePublished": "2025-07-01"}]}]
    assert read_json_ld(scripts, []).published == "2025-07-01"


@pytest.mark.parametrize(
    "script", [None, [], {}, "text", 3, [[[]]], {"@type": 5}, {"@graph": None}, {"@type": "Article", "headline": {}}]
)
def test_broken_json_ld_says_nothing(script):
    """Whatever a page's script holds, reading it does not fail."""
    assert read_json_ld([script], ["Ferry"]).headlines == ()


def test_entities_and_markup_leave_a_headline():
    """Pages escape twice."""
    assert read_json_ld([article(headline="Ferry &amp;amp; <b>port</b>")], []).headlines == ("Ferry & port",)
