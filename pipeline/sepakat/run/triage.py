"""Which records can hold an agreement with BPJS Ketenagakerjaan at all, told from their bytes, before any decoding.

A record passes if it holds a name of the body and a word of a document or of signing: without both, extraction
finds no agreement (`recognisers/bpjs.py`, `instruments.py` and `signing_verbs.py` look for the same words). Nor does
it where nothing but `BPJS Kesehatan` is named, the other body. A bare `BPJS` beside that lets a record pass: the other
body may stand in a link or a column that is no part of the article, and then the bare name means this one. Letters
may be hidden from a search of bytes by an encoding of two or four bytes, by escapes of JSON and HTML, or by
full-width forms; a record with such a sign passes as well. Hyperscan searches for all patterns at once; without it
Python's `re` does, with the same result.
"""

import re
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Final, cast

from typing_extensions import Buffer

from sepakat.sources.record import Block, Search

_GAP: Final = r".{1,8}"
"""Between two words: a space, a line break, or either as JSON, HTML or UTF-8 write it."""
BODY: Final = ("bpjs", "jamsostek", rf"jaminan{_GAP}sosial")
HIDDEN: Final = (
    r"\\u(?:00[4-7]|ff[2-5])[0-9a-f]",  # an ASCII letter, or a full-width one, in JSON
    r"\xef[\xbc\xbd][\x81-\xba]",  # a full-width letter in UTF-8
    r"&#(?:0{0,4}(?:6[5-9]|[7-9][0-9]|1[0-2][0-9])|x0{0,4}[4-7][0-9a-f])",  # a letter in HTML
)
BARE: Final = ("bpjs",)
KESEHATAN: Final = ("bpjs[^a-z]{1,4}kesehat",)
NAKER: Final = (
    *("jamsostek", rf"jaminan{_GAP}sosial", r"bpjs.{0,8}(?:ket|tenaga|naker|t[kt])", r"dua.{1,20}bpjs"),
    rf"kes[a-z]{{0,9}}{_GAP}(?:dan|&|maupun|serta|atau){_GAP}(?:ket|tenaga|naker)",
)
"""What names the body beside BPJS Kesehatan."""
PAPER: Final = (
    *("mou", r"m\.?o\.?u", "moa", "nota", "memor", "perja", "pks", "nks", "endum", "komitmen", "surat", "letter"),
    *("sepak", "sepaham", r"kerja(?:.{0,8})sama", rf"rencana{_GAP}kerja"),
    *("tangan", "teken", "tanag", "jalin", "gandeng", "sinergi", "dituangkan", r"diikat", "mengikat"),
)
"""Stems of documents and of signing. `kerja` alone stands in the name of the body."""
_WIDE: Final = b"\x00"
"""In the Latin letters of UTF-16 and UTF-32, and in no other text."""
_START_BYTES: Final = 1_000
VERSION: Final = "2"
"""Part of what makes results stale: another version may pass other records."""


class Triage:
    """The search, compiled; one for each process."""

    def __init__(self) -> None:
        """Compile the patterns."""
        compiled = _hyperscan if find_spec("hyperscan") else _re
        self._first = compiled((*BODY, *HIDDEN))
        self._then = tuple(map(compiled, ((*PAPER, *HIDDEN), BARE, KESEHATAN, (*NAKER, *HIDDEN))))

    def __call__(self, block: Block) -> list[int]:
        """Indexes of the records of a block that pass, in order."""
        if block.n_records == 1 and _WIDE in block.record(0).data[:_START_BYTES]:
            return [0]
        return [index for index in block.where(self._first) if self._holds(block.record(index).data)]

    def _holds(self, data: bytes) -> bool:
        """Whether a record that names the body may tell of a document with it."""
        paper, bare, kesehatan, naker = self._then
        return bool(paper(data)) and (bool(naker(data)) or len(bare(data)) > len(kesehatan(data)))


def _hyperscan(patterns: Sequence[str]) -> Search:
    import hyperscan

    flags = hyperscan.HS_FLAG_CASELESS | hyperscan.HS_FLAG_DOTALL
    database = hyperscan.Database()
    database.compile([pattern.encode("ascii") for pattern in patterns], flags=flags)

    def search(data: Buffer) -> list[int]:
        found: list[int] = []
        database.scan(cast(bytes, data), lambda _id, _start, end, _flags, _context: found.append(end - 1))
        return found

    return search


def _re(patterns: Sequence[str]) -> Search:
    compiled = [re.compile(pattern.encode("ascii"), re.DOTALL) for pattern in patterns]

    def search(data: Buffer) -> list[int]:
        lower = bytes(data).lower()
        return sorted(match.end() - 1 for pattern in compiled for match in pattern.finditer(lower))

    return search
