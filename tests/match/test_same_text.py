"""Which two texts are one story, and by which shingles they find each other."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import pytest

from tasks.match import Codes, Text, components, likeness, shingles, signatures
from tests.made_stories import WAYS, Desk, Maker

AGENCY = """The lighthouse at Cape Merrow went dark on Sunday night after lightning struck its mast, the harbour office said.
Two trawlers waited outside the bar until dawn, and pilot Ilse Dunn guided them in with a lamp from the pier.
Repairs will cost 40,000 crowns and take until June, engineer Odo Brand told reporters who had come by boat.
The tower, built in 1871, has been dark only once before, in the winter when the keeper fell ill."""
SHORT = """CAPE MERROW (Tidewire) - The lighthouse at Cape Merrow went dark on Sunday night after lightning struck its mast,
the harbour office said. Two trawlers waited outside the bar until dawn, and pilot Ilse Dunn guided them in."""
EDITED = AGENCY.replace("went dark", "stayed dark").replace("told reporters who had come by boat", "said")
OTHER = """The lighthouse at Cape Merrow will have a new lamp in June, the harbour office said on Friday at its yearly meeting.
The tower, built in 1871, has been dark only once before, in the winter when the keeper fell ill.
Visitors may climb the stairs again from August on, and school classes pay nothing until the end of the year.
Whether the old lens goes to the museum at Sallow or stays where it is will be decided by the council next week."""
FORM = "{a} beat {b} by {n} points to {m} in front of {k} people on Saturday, the league said in its report of the day, and the next round of matches begins in a week at the usual time."
FIRST = FORM.format(a="Ellmouth Rovers", b="Sallow Town", n=31, m=12, k=840)
SECOND = FORM.format(a="Tarn Harriers", b="Lower Quay", n=22, m=19, k=1130)
JAPANESE = (
    "岬の灯台は日曜の夜に落雷で消え、港湾局によると二隻の漁船が夜明けまで沖で待ったという。修理は六月までかかる。"
)
THAI = "ประภาคารที่แหลมดับลงเมื่อคืนวันอาทิตย์หลังจากฟ้าผ่าเสากระโดงและเรือสองลำต้องรออยู่นอกอ่าวจนถึงเช้า"


def like(one: str, other: str) -> float | None:
    codes = Codes()
    return likeness(Text.of(one, codes), Text.of(other, codes))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(AGENCY, AGENCY, id="word for word"),
        pytest.param(AGENCY, AGENCY.upper().replace(",", " –"), id="other case and punctuation"),
        pytest.param(AGENCY, SHORT, id="a dateline before it and the end cut off"),
        pytest.param(AGENCY, EDITED, id="edited"),
        pytest.param(JAPANESE, "【速報】" + JAPANESE[:-10], id="without spaces between words"),
        pytest.param(THAI, THAI[:-20], id="Thai"),
    ],
)
def test_one_story(one, other):
    """Most of the shorter text is in the longer, in whichever order the two are given."""
    assert like(one, other) >= 0.5
    assert like(one, other) == like(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(AGENCY, OTHER, id="a follow-up with the same background"),
        pytest.param(FIRST, SECOND, id="one form filled in twice"),
        pytest.param(AGENCY, "Share this story", id="a line that says too little"),
        pytest.param("", "", id="no text"),
        pytest.param(
            SHORT, (SHORT + OTHER) * 9 + AGENCY * 3 + " ".join(map(str, range(900))), id="quoted in a long text"
        ),
    ],
)
def test_two_stories(one, other):
    """Background, a form and a quotation make no copy."""
    assert like(one, other) is None


@pytest.mark.parametrize("way", WAYS)
def test_signatures_of_copies_share_values(way):
    """Whatever a newsroom does to a story, three of the values by which it is found stay."""
    maker, codes = Maker(5, 3000), Codes()
    for _ in range(40):
        story = maker.story()
        copy = getattr(Desk(maker), way)(story, 0.6)
        signed = signatures([shingles(each.body, codes) for each in (story, copy)])
        assert len(np.intersect1d(*signed)) >= 3
        assert like(story.body, copy.body) is not None


def test_a_signature_is_the_same_everywhere():
    """Stored ones are compared with those of later runs on other machines: a release of rensa that changes these numbers
    needs a migration that empties `story_signatures`.
    """
    found = shingles("One two three four five six seven eight nine ten", Codes())
    assert found[:2].tolist() == [1192368019008730805, 3380346476006184381]
    long = shingles(" ".join(f"word{number}" for number in range(900)), Codes())
    signed = signatures([found, long])
    assert [signature[:2] for signature in signed] == [[3247477657, 7522312755], [10579766, 4340059981]]
    assert sha256(str(signed).encode()).hexdigest()[:16] == "77b4766b3c415f97"


def test_a_signature_depends_on_its_text_alone():
    """Neither the order of shingles nor the texts beside it change it, and a text that says too little has none."""
    long, short = (shingles(text, Codes()) for text in (AGENCY, "Share this story"))
    together = signatures([short, long, short, long[::-1]])
    assert together == [[], *signatures([long]), [], *signatures([long])]
    assert len(set(together[1])) == len(together[1])


def test_groups_hang_together_in_any_order():
    """The smallest id names the group, whatever the order of the pairs."""
    pairs = [("b", "c"), ("d", "e"), ("a", "c"), ("f", "e")]
    expected = {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d", "f": "d"}
    assert components(pairs) == components(reversed(pairs)) == expected
