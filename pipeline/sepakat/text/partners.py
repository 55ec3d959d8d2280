"""Sides that only the words of the deal announce: `menjalin kerja sama dengan Rumah UMKM Solok`.

No list knows every community, house and club that signs. A run of capitalised words behind `MoU … dengan` is read as
a body's name when it has its abbreviation in brackets, a word in capitals, or a head word such as `Komunitas`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sepakat.text.article import Span
from sepakat.text.openings import Openings, matches_at
from sepakat.text.phrases import is_word

_WORD: Final = r"[A-Z](?:[\w'&-]|\.(?=\w)){0,30}"
_BRACKET: Final = r"[ ]?\([A-Z][A-Za-z0-9&-]{1,14}\)"
_RUN: Final = re.compile(
    rf"{_WORD}(?:[ ]{{1,2}}(?:{_WORD}|of|for|dan(?=[ ](?!BPJS|BP|Pem|Dinas|Bupati|Wali|Kepala)[A-Z]))"
    rf"|,[ ](?={_WORD}[ ]Center|[A-Z]\w+[ ]of)){{0,7}}(?:{_BRACKET}(?:[ ]{_WORD}){{0,3}})?"
)
# The words of a deal, and a few more up to `dengan`: `kerja sama perlindungan pekerja dengan …`.
_DEAL: Final = re.compile(
    r"(?:mou|pks|nota\ske(?:sepahaman|sepakatan)|memorandum\sof\sunderstanding|perjanjian\skerja\s?sama|kerja\s?sama"
    r"|bekerja\s?sama|kolaborasi|kemitraan)(?:\s\([^()\n]{1,40}\))?(?:\s(?:dan\s)?(?!dengan|bersama)[\w-]{1,30}){0,7}"
    r"\s(?:dengan|bersama|antara)\s(?:organisasi\s|komunitas\s|lembaga\s|pengurus\s)?"
)
_OPENINGS: Final = Openings(
    {"deal": ("mou", "pks", "nota", "memorandum", "perjanjian", "kerja", "bekerja", "kolaborasi", "kemitraan")}
)
# Read by other rules, or no body: offices, governments, agencies, days, programmes, laws.
_OTHERS: Final = re.compile(
    r"(?:BPJS\w*|BP|BPJ\w+|Jamsostek|Pem(?:erintah|kab|kot|ko|prov|da|des)\w*|Dinas|Badan|Bagian|Kantor|Kepala|Ketua"
    r"|Wakil|Bupati|Wali|Walikota|Gubernur|Direktur|Rektor|Sekda|Camat|Lurah|Plt|Pj|Pjs|Deputi|Asisten|Menteri|Presiden"
    r"|CEO|GM|General|Manajer|Manager|Ko+rdinator|Sekretaris|Bendahara|Owner|Founder|Dekan|Ka(?:jari|jati|polres|dis|kan)"
    r"|Kejaksaan|Kejari|Kejati|Kabupaten|Kota|Provinsi|Kecamatan|Desa|Kelurahan|Nagari|Senin|Selasa|Rabu|Kamis|Jumat"
    r"|Sabtu|Minggu|MoU|MOU|PKS|JK[KMP]|JHT|JP|Program\w*|Jaminan|Undang|UU|Inpres|Perda|Perbup|APB\w+|ASN|Non|Tenaga"
    r"|Para|Seluruh|Bapak|Ibu|H|Hj|Dr|Drs|Ir|Prof|Negara|Indonesia|Republik|Perusahaan|Pihak|Universal|UC|UCJ|Tim)\b"
)
_SHOUTED: Final = re.compile(r"(?<!\w)(?!RI\b|II+\b|IV\b|SH\b|SE\b|MM\b|BPJS|NIK\b|KTP\b|RT\b|RW\b)[A-Z]{2,14}(?!\w)")
_MOST_NAMES: Final = 8  # names that are looked for again
_MAX_NAME: Final = 60  # code points; a longer run in capitals is a headline
_HEAD: Final = re.compile(
    r"(?:Komunitas|Persatuan|Perhimpunan|Himpunan|Gabungan|Aliansi|Yayasan|Pondok|Sekretariat Bersama|Sekber|Rumah"
    r"|Pusat|Lembaga|Relawan|Gerakan|Federasi|Dewan|Majelis|Gapoktan|Persaudaraan|Klub)\b"
)


def partners(text: str, lower: str) -> Iterator[Span]:
    """Names of bodies that stand as a side of a deal, in order of place."""
    found: list[Span] = []
    for deal in matches_at(_DEAL, lower, _OPENINGS.places(lower).get("deal", ())):
        run = _RUN.match(text, deal.end())
        if run is None or _OTHERS.match(text, run.start()):
            continue
        if _is_body(run[0]):
            found.append(Span(*run.span()))
    yield from sorted({*found, *_again(text, found)})


def _again(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Where the first of these names stand again, without their abbreviation: `Ketua Rumah UMKM Solok, …`."""
    names = dict.fromkeys(span.of(text).partition(" (")[0] for span in found)
    taken = {span.start for span in found}
    for name in list(names)[:_MOST_NAMES]:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if start not in taken and not is_word(text[end : end + 1]):
                yield Span(start, end)
            start = text.find(name, end)


def _is_body(name: str) -> bool:
    """Whether capitalised words read as a body's name: two or more, with a head word, an abbreviation or capitals."""
    if "(" in name or _HEAD.match(name):
        return True
    return " " in name and len(name) <= _MAX_NAME and _SHOUTED.search(name) is not None
