"""Triage may let anything pass, but must never lose an article that extraction would give an agreement for."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import Buffer

from builders import TEXT
from sepakat import extract
from sepakat.recognisers import bpjs, instruments, signing_verbs
from sepakat.run.triage import Triage, _hyperscan, _re
from sepakat.sources.record import Record, Search
from sepakat.text.article import Article
from sepakat.text.layout import read_layout

TRIAGE = Triage()


class OneRecord:
    """A block of one record."""

    position = first = 0
    n_records = 1

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.n_bytes = self.consumed = len(data)

    def where(self, search: Search) -> list[int]:
        return [0] if search(self.data) else []

    def record(self, index: int) -> Record:
        return Record("x", "text", self.data)


def passes(data: bytes) -> bool:
    return bool(TRIAGE(OneRecord(data)))


def encodings(text: str) -> list[bytes]:
    """A text as archives write it."""
    html = "".join(f"&#{ord(c)};" if c.isalpha() else c for c in text)
    named = text.replace(" ", "&nbsp;").replace("\n", "<br>\r\n")
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    escaped = "".join(f"\\u{ord(c):04x}" if c.isalpha() and ord(c) < 0x10000 else c for c in text)
    return [
        *(text.encode(encoding) for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32")),
        *(text.encode(encoding, "replace") for encoding in ("cp1252", "latin-1")),
        json.dumps({"text": text}).encode(),
        json.dumps({"text": text}, ensure_ascii=False).encode(),
        json.dumps({"text": text.replace(" ", "\u00a0")}).encode(),
        *(variant.encode() for variant in (html, named, wide, escaped, text.upper(), text.replace(" ", "\n"))),
    ]


def test_no_article_with_an_agreement_is_lost(root: Path) -> None:
    articles = sorted((root / "corpus" / "articles").glob("*.txt"))
    relevant = [text for path in articles if extract(text := path.read_bytes().decode()).agreements]
    assert len(relevant) > 20
    for text in relevant:
        assert all(passes(data) for data in encodings(text))


@pytest.mark.parametrize("name", ["BPJS Ketenagakerjaan", "BPJAMSOSTEK", "BP Jamsostek", "BPJS TK", "jaminan sosial"])
def test_names_of_the_body(name: str) -> None:
    assert all(passes(data) for data in encodings(f"Pemkab dan {name} meneken MoU."))


def test_every_document_and_signing_word_passes_beside_the_body() -> None:
    """What the recognisers find in their own examples, triage finds too."""
    for recogniser in (instruments, signing_verbs):
        for sentence, _ in recogniser.EXAMPLES:
            assert passes(f"bpjs {sentence}".encode()), sentence


@pytest.mark.parametrize(
    "text",
    [
        "Banjir merendam tiga desa; warga mengungsi ke balai desa.",
        "Pemkab dan Kejari meneken MoU tentang hukum perdata.",
        "Peserta BPJS Kesehatan mengeluhkan antrean di puskesmas.",
        "BPJS Kesehatan dan rumah sakit meneken MoU. Peserta BPJS  Kesehatan dilayani dengan baik.",
    ],
)
def test_what_cannot_hold_an_agreement_is_left_out(text: str) -> None:
    assert not passes(text.encode())


def test_the_other_body_beside_the_article_hides_nothing() -> None:
    """Where the other body stands in a link, a bare name in the article means this one."""
    assert passes(b"<p>Pemkab dan BPJS meneken MoU.</p> <a>Klinik BPJS Kesehatan</a>")


FRAGMENTS = (
    *(
        "BPJS",
        "bpjs",
        "BPJS Kesehatan",
        "Kesehatan",
        "dan",
        "&",
        "Ketenagakerjaan",
        "Ketanagakerjan",
        "Ketenaga kerjaan",
    ),
    *(
        "BP Jamsostek",
        "BPJamsostek",
        "BPJS TK",
        "BPJS-TK",
        "BPJS Naker",
        "PT Jamsostek (Persero)",
        "Jamsostek",
        "kedua",
    ),
    *(
        "Badan Penyelenggara Jaminan Sosial",
        "Jaminan Sosial",
        "Tenaga Kerja",
        "Kantor Cabang",
        "Lampung",
        "Kepala",
        ",",
    ),
)


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map(" ".join))
def test_whatever_names_the_body_passes(words: str) -> None:
    named = any(m.label == bpjs.LABEL for m in bpjs.find(read_layout(Article(f"Kerja sama. {words} meneken MoU."))))
    if named:
        assert all(passes(data) for data in encodings(f"Kerja sama. {words} meneken MoU."))


@given(
    st.lists(
        st.sampled_from(["BPJS", " jamsostek", "Jaminan", " ", "\n", "sosial", "\\u0042", "\\uff22", "&#66", "&#x4"])
        | st.binary(max_size=6).map(lambda data: data.decode("latin-1")),
        max_size=12,
    ).map(lambda parts: "".join(parts).encode("latin-1"))
)
def test_hyperscan_and_re_agree(data: bytes) -> None:
    from sepakat.run.triage import BODY, HIDDEN

    one, other = (compiled((*BODY, *HIDDEN)) for compiled in (_hyperscan, _re))
    assert bool(one(data)) == bool(other(data))
    assert set(other(data)) <= set(one(data))  # Hyperscan tells every place where a match may end


def test_offsets_are_inside_the_match() -> None:
    def inside(search: Search, data: Buffer) -> Sequence[int]:
        return search(data)

    data = b"aaa BPJS bbb"
    for compiled in (_hyperscan, _re):
        assert inside(compiled(("bpjs",)), data) == [7]


def test_text_of_the_builders_passes() -> None:
    assert passes(TEXT.encode())
