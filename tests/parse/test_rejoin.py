"""Sentences that a scraper broke at a link are one block again; lines that only look alike are not joined."""

import pytest

from tasks.parse.text import read_lines

JOINED = {  # a bar is where the scraper broke the line
    "a linked name in mid-sentence": (
        "The harbour board of Port Merrow said on Friday that| Hollin Dredging| would clear the silt by May."
    ),
    "a comma after the link": "Nobody at the town hall of Quarrie|, not even the mayor, had seen the letter.",
    "a line that ends with an article": "She had written to the owner of the| Grey Heron| twice since the spring.",
    "a colon after a name in bold": "The yard at Lower Tarn still builds three kinds of boat|: skiffs, punts and a ketch.",
    "a colon in French": "Le bac de Port Merrow est à quai depuis mardi| : qui le réparera ?",
    "a genitive after a link": "Nobody on the island had ever asked for| Maren Oake|’s opinion of the new bridge.",
    "a link in quotes": 'The board points to its own paper, "|Silt and the Sea|", which nobody has read.',
    "half a compound": "Der Hafen will bis zum Herbst die neue Radar|-Anlage auf der Mole in Betrieb nehmen.",
    "a name in brackets": "The ketch that won the race last year (|Grey Heron|) was sold on Monday.",
    "a German sentence": "Der Fährmann sagte am Montag, dass die| Werft Lüttau| das Boot nicht mehr repariere.",
}
APART = {
    "menu entries": ["Home", "Tides", "Weather"],
    "a title and its first sentence": ["Ferry stuck on the bar for a third night", "The Orla ran aground before dawn on Monday."],
    "a title and its byline": ["Ferry stuck on the bar for a third night", "by Ilse Marron"],
    "a title, its source and an icon's time": ["Ferry stuck on the bar for a third night", "Quill Gazette", "timean hour ago"],
    "list items with dashes": ["- a lamp with a good long cable", "- a spare pair of woollen gloves"],
    "list items with dashes set close": ["Things to take to the islands", "-a lamp on a cable", "-a pair of gloves"],
    "list items with bullets": ["Nine things the harbour town still has to do of the", "• The lamp on the mole"],
    "a line after an address": ["Tickets for the regatta are sold at www.tarn-regatta.example", "and at the quay."],
    "reports that name their source": [
        "Divers find a bell in the old harbour of Tarn. (Quill Gazette),",
        "Port Merrow closes its fish market for a week. (Radio North)",
    ],
    "a title that ends in a preposition, and its stamp": ["The bridge nobody was asked to look at", "Ledger & Post – 46 minutes ago"],
    "a greeting and what follows it": ["Good morning to all of you, dear readers,", "The ferry to Tarn stays in harbour today."],
    "a German quotation as a title": ["„Ich schraube seit 1974 an derselben Uhr“", "Turmuhrmacher Henschel geht in Rente."],
    "lines with a blank one between": ["The board met again on the", "", "island of Tarn."],
}  # fmt: skip


@pytest.mark.parametrize("text", JOINED.values(), ids=JOINED)
def test_pieces_of_a_sentence_are_one_block(text: str) -> None:
    """The block reads as the sentence did, with the first piece's line number and the number of lines."""
    lines = [piece.strip() for piece in text.split("|")]
    blocks = read_lines("\n".join(["Front page", *lines]))
    assert [(b.text, b.line, b.n_lines) for b in blocks[1:]] == [(text.replace("|", ""), 1, len(lines))]


@pytest.mark.parametrize("lines", APART.values(), ids=APART)
def test_lines_of_their_own_stay_apart(lines: list[str]) -> None:
    """Titles, bylines, menu entries, list items and lines after a blank line are blocks of their own."""
    assert [b.text for b in read_lines("\n".join(lines))] == [line for line in lines if line]
