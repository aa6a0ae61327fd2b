"""`clean`, the one call for those who use copydesk from Python."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tasks import clean

SENTENCE = "The ferry Orla ran aground off Tarn, and nobody on board was hurt, the harbour master said."
PAGE = "\n".join(
    ["Ferry stuck on the bar", "Tarn Times", "2 hours ago", SENTENCE, "Divers looked at her keel before dawn."]
).encode()
NOON = datetime(2025, 7, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment",
    [NOON.replace(tzinfo=None), NOON, datetime(2025, 7, 2, 14, tzinfo=timezone(timedelta(hours=2)))],
    ids=["no zone", "UTC", "another zone"],
)
def test_relative_times_resolve_against_fetched_at(moment):
    """A time without a zone is UTC."""
    [story] = clean(PAGE, media_type="text/plain", fetched_at=moment).stories
    assert story.published_at == datetime(2025, 7, 2, 10, tzinfo=UTC)


def test_fetched_at_is_a_datetime():
    """Anything else is refused with what it is."""
    with pytest.raises(TypeError, match="fetched_at is '2025-07-02', a str; give a datetime"):
        clean(PAGE, fetched_at="2025-07-02")
