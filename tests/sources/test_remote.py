"""URLs against real servers on this machine: S3's protocol by moto, the web's by werkzeug, with and without TLS."""

import gzip
import json
import os
import random
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import fsspec
import pytest
import trustme
from moto.server import ThreadedMotoServer
from typer.testing import Result
from werkzeug.serving import make_server
from werkzeug.utils import send_file
from werkzeug.wrappers import Request, Response

from jobs import OTHER, files, interrupted, json_lines, text
from sepakat.errors import Failed, SourceError
from sepakat.run.archive import Options, run_archive
from sepakat.run.find import find_files
from sepakat.run.journal import JournalError
from sepakat.sources.opening import open_stream
from sepakat.sources.remote import version_of

N = 12
FORMS = ("a.jsonl", "a.jsonl.gz", "a.csv", "a.parquet", "a.warc.gz", "a.html")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same articles in several forms."""
    folder = tmp_path_factory.mktemp("arsip")
    lines = json_lines(folder / "a.jsonl", N)
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(lines.read_bytes()))
    rows = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    csv(folder / "a.csv", rows)
    parquet(folder / "a.parquet", rows)
    pages = [f"<html><body><article><p>{row['text']}</p></article></body></html>".encode() for row in rows]
    warc(folder / "a.warc.gz", pages)
    (folder / "a.html").write_bytes(pages[0])
    return folder


def csv(path: Path, rows: list[dict[str, str]]) -> None:
    import csv

    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ("id", "text"))
        writer.writeheader()
        writer.writerows(rows)


def parquet(path: Path, rows: list[dict[str, str]]) -> None:
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=5)


def warc(path: Path, pages: list[bytes]) -> None:
    parts = []
    for number, page in enumerate(pages):
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.id/{number}\r\n"
        head += f"WARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2025-06-01T00:00:00Z\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        parts.append(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    path.write_bytes(b"".join(parts))


@pytest.fixture(scope="module")
def s3(archive: Path) -> Iterator[fsspec.AbstractFileSystem]:
    """A bucket `arsip` with the files in `2025/`, an article deeper down, and what no archive has."""
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patched.setenv("AWS_ACCESS_KEY_ID", "kunci")
        patched.setenv("AWS_SECRET_ACCESS_KEY", "rahasia")
        patched.setenv("AWS_DEFAULT_REGION", "us-east-1")
        system = fsspec.filesystem("s3")
        system.mkdir("arsip")
        for name in FORMS:
            system.put_file(str(archive / name), f"arsip/2025/{name}")
        system.pipe_file("arsip/2025/juni/b.txt", b"Banjir merendam tiga desa.\n")
        for name in (".sembunyi/c.txt", "catatan/a.md"):
            system.pipe_file(f"arsip/2025/{name}", b"Bukan artikel.\n")
        yield system
    server.stop()


class Web:
    """A web server of a folder.

    Attributes:
        ranges: Whether it gives parts of a file.
        cut_at: After how many bytes it breaks a connection off.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.ranges = folder, True
        self.cut_at: int | None = None

    @Request.application
    def __call__(self, request: Request) -> Response:
        path = self.folder / request.path.lstrip("/")
        if not path.is_file():
            return Response(status=404)
        if self.cut_at is None:
            return send_file(path, request.environ, conditional=self.ranges, etag=self.ranges)
        data = path.read_bytes()
        response = Response(data[: self.cut_at], mimetype="application/octet-stream")
        response.automatically_set_content_length = False
        response.headers["Content-Length"] = str(len(data))
        return response


@contextmanager
def served(web: Web, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The address of a server."""
    server = make_server("127.0.0.1", 0, web, threaded=True, ssl_context=tls)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def results(folder: Path) -> bytes:
    """What a job has written, without the places that its articles came from."""
    written = files(folder)
    assert json.loads(written["summary.json"])["n_failed"] == 0
    parts = b"".join(data for name, data in written.items() if name.startswith("part-"))
    rows = [json.loads(line) for line in parts.splitlines()]
    for row in rows:
        row["article"]["source"] = row["article"]["source"].rpartition("/")[2]
    return json.dumps(rows).encode()


@pytest.mark.parametrize("form", FORMS)
def test_s3_and_the_web_give_what_the_disk_gives(
    sepakat: Callable[..., Result], archive: Path, s3: object, tmp_path: Path, form: str
) -> None:
    with served(Web(archive)) as address:
        for name, source in (("disk", archive), ("s3", "s3://arsip/2025"), ("web", address)):
            assert sepakat("extract", f"{source}/{form}", "-o", f"{tmp_path / name}/").exit_code == 0
    assert results(tmp_path / "disk") == results(tmp_path / "s3") == results(tmp_path / "web")
    assert len(json.loads(results(tmp_path / "disk"))) == (1 if form == "a.html" else N // 3)


def test_folders_and_patterns_of_a_bucket(s3: object) -> None:
    inside = [f"s3://arsip/2025/{name}" for name in sorted((*FORMS, "juni/b.txt"))]
    assert list(find_files(["s3://arsip/2025"])) == list(find_files(["s3://arsip/2025/"])) == inside
    assert list(find_files(["s3://arsip/2025/a.j*"])) == inside[2:4]
    assert list(find_files(["s3://arsip/**/b.tx?"])) == ["s3://arsip/2025/juni/b.txt"]
    assert list(find_files(["s3://arsip/2025/a.csv", "s3://arsip/tiada.csv"])) == [inside[0], "s3://arsip/tiada.csv"]
    assert list(find_files(["s3://arsip/*.zip"])) == [Failed("s3://arsip/*.zip", "find", "no file fits this pattern")]
    assert list(find_files(["s3://arsip/2025/.sembunyi"])) == ["s3://arsip/2025/.sembunyi/c.txt"]
    [nothing] = find_files(["s3://arsip/2025/catatan"])
    assert isinstance(nothing, Failed)
    assert "no article here" in nothing.error


def test_a_folder_is_no_file(s3: object) -> None:
    with pytest.raises(SourceError, match=r"is a folder: name the files in it, such as s3://arsip/2025/\*\.jsonl"):
        open_stream("s3://arsip/2025")


def test_what_cannot_be_had_is_told_and_the_rest_goes_on(
    sepakat: Callable[..., Result], s3: object, tmp_path: Path
) -> None:
    gone = ["s3://arsip/tiada.jsonl", "s3://tiada/a.jsonl", "http://127.0.0.1:9/a.jsonl"]
    assert sepakat("extract", *gone, "s3://arsip/2025/a.jsonl", "-o", f"{tmp_path}/").exit_code == 1
    written = files(tmp_path)
    failed = [json.loads(line) for line in written["failed.jsonl"].splitlines()]
    assert [row["source"] for row in failed] == gone
    assert "does not exist: check the address" in failed[0]["error"]
    assert "cannot be opened" in failed[2]["error"]
    assert json.loads(written["summary.json"])["n_results"] == N // 3


def test_another_version_is_told_apart(s3: fsspec.AbstractFileSystem, archive: Path) -> None:
    s3.pipe_file("arsip/lain.jsonl", b"{}\n")
    first = version_of("s3://arsip/lain.jsonl")
    assert first == version_of("s3://arsip/lain.jsonl") != ""
    s3.pipe_file("arsip/lain.jsonl", b"[]\n")
    assert version_of("s3://arsip/lain.jsonl") not in (first, "")
    assert version_of("s3://arsip/tiada.jsonl") == ""
    with served(Web(archive)) as address:
        assert version_of(f"{address}/a.jsonl") == version_of(f"{address}/a.jsonl") != ""
        assert version_of(f"{address}/tiada.jsonl") == ""
        with pytest.raises(SourceError, match="does not exist: check the address"):
            open_stream(f"{address}/tiada.jsonl")


def test_an_archive_that_changed_in_the_store_is_not_read_on(
    s3: fsspec.AbstractFileSystem, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options, lines = Options(shard_size=1), (archive / "a.jsonl").read_bytes()
    for number in (0, 1):
        url = f"s3://arsip/ubah{number}.jsonl"
        s3.pipe_file(url, lines)
        interrupted(monkeypatch, [url], tmp_path / str(number), options, 1)
    run_archive(["s3://arsip/ubah0.jsonl"], tmp_path / "0", options)
    s3.pipe_file("s3://arsip/ubah1.jsonl", lines + b"\n")
    with pytest.raises(JournalError, match="has changed since this job began"):
        run_archive(["s3://arsip/ubah1.jsonl"], tmp_path / "1", options)


def test_servers_that_give_whole_files_only(sepakat: Callable[..., Result], tmp_path: Path) -> None:
    """Files larger than the blocks that fsspec asks for, 5 MiB."""
    folder = tmp_path / "arsip"
    folder.mkdir()
    noise = random.Random(0).randbytes(6 * 2**20).hex()
    rows = [{"id": "derau", "text": f"{OTHER}{noise}"}, {"id": "kerja sama", "text": text(0)}]
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    (folder / "a.jsonl").write_bytes(data)
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(data))
    parquet(folder / "a.parquet", rows)
    web = Web(folder)
    web.ranges = False
    with served(web) as address:
        for name in ("a.jsonl", "a.jsonl.gz"):
            with open_stream(f"{address}/{name}") as stream:
                assert (folder / name).stat().st_size > 5 * 2**20
                assert stream.read() == data
            with open_stream(f"{address}/{name}") as stream:
                stream.skip(11 * 2**20)
                assert stream.read() == data[11 * 2**20 :]
        assert sepakat("extract", f"{address}/a.parquet", "-o", f"{tmp_path / 'out'}/").exit_code == 3
    [failed] = files(tmp_path / "out")["failed.jsonl"].splitlines()
    assert "the server gives whole files only: download it first" in json.loads(failed)["error"]


@pytest.mark.parametrize("ranges", [True, False])
def test_a_connection_that_breaks_off(archive: Path, ranges: bool) -> None:
    web = Web(archive)
    with served(web) as address:
        web.cut_at = 1000
        with pytest.raises(SourceError, match="cannot be read on"):
            open_stream(f"{address}/a.jsonl").read(2000)


def test_https(archive: Path, tmp_path: Path) -> None:
    """In a process of its own: certificates are read when aiohttp is imported."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    with served(Web(archive), tls) as address:
        for trusted, code in ((True, 0), (False, 3)):
            out = tmp_path / str(trusted)
            command = [sys.executable, "-m", "sepakat", "extract", f"{address}/a.jsonl.gz", "-o", f"{out}/"]
            certificates = {"SSL_CERT_FILE": str(tmp_path / "ca.pem")} if trusted else {}
            ran = subprocess.run(command, env=environment() | certificates, capture_output=True, text=True)
            assert ran.returncode == code, ran.stderr
    assert len(json.loads(results(tmp_path / "True"))) == N // 3
    assert b"certificate" in files(tmp_path / "False")["failed.jsonl"]


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("SSL_CERT")}
