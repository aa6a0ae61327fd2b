"""Lines that are times, or a source and a time."""

import pytest

from tasks.describe.times import (
    looks_like_source_and_time,
    looks_like_time,
    outlet_beside_writer,
    source_of_dateline,
    split_source_and_time,
    split_time_and_byline,
    time_of_dateline,
)

TIMES = [
    "5 नवंबर 2026, 11:42", "12 फ़रवरी 2026", "2 घंटे पहले", "2 jam yang lalu", "kemarin", "2 giờ trước", "5 tháng 11, 2026", "преди 2 часа",
    "prije 2 sata", "pre 3 dana", "pred 2 hodinami", "5. novembra 2026", "fa 2 hores", "5 de juliol de 2026", "2 ঘণ্টা আগে", "2026년 11월 5일, 11:42",
    "Tue 11 Mar, 7:02 AM", "marți, 11 martie", "március 11., kedd", "3月11日(火)", "3월 11일 화요일", "3月11日 星期二", "2 napja", "20 perce", "tegnap", "вчора",
    "an hour ago", "3 hours ago", "1d ago", "45m ago", "6 hrs ago", "just now", "yesterday", "last week", "a month ago",
    "timean hour ago",
    "timehace una hora",
    "schedulevor 3 Stunden",
    "timeil y a 2 jours",
    "timeyesterday", "time3 hours ago", "schedule3 hours ago", "access_time 2 days ago", "clock 6 hrs ago",
    "vor 3 Stunden", "vor einer Stunde", "gestern", "il y a 2 jours", "il y a une heure", "hace una hora", "ayer",
    "2 ore fa", "un'ora fa", "há 3 horas", "3 horas atrás", "ontem", "yesterday at 10:15",
    "2025-07-02", "2025-07-02 03:56:21", "2025-07-02T03:56:21Z", "12-03-2025", "30/06/2025, 14:05", "02.07.2025",
    "July 2, 2025", "Jul 2, 2025", "July 2, 2025 3:56 am EST", "2 July 2025, 10:15", "Wed, 02 Jul 2025 03:56:21 GMT",
    "2. Juli 2025, 10:15 Uhr", "Mittwoch, 2. Juli 2025", "2 juillet 2025 à 10h15", "2 de julio de 2025", "2 luglio 2025",
    "2 de julho de 2025 às 10h15", "July 2025", "3 July", "10.45am BST", "12:30 p.m. ET, July 2, 2025",
    "Published: 2025-07-02 03:56:21", "Published: 2025-07-02 03:56:21 | Views: 14", "Posted 3 hours ago",
    "Updated | 3 hours ago", "Last updated: 2 July 2025", "Publié le 02/07/2025 à 10:15", "Stand: 02.07.2025 10:15 Uhr",
    "Veröffentlicht am 2. Juli 2025", "Actualizado el 2 de julio de 2025", "July 2, 2025 · 5 min read", "(2 hours ago)",
    "Published 2 July 2025, Updated 3 July 2025", "час назад", "χθες", "πριν από 3 ώρες", "أمس", "منذ ساعة", "3時間前", "昨日",
    "⏱ 2 hours ago", "*2 hours ago*", "2h", "الأربعاء 2 يوليو 2025", "2. července 2025", "• 2 July 2025",
    "Sunday 16 November, 11am", "samedi 15 novembre, 20h30", "Tue 4 Nov 09:15", "2026年9月3日 09時45分", "3 lis 2025, 14:05", "15 Mayıs 2025",
    "3 tim sedan", "17 dk önce", "2 ч назад", "1 godz. temu", "2 hod. zpět",
]  # fmt: skip
NO_TIMES = [
    "Kemarin hujan turun di Merrow", "Преди 2 часа в Лом", "Danas u Kalderu", "5 tháng sau bão", "2 दिन का मेला",
    "", "Monday", "2025", "Chapter 3", "0-3", "5 things to know", "02:55 - Source: CNN", "He was 3 hours late",
    "The match ended 2-1 yesterday", "In 2024 the ferry carried 3,000 people", "Copyright 2025", "May the best win",
    "Vor dem Rathaus", "Summer 2025", "Room 12.03", "Police said on July 2, 2025", "Top 10", "Call 555-1234",
    "Published by Ada Brandt", "The Harbour Herald", "Views: 14", "March of the 300", "3 hours", "Sept-Îles",
]  # fmt: skip
PAIRS = [
    ("Kurier Śląski Nowy · 2 godz. temu", "Kurier Śląski Nowy", "2 godz. temu"),
    ("Țara de Sus | 2h ago", "Țara de Sus", "2h ago"),
    ("İzmir Şehir Postası | 2 saat önce", "İzmir Şehir Postası", "2 saat önce"),
    ("הארץ הצפונית | 2h ago", "הארץ הצפונית", "2h ago"),
    ("The Harbour Herald | 2h ago", "The Harbour Herald", "2h ago"),
    ("Halden Post·45m ago", "Halden Post", "45m ago"),
    ("Merrow Mail - 02-07-2025", "Merrow Mail", "02-07-2025"),
    ("Merrow Mail – yesterday", "Merrow Mail", "yesterday"),
    ("Halden Post 3 hours ago", "Halden Post", "3 hours ago"),
    ("Lenz Weekly | 30/06/2025, 14:05", "Lenz Weekly", "30/06/2025, 14:05"),
    ("2h ago • Lenz Weekly", "Lenz Weekly", "2h ago"),
    ("Jun 30, 2025 • Lenz Weekly", "Lenz Weekly", "Jun 30, 2025"),
    ("Halden Kurier vor einer Stunde", "Halden Kurier", "vor einer Stunde"),
    ("Il Foglio delle Valli | un’ora fa", "Il Foglio delle Valli", "un’ora fa"),
    ("Вестник Халдена 3 часа назад", "Вестник Халдена", "3 часа назад"),
    ("Τα Νέα του Χάλντεν πριν από 3 ώρες", "Τα Νέα του Χάλντεν", "πριν από 3 ώρες"),
    ("صحيفة هالدن منذ 3 ساعات", "صحيفة هالدن", "منذ 3 ساعات"),
    ("半島新聞 3時間前", "半島新聞", "3時間前"),
    ("Merrow Todaya day ago", "Merrow Today", "a day ago"),
    ("The Hillan hour ago", "The Hill", "an hour ago"),
    ("Ledger12-03-2025", "Ledger", "12-03-2025"),
    ("LedgerJun 30, 2025", "Ledger", "Jun 30, 2025"),
    ("The Ledgerjust now", "The Ledger", "just now"),
    ("Channel 93 hours ago", "Channel 9", "3 hours ago"),
    ("Channel 2414 hours ago", "Channel 24", "14 hours ago"),
    ("Channel 902-07-2025", "Channel 9", "02-07-2025"),
    ("Channel 415 minutes ago", "Channel 4", "15 minutes ago"),
    ("Channel 45 minutes ago", "Channel", "45 minutes ago"),
    ("Channel 9an hour ago", "Channel 9", "an hour ago"),
    ("ledger | vor 3 Stunden", "ledger", "vor 3 Stunden"),
    ("Le Courrier il y a 2 jours", "Le Courrier", "il y a 2 jours"),
    ("El Correo de Alborada - hace una hora", "El Correo de Alborada", "hace una hora"),
    ("Il Corriere di Merrow | 2 ore fa", "Il Corriere di Merrow", "2 ore fa"),
    ("O Diário · há 3 horas", "O Diário", "há 3 horas"),
    ("Trade Ledger by Omar Finch / July 2, 2025", "Trade Ledger", "July 2, 2025"),
    ("Diario del Sur por Ana Ruiz / hace 3 horas", "Diario del Sur", "hace 3 horas"),
    ("3 hours ago | Trade Ledger | By Omar Finch", "Trade Ledger", "3 hours ago"),
    ("*Harbour Gazette, 2 hours ago*", "Harbour Gazette", "2 hours ago"),
    ("[Herald](https://herald.example/) · 2h ago", "Herald", "2h ago"),
    ("**Herald** | 2 July 2025", "Herald", "2 July 2025"),
    ("(Tidewire, 2 July 2025)", "Tidewire", "2 July 2025"),
    ("Tidewire (2 July 2025)", "Tidewire", "2 July 2025"),
    ("— Tidewire, July 2", "Tidewire", "July 2"),
    ("Tidewire · 2h", "Tidewire", "2h"),
    ("Herald 🕒 2 hours ago", "Herald", "2 hours ago"),
    ("2 July 2025 | Herald | 3 min read", "Herald", "2 July 2025"),
    ("herald.example | 2 July 2025", "herald.example", "2 July 2025"),
    ("山河日报 2025年7月2日", "山河日报", "2025年7月2日"),
    ("Наш двор | 2 ч назад", "Наш двор", "2 ч назад"),
    ("Право и время · 44 мин назад", "Право и время", "44 мин назад"),
    ("Mehmet Arslan, Stadtkurier, 8. Februar 2026", "Stadtkurier", "8. Februar 2026"),
    ("Verse & Worse, 16 February 2026, p. 22", "Verse & Worse", "16 February 2026"),
    ("By Dr Carys Penrhyn, Health Observer · 24 November 2026", "Health Observer", "24 November 2026"),
    ("Автор: Алла Черемных, Таёжный край · 3 июня 2026", "Таёжный край", "3 июня 2026"),
    ("Av Tobias Fjäll, Spår och Skytte · 17 februari 2026", "Spår och Skytte", "17 februari 2026"),
    ("1937 GMT Hohenauer Bote", "Hohenauer Bote", "1937 GMT"),
    ("Dunamenti Hang • 3 órája", "Dunamenti Hang", "3 órája"),
    ("Körfez Ajansı | 2 Temmuz 2025 Çarşamba", "Körfez Ajansı", "2 Temmuz 2025 Çarşamba"),
]
NO_PAIRS = [
    "3 hours ago", "timean hour ago", "Posted 3 hours ago", "By Ada Brandt | 3 hours ago", "Police said yesterday",
    "Mayor Brandt resigned 3 hours ago", "He arrived on July 2, 2025", "Cup Final Fixtures May 5, 2025",
    "The Harbour Herald", "02:55 - Source: CNN", "Published: 2025-07-02 03:56:21 | Views: 14", "A war that ended in 1945",
    "Created October 10, 2021 / Hits: 23", "", "All rights reserved, 2019-2025",
    "Photo by Ada Brandt, 2 July 2025", "Story by Ada Brandt / 2 July 2025", "Hearing Postponed by Judge, July 2, 2025",
    "Herald | Sport | 2 July 2025", "Banks (and Others) 2h",
    "В среду дождь 2 июля 2025", "Paris, London, 2 July 2025", "Ada Brandt, Prime Minister, 2 July 2025",
    "By Ada Brandt, Carl Fogg · 24 November 2026", "By Ada Brandt, political editor · 2 July 2025", "1937 GMT",
    "Победа над раком - 3 мая 2021",
]  # fmt: skip


@pytest.mark.parametrize("line", TIMES)
def test_a_line_that_is_only_a_time_looks_like_one(line):
    """Labels, icon names and view counts leave a time a time."""
    assert looks_like_time(line)


@pytest.mark.parametrize("line", NO_TIMES)
def test_a_line_with_anything_else_is_no_time(line):
    """A sentence that mentions a time is not one."""
    assert not looks_like_time(line)


@pytest.mark.parametrize(("line", "source", "raw"), PAIRS)
def test_a_source_and_a_time_come_apart(line, source, raw):
    """Either order, with a separator, a space or glued; a name keeps its own digits."""
    assert split_source_and_time(line) == (source, raw)
    assert looks_like_source_and_time(line)


@pytest.mark.parametrize("line", NO_PAIRS)
def test_other_lines_are_no_source_and_time(line):
    """Bylines, sentences and titles with a date are left alone."""
    assert split_source_and_time(line) is None


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("3 hours ago | By Ada Brandt", ("3 hours ago", "By Ada Brandt")),
        ("By Ada Brandt | 3 hours ago", ("3 hours ago", "By Ada Brandt")),
        ("yesterday · by Ada Brandt and Max Roe", ("yesterday", "by Ada Brandt and Max Roe")),
        ("hace 5 h | Por Nuria Beltrán", ("hace 5 h", "Por Nuria Beltrán")),
        ("2. Juli 2025 – Von Rita Kemper", ("2. Juli 2025", "Von Rita Kemper")),
        ("wczoraj | Autor: Ewa Lis", ("wczoraj", "Autor: Ewa Lis")),
        ("[5 hours ago] Ada Brandt:", ("5 hours ago", "Ada Brandt")),
        ("[acum 2 zile] Zsófi Őry:", ("acum 2 zile", "Zsófi Őry")),
        ("[Yesterday] Ferry late again", None),
        ("3 hours ago | The Herald", None),
        ("By Ada Brandt", None),
        ("Sold by Ada Brandt, 2 July 2025.", None),
        ("yesterday, by the time the ferry came", None),
    ],
)
def test_a_time_and_a_byline_come_apart(line, pair):
    """In either order, in the languages whose bylines and times are known; a sentence is none."""
    assert split_time_and_byline(line) == pair


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("HARBIN, July 3 — The ferry stays in port.", "July 3"),
        ("KIZILDERE, 18 Şubat 2026, 04:37 — Sarsıntı gece geldi.", "18 Şubat 2026, 04:37"),
        ("PORT MERROW (2 July 2025) - The ferry stays in port.", "2 July 2025"),
        ("Port Merrow - The ferry stays in port, July 3 or not.", None),
        ("The ferry stays in port until Friday, July 3 - the storm is over then.", None),
        ("Born in Kazan (3 July 1951) — a painter and a poet.", None),
        ("John Smith (12 March 1960 – 4 May 2020) was a bell founder.", None),
    ],
)
def test_a_dateline_may_hold_the_day(text, moment):
    """A place, then a day; a sentence that speaks of a day is no dateline."""
    assert time_of_dateline(text) == moment


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Jonas Hartwig | Court Chronicle", "Court Chronicle"),
        ("Оксана Белых | Судебная хроника", "Судебная хроника"),
        ("Ирина Салтыкова, «Озёрский вестник»", "Озёрский вестник"),
        ("By Ada Brandt, The Harbour Post", "The Harbour Post"),
        ("Ada Brandt, London", None),
        ("Ada Brandt | Political editor", None),
        ("Ada Brandt | Carl Fogg", None),
        ("By Ada Brandt, the author of three books", None),
    ],
)
def test_an_outlet_beside_its_writer(line: str, outlet: str | None) -> None:
    """Behind a sign, or a comma where an article or quotes show a name: not a place, an office or a second writer."""
    assert outlet_beside_writer(line) == outlet


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("LONDON (The Harbour Column) — The average home lost value.", "The Harbour Column"),
        ("LOMNICE (Lomnické noviny) — Dřevěná lávka spadla.", "Lomnické noviny"),
        ("白浜 (白浜日報) — 大型の台風が上陸した。", "白浜日報"),
        ("Dunmere, 9 March 2025 (NWA). A councillor pleaded guilty.", "NWA"),
        ("(CPN) - The bridge was shut.", "CPN"),
        ("LONDON (40) — A man was held.", None),
        ("Tarn (dpa): Ein Mann wurde verletzt.", "dpa"),
        ("The Long Watch (Channel Nine): a police drama.", None),
        ("The mayor (pictured) - who resigned - was held.", None),
    ],
)
def test_the_outlet_of_a_dateline(text: str, source: str | None) -> None:
    """What stands in brackets behind a place, in any script, unless it is a number or a word like any other."""
    assert source_of_dateline(text) == source


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("23:26 R. J. Munro", ("23:26", "R. J. Munro")),
        ("21:05 Ada Brandt", ("21:05", "Ada Brandt")),
        ("21:05 Ferry Late Again", None),
        ("10:15 Jordan closes border", None),
        ("12:30 Boris Johnson resigns", None),
    ],
)
def test_the_hour_and_the_writer_of_an_entry(line: str, parts: tuple[str, str] | None) -> None:
    """Where the words behind the hour begin as a person's name does."""
    assert split_time_and_byline(line) == parts
