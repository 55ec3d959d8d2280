"""Bodies other than BPJS Ketenagakerjaan: governments, agencies, prosecutors, charities, campuses, firms, villages.

The span ends before a region's name; `linking/bodies.py` joins the two (`Pemkab` + `Lampung Barat`,
`Dinas Tenaga Kerja` + `Kota Metro`). Where an agency's name ends is told by `text/agencies.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sepakat.records import OrganisationKind, RegionLevel
from sepakat.text import agencies
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.openings import Openings, matches_at
from sepakat.text.partners import partners
from sepakat.text.spans import SpanIndex, longest_first

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


@dataclass(frozen=True, slots=True)
class _Form:
    """How one sort of body is written, and what every such name begins with, in lower case."""

    form: str
    kind: OrganisationKind
    level: RegionLevel | None
    takes_region: bool
    openings: tuple[str, ...]
    pattern: re.Pattern[str]


_CAP: Final = r"(?!(?:Prof|Drs?|Dra|Hj?|Ir)\b)[A-Z](?:[\w'&-]|\.(?=\w)){0,30}"
# `dan` joins words of one name (`Universitas Sains dan Teknologi`), not two bodies, nor a body and an office.
_OTHER: Final = (
    r"(?:BPJS\w*|BP|BPJamsostek|BPJAMSOSTEK|Jamsostek|PT|CV|Pem(?:erintah|kab|kot|ko|prov|da|des)|Dinas|Badan|Kantor"
    r"|Kementerian|Kejaksaan|Kejari|Kejati|Universitas|Institut|Politeknik|Akademi|Bank|Koperasi|Rumah[ ]Sakit|RSUD?"
    r"|Baznas|BAZNAS|Bupati|Wali|Walikota|Gubernur|Wakil|Kepala|Ketua|Direktur|Rektor|Sekda|Camat|Plt|Pj|Deputi)\b"
)
_RUN: Final = rf"{_CAP}(?:[ ]{{1,2}}(?:{_CAP}|dan(?=[ ](?!{_OTHER})[A-Z])|of|for|&)){{0,6}}"


def _government(level: RegionLevel | None, names: str) -> _Form:
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    return _Form("government", "regional_government", level, True, ("pem",), pattern)


_FORMS: Final = (
    _government(
        "regency",
        r"pemerintah(?:an)?\s+(?:daerah\s+\(pemda\)\s+)?(?:kab(?:upaten|\.)?|kanupaten)(?:\s*\(pemkab\.?\))?|pemkab\.?",
    ),
    _government("city", r"pemerintah(?:an)?\s+kota(?:madya)?(?:\s*\(pem(?:kot|ko)\.?\))?|pemkot|pemko"),
    _government(
        "province",
        r"pemerintah(?:an)?\s+(?:daerah\s+)?(?:provinsi|propinsi|prov\.?|daerah\s+istimewa|dki|diy|aceh)"
        r"(?:\s*\(pem(?:prov|da)\.?\))?|pemprov",
    ),
    _government(None, r"pemerintah(?:an)?\s+daerah(?:\s*\(pemda\.?\))?|pemda"),
    _Form(
        "prosecutor",
        "prosecutor",
        None,
        True,
        ("kejaksaan", "kejari", "kejati", "kejagung", "cab"),
        re.compile(
            r"(?<!\w)(?:kejaksaan\s+(?:negeri|tinggi|agung)(?:\s*\((?:kejari|kejati|kejagung)\))?(?:\s+RI\b)?"
            r"|kejari|kejati|kejagung|cabang\s+kejaksaan\s+negeri|cabjari)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    _Form(
        "charity",
        "religious_charity",
        None,
        True,
        ("badan", "baz", "lazis", "lembaga", "baitul", "dompet", "rumah"),
        re.compile(
            r"(?<!\w)(?:badan\s+amil\s+zakat(?:\s+nasional)?(?:\s*\(baz(?:nas|da|is)\))?|baznas(?:\s+\(?bazis\)?)?"
            r"|lazis(?:mu|nu)|lembaga\s+amil\s+zakat(?:\s+nasional)?(?:\s*\(laz(?:nas)?\))?|baitul\s+mal"
            r"|dompet\s+dhuafa|rumah\s+zakat)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    _Form(
        "ministry",
        "ministry",
        None,
        True,
        ("kantor", "kanwil", "kemen", "kemn", "lembaga", "lldikti", "kopertais", "bkkbn"),
        re.compile(
            r"(?<!\w)(?:kantor\s+(?:wilayah\s+)?|kanwil\s+)?(?:kementerian\s+(?:agama"
            r"|hukum(?:\s+dan\s+(?:ham|hak\s+asasi\s+manusia))?|ketenagakerjaan|dalam\s+negeri|tenaga\s+kerja|kesehatan"
            r"|sosial|koperasi(?:\s+dan\s+ukm)?|pupr|pertanian|kelautan\s+dan\s+perikanan|pendidikan|desa(?:\s+pdtt)?"
            r"|keuangan|bumn|perhubungan|imigrasi)(?:\s*\((?:kemenag|kemenkumham|kemnaker|kemendagri)\))?"
            r"|kemenag|kemenkum(?:ham)?|kemnaker|kemenaker|kemendagri|kemensos|kemenkes|kemendes(?:\s+pdtt)?"
            r"|(?:lembaga\s+layanan\s+pendidikan\s+tinggi(?:\s*\(lldikti\))?|lldikti)(?:\s+wilayah\s+[IVX]+)?|kopertais|kantor\s+pertanahan|bkkbn)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    _Form(
        "university",
        "university",
        None,
        False,
        (
            *("universitas", "institut", "politeknik", "poltek", "sekolah", "akademi", "uin", "iain", "stai", "stie"),
            *("stikes", "stkip", "upn", "ums", "uns", "ugm", "unand", "usu", "unila", "unja", "unib", "undip", "unesa"),
            *("um", "ub", "unej", "unri", "untirta", "unpad", "ipb", "itb", "upi", "ui"),
        ),
        re.compile(
            rf"(?<!\w)(?:(?i:universitas|institut|politeknik|poltek(?:kes)?|sekolah\s+tinggi|akademi)[ ]{_RUN}"
            r"|(?:UIN|IAIN|STAIN|STIE|STIKES|STAI|STKIP|UPN|UMS|UNS|UGM|UNAND|USU|UNSRI|UNILA|UNJA|UNIB|UNDIP|UNESA"
            rf"|UM|UB|UNEJ|UNRI|UNTIRTA|UNPAD|IPB|ITB|UPI|UI)(?:[ ]{_CAP}){{0,4}})(?!\w)"
        ),
    ),
    _Form(
        "company",
        "company",
        None,
        False,
        (
            *("pt", "cv", "bank", "perum", "pdam", "perusda", "bum", "bpr", "koperasi", "kud", "rs", "rumah", "klinik"),
            "badan usaha milik",
        ),
        re.compile(
            rf"(?<!\w)(?:(?:PT\.?|CV\.?)[ ]?{_RUN}|(?:Bank|Perumda|Perumdam|PDAM|Perusda|BUMD|BPR|Koperasi|KUD|RSUD?"
            rf"|Rumah[ ]Sakit|Klinik|(?:Badan[ ]Usaha[ ]Milik[ ](?:Desa|Nagari|Kampung|Pekon)(?:[ ]\(BUM\w+\))?"
            rf"|B[Uu][Mm](?:[Dd]es\w*|[Nn]ag|[Pp]ekon))(?![ ]Bersama[ ](?:dan|dengan)))[ ]{_RUN})(?!\w)"
        ),
    ),
    _Form(
        "village",
        "village",
        None,
        False,
        (
            *("pemerintah", "pemdes", "desa", "kelurahan", "kalurahan", "pekon", "nagari", "gampong", "kamp", "tiyuh"),
            "negeri",
        ),
        re.compile(
            r"(?<!\w)(?:pemerintah(?:an)?[ ]+)?(?:Pemdes|Desa|Kelurahan|Kalurahan|Pekon|Nagari|Gampong|Kampung|Kampong"
            r"|Tiyuh|(?<!Kejaksaan[ ])(?<!Pengadilan[ ])(?<!Islam[ ])(?<!Sipil[ ])(?<!Dalam[ ])(?<!Luar[ ])Negeri)[ ]"
            rf"(?!Ketenagakerjaan|Sadar|Wisata|Binaan|Kabupaten|Kab\b|Kota|Provinsi|Kecamatan|Se\b){_CAP}"
            # a second word belongs to the name only where no person's name can follow
            rf"(?:[ ]{_CAP}(?=[ ]?(?:[.,;:()\"/-]|$|[ ](?:[a-z]|Kec|Kab))))?(?!\w)"
        ),
    ),
    _Form(
        "authority",
        "other",
        None,
        True,
        (
            *("dpr", "pol", "kodim", "korem", "lana", "lanu", "pengadilan", "kpu", "bawaslu", "bpn", "bps", "kpp"),
            *("bnn", "lapas", "rutan", "pmi", "basarnas", "bpbd", "imigrasi", "ombudsman"),
        ),
        re.compile(
            r"(?<!\w)(?:DPR[DAK]?|Polres(?:ta|tabes)?|Polda|Polsek|Kodim|Korem|Lanal|Lanud"
            r"|Pengadilan[ ](?:Negeri|Agama|Tinggi)|KPUD?|Bawaslu|BPN|BPS|KPP(?:[ ]Pratama)?|KPPN|BNN[KP]?|Lapas|Rutan"
            r"|PMI|Basarnas|BPBD|Imigrasi|Ombudsman)(?!\w)"
        ),
    ),
    _Form(
        "association",
        "association",
        None,
        True,
        (
            *("pw", "pd", "pc", "pp", "pb", "dpw", "dpd", "dpc", "dpp", "kamar", "kadin", "apindo", "hipmi"),
            *(
                "gerakan pemuda",
                "gapki",
                "apkasindo",
                "spsi",
                "kspsi",
                "sbsi",
                "hnsi",
                "hkti",
                "ktna",
                "pgri",
                "idi",
                "ibi",
                "ippat",
            ),
            *("apdesi", "akd", "papdesi", "pabpdsi", "pimpinan", "muham", "aisyiyah", "'aisyiyah", "`aisyiyah"),
            *("pengurus", "nahdlatul", "gp", "fatayat", "muslimat", "dewan", "dmi", "mui", "fkub", "majelis"),
            *("korpri", "koni", "karang", "dekranasda", "perhimpunan", "sinode", "forum", "ikatan", "serikat"),
            *("paguyuban", "perkumpulan", "asosiasi", "keuskupan", "persekutuan"),
        ),
        re.compile(
            r"(?<!\w)(?:(?:PW|PD|PC|PP|PB|DPW|DPD|DPC|DPP)\s)?"
            r"(?:Kamar Dagang (?:dan )?Industri(?: \(Kadin\))?|Kadin|Apindo|APINDO|HIPMI|Hipmi|GAPKI|Gapki"
            r"|APKASINDO|Apkasindo|PWI|SPSI|KSPSI|SBSI|HNSI|HKTI|KTNA|PGRI|IDI|PPNI|IBI|IPPAT|APDESI|Apdesi|PPDI|AKD"
            r"|Papdesi|PABPDSI"
            r"|(?:Pimpinan (?:Wilayah|Daerah|Cabang|Pusat)(?: \([A-Z]{2,3}\))? )?(?:Muhamm?adiyah"
            r"|['`]?Aisyiyah)|P[WDCP]M"
            r"|(?:Pengurus (?:Wilayah|Cabang|Besar) )?Nahdlatul Ulama(?: \([A-Z]+\))?|P[WCB]NU"
            r"|(?:Pimpinan (?:Wilayah|Cabang|Pusat|Anak Cabang) )?(?:Gerakan Pemuda (?:\(GP\) )?|GP )Ansor|Fatayat NU"
            r"|Muslimat NU|Dewan Masjid Indonesia(?: \(DMI\))?|DMI|MUI|FKUB|Majelis Ulama Indonesia(?: \(MUI\))?"
            r"|Dewan Pengurus Korpri|Korpri|KORPRI|KONI|Karang Taruna|Dekranasda|Perhimpunan \w+|Sinode \w+"
            r"|(?:Forum|Ikatan|Serikat|Paguyuban|Perkumpulan) [A-Z]\w+(?: [A-Z]\w+){0,4}(?: \([A-Z]{2,8}\))?"
            r"|Asosiasi [A-Z]\w+(?: (?:[A-Z]\w+|dan)){0,5}(?: \([A-Z]{2,8}\))?|Keuskupan [A-Z]\w+"
            r"|Persekutuan Gereja[- ]\w+(?: [A-Z]\w+){0,2})(?!\w)"
        ),
    ),
)
_OPENINGS: Final = Openings({number: form.openings for number, form in enumerate(_FORMS)})


def _agencies(layout: Layout) -> Iterator[Mention[OrganisationMention]]:
    agency = OrganisationMention("regional_agency", None, True, "agency")
    association = OrganisationMention("association", None, True, "association")
    openings = agencies.openings(layout.lower)
    for span in agencies.written_out(layout.text, layout.lower, openings.get("head", ())):
        yield Mention(span, LABEL, agency, "organisations.agency", 0.85)
    for span, is_agency in agencies.abbreviated(layout.text, openings.get("short", ())):
        yield Mention(span, LABEL, agency if is_agency else association, "organisations.abbreviation", 0.85)


def find(layout: Layout) -> list[Mention[OrganisationMention]]:
    """All bodies in order of place; where two overlap, the longer stands."""
    found = list(_agencies(layout))
    places = _OPENINGS.places(layout.lower)
    for number, form in enumerate(_FORMS):
        for match in matches_at(form.pattern, layout.text, places.get(number, ())):
            value = OrganisationMention(form.kind, form.level, form.takes_region, form.form)
            found.append(Mention(Span(*match.span()), LABEL, value, f"organisations.{form.form}", 0.9))
    known = longest_first(found)
    sides = list(partners(layout.text, layout.lower))
    if not sides:
        return known
    index = SpanIndex((mention.span, None) for mention in known)
    partner = OrganisationMention("other", None, True, "partner")
    more = (span for span in sides if all(other.start > span.start for other, _ in index.touching(span)))
    return longest_first([*known, *(Mention(span, LABEL, partner, "organisations.partner", 0.6) for span in more)])


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
    ("menjalin kerja sama dengan [Rumah UMKM Dumai], Rabu", "partner"),
    ("meneken MoU dengan [DPD Sekber Pewarta Riau (SPR)] di", "partner"),
    ("MoU antara [Pemdes Sukamaju] dan [BUMDes Tirta Jaya] dengan BPJS Ketenagakerjaan", "village; company"),
    ("[Badan Usaha Milik Desa (BUMDes) Tirta Jaya] di", "company"),
    ("[Lembaga Layanan Pendidikan Tinggi Wilayah X] hadir", "ministry"),
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
    "menjalin kerja sama dengan BPJS Ketenagakerjaan Dumai",
    "bekerja sama dengan Ahmad Fauzan, Rabu",
)
