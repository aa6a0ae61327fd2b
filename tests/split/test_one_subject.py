"""Pages on one subject: a digest brings its people in anew with every story, an article goes on with what it has told."""

from __future__ import annotations

from tasks import clean

DIGEST = (
    "In brief",
    "VELM — The Kestrel dam above Velm will be lowered by four metres before winter, regional water board head Marla Quist said on Monday, "
    "after divers found cracks on the lake side.",
    "TARN — Farmers along the Kestrel river have asked a court to stop the water board from lowering the Kestrel dam, saying their wells would "
    "run dry, their lawyer Anders Holt said on Tuesday.",
    "OSTWALD — The builder of the Kestrel dam, Norden Works, has set aside 40 million crowns for repairs, the company said in its half-year "
    "report on Wednesday.",
    "LINMOUTH — Some 300 people marched to the regional parliament on Saturday against plans to empty the lake behind the Kestrel dam, where "
    "a sailing club has its harbour.",
    "CALDER — Two engineers from Calder University have won a prize for a buoy that measures cracks in old dams such as the one at Kestrel, "
    "the university said on Friday.",
)
ARTICLE = (
    "In brief",
    "VELM — The Kestrel dam above Velm will be lowered by four metres before winter, regional water board head Marla Quist said on Monday, "
    "after divers found cracks on the lake side.",
    "The cracks were not there in spring, Quist said. She asked the residents to keep off the banks.",
    "Farmers fear for their wells. Their lawyer, Anders Holt, wants the board to wait for a second report.",
    "“We have been told nothing,” Holt said. He has written to the minister.",
    "The board says that the lake will be full again in May.",
)


def test_every_story_that_begins_anew_is_one() -> None:
    page = clean("\n".join(DIGEST).encode(), media_type="text/plain")
    assert [story.body for story in page.stories] == list(DIGEST[1:])


def test_paragraphs_that_carry_on_are_one_story() -> None:
    page = clean("\n".join(ARTICLE).encode(), media_type="text/plain")
    assert len(page.stories) == 1
