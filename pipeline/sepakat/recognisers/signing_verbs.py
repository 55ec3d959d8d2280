"""Words that say that a document is signed, with tense and certainty read from the words before them.

Verbs and nominal forms as the press writes them, misspellings of `penandatanganan` included.
`gandeng` and `bekerja sama` alone are weak: they tell of working together, not of a signature.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.openings import Openings, matches_at

LABEL: Final = "signing"

Form = Literal["active", "passive", "nominal"]
Tense = Literal["done", "planned", "negated", "unmarked"]


@dataclass(frozen=True, slots=True)
class SigningVerb:
    """A signing word.

    Attributes:
        form: `X menandatangani` (active), `ditandatangani oleh X` (passive), `penandatanganan` (nominal).
        tense: What the words before it say: `telah` done, `akan` planned, `belum` negated.
        weak: Whether the word tells of cooperation without a signature (`menggandeng`).
    """

    form: Form
    tense: Tense = "unmarked"
    weak: bool = False


_PATTERN: Final = re.compile(
    r"(?<!\w)(?:"
    # `X dan Y menjadi penandatangan` tells who signs, as a verb would
    r"(?P<signer>(?:menjadi|sebagai|selaku)\s(?:pihak\s)?penanda\s?tangan(?:\sutama)?)|"
    # penandatanganan, penandatangan MoU, penanda tanganan, misspelt penandatanagan(an)
    r"(?P<nominal>pen(?:anda|and|ada)\s?-?\s?t[agn]{3,12}(?:nya)?|penekenan|pembubuhan\s+tanda\s?tangan)"
    r"|(?P<passive>di\s?tanda\s?-?\s?tangani(?:nya)?|di\s?teken(?:nya)?|disepakati|dikerja\s?samakan"
    r"|tanda\s?tangan\s(?:(?:itu|tersebut)\s)?dibubuhkan|dituangkan\s+(?:dalam|ke\s+dalam|melalui)|diikat\s+dalam)"
    r"|(?P<active>menanda\s?-?\s?tangani|tanda\s?-?\s?tangani|bertanda\s?-?\s?tangan|tanda\s?tangan(?=\s+(?:mou|pks|nota"
    r"|perjanjian|kerja\s?sama|kesepa))|meneken|teken|membubuhkan\s+tanda\s?tangan|menyepakati|sepakati|ber-?mou"
    r"|(?:me)?(?:lakukan|laksanakan|langsungkan|gelar|nggelar)(?=\s+(?:mou|pks|nota|perjanjian|kerja\s?sama)\b)"
    r"|(?:mem)?perpanjang(?=\s+(?:masa\s+)?(?:mou|memorandum|pks|nota|perjanjian|kerja\s?sama)\b)"
    r"|(?:meng)?ikat(?=\s+(?:mou|memorandum|pks|nota|perjanjian|kerja))|(?:men)?jalin(?=\s+(?:mou|pks|nota|perjanjian|kerja|kesepa|sinergi)))"
    r"|(?P<weak>(?:meng)?gandeng|digandeng|bekerja\s?sama|kerja\s?sama(?=\s+dengan)|(?:men)?jalin|bersinergi"
    r"|menjalin\s+sinergi|sepakat)"
    r")(?!\w)",
    re.IGNORECASE,
)
_BEFORE: Final = 48  # code points before the verb in which its tense is read, within the sentence
_PLANNED: Final = re.compile(
    r"\b(?:akan|bakal|segera|rencana(?:nya)?(?!\s+kerja)|berencana|merencanakan|hendak|ingin|menjajaki|penjajakan|persiapan|jelang"
    r"|menunggu|diharapkan\s+(?:dapat|bisa)|siap|usulan?|mengusulkan|tinggal)\b(?:\W+\w+){0,3}\W*$"
)
# `Penandatanganan nota kesepahaman dijadwalkan pada 28 Mei`: told after the noun.
_PLANNED_AFTER: Final = re.compile(
    r"(?:\s+[\w()-]+){0,9}?\s+(?:(?:di(?:jadwal|rencana|target|agenda)kan|rencananya)\b|(?:akan|bakal)\s+(?:segera\s+)?"
    r"(?:di(?:laku|laksana|langsung|selenggara|ada)kan|digelar|berlangsung)\b)"
)
_NEGATED: Final = re.compile(r"\b(?:belum|tidak|tanpa|batal|gagal|urung)\b(?:\W+\w+){0,2}\W*$")
_DONE: Final = re.compile(
    r"\b(?:telah|sudah|usai|seusai|setelah|baru\s+saja|resmi|sukses|berhasil)\b(?:\W+\w+){0,3}\W*$"
)
# What is signed is a regulation, a plaque, a handover record: no agreement.
_OTHER_OBJECT: Final = re.compile(
    r"[\s\w]{0,14}?\b(?:peraturan|perda|perbup|perwali|pergub|keputusan|sk|surat\sedaran|undang-undang|prasasti|berita\sacara|rapbd|apbd"
    r"|raperda|petisi|deklarasi)\b"
)
_OPENINGS: Final = Openings(
    {
        "verb": (
            *(
                "bekerja",
                "ber-mou",
                "bermou",
                "bersinergi",
                "bertanda",
                "di t",
                "di\nt",
                "digandeng",
                "diikat",
                "dikerja",
            ),
            *(
                "disepakati",
                "ditanda",
                "diteken",
                "dituangkan",
                "gandeng",
                "gelar",
                "ikat",
                "jalin",
                "kerja",
                "lakukan",
            ),
            *("laksanakan", "langsungkan", "megelar", "melakukan", "melaksanakan", "melangsungkan", "membubuhkan"),
            *("memperpanjang", "menanda", "meneken", "menggandeng", "menggelar", "mengikat", "menjadi", "menjalin"),
            *("menyepakati", "nggelar", "pembubuhan", "penada", "penand", "penekenan", "perpanjang", "sebagai"),
            *("selaku", "sepakat", "tanda", "teken"),
        )
    }
)


def _tense(layout: Layout, start: int, end: int, *, nominal: bool) -> Tense:
    sentence = layout.sentence_at(start)
    left = max(start - _BEFORE, sentence.span.start if sentence else 0, 0)
    before = layout.lower[left:start]
    if _NEGATED.search(before):
        return "negated"
    if _PLANNED.search(before):
        return "planned"
    if nominal and _PLANNED_AFTER.match(layout.lower, end, sentence.span.end if sentence else len(layout.lower)):
        return "planned"
    return "done" if _DONE.search(before) else "unmarked"


def find(layout: Layout) -> list[Mention[SigningVerb]]:
    """All signing words of the article in order of place."""
    found: list[Mention[SigningVerb]] = []
    for match in matches_at(_PATTERN, layout.text, _OPENINGS.places(layout.lower).get("verb", ())):
        group = match.lastgroup or "weak"
        if _OTHER_OBJECT.match(layout.lower, match.end(), match.end() + 40):
            continue
        form: Form = "passive" if group == "passive" else "nominal" if group == "nominal" else "active"
        weak = group == "weak"
        value = SigningVerb(form, _tense(layout, match.start(), match.end(), nominal=form == "nominal"), weak)
        span = Span(match.start(), match.start() + len(match[0].rstrip()))
        found.append(Mention(span, LABEL, value, f"signing_verbs.{group}", 0.3 if weak else 0.9))
    return found


def describe(value: SigningVerb) -> str:
    """Short form for examples: `form/tense`, `~` before a weak word."""
    return ("~" if value.weak else "") + f"{value.form}/{value.tense}"


EXAMPLES: Final = (
    ("Bupati [menandatangani] nota kesepahaman.", "active/unmarked"),
    ("Wali Kota [meneken] PKS itu.", "active/unmarked"),
    ("Pemkab dan BPJamsostek [Teken] MoU", "active/unmarked"),
    ("Keduanya resmi [menandatangani] kerja sama.", "active/done"),
    ("Naskah itu [ditandatangani] Sekda.", "passive/unmarked"),
    ("Naskah itu telah [ditandatangani] Sekda.", "passive/done"),
    ("[Penandatanganan] PKS digelar di aula.", "nominal/unmarked"),
    ("[Penandatangan] PKS digelar di aula.", "nominal/unmarked"),
    ("[Penandatanagan] PKS digelar di aula.", "nominal/unmarked"),
    ("Pemkot akan segera [menandatangani] MoU.", "active/planned"),
    ("MoU itu belum [ditandatangani].", "passive/negated"),
    ("Rencananya [penandatanganan] digelar bulan depan.", "nominal/planned"),
    ("[Penandatanganan] resmi nota kesepahaman dijadwalkan pada 28 Mei 2025.", "nominal/planned"),
    ("[Penandatanganan] PKS akan segera dilaksanakan.", "nominal/planned"),
    ("[Penandatanganan] ini akan memberi rasa aman.", "nominal/unmarked"),
    ("Pemkot [gandeng] BPJS Ketenagakerjaan.", "~active/unmarked"),
    ("[Tanda tangan dibubuhkan] Sekda dan Kepala Cabang.", "passive/unmarked"),
    ("Kerja sama itu [dituangkan dalam] nota kesepakatan.", "passive/unmarked"),
    ("Pemkab [menjalin] kerja sama dengan BPJS Ketenagakerjaan.", "active/unmarked"),
    ("Keduanya [melakukan] MoU pagi tadi.", "active/unmarked"),
    ("Pemkot dan BPJS Ketenagakerjaan [memperpanjang] perjanjian kerja sama.", "active/unmarked"),
    ("Wali Kota dan Kepala Cabang [menjadi penandatangan].", "active/unmarked"),
    ("Kedua pihak [menyepakati] nota itu.", "active/unmarked"),
    ("Keduanya [membubuhkan tanda tangan] pada naskah.", "active/unmarked"),
    ("Keduanya [tanda tangan] MoU.", "active/unmarked"),
    ("Keduanya [ber-MoU] sejak dulu.", "active/unmarked"),
    ("MoU itu [diteken] Bupati.", "passive/unmarked"),
    ("[Penanda tanganan] MoU digelar.", "nominal/unmarked"),
    ("[Penandatanganannya] digelar pagi.", "nominal/unmarked"),
    ("Usai [menandatangani] MoU, ia pulang.", "active/done"),
    ("Pemkot menunggu [penandatanganan] MoU.", "nominal/planned"),
    ("Mereka siap [menandatangani] PKS.", "active/planned"),
    ("Batal [meneken] MoU.", "active/negated"),
    ("Keduanya tidak jadi [menandatangani] MoU.", "active/negated"),
    ("Keduanya [sepakat] [bekerja sama].", "~active/unmarked; ~active/unmarked"),
)
NEGATIVES: Final = (
    "Buah tangan dari daerah itu dijual di bandara.",
    "Para pekerja menerima kartu peserta.",
    "Tangan kanannya terluka saat bekerja.",
    "Wali Kota menandatangani prasasti gedung itu.",
    "Bupati meneken Peraturan Bupati tentang jaminan sosial.",
    "Peserta dapat memperpanjang kartunya di kantor cabang.",
    "Bupati menandatangani SK pengangkatan.",
    "Penandatanganan berita acara berlangsung.",
    "Tanda tangannya indah.",
)
