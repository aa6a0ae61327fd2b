"""A landing folder in a bucket, on a real S3 server on this machine."""

from __future__ import annotations

import gzip
import json

import pytest
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem
from upath import UPath

from tasks.page import RawPage
from tasks.read import LandingError, Skipped, days, one_file, pages
from tests.read.landings import DAY, HTML, answer, archive, record


@pytest.fixture
def bucket(monkeypatch):
    """An empty bucket; the settings are those a user would give in the environment."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    S3FileSystem.clear_instance_cache()  # a connection to an earlier test's server
    root = UPath("s3://press")
    root.fs.mkdir("press")
    yield root
    root.fs.rm("press", recursive=True)
    S3FileSystem.clear_instance_cache()
    server.stop()


def test_a_bucket_is_a_landing_folder(bucket):
    """The same pages come from a bucket as from a folder, under the same uris."""
    place = bucket / "landing"
    line = json.dumps({"text": "One line."}).encode()
    files = {
        "a.html": HTML,
        "a.html.meta.json": b'{"url": "https://harbour.example/a"}',
        "b.jsonl.gz": gzip.compress(line),
        "c/d.warc.gz": archive(record(answer(HTML)), record(answer(HTML)), packed=True),
        "e.png": b"x",
    }
    for name, body in files.items():
        (place / DAY / name).write_bytes(body)
    bucket.fs.pipe(f"press/landing/{DAY}/", b"")  # the marker that consoles make for a folder
    found = list(pages(place, days(place)))
    read = [page.uri for page in found if isinstance(page, RawPage)]
    assert read == [f"{DAY}/{name}" for name in ("a.html", "b.jsonl.gz#1", "c/d.warc.gz#1", "c/d.warc.gz#2")]
    assert found[0].body == HTML
    assert found[0].url == "https://harbour.example/a"
    assert [item.uri for item in found if isinstance(item, Skipped)] == [f"{DAY}/e.png"]
    assert list(one_file(place / DAY / "a.html")) == found[:1]


def test_what_lands_later_is_seen(bucket):
    """Nothing is remembered of a listing: a second reading sees a new file."""
    place = bucket / "landing"
    (place / DAY / "a.html").write_bytes(HTML)
    assert len(list(pages(place, days(place)))) == 1
    UPath("s3://press/landing", skip_instance_cache=True).joinpath(DAY, "b.html").write_bytes(HTML)
    assert len(list(pages(place, days(place)))) == 2


@pytest.mark.parametrize("name", ["press/nothing", "no-such-bucket"])
def test_a_bucket_without_a_landing_folder_is_the_users_mistake(bucket, name):
    """A missing prefix or bucket gives the same error as a missing folder."""
    with pytest.raises(LandingError, match=r"There is no landing folder|is empty"):
        days(UPath(f"s3://{name}"))
