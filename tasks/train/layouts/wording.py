"""The generator's wording, and the drawing of it: labels, furniture, sources, times, in the language of a page."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tasks.desk import SEEDS

FILE = SEEDS / "words" / "training_pages.toml"
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ja": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "zh": "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    "ko": "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
}
DAYS = {
    "ja": "{year}年{month}{day}日",
    "zh": "{year}年{month}{day}日",
    "ko": "{year}년 {month} {day}일",
    "de": "{day}. {month} {year}",
} | dict.fromkeys(("es", "pt"), "{day} de {month} {year}")  # where a date is not written `3 May 2025`
AGO = {
    "en": (
        "{n} hours ago",
        "{n}h ago",
        "{n} minutes ago",
        "{n} mins ago",
        "an hour ago",
        "a day ago",
        "{n} days ago",
        "yesterday",
        "just now",
        "{n}m ago",
        "{n} hrs ago",
        "{n}d ago",
        "last week",
    ),
    "de": ("vor {n} Stunden", "vor {n} Minuten", "vor einem Tag", "gestern", "vor {n} Tagen"),
    "fr": ("il y a {n} heures", "il y a {n} minutes", "hier", "il y a {n} jours"),
    "es": ("hace {n} horas", "hace {n} minutos", "ayer", "hace {n} días"),
    "it": ("{n} ore fa", "{n} minuti fa", "ieri", "{n} giorni fa"),
    "pt": ("há {n} horas", "há {n} minutos", "ontem", "{n} horas atrás"),
    "nl": ("{n} uur geleden", "{n} minuten geleden", "gisteren", "{n} dagen geleden"),
    "sv": ("för {n} timmar sedan", "{n} minuter sedan", "i går", "för {n} dagar sedan"),
    "pl": ("{n} godzin temu", "{n} minut temu", "wczoraj", "{n} dni temu"),
    "cs": ("před {n} hodinami", "před {n} minutami", "včera", "před {n} dny"),
    "tr": ("{n} saat önce", "{n} dakika önce", "dün", "{n} gün önce"),
    "ru": ("{n} часов назад", "{n} минут назад", "вчера", "{n} дней назад"),
    "el": ("πριν από {n} ώρες", "πριν {n} λεπτά", "χθες", "πριν από {n} ημέρες"),
    "ar": ("منذ {n} ساعات", "قبل {n} دقائق", "أمس", "منذ {n} أيام"),
    "ja": ("{n}時間前", "{n}分前", "昨日", "{n}日前"),
    "zh": ("{n}小时前", "{n}分钟前", "昨天", "{n}天前"),
    "ko": ("{n}시간 전", "{n}분 전", "어제", "{n}일 전"),
}
ICONS = ("", "", "", "", "time", "clock ", "time: ", "schedule", "🕒 ", "icon-clock ")
LABELS = {
    "en": ("Published: ", "Updated: ", "Posted on "),
    "de": ("Stand: ", "Veröffentlicht: "),
    "fr": ("Publié le ",),
    "es": ("Publicado: ",),
    "it": ("Pubblicato: ",),
    "pt": ("Publicado em ",),
    "nl": ("Gepubliceerd: ", "Bijgewerkt: "),
    "sv": ("Publicerad ", "Uppdaterad "),
    "pl": ("Opublikowano: ",),
    "tr": ("Güncelleme: ",),
    "ru": ("Опубликовано: ",),
}


@dataclass(frozen=True)
class Wording:
    """Groups of wordings by language."""

    groups: dict[str, dict[str, list[str]]]

    @classmethod
    def load(cls, file: Path = FILE) -> Wording:
        with file.open("rb") as source:
            return cls(tomllib.load(source))

    def one(self, group: str, language: str, rng: Random) -> str:
        """One wording of the group in the language, or one that serves every language."""
        words = self.groups[group]
        return rng.choice(words.get(language, []) + words.get("x", []) or words["en"])

    def lines(self, group: str, language: str, rng: Random) -> list[str]:
        """The lines of one wording."""
        return [part.strip() for part in self.one(group, language, rng).split("|")]


def clock(rng: Random) -> str:
    hour, minute = rng.randint(0, 23), rng.randint(0, 59)
    return rng.choice(
        ("{0:02}:{1:02}", "{0:02}.{1:02}", "{0}:{1:02}", "{0:02}:{1:02} GMT", "{0:02}h{1:02}", "{0:02}:{1:02} Uhr")
    ).format(hour, minute)


def clocks(rng: Random, falling: bool) -> Iterator[str]:
    """One time of day after the other, all written alike: later ones, or `falling` earlier ones, as live blogs have them."""
    form = rng.choice(
        (
            "{0:02}:{1:02}",
            "{0:02}:{1:02}",
            "{0:02}.{1:02}",
            "{0}:{1:02}",
            "{0:02}h{1:02}",
            "{0:02}:{1:02} Uhr",
            "{2}:{1:02} {3}",
        )
    )
    moment, longest = rng.randint(9 * 60, 21 * 60), rng.choice((6, 20, 60))
    while True:
        hour, minute = moment // 60 % 24, moment % 60
        yield form.format(hour, minute, hour % 12 or 12, "am" if hour < 12 else "pm")
        moment += (-1 if falling else 1) * rng.randint(1, longest)


def day(rng: Random, language: str, year: int | None = None) -> str:
    """A date as pages write it."""
    month, number = rng.randint(1, 12), rng.randint(1, 28)
    name = MONTHS[language].split()[month - 1]
    year = year or rng.randint(2015, 2026)
    numeric = (
        f"{number:02}-{month:02}-{year}",
        f"{year}-{month:02}-{number:02}",
        f"{number:02}/{month:02}/{year}",
        f"{number}.{month}.{year}",
    )
    if language == "en":
        worded = (f"{name} {number}, {year}", f"{number} {name} {year}", f"{name[:3]} {number}, {year}")
    else:
        worded = (DAYS.get(language, "{day} {month} {year}").format(day=number, month=name, year=year),)
    return rng.choice(rng.choice((numeric, worded)))


def moments(rng: Random, language: str) -> Callable[[], str]:
    """The page's way of writing times: called once a story."""
    way = rng.random()
    icon = rng.choice(ICONS)
    label = rng.choice(LABELS.get(language, ("",))) if rng.random() < 0.15 else ""
    if way < 0.55:
        return lambda: icon + rng.choice(AGO[language]).format(n=rng.randint(2, 12))
    if way < 0.75:
        return lambda: icon + label + day(rng, language)
    if way < 0.85:
        return lambda: label + f"{day(rng, language)} {rng.choice(('', '- ', '| '))}{clock(rng)}"
    return lambda: (
        icon + (rng.choice(AGO[language]).format(n=rng.randint(2, 12)) if rng.random() < 0.7 else day(rng, language))
    )
