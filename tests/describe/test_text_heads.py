"""Who and when on flattened pages in nine languages: nothing but lines between the headline and the text."""

from datetime import UTC, datetime

import pytest

from tasks import clean
from tests.split.bank import STORIES as BANK

FETCHED = datetime(2025, 7, 3, 12, tzinfo=UTC)
STORIES = {
    "en": (
        "Swing bridge to close for eleven months",
        """\
The harbour board voted on Tuesday to close the old swing bridge for eleven months while its bearings are replaced.
Shopkeepers on the east quay said the closure would cost them most of the summer's trade, and asked for a ferry.
A spokeswoman for the board said a pontoon had been considered but would not carry the weight of delivery vans.
The works are expected to begin in the spring and to cost about four million, most of it paid by the county.""",
    ),
    "de": (
        "Drehbrücke wird elf Monate gesperrt",
        """\
Der Hafenrat hat am Dienstag beschlossen, die alte Drehbrücke für elf Monate zu sperren, um die Lager auszutauschen.
Die Händler am Ostkai erklärten, die Sperrung koste sie den größten Teil des Sommergeschäfts, und forderten eine Fähre.
Eine Sprecherin des Rates sagte, man habe einen Ponton geprüft, doch der trage keine Lieferwagen.
Die Arbeiten sollen im Frühjahr beginnen und rund vier Millionen Euro kosten.""",
    ),
    "fr": (
        "Le pont tournant fermé onze mois",
        """\
Le conseil du port a décidé mardi de fermer l'ancien pont tournant pendant onze mois afin de remplacer ses roulements.
Les commerçants du quai est estiment que la fermeture leur coûtera l'essentiel de la saison et réclament un bac.
Une porte-parole du conseil a indiqué qu'un ponton avait été envisagé, mais qu'il ne supporterait pas les camionnettes.
Les travaux doivent commencer au printemps et coûter environ quatre millions d'euros.""",
    ),
    "es": (
        "El puente giratorio cierra once meses",
        """\
La junta del puerto decidió el martes cerrar el viejo puente giratorio durante once meses para cambiar sus rodamientos.
Los comerciantes del muelle este aseguran que el cierre les costará casi toda la temporada y piden un transbordador.
Una portavoz de la junta dijo que se había estudiado un pontón, pero que no soportaría el peso de las furgonetas.
Las obras empezarán en primavera y costarán unos cuatro millones de euros, según el ayuntamiento.""",
    ),
    "it": (
        "Il ponte girevole chiuso per undici mesi",
        """\
Il consiglio del porto ha deciso martedì di chiudere il vecchio ponte girevole per undici mesi per sostituirne i cuscinetti.
I commercianti del molo est dicono che la chiusura costerà loro quasi tutta la stagione e chiedono un traghetto.
Una portavoce del consiglio ha detto che si era pensato a un pontone, ma che non reggerebbe il peso dei furgoni.
I lavori dovrebbero cominciare in primavera e costare circa quattro milioni di euro.""",
    ),
    "pt": (
        "Ponte giratória fecha onze meses",
        """\
O conselho do porto decidiu na terça-feira fechar a velha ponte giratória durante onze meses para trocar os rolamentos.
Os comerciantes do cais leste dizem que o fecho lhes custará quase toda a temporada e pedem uma balsa.
Uma porta-voz do conselho disse que se pensou num pontão, mas que não aguentaria o peso das carrinhas.
As obras devem começar na primavera e custar cerca de quatro milhões de euros.""",
    ),
    "nl": (
        "Draaibrug elf maanden dicht",
        """\
Het havenbestuur heeft dinsdag besloten de oude draaibrug elf maanden te sluiten om de lagers te vervangen.
Winkeliers aan de oostkade zeggen dat de sluiting hun het grootste deel van de zomeromzet kost en vragen om een pont.
Een woordvoerster van het bestuur zei dat een ponton was overwogen, maar dat die geen bestelwagens zou dragen.
De werkzaamheden beginnen in het voorjaar en kosten ongeveer vier miljoen euro.""",
    ),
    "sv": (
        "Svängbron stängs i elva månader",
        """\
Hamnstyrelsen beslutade i tisdags att stänga den gamla svängbron i elva månader för att byta ut dess lager.
Handlarna på östra kajen säger att stängningen kostar dem större delen av sommarens försäljning och vill ha en färja.
En talesperson för styrelsen sade att man övervägt en ponton men att den inte skulle bära skåpbilar.
Arbetet väntas börja i vår och kosta omkring fyrtio miljoner kronor.""",
    ),
    "pl": (
        "Most obrotowy zamknięty na jedenaście miesięcy",
        """\
Rada portu postanowiła we wtorek zamknąć stary most obrotowy na jedenaście miesięcy, aby wymienić jego łożyska.
Kupcy ze wschodniego nabrzeża mówią, że zamknięcie pochłonie większość letnich obrotów, i domagają się promu.
Rzeczniczka rady powiedziała, że rozważano ponton, ale nie utrzymałby on ciężaru furgonetek.
Prace mają rozpocząć się wiosną i kosztować około czterech milionów.""",
    ),
}
HEADS = [
    ("en", 'By Ada Brandt, Political Editor, and Max Roe, Transport Correspondent\nPublished: 10:15 BST, 2 July 2025 | Updated: 18:40 BST, 2 July 2025', ['Ada Brandt', 'Max Roe'], "2025-07-02"),
    ("en", 'Ada Brandt\nPolitical Editor\nWed 2 Jul 2025 10.15 BST\nLast modified on Wed 2 Jul 2025 18.40 BST', ['Ada Brandt'], "2025-07-02"),
    ("en", 'By Ada Brandt and Max Roe\nThe Harbor Herald\nJuly 2, 2025 at 10:15 a.m. EDT\nUpdated July 2, 2025 at 6:40 p.m. EDT', ['Ada Brandt', 'Max Roe'], "2025-07-02"),
    ("en", 'By Ada Brandt, Max Roe, and Wen Li\nUpdated 2 hours ago', ['Ada Brandt', 'Max Roe', 'Wen Li'], "2025-07-03"),
    ("en", 'By ADA BRANDT and MAX ROE, Associated Press\nJul 2, 2025', ['Ada Brandt', 'Max Roe'], "2025-07-02"),
    ("en", '3 hours ago\nAda Brandt\nTransport reporter, Kestrel North', ['Ada Brandt'], "2025-07-03"),
    ("en", 'Written by Ada Brandt\nYesterday at 18:20', ['Ada Brandt'], "2025-07-02"),
    ("en", 'Ada Brandt\n03/07/2025', ['Ada Brandt'], "2025-07-03"),
    ("en", 'Posted by Ada Brandt on 07/02/2025', ['Ada Brandt'], "2025-07-02"),
    ("en", 'By Ada Brandt with Max Roe in Rome and agencies\nPublished 2nd July 2025', ['Ada Brandt', 'Max Roe'], "2025-07-02"),
    ("de", '02. Juli 2025 um 10:15 Uhr\nvon Ada Brandt, Politikredakteurin', ['Ada Brandt'], "2025-07-02"),
    ("de", 'Aus Kiel berichtet Ada Brandt\n2.7.2025, 10.15 Uhr', ['Ada Brandt'], "2025-07-02"),
    ("de", 'Ein Bericht von Ada Brandt, Max Roe und Jörg Lund\nErstellt: 02.07.2025 Aktualisiert: 03.07.2025, 05:12 Uhr', ['Ada Brandt', 'Max Roe', 'Jörg Lund'], "2025-07-02"),
    ("de", 'vor 2 Stunden\nAutorin: Ada Brandt', ['Ada Brandt'], "2025-07-03"),
    ("fr", 'Par Ada Brandt et Élodie Marchand\nPublié le 2 juillet 2025 à 10h15, mis à jour le 2 juillet 2025 à 18h40', ['Ada Brandt', 'Élodie Marchand'], "2025-07-02"),
    ("fr", 'Ada Brandt, envoyée spéciale à Brest\n02/07/2025 à 10:15', ['Ada Brandt'], "2025-07-02"),
    ("fr", 'Par Ada Brandt (avec AFP)\nle mercredi 2 juillet 2025', ['Ada Brandt'], "2025-07-02"),
    ("fr", 'Par Le Courrier du Port avec AFP\nil y a 3 heures', [], "2025-07-03"),
    ("es", 'Por Inés Varela y Tomás Luna\n2 de julio de 2025 - 10:15 h\nActualizado: 2 de julio de 2025 18:40', ['Inés Varela', 'Tomás Luna'], "2025-07-02"),
    ("es", 'Inés Varela\nCádiz - 02 JUL 2025 - 10:15 CEST', ['Inés Varela'], "2025-07-02"),
    ("es", 'Inés Varela, corresponsal en Cádiz\nHace 2 horas', ['Inés Varela'], "2025-07-03"),
    ("it", 'di Ada Rossi e Luca Bianchi\n2 luglio 2025 alle 10:15', ['Ada Rossi', 'Luca Bianchi'], "2025-07-02"),
    ("it", 'dal nostro inviato Luca Bianchi\n02 Luglio 2025 Aggiornato alle 18:40', ['Luca Bianchi'], "2025-07-02"),
    ("it", 'A cura di Luca Bianchi\n2 ore fa', ['Luca Bianchi'], "2025-07-03"),
    ("pt", 'Por João Lima e Rita Sousa\n2 de julho de 2025, 10h15', ['João Lima', 'Rita Sousa'], "2025-07-02"),
    ("pt", 'Rita Sousa\n2 jul 2025 às 10:15', ['Rita Sousa'], "2025-07-02"),
    ("nl", 'Door Femke de Boer en Daan Visser\n2 juli 2025, 10:15\nLaatste update: 2 juli 2025, 18:40', ['Femke de Boer', 'Daan Visser'], "2025-07-02"),
    ("nl", 'Gepubliceerd op woensdag 2 juli 2025 om 10:15\nFemke de Boer', ['Femke de Boer'], "2025-07-02"),
    ("nl", 'Van onze verslaggever Daan Visser\n2 uur geleden', ['Daan Visser'], "2025-07-03"),
    ("sv", 'Av Erik Lindholm\nPublicerad 2 juli 2025 kl. 10.15\nUppdaterad 2 juli 2025 kl. 18.40', ['Erik Lindholm'], "2025-07-02"),
    ("sv", 'Text: Erik Lindholm\n2025-07-02 10:15', ['Erik Lindholm'], "2025-07-02"),
    ("pl", 'Autor: Jan Kowalski\n2 lipca 2025, 10:15', ['Jan Kowalski'], "2025-07-02"),
    ("pl", 'Jan Kowalski, Anna Nowak\nData publikacji: 02.07.2025 10:15\nAktualizacja: 03.07.2025 08:00', ['Jan Kowalski', 'Anna Nowak'], "2025-07-02"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "head", "authors", "day"),
    [pytest.param(*case, id=f"{case[0]}: {' / '.join(case[1].splitlines())}") for case in HEADS],
)
def test_who_and_when_under_a_headline(language: str, head: str, authors: list[str], day: str) -> None:
    """Offices, agencies and outlets fall off; the first publication's day counts; nothing of it stays in title or text."""
    title, text = STORIES[language]
    url = "https://www.herald.co.uk/news/bridge" if head.endswith("03/07/2025") else None
    (story,) = clean(f"{title}\n{head}\n{text}".encode(), media_type="text/plain", fetched_at=FETCHED, url=url).stories
    assert (story.title, list(story.authors), str(story.published_at)[:10]) == (title, authors, day)
    assert story.body.endswith(text)
    assert not any(author in story.body for author in authors)


def test_the_outlet_beside_a_story_s_time_is_no_writer():
    """However much its two words look like a name."""
    outlets = ["Kurier Śląski", "Valley Voice", "Echo Łąk", "Harbour Mail"]
    text = "\n".join(
        f"{told.title}\n{outlet} · {i + 2} hours ago\n{told.body[0]}"
        for i, (told, outlet) in enumerate(zip(BANK, outlets, strict=False))
    )
    stories = clean(text.encode(), media_type="text/plain").stories
    assert [story.source for story in stories] == outlets
    assert [story.authors for story in stories] == [()] * 4
