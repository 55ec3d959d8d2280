"""Words that tell what a number of workers is a number of, each with the kind it votes for and its weight.

Besides the kinds of the contract: `enrol` and `deal` stand for what the agreement makes of enrolment,
`exists` for all there are when no group is named, `supposed` for what would be if something happened.
Patterns run on lower-case text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ahocorasick_rs import AhoCorasick


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Words that vote for a kind, and how much beside the number they are worth; each is equal to itself alone.

    Attributes:
        kind: What they vote for.
        weight: Their vote right beside the number.
        needs: Stems of which one must occur before the pattern is tried.
        pattern: The words, in lower case.
    """

    kind: str
    weight: float
    needs: tuple[str, ...]
    pattern: re.Pattern[str]


class CueList:
    """Cues with an automaton of their stems, which tells in one pass which of them are worth a try."""

    def __init__(self, *cues: Cue) -> None:
        """Keep cues in their order."""
        self._cues = cues
        wanting: dict[str, list[int]] = {}
        for number, cue in enumerate(cues):
            for stem in cue.needs:
                wanting.setdefault(stem, []).append(number)
        self._wanting = list(wanting.values())
        self._stems = AhoCorasick(list(wanting))

    def possible_in(self, lower: str) -> Sequence[Cue]:
        """Cues of which one of the stems occurs, in their order."""
        found = {stem for stem, _, _ in self._stems.find_matches_as_indexes(lower, overlapping=True)}
        return [self._cues[number] for number in sorted({n for stem in found for n in self._wanting[stem]})]


def _cue(kind: str, weight: float, needs: str, *alternatives: str) -> Cue:
    return Cue(kind, weight, tuple(needs.split()), re.compile("|".join(alternatives)))


_ENROLLED = (
    r"(?:ter|di|men|me|pen|mem|meng|ke)?-?(?:daftar|lindung|cover|kaver|ikut|tanggung|dapat|peroleh|jadi"
    r"|peserta"
    r"|milik|bayar|implementasi|realisasi|serap|akomodir|asuransi|jamin)\w*"
)
_SINCE = (
    r"saat|hari|pekan|minggu|kini|sekarang|akhir|bulan|tanggal|januari|februari|maret|april|mei|juni|juli|agustus"
    r"|september"
    r"|oktober|november|desember|\d"
)
_GREW = (
    r"\b(?:(?:jumlah|total)(?:nya)?(?:\s(?:semuanya|seluruhnya))?|naik|meningkat"
    r"|melonjak|bertambah|tumbuh|turun|membengkak|berkembang)"
)
NOT_FROM = r"(?<!diri\s)(?<!naik\s)(?<!meningkat\s)(?<!melonjak\s)(?<!bertambah\s)(?<!tumbuh\s)(?<!turun\s)"
_ABOUT = r"(?:sekitar\s|sebanyak\s|hampir\s|lebih\sdari\s|kurang\slebih\s)?"

CUES: Final = CueList(
    # Not enrolled.
    _cue(
        "uncovered",
        3.0,
        "belum tidak tak",
        r"\bbelum\s(?:\w+\s)?(?:ter|di|men|me|ikut|masuk|ada|punya|jadi|aktif)\w*",
        r"\b(?:tidak|tak)\s(?:ter(?:daftar|lindungi|cover)|memiliki\s(?:jaminan|perlindungan))",
    ),
    _cue(
        "uncovered",
        2.0,
        "belum sisanya kekurangan luar tanpa",
        r"\b(?:yang|masih|dan)\sbelum\b",
        r"\bsisanya\b",
        r"\bkekurangan\b",
        r"\bdi\sluar\s(?:sistem|jaminan|perlindungan|kepesertaan|program)\b",
        r"\btanpa\s(?:jaminan|perlindungan|kartu)\b",
    ),
    # All there are.
    _cue(
        "workforce",
        3.0,
        "semesta potensi angkatan populasi bekerja eligible",
        r"\b(?:semesta|potensi|angkatan\skerja|populasi|penduduk\s(?:yang\s)?bekerja|eligible)\b",
    ),
    _cue(
        "workforce",
        2.2,
        "total jumlah keseluruhan",
        r"\b(?:total|jumlah|keseluruhan)\s(?:seluruh\s)?(?:pekerja|tenaga\skerja)\b(?!\s(?:yang\s)?(?:ter|aktif))",
        r"\bjumlah\sseluruh\b",
    ),
    _cue(
        "workforce",
        1.8,
        "dari",
        r"\bdari\s(?:total|jumlah)\s(?!penduduk\b)",
    ),
    _cue("workforce", 1.0, "aktif", r"\bpekerja\saktif\b"),
    # Neither: numbers of a clean-up or of an emergency.
    _cue(
        "other",
        3.0,
        "ganda fiktif terancam phk valid",
        r"\b(?:ganda|fiktif|terancam|tidak\svalid|(?:di-?|ter)?phk)\b",
    ),
    # Enrolled already.
    _cue("covered", 2.4, "telah sudah", rf"\b(?:telah|sudah)\s(?:\w+\s){{0,2}}{_ENROLLED}"),
    _cue(
        "covered",
        2.0,
        "aktif hingga sampai per posisi s/d",
        r"\bpeserta\saktif\b",
        rf"\b(?:hingga|sampai|per|posisi|s/d)\s(?:dengan\s)?(?!akhir\stahun(?!\s(?:lalu|kemarin|20)))(?:{_SINCE})",
    ),
    _cue("covered", 1.0, "tercatat salurkan alurkan", r"\b(?:tercatat|menyalurkan|disalurkan)\b"),
    _cue("covered", 2.0, "lama lebih", r"\b(?:sudah|sejak)\slama\b", r"\blebih\s(?:dulu|dahulu)\b"),
    _cue(
        "covered",
        3.0,
        "sebelum",
        r"\bsebelum\s(?:adanya\s)?(?:ini|hari\sini|pks|mou|kerja\s?sama|perjanjian|penandatangan\w*)\b",
    ),
    _cue(
        "covered",
        1.6,
        "terdaftar terlindungi tercover aktif",
        r"\b(?:pekerja|peserta|pegawai|tenaga\skerja|kepesertaan)\s(?:yang\s)?(?:ter(?:daftar|lindungi"
        r"|cover)|aktif)\b",
    ),
    _cue(
        "covered",
        1.2,
        "ter aktif menjadi sebelumnya tahun selama",
        r"\byang\s(?:ter(?:daftar|lindungi|cover)|aktif|menjadi\speserta)",
        r"(?<!akan\s)(?<!bisa\s)(?<!dapat\s)\bter(?:daftar|lindungi)(?:nya)?\b",
        r"\bsebelumnya\b",
        r"\btahun\s(?:lalu|kemarin|sebelumnya)\b",
        r"\bselama\sini\b",
    ),
    _cue(
        "covered",
        1.0,
        "realisasi capai menanggung cakupan coverage",
        r"(?<!meningkatkan\s)(?<!memperluas\s)\b(?:cakupan|coverage|realisasi|capaian|tercapai|terealisasi|menanggung)\b",
    ),
    # To come.
    _cue(
        "target",
        2.5,
        "arget kuota sasar bidik kejar",
        r"\b(?:target|kuota|sasaran)(?:nya)?\b",
        r"\b(?:menargetkan|(?:di)?targetkan|menyasar|disasar|(?:mem|di)bidik|mengejar|dikejar)\b",
    ),
    _cue("supposed", 3.0, "kalau jika bila andai", r"\b(?:kalau|jika|apabila|bila|andai(?:kan)?|seandainya)\b"),
    _cue(
        "target",
        1.6,
        "akan bakal segera rencana hendak harap nanti depan mendatang bertahap tambah usul aju hitungan",
        r"\b(?:akan|bakal|segera|(?:ber|di)?rencana(?:nya|kan)?|hendak|diharapkan|nantinya|ke\s?depan(?:nya)?)\b",
        r"\b(?:tahun\s(?:depan|mendatang)|bertahap|bertambah|ditambah(?!\s\d)|(?:di|meng)usulkan|(?:di|meng)ajukan"
        r"|hitungan(?:nya)?)\b",
    ),
    _cue(
        "target",
        2.0,
        "alokasi anggar",
        r"\b(?:mengalokasikan|dialokasikan|(?:meng|di)anggarkan|(?:meny|dis)iapkan\sanggaran|alokasi)\b",
    ),
    # Enrolled by whatever the article tells of.
    _cue(
        "enrol",
        1.2,
        "daftar lindung cover ikut bagi mencakup meliputi peroleh mendapat",
        r"\b(?:di|men)?daftarkan\b",
        r"\b(?:di|me)?lindungi\b",
        r"\b(?:di|me|meng)-?cover\b",
        r"\b(?:di|meng)?ikut(?:serta)?kan\b",
        r"\b(?:perlindungan|pendaftaran|bagi|mencakup|meliputi|memperoleh|mendapat(?:kan)?)\b",
    ),
    # Enrolled by the agreement, in so many words.
    _cue("deal", 1.8, "resmi", r"\bresmi\s(?:memperoleh|mendapat\w*|menjadi|ter\w+|di\w+)\b"),
    _cue(
        "deal",
        1.8,
        "pertama awal perdana",
        r"\b(?:tahap|gelombang|angkatan|langkah)\s(?:pertama|awal|perdana)\b",
    ),
    _cue(
        "deal",
        3.0,
        "kerja mou pks nks nota janjian sepakat memorandum",
        r"\b(?:melalui|lewat|dalam|dengan(?:\sadanya)?|objek|berkat|lingkup)\s(?:penandatangan\w*\s)?"
        r"(?:kerja\s?sama|mou|pks|nks|nota\skese\w+|perjanjian(?:\skerja\s?sama)?|kesepakatan|memorandum)\b"
        r"(?:\s\(\w+\))?(?:\s(?:ini|itu|tersebut))?",
    ),
)

BESIDE: Final = CueList(
    _cue("workforce", 4.0, "dari", rf"(?:%|persen)\sdari\s(?:total\s|jumlah\s|seluruh\s)?{_ABOUT}$"),
    _cue(
        "workforce",
        1.8,
        "dari memiliki",
        rf"{NOT_FROM}\bdari\s(?:total\s|jumlah\s)?{_ABOUT}$",
        rf"\bmemiliki\s{_ABOUT}$",
    ),
    _cue(
        "workforce",
        1.0,
        "jumlah",
        r"\bjumlah\s(?!peserta|kepesertaan|yang|penerima|tenaga\skerja\saktif)(?:(?!menjadi|ter|baru)\w+\s){1,8}$",
    ),
    _cue("workforce", 1.5, "jumlahnya", rf"(?<!peserta\s)\bjumlahnya\s(?:ada\s|mencapai\s)?{_ABOUT}$"),
    _cue("workforce", 2.5, "mempekerjakan", rf"\bmempekerjakan\s{_ABOUT}$"),
    _cue(
        "covered",
        3.0,
        "apor aftar",
        rf"\b(?:hanya|baru)\s(?:me(?:lapor|ndaftar)kan|di(?:lapor|daftar)kan)\s{_ABOUT}$",
    ),
    _cue("target", 2.5, "arget", rf"\b(?:menargetkan|(?:di)?targetkan|targetnya)\s(?:ada\s)?{_ABOUT}$"),
    _cue("target", 2.0, "butuh", rf"\b(?:mem|di)?butuh(?:kan)?\s{_ABOUT}$"),
    _cue("covered", 2.0, "dari", rf"{_GREW}\sdari\s{_ABOUT}$"),
    _cue(
        "enrol",
        0.8,
        "untuk bagi",
        r"\b(?:menyisihkan|menanggung|membiayai|membayar(?:kan)?)\b[^;]{0,45}\b(?:untuk|bagi)\s$",
    ),
    _cue("deal", 1.0, "jadi", rf"{_GREW}\s(?:men)?jadi\s{_ABOUT}$"),
    _cue("exists", 1.2, "terdapat ada", rf"\b(?:terdapat|ada)\s{_ABOUT}$"),
    _cue(
        "covered",
        2.0,
        "sudah baru telah",
        rf"\b(?:sudah|baru|telah)\s(?:ada\s|mencapai\s|tercatat\s|mendaftar\s|terdaftar\s)*{_ABOUT}$",
    ),
)
"""Cues that count only right before the number."""

POINTED_AT: Final = re.compile(r"\s(?:ini|tersebut|itu)\b")
"""Words right after a number and its group that point at people whom the article has told of."""

CONTRAST: Final = re.compile(
    r"\b(?:namun|tetapi|tapi|sedangkan|sementara(?:\situ)?|sisanya|dari\sjumlah|selain\situ|adapun)\b"
    r"|\b(?:baru|hanya)\b(?!\s(?:ada\s|sekitar\s)?$)"
)
"""Words after which a sentence speaks of another number."""
