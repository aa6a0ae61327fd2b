"""A time in a page's words becomes a moment in UTC with its precision."""

from datetime import UTC, datetime

import pytest

from tasks.describe.times import read_time

FETCHED = datetime(2025, 7, 2, 5, 37, 21, tzinfo=UTC)
CASES = [  # text, language, raw, moment, precision
    ("timean hour ago", "en", "an hour ago", "2025-07-02T04:37:21", "hour"),
    ("schedule3 hours ago", "en", "3 hours ago", "2025-07-02T02:37:21", "hour"),
    ("15 minutes ago", "en", "15 minutes ago", "2025-07-02T05:22:21", "minute"),
    ("2h", "en", "2h", "2025-07-02T03:37:21", "hour"),
    ("2. července 2025", "cs", "2. července 2025", "2025-07-02T00:00:00", "day"),
    ("just now", "en", "just now", "2025-07-02T05:37:21", "minute"),
    ("access_time 2 days ago", "en", "2 days ago", "2025-06-30T00:00:00", "day"),
    ("yesterday", "en", "yesterday", "2025-07-01T00:00:00", "day"),
    ("yesterday at 10:15", "en", "yesterday at 10:15", "2025-07-01T10:15:00", "minute"),
    ("a month ago", "en", "a month ago", "2025-06-01T00:00:00", "month"),
    ("last week", "en", "last week", "2025-06-25T00:00:00", "month"),
    ("vor 3 Stunden", "de", "vor 3 Stunden", "2025-07-02T02:37:21", "hour"),
    ("vor einer Stunde", "de", "vor einer Stunde", "2025-07-02T04:37:21", "hour"),
    ("en timme sedan", "sv", "en timme sedan", "2025-07-02T04:37:21", "hour"),
    ("godzinę temu", "pl", "godzinę temu", "2025-07-02T04:37:21", "hour"),
    ("bir saat önce", "tr", "bir saat önce", "2025-07-02T04:37:21", "hour"),
    ("πριν από μία ώρα", "el", "πριν από μία ώρα", "2025-07-02T04:37:21", "hour"),
    ("1 Ιουλίου 2025", "el", "1 Ιουλίου 2025", "2025-07-01T00:00:00", "day"),
    ("منذ 3 ساعات", "ar", "منذ 3 ساعات", "2025-07-02T02:37:21", "hour"),
    ("منذ يومين", "ar", "منذ يومين", "2025-06-30T00:00:00", "day"),
    ("3時間前", "ja", "3時間前", "2025-07-02T02:37:21", "hour"),
    ("15 分钟前", "zh", "15 分钟前", "2025-07-02T05:22:21", "minute"),
    ("2일 전", "ko", "2일 전", "2025-06-30T00:00:00", "day"),
    ("vorgestern", "de", "vorgestern", "2025-06-30T00:00:00", "day"),
    ("il y a 2 jours", "fr", "il y a 2 jours", "2025-06-30T00:00:00", "day"),
    ("hace una hora", "es", "hace una hora", "2025-07-02T04:37:21", "hour"),
    ("2 ore fa", "it", "2 ore fa", "2025-07-02T03:37:21", "hour"),
    ("há 3 horas", "pt", "há 3 horas", "2025-07-02T02:37:21", "hour"),
    ("2025-07-02", None, "2025-07-02", "2025-07-02T00:00:00", "day"),
    ("2025-07-02T03:56:21+02:00", None, "2025-07-02T03:56:21+02:00", "2025-07-02T01:56:21", "minute"),
    ("2025-07-01T00:00:00+02:00", None, "2025-07-01T00:00:00+02:00", "2025-07-01T00:00:00", "day"),
    ("20250702T035621Z", None, "20250702T035621Z", "2025-07-02T03:56:21", "minute"),
    ("1751428581", None, "1751428581", "2025-07-02T03:56:21", "minute"),
    ("1751428581000", None, "1751428581000", "2025-07-02T03:56:21", "minute"),
    ("Published: 2025-07-02 03:56:21 | Views: 14", "en", "2025-07-02 03:56:21", "2025-07-02T03:56:21", "minute"),
    ("July 2, 2025 3:56 am EST", "en", "July 2, 2025 3:56 am EST", "2025-07-02T08:56:00", "minute"),
    ("12:30 p.m. ET, July 1, 2025", "en", "12:30 p.m. ET, July 1, 2025", "2025-07-01T16:30:00", "minute"),
    ("Wed, 02 Jul 2025 03:56:21 GMT", "en", "Wed, 02 Jul 2025 03:56:21 GMT", "2025-07-02T03:56:21", "minute"),
    ("1. Juli 2025, 10:15 Uhr", "de", "1. Juli 2025, 10:15 Uhr", "2025-07-01T10:15:00", "minute"),
    ("1. Juli 2025, 10:15 Uhr MESZ", "de", "1. Juli 2025, 10:15 Uhr MESZ", "2025-07-01T08:15:00", "minute"),
    ("1er juillet 2025 à 10h15", "fr", "1er juillet 2025 à 10h15", "2025-07-01T10:15:00", "minute"),
    ("27 de junio de 2025", "es", "27 de junio de 2025", "2025-06-27T00:00:00", "day"),
    ("27 giugno 2025", "it", "27 giugno 2025", "2025-06-27T00:00:00", "day"),
    ("27 de junho de 2025 às 10h15", "pt", "27 de junho de 2025 às 10h15", "2025-06-27T10:15:00", "minute"),
    ("2025 Jun 27", "en", "2025 Jun 27", "2025-06-27T00:00:00", "day"),
    ("2025, June 27 at 10:15", "en", "2025, June 27 at 10:15", "2025-06-27T10:15:00", "minute"),
    ("12-03-2025", "en", "12-03-2025", "2025-03-12T00:00:00", "day"),
    ("03/04/2025", "en", "03/04/2025", "2025-03-04T00:00:00", "day"),
    ("12 APRİL 2025", "en", "12 APRİL 2025", "2025-04-12T00:00:00", "day"),
    ("1 ſept 2024", "en", "1 ſept 2024", "2024-09-01T00:00:00", "day"),
    ("l'altro\u00a0ieri", "it", "l'altro\u00a0ieri", "2025-06-30T00:00:00", "day"),
    ("1 July 2025 10:15 İST", "en", "1 July 2025 10:15 İST", "2025-07-01T04:45:00", "minute"),
    ("03/04/2025", "en-GB", "03/04/2025", "2025-04-03T00:00:00", "day"),
    ("03/04/2025", "fr", "03/04/2025", "2025-04-03T00:00:00", "day"),
    ("04/11/2025", "fr", "04/11/2025", "2025-04-11T00:00:00", "day"),  # day first lies ahead of the fetch
    ("30/06/2025, 14:05", "en", "30/06/2025, 14:05", "2025-06-30T14:05:00", "minute"),
    ("May 5", "en", "May 5", "2025-05-05T00:00:00", "day"),
    ("5 December", "en", "5 December", "2024-12-05T00:00:00", "day"),
    ("June 2025", "en", "June 2025", "2025-06-01T00:00:00", "month"),
    ("9.42am", "en", "9.42am", "2025-07-01T09:42:00", "minute"),
    ("Updated 2 July 2025, Published 1 July 2025", "en", "1 July 2025", "2025-07-01T00:00:00", "day"),
    ("Updated 1 July 2025", "en", "1 July 2025", "2025-07-01T00:00:00", "day"),
    ("By Ada Brandt, Political Editor | July 1, 2025 3 pm", "en", "July 1, 2025 3 pm", "2025-07-01T15:00:00", "minute"),
]
NONE = [
    "",
    "Monday",
    "02:55 - Source: CNN",
    "2 July 2026",
    "31.02.2025",
    "2025-06-31",
    "Room 12",
    "0001-01-01T00:00:00Z",
    "2025-07-00",
    "3000 years ago",
    "vor 9999 Jahren",
    "0000000000",
    "9999999999",
]


@pytest.mark.parametrize(("text", "language", "raw", "moment", "precision"), CASES)
def test_a_time_is_read_with_its_words_and_precision(text, language, raw, moment, precision):
    """Relative times count back from the fetch; labels and icon names are no part of the words."""
    found = read_time(text, FETCHED, language)
    assert (found.raw, found.at, found.precision) == (raw, datetime.fromisoformat(moment + "+00:00"), precision)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time_is_none(text):
    """No date, an impossible one, or one after the fetch."""
    assert read_time(text, FETCHED, "en") is None


def test_a_relative_time_without_a_fetch_time_keeps_its_words():
    """The page's words are known although the moment is not."""
    found = read_time("timea day ago")
    assert (found.raw, found.at, found.precision) == ("a day ago", None, "day")


def test_a_day_without_a_year_and_a_fetch_time_keeps_its_words():
    """Which year is meant nobody can tell; what is no day of any year is no time."""
    found = read_time("Tue 11 Mar, 7:02 AM")
    assert (found.raw, found.at, found.precision) == ("Tue 11 Mar, 7:02 AM", None, "minute")
    assert read_time("31 February") is None


@pytest.mark.parametrize(
    ("text", "raw", "day"),
    [
        ("Posted 36 hours ago", "36 hours ago", None),
        ("Stand: vor 48 Stunden", "vor 48 Stunden", None),
        ("Publié il y a 48 heures", "il y a 48 heures", None),
        ("(90 minutes ago)", "90 minutes ago", None),
        ("Posted 45 days ago", "45 days ago", None),
        ("2 Jul 25", "2 Jul 25", "2025-07-02"),
        ("02 Jul 25, 14:30", "02 Jul 25, 14:30", "2025-07-02"),
        ("2 July '25", "2 July '25", "2025-07-02"),
        ("2 July 14:30", "2 July 14:30", None),
    ],
)
def test_numbers_keep_their_digits_and_years_of_two_digits_are_years(text, raw, day):
    """Only what is too large for its unit was glued to a name."""
    found = read_time(text, FETCHED)
    assert found.raw == raw
    assert day is None or found.at.date().isoformat() == day
