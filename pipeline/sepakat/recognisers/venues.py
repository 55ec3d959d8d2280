"""Where an event took place: `di Aula Kantor Bupati`, `bertempat di Hotel Anu, Kota Sukamaju`, `via Zoom`.

A venue is read word by word from its head (`Aula`, `ruang`, `Hotel`) as long as capitalised words, numbers or
words that venue names hold follow; it ends before a day, a verb, `pada`, `setempat` or a person. The words
are in `data/venue_words.csv`. The score says how much the sentence speaks of a signing or an event at that
place, and not of an address, a workplace or an interview.
"""

import re
from dataclasses import dataclass
from typing import Literal

from sepakat.text.article import Mention, Span, by_place
from sepakat.text.choices import expand
from sepakat.text.layout import Layout
from sepakat.text.openings import WordPattern
from sepakat.text.tables import read_csv

LABEL = "venue"

VenueKind = Literal["building", "institution", "town", "virtual"]


@dataclass(frozen=True, slots=True)
class Venue:
    """A place of an event.

    Attributes:
        kind: `building` (room, house, hotel), `institution` (its seat), `town` (a town, a village,
            an open place), `virtual`.
    """

    kind: VenueKind


def describe(value: Venue) -> str:
    """The kind."""
    return value.kind


def _words(kind: str) -> frozenset[str]:
    rows = read_csv("venue_words")
    return frozenset(word for row in rows if row["kind"] == kind for word in expand(row["word"]))


_HEADS, _ALONE, _INSTITUTIONS = _words("head"), _words("alone"), _words("institution")
_SITES = _words("site")
_LATE, _INNER, _PLACES = _words("late"), _words("inner"), _words("place")
_STOPS, _OFFICES = _words("stop"), _words("office")

_PLACE_FOLLOWS = r"di[ \n]{1,2}(?=[\w\"'])"
_HAPPENS = ("digelar", "dilaksanakan", "dilangsungkan", "diselenggarakan", "dilakukan", "diadakan")
_AT = WordPattern(
    re.compile(
        r"(?<!\w)di[ \n]{1,2}(?=[\w\"'])"
        rf"|(?<!\w)(?:{'|'.join(_HAPPENS)}|bertempat|berlangsung)[ \n]{_PLACE_FOLLOWS}"
        r"|bertempat[ \n](?!di\b)"
    ),
    ("di ", "di\n", *_HAPPENS, "bertempat", "berlangsung"),
)
_WORD = re.compile(r"[ \n]{0,2}([\w'&/.-]*[\w'&/])")
_COMMA = re.compile(r",[ \n]{1,2}")
_ABBREVIATION = re.compile(r" ?\(([A-Z][A-Za-z]{1,9})\)")
_MOST_WORDS = 16
_REACH = 400  # code points of a sentence, on either side of a place, that are looked at

_ENDS = re.compile(r"\s*(?:$|[,.;(\n]|pada\b|Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu|kemarin)")
_DISCOUNTS: dict[VenueKind, float] = {"building": 0.0, "institution": 0.15, "town": 0.2, "virtual": 0.4}
_VIRTUAL = WordPattern(
    re.compile(
        r"(?:via|melalui|lewat|secara)[ \n](?:aplikasi[ \n])?(zoom(?:[ \n]meetings?)?|virtual|daring"
        r"|video conference|google meet|telekonferensi)(?!\w)"
    ),
    ("via", "melalui", "lewat", "secara"),
)

_SIGNING = re.compile(r"anda-?[ ]?tang|teken|\bmou\b|\bpks\b|nota kese|perjanjian kerja|memorandum|kesepakatan bersama")
_EVENT = re.compile(
    r"digelar|berlangsung|dilaksanakan|dilangsungkan|diselenggarakan|bertempat|diadakan|acara|kegiatan"
    r"|pertemuan|audiensi|rapat|seremoni|peluncuran|penyerahan|sosialisasi"
)
_WORKPLACE = re.compile(
    r"\b(?:bekerja|beralamat|alamat|berlokasi|terletak|bertugas|mengabdi|mendaftar|pendaftaran|datang"
    r"|layanan|tersedia|dirawat|meninggal|honorer|pegawai|petugas|karyawan|pekerja|buruh|tukang|guru"
    r"|perusahaan|kuliah|sekolah|warga|kecelakaan|peserta|ada|klaim|non[- ]asn"
    r"|lahir)(?:[ \n][\w-]+){0,2}[ \n](?:langsung[ \n])?$"
)
_INTERVIEW = re.compile(r"\b(?:ditemui|kata|ujar|katanya|ujarnya|tutur|keterangan|dikonfirmasi|wartawan)[^.,;]{0,30}$")


def find(layout: Layout) -> list[Mention[Venue]]:
    """All places where something is said to happen, in order, disjoint, with scores from 0 to 1."""
    found: list[Mention[Venue]] = []
    lower = layout.lower
    for at in _AT.finditer(lower, 0, len(lower)):
        if found and at.start() < found[-1].span.end:
            continue
        if venue := _place(layout, at.start(), at.end()):
            found.append(venue)
    for call in _VIRTUAL.finditer(lower, 0, len(lower)):
        score = 0.4 if call[1].startswith("zoom") else 0.3
        found.append(Mention(Span(*call.span(1)), LABEL, Venue("virtual"), "venues.virtual", score))
    return sorted(found, key=by_place)


def _place(layout: Layout, at: int, start: int) -> Mention[Venue] | None:
    """The venue that begins at `start`, after its preposition at `at`; None when no venue stands there."""
    text, lower = layout.text, layout.lower
    sentence = layout.sentence_at(at)
    limit = min(sentence.span.end if sentence else len(text), start + 200)
    word = _WORD.match(lower, start, limit)
    if word is None:
        return None
    first = word[1].rstrip(".")
    kind = _kind(text, start, first, limit, verb=lower[at:start])
    if kind is None:
        return None
    end, n_words = _read_on(text, word.end(), limit)
    span = Span(start, end)
    is_named = any(character.isupper() or character.isdigit() for character in span.of(text))
    if kind == "town":
        if not text[start].isupper() or not _ENDS.match(text, end) or not _tells_event(layout, at):
            return None
    elif n_words == 1 and first not in _ALONE and not (first in _LATE and text[start].isupper()):
        return None
    if not is_named and n_words < 3:
        return None
    score = _score(layout, at) - _DISCOUNTS[kind] - (0.0 if is_named else 0.15)
    return Mention(span, LABEL, Venue(kind), f"venues.{kind}", round(max(0.05, score), 2))


def _kind(text: str, start: int, first: str, limit: int, *, verb: str) -> VenueKind | None:
    """What sort of venue the words at `start` name, by their first word; None: no venue.

    Args:
        text: The article.
        start: Where the words begin.
        first: Their first word in lower case.
        limit: End of the sentence.
        verb: The preposition before them, with the verb that it hangs on.
    """
    if first in _HEADS or first in _ALONE:
        return "building"
    if first in _INSTITUTIONS:
        return "institution"
    if _named_late(text, start, limit):
        return "building"
    if first in _SITES or (verb != "di " and text[start].isupper() and first not in _STOPS):
        return "town"
    return None


def _tells_event(layout: Layout, at: int) -> bool:
    """Whether the sentence at `at` reports a signing or another event."""
    if layout.lower[at : at + 3] not in {"di ", "di\n"}:  # a verb of taking place stands before it
        return True
    low, high = _surroundings(layout, at)
    return bool(_SIGNING.search(layout.lower, low, high) or _EVENT.search(layout.lower, low, at))


def _surroundings(layout: Layout, at: int) -> tuple[int, int]:
    """The part of the sentence at `at` that is looked at."""
    sentence = layout.sentence_at(at)
    bounds = sentence.span if sentence else Span(0, len(layout.text))
    return max(bounds.start, at - _REACH), min(bounds.end, at + _REACH)


def _named_late(text: str, start: int, limit: int) -> bool:
    """Whether up to four capitalised words hold one that says what they name: `Grand Sukamaju Hotel`."""
    position = start
    for _ in range(4):
        word = _WORD.match(text, position, limit)
        if word is None or not (word[1][0].isupper() or word[1][0].isdigit() or word[1] == "&"):
            return False
        if word[1].lower() in _LATE:
            return True
        position = word.end()
    return False


def _read_on(text: str, end: int, limit: int) -> tuple[int, int]:
    """Go on from the first word of a venue; where it ends and how many words it has."""
    n_words = 1
    while n_words < _MOST_WORDS:
        if short := _ABBREVIATION.match(text, end, limit):
            end = short.end()
        elif comma := _COMMA.match(text, end, limit):
            if not _goes_on_after_comma(text, comma.end(), limit):
                break
            word = _WORD.match(text, comma.end(), limit)
            end = word.end() if word else comma.start()
            n_words += 1
        elif (step := _step(text, end, limit)) > end:
            n_words += len(text[end:step].split())
            end = step
        else:
            break
    return end, n_words


def _step(text: str, end: int, limit: int) -> int:
    """Where the next word (or `dan` and a word) of a venue ends; `end` itself when the venue is over."""
    word = _WORD.match(text, end, limit)
    if word is None or word.start(1) == end or text[end : end + 1] not in " \n":
        return end
    bare = word[1].lower().rstrip(".")
    if bare in {"dan", "&", "-"}:
        after = _WORD.match(text, word.end(), limit)
        joins = after is not None and after[1][0].isupper() and not _is_over(after[1])
        return after.end() if after and joins else end
    if _is_over(word[1]):
        return end
    if word[1][0].isupper() or word[1][0].isdigit() or bare in _INNER:
        return _with_full_stop(text, word.end())
    return end


def _is_over(word: str) -> bool:
    """Whether a word ends the venue before it: a day, a preposition, a verb in capitals."""
    return word.lower().rstrip(".") in _STOPS


def _with_full_stop(text: str, end: int) -> int:
    """Take the point of an abbreviation (`Lt.`, `Jl.`, `No.`) into the venue."""
    return end + 1 if _WITH_FULL_STOP.search(text, end - 4, end + 1) else end


_WITH_FULL_STOP = re.compile(r"(?:[Ll]t|[Jj]l|[Jj]ln|[Nn]o|[Jj]end|[Kk]ec|[Kk]ab)\.")


def _goes_on_after_comma(text: str, start: int, limit: int) -> bool:
    """Whether the words after a comma still say where: another head, or a place name that ends at once."""
    word = _WORD.match(text, start, limit)
    if word is None:
        return False
    first = word[1].lower().rstrip(".")
    if first in _STOPS or first in _OFFICES:
        return False
    if first in _HEADS or first in _ALONE or first in _PLACES:
        return True
    return _PLACE_ALONE.match(text, start, limit) is not None


_PLACE_ALONE = re.compile(
    r"[A-Z][\w'-]+(?:[ \n][A-Z][\w'-]+){0,2}?(?=[,.;(\n]|[ ](?:\(|pada|Senin|Selasa|Rabu|Kamis|Jum"
    r"|Sabtu|Minggu)|$)"
)


def _score(layout: Layout, at: int) -> float:
    """How likely the event of the article took place where the preposition at `at` says."""
    low, high = _surroundings(layout, at)
    lower, score = layout.lower, 0.4
    if _SIGNING.search(lower, low, high):
        score += 0.4
    elif _EVENT.search(lower, low, high):
        score += 0.2
    if lower.startswith("bertempat", at):
        score += 0.1
    if _WORKPLACE.search(lower, max(low, at - 50), at):
        score -= 0.3
    if _INTERVIEW.search(lower, max(low, at - 50), at):
        score -= 0.2
    return score


EXAMPLES: tuple[tuple[str, str], ...] = (
    ("menandatangani MoU di [ruang rapat dua, Rumah Dinas Bupati] setempat, Rabu (15/3/2023)", "building"),
    ("MoU di [Aula Melati Setdakab Sukamaju], Rabu 14 Juni 2023.", "building"),
    ("bertempat di [Pendopo Kabupaten Sukamaju] pada Senin (3/4)", "building"),
    ("di [Hotel Anu Sukamaju], Kamis", "building"),
    ("berlangsung di [Hotel The Merdeka, Sukajaya].", "building"),
    ("di [ruang rapat utama Sekretariat Kabupaten Sukamaju]. Acara", "building"),
    ("di [rumah dinas Wali Kota Sukamaju], Kamis, 16 Juni 2022.", "building"),
    ("di [Ruang Seni dan Budaya, Kantor Bupati] setempat, Rabu (13/7/2022).", "building"),
    ("MoU di [lantai 3 Kantor Kejari Sukamaju] di Kilometer 9, Rabu (16/8).", "building"),
    ("di [ruang rapat Kantor BPJS Ketenagakerjaan Sukamaju]. Kegiatan", "building"),
    ("Penandatanganan di [Mal Pelayanan Publik (MPP) Sukamaju] Rabu (4/6)", "building"),
    ("di [Grand Sukamaju Hotel], Jumat", "building"),
    ("di [auditorium rumah dinas Gubernur Sukamaju], Kamis (24/2).", "building"),
    ("digelar di [Gedung Daerah Melati, Sukajaya], Kamis (18/9/2025)", "building"),
    ("berlangsung di [Sukamaju], Selasa (13/1/2026), dan dihadiri camat", "town"),
    ("di [Ballroom Hotel Anu Lt. 2 Sukamaju], Senin", "building"),
    ("di [Aula Lantai III Kantor Wali Kota Sukamaju] dan dihadiri camat", "building"),
    ("MoU dilakukan via [zoom], Senin", "virtual"),
    ("di [gedung Politeknik Sukamaju].", "building"),
    ("di [Kejari Sukamaju], Senin (3/2)", "institution"),
    ("acara di [Pendopo], Rabu malam", "building"),
    ("di [Balai Kota Sukamaju] disaksikan Asisten I", "building"),
    ("di [Kampus II Universitas Sukamaju], Bupati Anwar mengatakan", "building"),
)  # fmt: skip

NEGATIVES: tuple[str, ...] = (
    "perlindungan pekerja di daerah itu",
    "bekerja di kantor",
    "pekerja di perkantoran maupun pabrik",
    "saat ditemui di kantornya",
    "di lingkungan pemerintah daerah",
    "di wilayah Kota Sukamaju",
    "di Kabupaten Sukamaju terdapat petani",
    "di bawah naungan dinas",
    "di sela kegiatan",
    "diikuti peserta",
    "dirawat di rumah sakit",
    "di tempat yang sama",
    "di antaranya guru ngaji",
    "di gedung itu",
    "di rumah warga",
    "di sektor perkebunan",
    "di kantor cabang terdekat",
    "di aula itu",
    "di BPJS Ketenagakerjaan",
    "di Indonesia sebanyak itu",
    "di ruang publik",
)
