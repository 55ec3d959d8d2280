"""The five programmes of BPJS Ketenagakerjaan: JKK, JKM, JHT, JP, JKP, as abbreviations or written out.

Names from UU 24/2011 (JKK, JKM, JHT, JP) and PP 37/2021 (JKP). One mention for each programme; in an
elliptic list (`jaminan kecelakaan kerja, kematian dan hari tua`) each item is a mention. A pair of risks that
only these programmes cover (`risiko kecelakaan kerja dan kematian`) counts with less trust, and so does a
benefit paid out (`santunan JKM`), which says nothing about what an agreement covers.
"""

import re
from typing import Literal

from sepakat.text.article import Mention, Span, by_place
from sepakat.text.layout import Layout

LABEL = "programme"

ProgrammeCode = Literal["JKK", "JKM", "JHT", "JP", "JKP"]

_S = r"[ \n]{1,2}"
_ITEMS: tuple[tuple[ProgrammeCode, str], ...] = (
    ("JKK", rf"kec[ea]{{1,2}}lakaa?n(?:{_S}(?:dalam{_S})?ke?rja)?(?!{_S}lalu)"),
    ("JKM", r"kemati?an?"),
    ("JHT", rf"hari{_S}tua"),
    ("JP", r"pensiun"),
    ("JKP", rf"kehilangan{_S}pekerjaa?n"),
)
_ABBREVIATED = re.compile(r"J(?<![\w&]J)(?:KK|KM|Km|km|HT|KP|P)(?![\w&])")  # the search goes from `J` to `J`
_ONE_OF = "|".join(f"(?P<{code}>{pattern})" for code, pattern in _ITEMS)
_IN_PARENTHESES = r"(?:[ \n]?[(/][ \n]?(?:jkk|jkm|jht|jkp|jp)(?![a-z])(?: ?\))?)?"
_ITEM = re.compile(rf"(?:(?:jaminan|jamina|program){_S})?(?:{_ONE_OF})(?![a-z]){_IN_PARENTHESES}")
_NEXT = re.compile(
    rf"[ \n]?(?:,|/|&|;)?[ \n]?(?:(?:dan|serta|maupun|atau|hingga|dan/atau|juga|ataupun){_S})?"
    rf"(?:(?:atas|program|manfaat|juga|meninggal dunia karena|risiko|resiko){_S})?"
)
_HEAD = re.compile(  # the look behind comes after the first letter: so most of the text is passed over fast
    rf"(?:j(?<![a-z]j)aminan?|r(?<![a-z]r)[ie]siko|p(?<![a-z]p)(?:rogram|erlindungan)){_S}(?=k[e]|hari|pensiun)"
)
_BENEFIT = re.compile(
    rf"(?:santunan|klaim|manfaat|beasiswa|pencairan|saldo|pembayaran|kasus|dana|penerima|uang){_S}"
    rf"(?:(?:program|tunai|dari|untuk|berupa|manfaat){_S})?$"
)
_NEAR_PENSION = 60  # code points within which another programme must stand for a bare `JP`


def describe(value: ProgrammeCode) -> str:
    """The code itself."""
    return value


def find(layout: Layout) -> list[Mention[ProgrammeCode]]:
    """All programmes in order, disjoint; scores: named 0.9, pair of risks 0.6, benefit paid 0.3."""
    found = _written_out(layout.lower)
    taken = [mention.span for mention in found]
    for match in _ABBREVIATED.finditer(layout.text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in taken):
            continue
        code = _CODES[match[0].upper()]
        score = 0.3 if _pays_benefit(layout.lower, span.start) else 0.9
        found.append(Mention(span, LABEL, code, "programmes.abbreviation", score))
    found.sort(key=by_place)
    return [mention for mention in found if not _is_other_jp(mention, found)]


_CODES: dict[str, ProgrammeCode] = {code: code for code, _ in _ITEMS}


def _written_out(lower: str) -> list[Mention[ProgrammeCode]]:
    """Programmes in words: a head (`jaminan`, `risiko`) and the items that hang on it."""
    if "jaminan" not in lower and "siko" not in lower and "program" not in lower and "lindungan" not in lower:
        return []
    found: list[Mention[ProgrammeCode]] = []
    position = 0
    for head in _HEAD.finditer(lower):
        if head.start() < position:
            continue
        items, position = _items(lower, head.start(), head.end())
        codes = {code for code, _ in items}
        named = head[0].startswith("jamin") or (head[0].startswith("program") and len(items) > 0)
        if not items or not (named or {"JKK", "JKM"} <= codes):
            continue
        rule, score = ("programmes.written_out", 0.9) if named else ("programmes.risk", 0.6)
        if named and _pays_benefit(lower, head.start()):
            rule, score = "programmes.benefit", 0.3
        found += [Mention(span, LABEL, code, rule, score) for code, span in items]
    return found


def _items(lower: str, start: int, position: int) -> tuple[list[tuple[ProgrammeCode, Span]], int]:
    """The programmes that follow a head at `[start, position)`, and where the list ends."""
    items: list[tuple[ProgrammeCode, Span]] = []
    end = position
    while match := _ITEM.match(lower, position):
        code = _CODES[str(match.lastgroup)]
        items.append((code, Span(start, match.end())))
        end = match.end()
        if len(items) == len(_ITEMS) or (joint := _NEXT.match(lower, end)) is None or joint.end() == end:
            break
        start = position = joint.end()
    return items, end


def _pays_benefit(lower: str, start: int) -> bool:
    """Whether the programme at `start` is what was paid out."""
    return _BENEFIT.search(lower, max(0, start - 40), start) is not None


def _is_other_jp(mention: Mention[ProgrammeCode], found: list[Mention[ProgrammeCode]]) -> bool:
    """Whether a bare `JP` stands alone: then it is lesson hours or a name, not the pension."""
    if mention.value != "JP" or mention.rule != "programmes.abbreviation":
        return False
    return not any(other is not mention and other.span.gap(mention.span) <= _NEAR_PENSION for other in found)


EXAMPLES: tuple[tuple[str, str], ...] = (
    ("program [JKK] dan [JKM]", "JKK; JKM"),
    ("[Jaminan Kecelakaan Kerja (JKK)] dan [Jaminan Kematian (JKM)] bagi petani", "JKK; JKM"),
    ("[jaminan kecelakaan kerja] dan [kematian]", "JKK; JKM"),
    ("[jaminan kecelakaan kerja] dan [jaminan kematian] bagi honorer", "JKK; JKM"),
    ("atas [risiko kecelakaan kerja] dan [kematian] selama bertugas", "JKK; JKM"),
    ("dari [resiko kecelakaan kerja] maupun [kematian]", "JKK; JKM"),
    ("[Jaminan Kecelakaan Kerja], [kematian], [hari tua], dan [pensiun]", "JKK; JKM; JHT; JP"),
    ("[Jaminan Hari Tua (JHT)], [Jaminan Pensiun (JP)] dan [Jaminan Kehilangan Pekerjaan (JKP)]",
     "JHT; JP; JKP"),
    ("lima program, yakni [JKK], [JKM], [JHT], [JP], dan [JKP]", "JKK; JKM; JHT; JP; JKP"),
    ("[program kecelakaan kerja (JKK)] dan [Jaminan Kematian (JKM)].", "JKK; JKM"),
    ("yakni [JKK] dan [JKm] saja", "JKK; JKM"),
    ("[jaminan kecelakan kerja] serta [jaminan kematian]", "JKK; JKM"),
    ("pertama [jaminan kecelakaan kerja], kedua [jaminan kematian] dan [jaminan hari tua]", "JKK; JKM; JHT"),
    ("program [Jaminan Kematian] selama setahun", "JKM"),
    ("santunan [JKM] senilai itu", "JKM"),
    ("santunan [jaminan kematian (JKM)] diserahkan", "JKM"),
    ("[Jaminan Kecelakaan Kerja/JKK] untuk nelayan", "JKK"),
    ("[Jaminan\nKematian] bagi pekerja", "JKM"),
    ("[perlindungan kecelakaan kerja] dan [kematian] bagi nelayan", "JKK; JKM"),
    ("([JKK]), ([JKM]), dan ([JHT])", "JKK; JKM; JHT"),
    ("[Jaminan Kehilangan Pekerjaan]", "JKP"),
    ("program [JKK]-[JKM] gratis", "JKK; JKM"),
)  # fmt: skip

NEGATIVES: tuple[str, ...] = (
    "santunan kematian Rp42 juta untuk ahli waris",
    "mengalami kecelakaan kerja pekan lalu",
    "menghadapi risiko kecelakaan kerja di lapangan",
    "program JKN dan KIS",
    "jaminan kesehatan nasional",
    "pelatihan selama 40 JP",
    "JP Sukamaju mengatakan",
    "jaminan sosial ketenagakerjaan",
    "angka kematian ibu menurun",
    "memasuki masa pensiun tahun depan",
    "hari tua yang tenang",
    "akta kematian diserahkan",
    "program kemitraan desa",
    "perlindungan kesehatan kerja",
    "jaminan keamanan kerja",
    "dua program tanpa nama",
    "kehilangan pekerjaan akibat pandemi",
    "korban kecelakaan lalu lintas",
    "J&JP Group",
    "risiko kematian ternak",
    "jaminan kebendaan pada bank",
)
