"""Sites of made-up pages: bodies from banks of words, and around them what each site says on all its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape
from random import Random

from tasks.page import RawPage

FIRST_DAY = date(2026, 3, 2)
N_DAYS = 10


@dataclass(frozen=True)
class Bank:
    """What a language's sentences are put together from."""

    who: tuple[str, ...]
    did: tuple[str, ...]
    what: tuple[str, ...]
    when: tuple[str, ...]
    names: tuple[str, ...]
    sentences: tuple[str, ...]  # with {who}, {did}, {what}, {when}, {name}, {n}


ENGLISH = Bank(
    ("the ferry company", "a panel of judges", "the town council", "the school board", "an engineer at the dam",
     "the baker of Lower Tarn", "a group of walkers", "the harbour office", "the hospital trust", "a retired pilot"),
    ("rejected", "paid for", "inspected", "put off", "defended", "gave up", "reopened", "asked for", "photographed"),
    ("the new footbridge", "a second ambulance", "the plan for the old mill", "its winter timetable", "the north lamp",
     "the sale of the quarry", "a row of poplars", "the swimming pool", "the archive in the crypt", "a loan"),
    ("on Monday", "late on Friday", "after two days of fog", "before the vote", "in front of sixty people", "last week"),
    ("Ada Corwin", "Jorun Lenz", "Hollin Pell", "Ilse Merrow", "Kester Dunn", "Fenella Gorse", "Odo Brand"),
    ("{Who} {did} {what} {when}, and {name} said that {n} people had written to object.",
     "“We have waited {n} months for this,” said {name}, who was there when {who} {did} {what}.",
     "It will cost {n},000 crowns, {name} told the meeting, {n} times what {who} had been promised {when}.",
     "{Name} remembers how {who} {did} {what} {when}; the papers fill {n} boxes."),
)  # fmt: skip
GERMAN = Bank(
    ("die Fährgesellschaft", "der Stadtrat", "eine Gruppe von Eltern", "das Hafenamt", "ein früherer Lotse",
     "die Bäckerin aus Untertarn", "der Schulverein", "eine Ingenieurin"),
    ("verwarf", "bezahlte", "prüfte", "verschob", "verteidigte", "eröffnete", "verlangte", "besichtigte"),
    ("den neuen Steg", "einen zweiten Krankenwagen", "die Pläne für die alte Mühle", "den Winterfahrplan",
     "das Licht am Nordkai", "den Verkauf des Steinbruchs", "das Schwimmbad", "das Archiv in der Krypta"),
    ("am Montag", "am späten Freitag", "nach zwei Tagen Nebel", "vor der Abstimmung", "vor sechzig Gästen"),
    ("Ada Kornwinkel", "Jorun Lenz", "Heiner Pell", "Ilse Mehrow", "Käthe Dunn", "Odo Brand"),
    ("{When} {did} {who} {what}, und {name} sagte, {n} Leute hätten dagegen geschrieben.",
     "„Darauf haben wir {n} Monate gewartet“, sagte {name}; {when} {did} {who} {what}.",
     "Das kostet {n}000 Kronen, rechnete {name} vor, als {who} {what} {when} noch nicht kannte.",
     "{Name} weiß noch genau, warum {who} {what} {when} nicht wollte: Die Akten füllen {n} Kisten."),
)  # fmt: skip
SPANISH = Bank(
    ("la naviera", "el concejo", "un grupo de madres", "la oficina del puerto", "un práctico jubilado",
     "la panadera de Tarno", "la junta escolar", "una ingeniera"),
    ("rechazó", "pagó", "revisó", "aplazó", "defendió", "reabrió", "pidió", "visitó"),
    ("la pasarela nueva", "una segunda ambulancia", "el plan del viejo molino", "el horario de invierno",
     "la farola del norte", "la venta de la cantera", "la piscina", "el archivo de la cripta"),
    ("el lunes", "el viernes por la noche", "tras dos días de niebla", "antes del voto", "ante sesenta vecinos"),
    ("Ada Corvino", "Jorge Lenz", "Inés Merrow", "Clara Dunas", "Odón Brando"),
    ("{Who} {did} {what} {when}, y {name} contó que {n} personas habían escrito en contra.",
     "«Llevamos {n} meses esperando», dijo {name}, que estaba allí cuando {who} {did} {what}.",
     "Costará {n}.000 coronas, explicó {name} {when}, cuando {who} {did} {what}.",
     "{Name} recuerda por qué {who} {did} {what} {when}; los papeles llenan {n} cajas."),
)  # fmt: skip


@dataclass(frozen=True)
class Site:
    """A host, its language, and what it says on each page: above the title, in the text, below it."""

    host: str
    bank: Bank
    media_type: str
    above: tuple[str, ...]
    amid: tuple[str, ...]
    below: tuple[str, ...]
    subhead: str  # over the last paragraphs of every second story: part of the body
    correction: str  # at the end of one story in twelve: part of the body
    refusal: str  # in the midst of one story in four: part of the body


SITES = (
    Site("news.tarnvalley.example", ENGLISH, "text/plain",
         ("Tarn Valley Mercury", "Printed in the valley, read on the hills"), (),
         ("The Mercury is put together by eleven people above the bakery in Mill Lane, who thank you for reading.",
          "Have you seen something on your street that we should know of? Ring the desk on 0555 010 044.",
          "The print edition lies in all post offices of the valley from six in the morning."),
         "What happens next", "An earlier version of this story gave the wrong name for the street.",
         "The council did not answer a request for comment."),
    Site("www.muehltaler-bote.example", GERMAN, "text/html",
         ("Das Blatt für Mühltal und die sieben Dörfer",), (),
         ("Der Bote wird von neun Leuten über der alten Post gemacht, die sich über jede Zuschrift freuen.",
          "Haben Sie etwas gesehen, das alle wissen sollten? Die Nachtschicht hebt unter 0555 010 077 ab.",
          "Am Samstag liegt der Bote mit dem Kinoprogramm der Woche in allen Bäckereien aus."),
         "Wie es weitergeht", "In einer früheren Fassung stand ein falscher Straßenname.",
         "Die Stadt wollte sich dazu nicht äußern."),
    Site("faro-de-tarno.example", SPANISH, "text/plain",
         ("El diario de los que madrugan en la ría", "Faro de Tarno, fundado por los fareros del norte"),
         ("Si esta historia le ha interesado, la próxima puede llegarle al teléfono cada mañana antes del café.",),
         ("El Faro se imprime con tinta de calamar desde que hay memoria y se reparte en bicicleta.",),
         "Qué pasa ahora", "Una versión anterior daba mal el nombre de la calle.",
         "El concejo no quiso responder a nuestras preguntas."),
    Site("m.quarrypost.example", ENGLISH, "text/html",
         (), ("Stories such as this one reach you because four hundred households on the hill pay for our paper.",),
         ("The Quarry Post is written on the hill, by the hill, and nobody on the hill owns a share of it.",
          "Notices of births and of boats for sale are taken at the counter until noon on Wednesdays."),
         "How it came about", "An earlier version of this story gave the wrong age of the bell.",
         "The quarry did not reply to two letters."),
)  # fmt: skip


@dataclass(frozen=True)
class MadePage:
    """A page, and the paragraphs that are its body."""

    raw: RawPage
    title: str
    body: tuple[str, ...]


def pages_of(site: Site, n: int = 200) -> list[MadePage]:
    """The site's pages over ten days: all different stories, but for one that every seventeenth page tells."""
    random = Random(site.host)
    shared = _story(site, random)
    return [_page(site, number, shared if number % 17 == 5 else _story(site, random)) for number in range(n)]


def _story(site: Site, random: Random) -> tuple[str, tuple[str, ...]]:
    """A title and a body of two things, two parties and two people, as an article has."""
    bank = _of_one_affair(site.bank, random)
    told: set[tuple[str, ...]] = set()
    paragraphs = [" ".join(_sentence(bank, random, told) for _ in range(random.randint(1, 3))) for _ in range(6)]
    body = paragraphs[: random.randint(3, 6)]
    if random.random() < 0.25:
        body.insert(2, site.refusal)
    if random.random() < 0.5:
        body.insert(len(body) - 1, site.subhead)
    if random.random() < 1 / 12:
        body.append(site.correction)
    who, what = random.choice(bank.who), random.choice(bank.what)
    return f"{who[0].upper()}{who[1:]}, {random.choice(bank.names)}: {what}", tuple(body)


def _of_one_affair(bank: Bank, random: Random) -> Bank:
    who, what, names = (tuple(random.sample(words, 2)) for words in (bank.who, bank.what, bank.names))
    return replace(bank, who=who, what=what, names=names)


def _sentence(bank: Bank, random: Random, told: set[tuple[str, ...]]) -> str:
    """A sentence that differs from those `told` in more than its number and its day."""
    while True:
        form = random.choice(bank.sentences)
        said = {key: random.choice(getattr(bank, key)) for key in ("who", "did", "what", "when")}
        said |= {"name": random.choice(bank.names), "n": str(random.randint(3, 99))}
        key = (form, said["who"], said["what"], said["name"])
        if key not in told:
            told.add(key)
            return form.format(**said, **{key.title(): value[0].upper() + value[1:] for key, value in said.items()})


def _page(site: Site, number: int, story: tuple[str, tuple[str, ...]]) -> MadePage:
    title, body = story
    half = len(body) // 2
    text = [*body[:half], *site.amid, *body[half:], *site.below]
    write: Callable[..., str] = _flat if site.media_type == "text/plain" else _html
    day = FIRST_DAY + timedelta(number % N_DAYS)
    uri = f"{day}/{site.host}-{number}"
    written = write(site.above, title, text).encode()
    return MadePage(RawPage(uri, written, site.media_type, f"https://{site.host}/{number}", landed_on=day), title, body)


def _flat(above: tuple[str, ...], title: str, text: list[str]) -> str:
    return "\n\n".join([*above, title, *text])


def _html(above: tuple[str, ...], title: str, text: list[str]) -> str:
    top = "".join(f"<p>{escape(line)}</p>" for line in above)
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text)
    return f"<html><head><title>{escape(title)}</title></head><body>{top}<h1>{escape(title)}</h1>\n{paragraphs}</body></html>"
