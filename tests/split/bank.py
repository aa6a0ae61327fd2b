"""Stories of our own writing that the test pages are composed of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """A story with everything a page could say of it."""

    title: str
    body: tuple[str, ...]
    source: str
    time: str


STORIES = (
    Told(
        "Ferry to Orrin cancelled for a third day",
        (
            "Heavy seas kept the ferry between Calder and the island of Orrin in port on Wednesday, the third "
            "day in a row, the operator said.",
            "About two hundred visitors are waiting on the island. Bread and milk were flown in by helicopter in "
            "the morning.",
        ),
        "Harbour Mail",
        "3 hours ago",
    ),
    Told(
        "Central bank leaves its rate at 3.25 percent",
        (
            "Velmark's central bank left its main interest rate unchanged at 3.25 percent on Thursday, as most "
            "economists had expected.",
            "Governor Ilse Brandt said that inflation was falling more slowly than the bank had hoped in spring.",
        ),
        "Money Desk",
        "an hour ago",
    ),
    Told(
        "Museum buys back stolen atlas",
        (
            "The National Museum in Tarn has bought back a sea atlas that was stolen from its reading room in "
            "1992, director Paul Ferrant announced.",
            "A dealer in the south had offered the volume at auction without knowing where it came from.",
        ),
        "Tarn Times",
        "yesterday",
    ),
    Told(
        "Wolves seen near Gruenau school",
        (
            "Parents in Gruenau were asked to bring their children to school by car after two wolves were filmed "
            "beside a playground on Monday.",
            "A ranger said the animals were young, curious and probably on their way to the northern forest.",
        ),
        "Forest Radio",
        "2 days ago",
    ),
    Told(
        "Chipmaker Lumo to build plant in Aldhaven",
        (
            "Chipmaker Lumo will invest 2.4 billion crowns in a factory at the old airfield of Aldhaven, "
            "creating 900 jobs by 2029, the company said in a statement.",
            "Construction is to begin in autumn if the city council approves the plan.",
        ),
        "Wire Nine",
        "14 minutes ago",
    ),
    Told(
        "Pell wins opening stage in the mud",
        (
            "Cyclist Noor Pell won the first stage of the Tour of the Fens on Saturday after a solo ride of "
            "sixty kilometres over muddy lanes.",
            "Her lead over last year's winner, Dana Roos, is forty-one seconds.",
        ),
        "Sports Line",
        "5 hours ago",
    ),
    Told(
        "Court frees mayor of Lakeside",
        (
            "A court in Merrow acquitted the former mayor of Lakeside, Henrik Vass, of taking bribes from a road "
            "builder, ending a trial that lasted two years.",
            "Prosecutors have until the end of the month to appeal.",
        ),
        "The Ledger",
        "7 hours ago",
    ),
    Told(
        "Vaccine against tick fever passes test",
        (
            "A vaccine against tick fever protected nine in ten volunteers in its last large trial, researchers "
            "at the University of Kestrel reported on Tuesday.",
            "The drug agency will decide on its approval before next summer.",
        ),
        "Science Now",
        "6 hours ago",
    ),
)
