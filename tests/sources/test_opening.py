import gzip
import io
import os
import sys
import zlib

import fsspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sepakat.errors import MissingExtraError, SourceError
from sepakat.sources.opening import Raw, Stream, compression_of, open_stream, stem_suffix

DATA = b"".join(b"baris %d tentang kerja sama\n" % i for i in range(40_000))


def all_of(stream, size=50_000):
    parts = []
    try:
        while part := stream.read(size):
            parts.append(part)
    except SourceError as error:
        return b"".join(parts), str(error)
    return b"".join(parts), None


@pytest.mark.parametrize(
    ("path", "suffix"),
    [
        ("a/dump.jsonl.gz", ".jsonl"),
        ("DUMP.CSV.ZST", ".csv"),
        ("a.b/berita", ""),
        ("https://x.id/arsip.warc.gz?token=a.txt", ".warc"),
        ("berita.txt", ".txt"),
        ("x.gz", ""),
    ],
)
def test_stem_suffix(path, suffix):
    assert stem_suffix(path) == suffix


@pytest.mark.parametrize(
    ("name", "data", "compression"),
    [
        ("a.txt", DATA, None),
        ("a.gz", gzip.compress(DATA), "gzip"),
        ("named_wrongly.txt", gzip.compress(DATA), "gzip"),
        ("members.gz", b"".join(gzip.compress(DATA[i : i + 99_991]) for i in range(0, len(DATA), 99_991)), "gzip"),
        ("padded.gz", gzip.compress(DATA) + b"\0" * 600_000, "gzip"),
        ("a.zst", zstandard.compress(DATA), "zstd"),
        ("frames.zst", b"".join(zstandard.compress(DATA[i : i + 9_991]) for i in range(0, len(DATA), 9_991)), "zstd"),
        ("skippable.zst", b"\x50\x2a\x4d\x18\x03\0\0\0abc" + zstandard.compress(DATA), "zstd"),
        ("long.zst", zstandard.ZstdCompressor(write_content_size=False).compress(DATA), "zstd"),
    ],
)
def test_content(tmp_path, name, data, compression):
    path = tmp_path / name
    path.write_bytes(data)
    with open_stream(str(path)) as stream:
        assert stream.compression == compression
        assert stream.raw.size == len(data)
        assert all_of(stream) == (DATA, None)
        assert stream.raw.consumed == len(data)
    with open_stream(str(path)) as stream:
        stream.skip(1_000_003)
        assert stream.read() == DATA[1_000_003:]
    with open_stream(str(path)) as stream:
        buffer = bytearray(100_001)
        assert stream.readinto(buffer) == len(buffer)
        assert buffer == DATA[:100_001]
        assert stream.read(7) == DATA[100_001:100_008]


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.compress])
@pytest.mark.parametrize("lost", [1, 9, 3_000])
def test_what_stands_before_the_cut_is_given(tmp_path, compress, lost):
    path = tmp_path / "a"
    path.write_bytes(compress(DATA[:500_000]) + compress(DATA[500_000:])[:-lost])
    got, error = all_of(open_stream(str(path)))
    assert DATA.startswith(got)
    assert len(got) >= 500_000
    assert "cut short" in error
    assert lost > 9 or len(got) > len(DATA) - 200_000  # a frame's last block is lost with its checksum


def test_what_stands_before_damage_is_given(tmp_path):
    path = tmp_path / "a.gz"
    second = bytearray(gzip.compress(DATA[500_000:]))
    second[-8:-4] = b"\0\0\0\0"  # the checksum: all the content before it is whole
    path.write_bytes(gzip.compress(DATA[:500_000]) + bytes(second))
    got, error = all_of(open_stream(str(path)))
    assert got == DATA
    assert "damaged" in error
    path.write_bytes(gzip.compress(DATA) + b"garbage")
    assert all_of(open_stream(str(path))) == (
        DATA,
        f"{path} is damaged, what follows its gzip data is not gzip: fetch it again",
    )


def test_an_error_stays(tmp_path):
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(DATA)[:-20])
    stream = open_stream(str(path))
    all_of(stream)
    for _ in range(2):
        with pytest.raises(SourceError, match="cut short"):
            stream.read(1)
    with pytest.raises(SourceError, match="cut short"):
        stream.readinto(bytearray(4))


@given(st.binary(max_size=300), st.lists(st.integers(1, 40), min_size=1, max_size=20), st.sampled_from("pgz"))
def test_any_sizes_of_reads_give_the_same(data, sizes, how):
    stored = {"p": data, "g": gzip.compress(data), "z": zstandard.compress(data)}[how]
    if how == "p" and compression_of(data[:4]):
        return
    stream = Stream(Raw(io.BytesIO(stored), "-", len(stored)))
    got = b"".join(stream.read(size) for size in sizes)
    assert got == data[: sum(sizes)]
    assert stream.read() == data[sum(sizes) :]


@given(st.binary(max_size=60))
def test_any_bytes_behind_a_magic_number_are_an_error_or_content(tail):
    for head in (b"\x1f\x8b\x08\0", b"\x28\xb5\x2f\xfd", b"\x50\x2a\x4d\x18"):
        got, error = all_of(Stream(Raw(io.BytesIO(head + tail), "x", None)))
        assert error is None or error.startswith("x is ")
        assert len(got) < 1 << 20


def test_standard_input_comes_in_pieces():
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.inner = io.BytesIO(gzip.compress(DATA))

        def read(self, size=-1):
            return self.inner.read(min(size, 1000))

    assert all_of(open_stream("-", stdin=Pipe())) == (DATA, None)


def test_urls(tmp_path):
    with fsspec.open("memory://arsip/a.jsonl.gz", "wb") as file:
        file.write(gzip.compress(DATA))
    with open_stream("memory://arsip/a.jsonl.gz") as stream:
        assert stream.raw.size == len(gzip.compress(DATA))
        assert all_of(stream) == (DATA, None)
    path = tmp_path / "a.txt"
    path.write_bytes(DATA)
    with open_stream(path.as_uri()) as stream:
        assert stream.read() == DATA
    with pytest.raises(SourceError, match="does not exist"):
        open_stream("memory://arsip/tiada")
    with pytest.raises(SourceError, match="cannot be opened"):
        open_stream("tiadaprotokol://arsip/a")


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    loaded = sys.modules["fsspec.registry"]._registry  # by another test, perhaps
    monkeypatch.delitem(loaded, "s3", raising=False)
    with pytest.raises(MissingExtraError, match="python -m pip install s3fs"):
        open_stream("s3://ember/arsip.jsonl")
    monkeypatch.setitem(sys.modules, "gcsfs", None)
    for scheme in ("gs", "gcs"):
        with pytest.raises(MissingExtraError, match="python -m pip install gcsfs"):
            open_stream(f"{scheme}://ember/arsip.jsonl")


def test_paths_that_are_no_files(tmp_path):
    with pytest.raises(SourceError, match="folder"):
        open_stream(str(tmp_path))
    with pytest.raises(SourceError, match="does not exist"):
        open_stream(str(tmp_path / "tiada.txt"))
    with pytest.raises(SourceError, match="cannot be read"):
        open_stream("a\0b")
    empty = tmp_path / "kosong.gz"
    empty.write_bytes(b"")
    assert open_stream(str(empty)).read() == b""


def test_the_disk_fails_in_the_middle():
    class Disk(io.BytesIO):
        def read(self, size=-1):
            if self.tell() >= 1000:
                raise OSError(5, "Input/output error")
            return super().read(min(size, 1000 - self.tell()))

        def readinto(self, buffer):
            data = self.read(len(buffer))
            buffer[: len(data)] = data
            return len(data)

    stream = Stream(Raw(Disk(DATA), "x", len(DATA)))
    buffer = bytearray(5000)
    assert stream.readinto(buffer) == 1000
    assert buffer[:1000] == DATA[:1000]
    with pytest.raises(SourceError, match="Input/output error"):
        stream.readinto(buffer)
    got, error = all_of(Stream(Raw(Disk(DATA), "x", len(DATA))))
    assert "Input/output" in error
    assert zlib.crc32(got) in {zlib.crc32(DATA[:1000]), zlib.crc32(DATA[:4])}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_has_no_size(tmp_path):
    path = tmp_path / "pipa"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    os.write(writer, DATA[:1000])
    with open_stream(str(path)) as stream:
        assert stream.raw.size is None
        assert stream.read(900) == DATA[:900]
    os.close(writer)
