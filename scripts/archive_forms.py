"""The forms in which `make_archive.py` writes; each writer takes records one by one and keeps none of them.

The same records give the same bytes: no time of the day, no random identifiers, no file names inside.
"""

import csv
import gzip
import html
import io
import uuid
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO, Final, cast

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

Records = Iterable[dict[str, str]]
COLUMNS: Final = ("id", "url", "title", "date", "outlet", "text")
ROW_GROUP: Final = 2_000  # records
FILES_PER_FOLDER: Final = 1_000
GZIP_LEVEL: Final = 6


def write(records: Records, target: str) -> None:
    """Write records in the form that the target's name tells.

    Raises:
        ValueError: If the name tells none.
        OSError: If the target cannot be written, or is a folder that holds something.
    """
    write_one = writer(target)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    write_one(records, Path(target))


def writer(target: str) -> Callable[[Records, Path], None]:
    """The writer for a target; a folder is told by its slash at the end, one of pages also by `.html`.

    Raises:
        ValueError: If there is none.
    """
    if target.rstrip("/").endswith(".html"):
        return lambda records, path: _write_folder(records, path, ".html", page)
    if target.endswith("/"):
        return lambda records, path: _write_folder(records, path, ".txt", lambda record: record["text"])
    for suffix, write_one in _WRITERS:
        if target.endswith(suffix):
            return write_one
    raise ValueError(f"{target} has no known suffix: {', '.join(s for s, _ in _WRITERS)}, .html, or a slash")


def page(record: dict[str, str]) -> str:
    """The article as a web page; its headline is the heading and not a paragraph."""
    e = {key: html.escape(value) for key, value in record.items()}
    text = e["text"].removeprefix(e["title"])
    paragraphs = "\n".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>{e["title"] or e["outlet"]}</title>
<link rel="canonical" href="{e["url"]}">
<meta property="og:site_name" content="{e["outlet"]}">
<meta property="article:published_time" content="{e["date"]}">
</head>
<body>
<nav><a href="/">Beranda</a> <a href="/daerah">Daerah</a> <a href="/olahraga">Olahraga</a></nav>
<article>
<h1>{e["title"]}</h1>
{paragraphs}
</article>
<footer>{e["outlet"]}, pedoman media siber, tentang kami</footer>
</body>
</html>
"""


def _open(path: Path, stack: ExitStack) -> IO[bytes]:
    """The file for writing, compressed as its name tells."""
    file = stack.enter_context(path.open("wb"))
    if path.suffix == ".gz":
        return cast(IO[bytes], stack.enter_context(gzip.GzipFile("", "wb", GZIP_LEVEL, file, mtime=0)))
    if path.suffix == ".zst":
        return stack.enter_context(zstandard.ZstdCompressor().stream_writer(file))
    return file


def _write_jsonl(records: Records, path: Path) -> None:
    with ExitStack() as stack:
        out = _open(path, stack)
        for record in records:
            out.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))


def _write_csv(records: Records, path: Path) -> None:
    with ExitStack() as stack:
        text = stack.enter_context(io.TextIOWrapper(_open(path, stack), encoding="utf-8", newline=""))
        out = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        out.writeheader()
        out.writerows(records)


def _write_parquet(records: Records, path: Path) -> None:
    schema = pa.schema([(column, pa.string()) for column in COLUMNS])
    rest = iter(records)
    with pq.ParquetWriter(path, schema, compression="zstd") as out:
        while group := list(islice(rest, ROW_GROUP)):
            out.write_table(pa.Table.from_pylist(group, schema), row_group_size=ROW_GROUP)


def _write_warc(records: Records, path: Path) -> None:
    """Responses of a crawl; compressed, each record is a gzip member of its own, as the standard (ISO 28500) has it."""
    with path.open("wb") as out:
        for record in records:
            member = _response(record)
            out.write(gzip.compress(member, GZIP_LEVEL, mtime=0) if path.suffix == ".gz" else member)


def _response(record: dict[str, str]) -> bytes:
    body = page(record).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    answer += b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, record['url'])}>\r\n"
        f"WARC-Date: {record['date']}T00:00:00Z\r\nWARC-Target-URI: {record['url']}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _write_folder(records: Records, path: Path, suffix: str, content: Callable[[dict[str, str]], str]) -> None:
    """One file for each record, a thousand in a folder."""
    path.mkdir(exist_ok=True)
    if any(path.iterdir()):
        raise FileExistsError(f"{path} is not empty")
    for number, record in enumerate(records):
        folder = path / f"{number // FILES_PER_FOLDER:05d}"
        if number % FILES_PER_FOLDER == 0:
            folder.mkdir()
        (folder / f"{record['id']}{suffix}").write_bytes(content(record).encode())


_WRITERS: Final = (
    *((suffix, _write_jsonl) for suffix in (".jsonl", ".jsonl.gz", ".jsonl.zst")),
    *((suffix, _write_csv) for suffix in (".csv", ".csv.gz", ".csv.zst")),
    (".parquet", _write_parquet),
    *((suffix, _write_warc) for suffix in (".warc", ".warc.gz")),
)
