"""Articles as news sites set them: what stands between headline and text, a picture above all, begins no second story."""

from __future__ import annotations

from itertools import permutations

import pytest

from tasks import clean

ENGLISH = (
    "Harbour lamp to burn again after nine dark winters",
    "The council has voted to pay for a new lamp on the mole, and the keeper has been asked to come back from the mainland.",
    ["By Ottla Brevik", "12 March 2025, 16:40"],
    ["The mole at Ambley, where the lamp went out in the winter of 2016", "Photo: Hedda Lorne"],
    [
        "The lamp on the mole at Ambley will be lit again in May. The council voted by nine to four on Tuesday night to pay £84,000 for a new lens and a motor to turn it.",
        "It went out in a storm in 2016 and was never mended, because nobody could say whether it belonged to the harbour or to the county. Two drowned that winter within sight of the quay.",
        "The keeper, Amos Thell, has lived with his daughter on the mainland since then. He said on Wednesday that he would come back if somebody dried his bed.",
        "The motor is being built by a firm that makes carousels. It was the only bidder, and the council hopes that the horses will not be delivered with it.",
    ],
)
GERMAN = (
    "Die Lampe auf der Mole brennt wieder",
    "Nach neun dunklen Wintern bezahlt der Rat von Ambach eine neue Lampe, und der alte Wärter soll vom Festland zurückkehren.",
    ["Von Ottla Brevik", "12.03.2025, 16:40 Uhr"],
    ["Die Mole von Ambach, auf der die Lampe im Winter 2016 erlosch", "Foto: Hedda Lorne"],
    [
        "Die Lampe auf der Mole von Ambach soll im Mai wieder leuchten. Der Rat bewilligte am Dienstagabend mit neun zu vier Stimmen 84.000 Euro für eine Linse und einen Motor, der sie dreht.",
        "Sie war 2016 in einem Sturm ausgegangen und nie repariert worden, weil niemand sagen konnte, ob sie dem Hafen oder dem Kreis gehört. Zwei Menschen ertranken in jenem Winter in Sichtweite des Kais.",
        "Der Wärter Amos Thell wohnt seitdem bei seiner Tochter auf dem Festland. Er komme zurück, sagte er am Mittwoch, wenn jemand sein Bett trockne.",
        "Den Motor baut eine Firma, die sonst Karussells herstellt. Sie hatte als einzige geboten, und der Rat hofft, dass sie die Pferde nicht mitliefert.",
    ],
)
SPANISH = (
    "El faro del muelle volverá a encenderse tras nueve inviernos a oscuras",
    "El pleno de Ambela paga una lámpara nueva y pide al viejo farero que regrese del continente antes del verano.",
    ["Ottla Brevik", "12 de marzo de 2025"],
    ["El muelle de Ambela, donde la luz se apagó en el invierno de 2016", "Crédito: Hedda Lorne"],
    [
        "La luz del muelle de Ambela se encenderá de nuevo en mayo. El pleno aprobó el martes por la noche, por nueve votos a cuatro, un gasto de 84.000 euros para una lente y el motor que la hará girar.",
        "Se apagó en un temporal de 2016 y nadie la arregló, porque no se sabía si era del puerto o de la provincia. Dos personas se ahogaron aquel invierno a la vista de todos.",
        "El farero, Amós Tell, vive desde entonces con su hija en el continente. Dijo el miércoles que volverá si alguien le seca la cama.",
        "El motor lo fabrica una empresa de tiovivos. Fue la única que se presentó, y el pleno confía en que no envíe también los caballos.",
    ],
)


@pytest.mark.parametrize("order", list(permutations(("standfirst", "stamp", "picture"))), ids=" ".join)
@pytest.mark.parametrize("told", [ENGLISH, GERMAN, SPANISH], ids=["English", "German", "Spanish"])
def test_an_article_with_its_front_is_one_story(told, order) -> None:
    """In any order, with all of its paragraphs."""
    title, standfirst, stamp, picture, paragraphs = told
    parts = {"standfirst": [standfirst], "stamp": stamp, "picture": picture}
    lines = [title, *(line for part in order for line in parts[part]), *paragraphs]
    (story,) = clean("\n".join(lines).encode(), media_type="text/plain").stories
    assert story.body.split("\n")[-len(paragraphs) :] == paragraphs
