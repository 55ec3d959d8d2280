"""Bodies other than BPJS Ketenagakerjaan: governments, agencies, prosecutors, charities, campuses, firms, villages.

The span ends before a region's name; `linking/bodies.py` joins the two (`Pemkab` + `Lampung Barat`,
`Dinas Tenaga Kerja` + `Kota Metro`). Agencies are told by PP 18/2016's nomenclature (`data/agency_words.txt`).
"""

import re
from dataclasses import dataclass
from typing import Final

from sepakat.records import OrganisationKind, RegionLevel
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.tables import read_csv, read_lines

LABEL: Final = "organisation"


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """A body named in the text.

    Attributes:
        kind: Kind in the sense of the record contract.
        level: Level of government that its name implies (`Pemkab`: regency), or None.
        takes_region: Whether a region's name that follows belongs to the name (`Kejaksaan Negeri` + `Bintan`).
        form: `government`, or the sort of body (`agency`, `prosecutor`, `company` …); finer than `kind`.
    """

    kind: OrganisationKind
    level: RegionLevel | None
    takes_region: bool
    form: str


_AGENCY_WORDS: Final = frozenset(read_lines("agency_words"))
_COMMON_WORDS: Final = (
    frozenset(read_lines("common_words")) - frozenset(read_lines("not_names")) - _AGENCY_WORDS
)
_ABBREVIATIONS: Final = {row["name"].lower(): row for row in read_csv("organisations")}

_CAP: Final = r"(?!(?:Prof|Drs?|Dra|Hj?|Ir)\b)[A-Z](?:[\w'&-]|\.(?=\w)){0,30}"
# `dan` joins words of one name (`Universitas Sains dan Teknologi`), not two bodies, nor a body and an office.
_OTHER: Final = (
    r"(?:BPJS\w*|BP|BPJamsostek|BPJAMSOSTEK|Jamsostek|PT|CV|Pem(?:erintah|kab|kot|ko|prov|da|des)|Dinas|Badan"
    r"|Kantor|Kementerian|Kejaksaan|Kejari|Kejati|Universitas|Institut|Politeknik|Akademi|Bank|Koperasi"
    r"|Rumah[ ]Sakit|RSUD?|Baznas|BAZNAS|Bupati|Wali|Walikota|Gubernur|Wakil|Kepala|Ketua|Direktur|Rektor|Sekda|Camat|Plt|Pj|Deputi)\b"
)
_RUN: Final = rf"{_CAP}(?:[ ]{{1,2}}(?:{_CAP}|dan(?=[ ](?!{_OTHER})[A-Z])|of|for|&)){{0,6}}"
_PATTERNS: Final[tuple[tuple[str, OrganisationKind, RegionLevel | None, bool, re.Pattern[str]], ...]] = (
    (
        "government",
        "regional_government",
        "regency",
        True,
        re.compile(
            r"(?<!\w)(?:pemerintah(?:an)?\s+(?:daerah\s+\(pemda\)\s+)?(?:kab(?:upaten|\.)?|kanupaten)(?:\s*\(pemkab\.?\))?"
            r"|pemkab\.?)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "government",
        "regional_government",
        "city",
        True,
        re.compile(
            r"(?<!\w)(?:pemerintah(?:an)?\s+kota(?:madya)?(?:\s*\(pem(?:kot|ko)\.?\))?|pemkot|pemko)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "government",
        "regional_government",
        "province",
        True,
        re.compile(
            r"(?<!\w)(?:pemerintah(?:an)?\s+(?:daerah\s+)?(?:provinsi|propinsi|prov\.?|daerah\s+istimewa|dki|diy|aceh)"
            r"(?:\s*\(pem(?:prov|da)\.?\))?|pemprov)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "government",
        "regional_government",
        None,
        True,
        re.compile(r"(?<!\w)(?:pemerintah(?:an)?\s+daerah(?:\s*\(pemda\.?\))?|pemda)(?!\w)", re.IGNORECASE),
    ),
    (
        "prosecutor",
        "prosecutor",
        None,
        True,
        re.compile(
            r"(?<!\w)(?:kejaksaan\s+(?:negeri|tinggi|agung)(?:\s*\((?:kejari|kejati|kejagung)\))?(?:\s+RI\b)?"
            r"|kejari|kejati|kejagung|cabang\s+kejaksaan\s+negeri|cabjari)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "charity",
        "religious_charity",
        None,
        True,
        re.compile(
            r"(?<!\w)(?:badan\s+amil\s+zakat(?:\s+nasional)?(?:\s*\(baz(?:nas|da|is)\))?|baznas(?:\s+\(?bazis\)?)?|lazis(?:mu|nu)"
            r"|lembaga\s+amil\s+zakat(?:\s+nasional)?(?:\s*\(laz(?:nas)?\))?|baitul\s+mal|dompet\s+dhuafa|rumah\s+zakat)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "ministry",
        "ministry",
        None,
        True,
        re.compile(
            r"(?<!\w)(?:kantor\s+(?:wilayah\s+)?|kanwil\s+)?(?:kementerian\s+(?:agama|hukum(?:\s+dan\s+(?:ham|hak\s+asasi\s+manusia))?"
            r"|ketenagakerjaan|dalam\s+negeri|tenaga\s+kerja|kesehatan|sosial|koperasi(?:\s+dan\s+ukm)?|pupr|pertanian"
            r"|kelautan\s+dan\s+perikanan|pendidikan|desa(?:\s+pdtt)?|keuangan|bumn|perhubungan|imigrasi)"
            r"(?:\s*\((?:kemenag|kemenkumham|kemnaker|kemendagri)\))?|kemenag|kemenkum(?:ham)?|kemnaker|kemenaker|kemendagri"
            r"|kemensos|kemenkes|kemendes(?:\s+pdtt)?|lldikti(?:\s+wilayah\s+[IVX]+)?|kopertais|kantor\s+pertanahan|bkkbn)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "university",
        "university",
        None,
        False,
        re.compile(
            rf"(?<!\w)(?:(?i:universitas|institut|politeknik|poltek(?:kes)?|sekolah\s+tinggi|akademi)[ ]{_RUN}"
            r"|(?:UIN|IAIN|STAIN|STIE|STIKES|STAI|STKIP|UPN|UMS|UNS|UGM|UNAND|USU|UNSRI|UNILA|UNJA|UNIB|UNDIP|UNESA|UM|UB|UNEJ"
            rf"|UNRI|UNTIRTA|UNPAD|IPB|ITB|UPI|UI)(?:[ ]{_CAP}){{0,4}})(?!\w)"
        ),
    ),
    (
        "company",
        "company",
        None,
        False,
        re.compile(
            rf"(?<!\w)(?:(?:PT\.?|CV\.?)[ ]?{_RUN}|(?:Bank|Perumda|Perumdam|PDAM|Perusda|BUMD|BPR|Koperasi|KUD|RSUD?|Rumah[ ]Sakit"
            rf"|Klinik)[ ]{_RUN})(?!\w)"
        ),
    ),
    (
        "village",
        "village",
        None,
        False,
        re.compile(
            r"(?<!\w)(?:pemerintah(?:an)?[ ]+)?(?:Pemdes|Desa|Kelurahan|Kalurahan|Pekon|Nagari|Gampong|Kampung|Kampong|Tiyuh"
            rf"|(?<!Kejaksaan[ ])(?<!Pengadilan[ ])(?<!Islam[ ])(?<!Sipil[ ])(?<!Dalam[ ])(?<!Luar[ ])Negeri(?![ ]Kota|[ ]Kab))[ ](?!Ketenagakerjaan|Sadar|Wisata|Binaan|Kabupaten|Kota|Provinsi|Kecamatan|Se){_CAP}(?:[ ]{_CAP}(?=[ ]?(?:[.,;:()\"/-]|$|[ ](?:[a-z]|Kec|Kab))))?(?!\w)"
        ),
    ),
    (
        "authority",
        "other",
        None,
        True,
        re.compile(
            r"(?<!\w)(?:DPR[DAK]?|Polres(?:ta|tabes)?|Polda|Polsek|Kodim|Korem|Lanal|Lanud|Pengadilan[ ](?:Negeri|Agama|Tinggi)"
            r"|KPUD?|Bawaslu|BPN|BPS|KPP(?:[ ]Pratama)?|KPPN|BNN[KP]?|Lapas|Rutan|PMI|Basarnas|BPBD|Imigrasi|Ombudsman)(?!\w)"
        ),
    ),
)
_AGENCY_HEAD: Final = re.compile(
    r"(?<!\w)(?:dinas|badan|bagian|biro|satuan|inspektorat|sekretariat|bidang|seksi|sub\s?bagian|unit|upt[d]?|setda(?:kab|ko|kot|prov)?"
    r"|set(?:kab|kot|prov|ko)|sekretariat\s+daerah)(?!\w)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_][\w-]{0,30}")
_ABBREVIATION_IN_BRACKETS: Final = re.compile(r"\s?\([A-Z][\w&-]{1,14}\)")
_AGENCY_TOKEN: Final = re.compile(
    r"(?<![\w])(?:Dis|Din|Ba|BK|DP|BP|Set|Ka|Sat|RS|Pol|Di|DL|Ke)[A-Za-z]{1,14}\d?[A-Z]?[A-Za-z]{0,5}(?!\w)|(?<!\w)[A-Z]{3,9}\d?[A-Z]?(?!\w)"
)


def _agencies(layout: Layout) -> list[Mention[OrganisationMention]]:
    found: list[Mention[OrganisationMention]] = []
    lower, text = layout.lower, layout.text
    for head in _AGENCY_HEAD.finditer(lower):
        word = head[0]
        office_of_region = word.startswith(("set", "sekretariat", "inspektorat"))
        end = _agency_end(text, lower, head.end())
        if end == head.end() and not office_of_region:
            continue
        if (
            word in ("badan", "unit", "bidang", "seksi", "bagian", "satuan")
            and not text[head.start()].isupper()
        ):
            continue
        if word == "bagian" and lower[head.end() :].lstrip().startswith(
            ("utara", "selatan", "timur", "barat", "tengah")
        ):
            continue
        if lower.startswith(("badan penyelenggara", "badan amil", "badan usaha"), head.start()):
            continue
        if bracket := _ABBREVIATION_IN_BRACKETS.match(text, end):
            end = bracket.end()
        value = OrganisationMention("regional_agency", None, True, "agency")
        found.append(Mention(Span(head.start(), end), LABEL, value, "organisations.agency", 0.85))
    for match in _AGENCY_TOKEN.finditer(text):
        row = _ABBREVIATIONS.get(match[0].lower())
        if row is None and _COINED.fullmatch(match[0]):
            row = {"kind": "regional_agency"}
        if row is not None and match[0] != match[0].lower():
            kind: OrganisationKind = "regional_agency" if row["kind"] == "regional_agency" else "association"
            value = OrganisationMention(
                kind, None, True, "agency" if kind == "regional_agency" else "association"
            )
            found.append(Mention(Span(*match.span()), LABEL, value, "organisations.abbreviation", 0.85))
    return found


def _agency_end(text: str, lower: str, end: int) -> int:
    """Walk over the words of an agency's name; `dan`, `serta`, `&` and commas only between two such words."""
    last = end
    position = end
    while True:
        joint = _JOINT.match(lower, position)
        if joint is None:
            return last
        word = _WORD.match(lower, joint.end())
        if word is None:
            return last
        if joint[0].strip() and _AGENCY_HEAD.match(lower, word.start()):
            return last  # another agency begins: `Dinas Sosial dan Dinas Kesehatan`
        parts = word[0].split("-")
        known = all(part in _AGENCY_WORDS for part in parts)
        if not known and not (text[word.start()].isupper() and word[0] in _COMMON_WORDS):
            return last
        if "," in joint[0] and not text[word.start()].isupper():
            return last
        if joint[0].strip() and not text[word.start()].isupper() and text[end + 1 : end + 2].isupper():
            return last
        last = position = word.end()


# Abbreviations of agencies are coined anew in each regency: `Dinporapar`, `Disnakkeswan`.
_COINED: Final = re.compile(
    r"(?:Dis|Din)(?:nak|por|par|kop|sos|kes|dik|hub|tan|kan|lut|bud|per|pen|kom|pang|bun|dag|duk|put|perm)[a-z]{2,12}[A-Z0-9]{0,4}"
)
_JOINT: Final = re.compile(
    r"\s{0,2}(?:,\s{1,2}(?!dan)|,?\s?dan\s{1,2}|serta\s{1,2}|&\s{0,2}|/)?(?<=[\s/,])|\s{1,2}"
)


def _associations(layout: Layout) -> list[Mention[OrganisationMention]]:
    found: list[Mention[OrganisationMention]] = []
    for match in _ASSOCIATION.finditer(layout.text):
        value = OrganisationMention("association", None, True, "association")
        found.append(Mention(Span(*match.span()), LABEL, value, "organisations.association", 0.8))
    return found


_ASSOCIATION: Final = re.compile(
    r"(?<!\w)(?:(?:PW|PD|PC|PP|PB|DPW|DPD|DPC|DPP)\s)?(?:Kamar Dagang (?:dan )?Industri(?: \(Kadin\))?|Kadin|Apindo|APINDO|HIPMI|Hipmi|GAPKI|Gapki|APKASINDO|Apkasindo|PWI|SPSI"
    r"|KSPSI|SBSI|HNSI|HKTI|KTNA|PGRI|IDI|PPNI|IBI|IPPAT|APDESI|Apdesi|PPDI|AKD|Papdesi|PABPDSI|Perhimpunan \w+|"
    r"(?:Pimpinan (?:Wilayah|Daerah|Cabang|Pusat)(?: \([A-Z]{2,3}\))? )?(?:Muhamm?adiyah|['`]?Aisyiyah)|P[WDCP]M|(?:Pengurus (?:Wilayah|Cabang|Besar) )?"
    r"Nahdlatul Ulama(?: \([A-Z]+\))?|P[WCB]NU|GP Ansor|Fatayat NU|Muslimat NU|Dewan Masjid Indonesia(?: \(DMI\))?|DMI|MUI|FKUB"
    r"|Majelis Ulama Indonesia(?: \(MUI\))?|Dewan Pengurus Korpri|Korpri|KORPRI|KONI|Karang Taruna|Dekranasda|Forum [A-Z]\w+"
    r"(?: [A-Z]\w+){0,4}|Asosiasi [A-Z]\w+(?: (?:[A-Z]\w+|dan)){0,5}|Ikatan [A-Z]\w+(?: [A-Z]\w+){0,4}|Serikat [A-Z]\w+(?: [A-Z]\w+){0,4}"
    r"|Paguyuban [A-Z]\w+(?: [A-Z]\w+){0,3}|Keuskupan [A-Z]\w+|Sinode \w+|Persekutuan Gereja[- ]\w+(?: [A-Z]\w+){0,2})(?!\w)"
)


def find(layout: Layout) -> list[Mention[OrganisationMention]]:
    """All bodies in order of place; where two overlap, the longer stands."""
    found = _agencies(layout) + _associations(layout)
    for form, kind, level, takes_region, pattern in _PATTERNS:
        for match in pattern.finditer(layout.text):
            value = OrganisationMention(kind, level, takes_region, form)
            found.append(Mention(Span(*match.span()), LABEL, value, f"organisations.{form}", 0.9))
    found.sort(key=lambda m: (-len(m.span), m.span.start))
    kept: list[Mention[OrganisationMention]] = []
    for mention in found:
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)


def describe(value: OrganisationMention) -> str:
    """Short form for examples: `form`, with `/level` if the name implies one."""
    return value.form + (f"/{value.level}" if value.level else "")


EXAMPLES: Final = (
    ("[Pemkab] Kerinci hadir", "government/regency"),
    ("[Pemerintah Kabupaten (Pemkab)] Kerinci", "government/regency"),
    ("[Pemerintah Kota] Dumai", "government/city"),
    ("[Pemko] Dumai", "government/city"),
    ("[Pemprov] Jambi", "government/province"),
    ("[Pemerintah Daerah] itu", "government"),
    ("[Dinas Tenaga Kerja dan Transmigrasi] Anton Wijaya", "agency"),
    ("[Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu (DPMPTSP)] dengan", "agency"),
    ("Kepala [Dinas Perindustrian, Perdagangan dan Koperasi], Anton", "agency"),
    ("[Dinas Sosial] serta [Dinas Kesehatan] hadir", "agency; agency"),
    ("[Disnakertrans] Kabupaten Sumedang", "agency"),
    ("[Kejaksaan Negeri (Kejari)] Bintan", "prosecutor"),
    ("[Kejati] Jambi", "prosecutor"),
    ("[Badan Amil Zakat Nasional (BAZNAS)] Kota Jambi", "charity"),
    ("[Baznas] Kota Jambi", "charity"),
    ("[Universitas Merangin Raya] di", "university"),
    ("[PT Sawit Makmur Abadi] di", "company"),
    ("[Kementerian Agama] Kota", "ministry"),
    ("[Desa Sukamaju] di", "village"),
    ("[Kadin] Jambi", "association"),
    ("[Setdakab] Lingga", "agency"),
    ("[Pemkot] Dumai dan [Pemkab] Siak hadir.", "government/city; government/regency"),
    ("[Pemerintah Daerah (Pemda)] setempat", "government"),
    ("Kepala [Badan Pengelolaan Keuangan dan Aset Daerah], Anton", "agency"),
    ("[Bagian Hukum Setda] Tebo", "agency"),
    ("[Dispora] Tebo dan [Dinnakerind] Demak", "agency; agency"),
    ("[Kejaksaan Negeri] setempat", "prosecutor"),
    ("[UIN Raden Merangin] hadir", "university"),
    ("MoU antara [Universitas Merangin Raya] dan BPJS Ketenagakerjaan", "university"),
    (
        "[Universitas Sains dan Teknologi Suka] dan [Politeknik Kelautan dan Perikanan Dumai]",
        "university; university",
    ),
    ("[PT Sawit Makmur] dan [Pemkab] Tebo", "company; government/regency"),
    ("[LLDikti Wilayah X] hadir", "ministry"),
    ("[Koperasi Tani Jaya] dan [CV Maju Bersama] hadir", "company; company"),
    ("[Nagari Koto Baru] dan [Kelurahan Sukaramai] hadir", "village; village"),
    ("[Pimpinan Daerah Muhammadiyah] Metro", "association"),
    ("[DPRD] Kota Dumai dan [Polres] Siak", "authority; authority"),
)
NEGATIVES: Final = (
    "Badan Penyelenggara Jaminan Sosial itu",
    "bagian dari program",
    "Para pekerja bank itu pulang.",
    "Bank darah penuh.",
    "Ia bekerja di dinas.",
    "Wilayah desa itu luas.",
    "Badan Usaha Milik Desa itu",
    "Di Bagian Utara kota",
    "para dinas luar negeri",
)
