"""Mentions of provinces, regencies and cities: names, press abbreviations, epithets, former names.

Names and codes are those of Kepmendagri 300.2.2-2138/2025; aliases and the words that introduce a name are
our own tables (`data/region*.csv`, sources in `data/README.md`). The word before a name types it. A type word
is part of the span (`[Kabupaten Lampung Selatan]`), a government or office word is not (`Bupati [Lampung
Selatan]`); both say the level. A name that is also a common word, a surname or a river (Batang, Pati, Bima)
counts only after such a word, or where the article names the same region with one elsewhere.

Which government a mention means is not decided here: see `sepakat.linking.places`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from ahocorasick_rs import AhoCorasick, MatchKind

from sepakat.text.article import Mention, Span, by_place
from sepakat.text.gazetteer import FORMS, LEVELS, Form, FormKind, Level
from sepakat.text.layout import Layout
from sepakat.text.region_cues import CueText, FoundCue, cue_before, cue_text, heads_agency, words_before

LABEL = "region"

CueKind = Literal[
    "type", "government", "office", "agency", "prosecutor", "list", "bare", "unit", "dateline", "organisation"
]
"""What a name is there for. `list`: it continues a list that began with a typed name. `unit`: a branch bears
it. `dateline`: the town of the dateline. `organisation`: it is part of a university's or hotel's name."""
Surface = Literal[FormKind, "local"]
"""Sort of written form; `local` is the word `setempat` after an office, with no candidates."""


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A region as it is named at one place.

    Attributes:
        candidates: Kemendagri codes that the written form can stand for, ascending; empty for `setempat`.
        level_hint: Level that the words around say; it may fit no candidate (`Kabupaten Metro`).
        cue: What the name is there for.
        surface: What sort of form is written.
    """

    candidates: tuple[str, ...]
    level_hint: Level | None
    cue: CueKind
    surface: Surface


def describe(value: RegionMention) -> str:
    """Codes, level hint or `-`, cue, and the surface unless it is the name: `18.01 regency office`."""
    surface = "" if value.surface == "name" else f" {value.surface}"
    return f"{'|'.join(value.candidates) or '?'} {value.level_hint or '-'} {value.cue}{surface}"


# ---- patterns

SCORES: dict[CueKind, float] = {
    "type": 0.98,
    "government": 0.98,
    "office": 0.97,
    "prosecutor": 0.95,
    "agency": 0.9,
    "list": 0.85,
    "bare": 0.8,
    "unit": 0.5,
    "dateline": 0.5,
    "organisation": 0.3,
}
CONFIRMED_SCORE = 0.7
"""Highest score of a risky name without a word before it, in an article that elsewhere names it with one."""
_RULES = {cue: f"regions.{cue}" for cue in SCORES}
GOVERNING: frozenset[str] = frozenset({"type", "government", "office", "agency", "prosecutor"})
"""Cues after which a risky name is the region."""

_BY_PATTERN = list(FORMS.values())
_AUTOMATON = AhoCorasick(list(FORMS), matchkind=MatchKind.Standard)
_MOST_LEARNED = 16  # abbreviations taken over from one article

_DOMAIN = re.compile(r"\.(?:[a-z]|(?:CO|COM|ID|NET)\b)")
_NEXT_NAME = re.compile(r" [A-Z]")
_OUTLET_NEXT = re.compile(r" (?:pos|post|ekspres|express|times|news|tv|fm)\b", re.IGNORECASE)
_GLOSS = re.compile(r" ?\( ?([^()\n]{2,40}?) ?\)")
_LOCAL = re.compile(r"\bsetempat\b")
_SEPARATORS = frozenset({",", "dan", ", dan", "serta", ", serta", "&", "/", "-", ";", "atau", "maupun"})
# words after which a risky name can stand alone even if they are capitalised
_BEFORE_PLACE = frozenset({"di", "ke", "dari", "se", "warga", "masyarakat", "wilayah", "daerah", "seluruh"})


# ---- value reading


def _stands_alone(text: str, start: int, end: int, *, cued: bool) -> bool:
    """Whether nothing is glued to `[start, end)`; a missing space (`BaratRomie`) is let pass after a cue."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before in ("@", "_"):
        return False
    if after.isalnum() or after == "_":
        return cued and after.isupper() and text[end - 1].islower()
    if after == " ":
        return cued or not _OUTLET_NEXT.match(text, end)
    return not (after == "." and _DOMAIN.match(text, end))


def _case_fits(written: str, form: Form, *, cued: bool) -> bool:
    """Whether the case is right; after a cue, names that are no common words may stand in lower case."""
    if form.acronym and not cued:
        return written.isupper()
    first = next(filter(str.isalpha, written), " ")
    return first.isupper() or (cued and not form.risky and not form.acronym)


def _is_free(text: str, floor: int, span: Span) -> bool:
    """Whether a risky name stands by itself, not in a longer name (`Bima Sakti`, `Polda Metro`)."""
    if _NEXT_NAME.match(text, span.end):
        return False
    words = words_before(text, floor, span.start)
    return not words or not words[-1][0].isupper() or words[-1].lower() in _BEFORE_PLACE


def _level_said(cue: FoundCue, form: Form) -> Level | None:
    """The level that a cue says; `kota` in lower case before a name that no city bears is just a town."""
    if cue.kind == "type" and cue.level == "city" and not cue.capitalised:
        return "city" if any(LEVELS[code] == "city" for code in form.codes) else None
    return cue.level


def _codes(form: Form, level: Level | None) -> tuple[str, ...]:
    """The codes that a form can stand for where `level` is said."""
    further = tuple(code for code in form.level_codes if LEVELS[code] == level)
    return tuple(sorted(form.codes + further)) if further else form.codes


def _continued(text: str, span: Span, form: Form, previous: Mention[RegionMention] | None) -> RegionMention | None:
    """A bare name that follows `previous` in a list, or as its province (`Lubuk Basung, Sumbar`)."""
    if previous is None or span.start - previous.span.end > len(", serta "):
        return None
    before, gap = previous.value, text[previous.span.end : span.start].strip()
    provinces = {code[:2] for code in before.candidates}
    inside = before.level_hint != "province" and not provinces.issuperset(before.candidates)
    if gap == "," and inside and len(provinces) == 1 and provinces <= set(form.codes):
        return RegionMention(form.codes, "province", "bare", form.kind)
    if before.cue == "unit" and (gap in _SEPARATORS or not gap):
        return RegionMention(form.codes, None, "unit", form.kind)
    if gap not in _SEPARATORS:
        return None
    if before.cue == "bare" and form.risky:
        return RegionMention(form.codes, None, "bare", form.kind)
    if before.cue not in GOVERNING | {"list"} or (before.cue == "office" and form.risky):
        return None  # after an office a person may follow: `Wali Kota Bogor, Bima …`
    fits = any(LEVELS[code] == before.level_hint for code in form.codes)
    return RegionMention(form.codes, before.level_hint if fits else None, "list", form.kind)


def _read_uncued(
    text: str, floor: int, span: Span, form: Form, previous: Mention[RegionMention] | None
) -> tuple[RegionMention, bool] | None:
    """A name with no cue before it, and whether it is sure without the rest of the article."""
    if not form.codes or form.kind == "capital":
        return None
    free = not form.risky or _is_free(text, floor, span)
    listed = _continued(text, span, form, previous) if free else None
    if listed is not None:
        return listed, True
    if form.risky and heads_agency(text, floor, span.start):
        return RegionMention(form.codes, None, "agency", form.kind), True
    return (RegionMention(form.codes, None, "bare", form.kind), not form.risky) if free else None


def _read(
    text: CueText, floor: int, span: Span, form: Form, previous: Mention[RegionMention] | None
) -> tuple[Span, RegionMention, bool] | None:
    """One occurrence: its span with the type word, its value, and whether it is sure by itself."""
    cue = cue_before(text, floor, span.start)
    cued = cue is not None and cue.kind in GOVERNING
    if not _stands_alone(text.written, span.start, span.end, cued=cued):
        return None
    if not _case_fits(span.of(text.written), form, cued=cued):
        return None
    if cue is None or cue.kind == "bare":
        uncued = _read_uncued(text.written, floor, span, form, None if cue else previous)
        return (span, *uncued) if uncued else None
    level = _level_said(cue, form)
    codes, kind = _codes(form, level), cue.kind
    if kind == "type":
        outer = cue_before(text, floor, cue.start)
        kind = outer.kind if outer and outer.kind not in ("type", "bare") else kind
        span = Span(cue.start, span.end)
    if kind == "block" or not codes or (form.kind == "capital" and kind != "prosecutor"):
        return None
    if form.risky and cue.kind == "organisation":
        return None
    return span, RegionMention(codes, level, cast(CueKind, kind), form.kind), True


def _mention(layout: Layout, span: Span, value: RegionMention) -> Mention[RegionMention]:
    """The mention with its rule and score; in the dateline it counts as such."""
    if layout.dateline is not None and layout.dateline.overlaps(span):
        value = replace(value, cue="dateline")
    return Mention(span, LABEL, value, _RULES[value.cue], SCORES[value.cue])


def _spells(short: str, name: str) -> bool:
    """Whether `short` can abbreviate `name`: the same first letter, its letters in the same order."""
    letters = iter(name.lower())
    return short[0].lower() == name[0].lower() and all(letter in letters for letter in short.lower())


def _gloss(text: str, mention: Mention[RegionMention], name: str) -> tuple[Mention[RegionMention], str | None]:
    """The mention with the abbreviation in parentheses after it, and that one if the tables lack it."""
    match = _GLOSS.match(text, mention.span.end)
    if match is None:
        return mention, None
    short = match[1]
    form = FORMS.get(short.lower())
    codes = tuple(code for code in mention.value.candidates if form and code in form.codes)
    new = form is None and short.isalpha() and short[0].isupper() and _spells(short, name)
    if not codes and not new:
        return mention, None
    value = replace(mention.value, candidates=codes or mention.value.candidates)
    return replace(mention, span=Span(mention.span.start, match.end()), value=value), short if new else None


def _forms_in(layout: Layout) -> list[tuple[int, int, Form]]:
    """Written forms at word boundaries, by start, the longest first; a line may break inside a name."""
    text = f" {layout.text} "
    found = []
    hits = _AUTOMATON.find_matches_as_indexes(layout.lower.replace("\n", " "), overlapping=True)
    for pattern, start, end in hits:
        after = text[end + 1]
        if text[start].isalnum() or (after.isalnum() and not (after.isupper() and text[end].islower())):
            continue
        form = _BY_PATTERN[pattern]
        if not form.risky or not text[start + 1].islower():  # in lower case most are just the common word
            found.append((start, -end, form))
    return [(start, -end, form) for start, end, form in sorted(found)]


# ---- find


def find(layout: Layout) -> list[Mention[RegionMention]]:
    """All mentions of regions, in order of start, disjoint; none inside the outlet's name."""
    text, written = cue_text(layout), layout.text
    found: list[Mention[RegionMention]] = []
    doubtful: list[Mention[RegionMention]] = []
    learned: dict[str, Mention[RegionMention]] = {}
    previous: Mention[RegionMention] | None = None
    floor = seen = 0  # ends of the last mention and of the last form looked at
    for start, end, form in _forms_in(layout):
        if start < seen:  # inside a longer form, whatever came of that one
            continue
        seen = end
        if not form.codes and not form.level_codes:  # a lookalike: it only hides the region's name in it
            continue
        reading = _read(text, floor, Span(start, end), form, previous)
        if reading is None or (layout.outlet is not None and layout.outlet.overlaps(reading[0])):
            continue
        span, value, sure = reading
        mention, short = _gloss(written, _mention(layout, span, value), written[start:end])
        if short and len(learned) < _MOST_LEARNED:
            learned.setdefault(short, mention)
        (found if sure else doubtful).append(mention)
        previous = mention if sure else None
        floor = seen = mention.span.end
    found += _confirmed(doubtful, found)
    found += list(_short_forms(layout, text, learned, found))
    found += _local(layout, text)
    return sorted(found, key=by_place)


def _confirmed(
    doubtful: Sequence[Mention[RegionMention]], found: Sequence[Mention[RegionMention]]
) -> list[Mention[RegionMention]]:
    """The risky names without a cue whose region the article names elsewhere with one."""
    sure = {code for mention in found if mention.value.cue in GOVERNING for code in mention.value.candidates}
    return [
        replace(mention, score=min(CONFIRMED_SCORE, mention.score))
        for mention in doubtful
        if sure.intersection(mention.value.candidates)
    ]


def _short_forms(
    layout: Layout,
    text: CueText,
    learned: dict[str, Mention[RegionMention]],
    found: Sequence[Mention[RegionMention]],
) -> Iterator[Mention[RegionMention]]:
    """Later places of abbreviations that the article itself introduced in parentheses."""
    taken = sorted(mention.span for mention in found)
    for short, first in learned.items():
        form = Form(first.value.candidates, (), "abbreviation", False, short.isupper())
        for match in re.compile(rf"\b{short}\b").finditer(layout.text, first.span.end):
            reading = _read(text, 0, Span(*match.span()), form, None)
            if reading is not None and not _overlaps_any(taken, reading[0]):
                yield _mention(layout, reading[0], reading[1])


def _overlaps_any(spans: Sequence[Span], span: Span) -> bool:
    """Whether `span` overlaps one of the disjoint `spans`, which are in order."""
    i = bisect_left(spans, span)
    return any(other.overlaps(span) for other in spans[max(0, i - 1) : i + 1])


def _local(layout: Layout, text: CueText) -> Iterator[Mention[RegionMention]]:
    """`setempat` after an office or agency (`Bupati setempat`, `Dinas Sosial setempat`): no name is given."""
    if "setempat" not in layout.lower:
        return
    for match in _LOCAL.finditer(layout.lower):
        span = Span(*match.span())
        cue = cue_before(text, 0, span.start)
        if cue is not None and cue.kind in GOVERNING:
            kind = "government" if cue.kind == "type" else cue.kind
            yield _mention(layout, span, RegionMention((), cue.level, cast(CueKind, kind), "local"))
        elif cue is None and heads_agency(layout.text, 0, span.start):
            yield _mention(layout, span, RegionMention((), None, "agency", "local"))


# ---- examples

EXAMPLES: tuple[tuple[str, str], ...] = (
    # a type word belongs to the span, a government or office word does not
    ("se-[Kabupaten Lampung Selatan].", "18.01 regency type"),
    ("Wali Kota [Metro] hadir.", "18.72 city office"),
    ("Pemerintah Kota (Pemkot) [Metro] mendaftarkan kader.", "18.72 city government"),
    ("Pemerintah [Kota Metro] mendaftarkan kader.", "18.72 city government"),
    ("di [Kab. Way Kanan] dan [Prov. Lampung]", "18.08 regency type; 18 province type"),
    ("Gubernur [Lampung] dan Wagub [Banten]", "18 province office; 36 province office"),
    ("Sekdaprov [Jambi] bersama Setdakab [Bungo]", "15|15.71 province office; 15.08 regency agency"),
    ("Sekretaris Daerah [Kabupaten Tebo]", "15.09 regency office"),
    ("Pemerintah\n[Kabupaten\nAceh Jaya]", "11.14 regency government"),
    ("[Kabupaten Administrasi Kepulauan Seribu]", "31.01 regency type"),
    ("Wali Kota Administrasi [Jakarta Barat]", "31.73 city office"),
    ("Pemkab [Kaur]-BPJamsostek teken MoU", "17.04 regency government"),
    ("BUPATI [KARO] DAN WALI KOTA [BATU]", "12.06 regency office; 35.79 city office"),
    ("bupati [lampung selatan] menandatangani", "18.01 regency office"),
    ("di Balai Kota [Depok]", "32.76 city agency"),
    ("Bupati [Lampung Barat]Romie hadir", "18.04 regency office"),
    # homonyms keep all candidates; the level is only a hint, and `kota` in lower case may be any town
    ("Bupati [Bandung] dan Wali Kota [Bandung]", "32.04|32.73 regency office; 32.04|32.73 city office"),
    ("[Kabupaten/Kota Bogor]", "32.01|32.71 - type"),
    ("warga [Solok], [Sumatera Barat]", "13.02|13.72 - bare; 13 province bare"),
    ("Gubernur [Gorontalo] hadir.", "75|75.01|75.71 province office"),
    ("[Kabupaten Gorontalo], [Gorontalo]", "75|75.01|75.71 regency type; 75|75.01|75.71 province bare"),
    ("[Kabupaten Banjar], bukan [Kota Banjar]", "32.79|63.03 regency type; 32.79|63.03 city type"),
    ("Pemkab [Mura]", "16.05|62.12 regency government abbreviation"),
    ("Pemkot [Yogyakarta] dan Pemda [DIY]", "34|34.71 city government; 34 - government abbreviation"),
    ("[Kabupaten Metro] disebut keliru", "18.72 regency type"),
    ("di [kota Jember]", "35.09 - type"),
    ("[Kabupaten Pontianak] kini [Mempawah]", "61.02|61.71 regency type; 61.02 - bare"),
    ("[Kabupaten Lima Puluh Kota] [Sumatera Barat]", "13.07 regency type; 13 - bare"),
    # a list takes over the level; what follows after a comma can be the province
    ("[Kabupaten Kudus], [Pati], dan [Blora]", "33.19 regency type; 33.18 regency list; 33.16 regency list"),
    ("Pemkab [Malang] dan [Blitar]", "35.07|35.73 regency government; 35.05|35.72 regency list"),
    ("[Kota Jambi], [Jambi]", "15|15.71 city type; 15|15.71 province bare"),
    ("dari [Natuna], [Lingga], dan [Bintan]", "21.03 - bare; 21.04 - bare; 21.01 - bare"),
    # the abbreviation in parentheses belongs to the mention, also one that the tables lack
    ("Pj Bupati [Lampung Barat (Lambar)]", "18.04 regency office"),
    (
        "[Kabupaten Penukal Abab Lematang Ilir (PALI)]; warga [PALI]",
        "16.12 regency type; 16.12 - bare abbreviation",
    ),
    (
        "[Kabupaten Buton Utara (Butra)]; Pemkab [Butra]",
        "74.10 regency type; 74.10 regency government abbreviation",
    ),
    ("Pemkab [Ogan Komering Ulu (OKU) Timur]", "16.08 regency government spelling"),
    # a risky name: after a cue, in an agency's name, or where the article names it elsewhere with a cue
    ("Kepala Dinas Tenaga Kerja dan Transmigrasi [Batang]", "33.25 - agency"),
    ("Warga [Metro] dibantu Pemkot [Metro].", "18.72 - bare; 18.72 city government"),
    ("Kajari [Landak]", "61.08 - prosecutor"),
    # prosecutors and courts may be named after the seat
    ("Kejari [Kepanjen] dan Kajari [Kisaran]", "35.07 - prosecutor capital; 12.09 - prosecutor capital"),
    ("Kejaksaan Negeri (Kejari) [Bale Bandung]", "32.04 - prosecutor capital"),
    ("Pengadilan Negeri [Martapura]", "16.08|63.03 - prosecutor capital"),
    ("Kejati [Sumsel]", "16 province agency abbreviation"),
    # the name of a branch or a university is found, but says little
    ("BPJS Ketenagakerjaan Cabang [Bandar Lampung] Sari", "18.71 - unit"),
    ("Kanwil [Sumbar], [Riau] dan [Kepri]", "13 - unit abbreviation; 14 - unit; 21 - unit abbreviation"),
    ("BPJamsostek KCP [Kota Metro]", "18.72 city unit"),
    ("rektor Universitas [Jember]", "35.09 - organisation"),
    # a region that is not named
    ("di Rumah Dinas Bupati [setempat]", "? regency office local"),
    ("Kejaksaan Negeri [setempat]", "? - prosecutor local"),
    ("Dinas Sosial [setempat]", "? - agency local"),
    # all thirty-eight provinces
    ("Pemko [Lhokseumawe] dan [Abdya]", "11.73 city government; 11.12 - list abbreviation"),
    ("Bupati [Sergai]", "12.18 regency office abbreviation"),
    ("Wali Kota [Padang Sidempuan]", "12.77 city office spelling"),
    ("Plt Bupati [Pessel]", "13.01 regency office abbreviation"),
    ("Wali Kota [Sawahlunto]", "13.73 city office"),
    ("DPRD [Kuansing]", "14.09 - agency abbreviation"),
    ("[Inhil] dan [Rohul]", "14.04 - bare abbreviation; 14.06 - bare abbreviation"),
    ("Bupati [Tanjab Timur]", "15.07 regency office abbreviation"),
    ("Pemkab [Muratara] di [Sumsel]", "16.13 regency government abbreviation; 16 - bare abbreviation"),
    ("Bupati [Mukomuko]", "17.06 regency office"),
    ("Pemkab [Tubaba], [Waykanan]", "18.12 regency government abbreviation; 18.08 regency list spelling"),
    ("pekerja di [Bumi Sai Wawai]", "18.72 - bare epithet"),
    ("Pemkab [Basel], [Babel]", "19.03 regency government abbreviation; 19 province bare abbreviation"),
    ("Wali Kota [Tanjungpinang]", "21.72 city office official"),
    ("Pemprov [DKI Jakarta]", "31 province government official"),
    ("Bupati [Bandung Barat (KBB)]", "32.17 regency office"),
    ("Pemkot [Solo], [Jateng]", "33.72 city government abbreviation; 33 province bare abbreviation"),
    ("Bupati [Gunung Kidul]", "34.03 regency office spelling"),
    ("warga [Kota Pahlawan]", "35.78 - bare epithet"),
    ("Pemkot [Tangsel]", "36.74 city government abbreviation"),
    ("Bupati [Karangasem], [Bali]", "51.07 regency office; 51 province bare"),
    ("Pemkab [Lotim] dan [Loteng]", "52.03 regency government abbreviation; 52.02 regency list abbreviation"),
    ("Bupati [KLU]", "52.08 regency office abbreviation"),
    ("Bupati [Manggarai Barat], [NTT]", "53.15 regency office; 53 province bare abbreviation"),
    ("Wali Kota [Singkawang]", "61.72 city office"),
    ("Pemkab [Gumas] dan [Kotim]", "62.10 regency government abbreviation; 62.02 regency list abbreviation"),
    ("[Kabupaten Hulu Sungai Selatan (HSS)]", "63.06 regency type"),
    ("Pemkab [Kukar]", "64.02 regency government abbreviation"),
    ("Bupati [Mahulu]", "64.11 regency office abbreviation"),
    ("Wali Kota [Tarakan]", "65.71 city office"),
    ("Bupati [Bolmut]", "71.08 regency office abbreviation"),
    ("Pemkab [Tojo Una-Una]", "72.09 regency government spelling"),
    ("Bupati [Pangkep]", "73.10 regency office abbreviation"),
    ("Wali Kota [Bau-Bau]", "74.72 city office spelling"),
    ("Bupati [Kolut], [Sultra]", "74.08 regency office abbreviation; 74 province bare abbreviation"),
    ("Bupati [Bone Bolango]", "75.03 regency office"),
    ("Pemkab [Polewali Mandar]", "76.04 regency government"),
    ("Pemkab [Maluku Tenggara Barat]", "81.03 regency government former"),
    ("Wali Kota [Tidore]", "82.72 city office abbreviation"),
    ("Pemkab [Biak Numfor], [Papua]", "91.06 regency government; 91 province bare"),
    ("Bupati [Fakfak]", "92.03 regency office official"),
    ("Pemprov [Papua Selatan]", "93 province government"),
    ("Bupati [Puncak] dan Bupati [Puncak Jaya]", "94.05 regency office; 94.02 regency office"),
    ("Bupati [Lanny Jaya]", "95.07 regency office"),
    ("Wali Kota [Sorong], [Papua Barat Daya]", "96.01|96.71 city office; 96 province bare"),
)

NEGATIVES: tuple[str, ...] = (
    # banks, outlets, clubs, companies that bear a region's name
    "Bank Jatim dan Bank Jawa Barat menyalurkan bantuan.",
    "Direktur BPD Bali hadir.",
    "KABARTEGAL.CO.ID - Pekerja rentan didaftarkan.",
    "kata dia kepada Tribun Jateng.",
    "lampung.tribunnews.com",
    "Foto: Batam Pos",
    "laman Sumut.co",
    "Persib Bandung melawan Bali United.",
    "redaksi@Jambi",
    # streets, waters, mountains, districts, villages
    "kantor di Jalan Sumatera Barat nomor 4",
    "di Jl. Lampung Tengah",
    "di Jalan Medan Merdeka Barat",
    "kawasan Danau Toba",
    "tepi Sungai Siak",
    "Gunung Kerinci dan Selat Bali",
    "Kecamatan Semarang Barat",
    "Camat Batang",
    "Kepala Desa Kudus",
    "Pekon Banjar",
    "Kapolsek Sukoharjo",
    # regional offices, islands and groupings that are no region
    "Deputi Direktur Wilayah Sumatera Bagian Selatan",
    "se-Solo Raya",
    "Kepulauan Nias",
    "dari Sabang sampai Merauke",
    "Kalimantan dan Sulawesi",
    # common words and names of people
    "Metro hari ini cerah.",
    "Kata Bima, iuran itu ringan.",
    "Wali kota itu, Bima Sakti, setuju.",
    "harga batu bara naik",
    "BATU BARA DUNIA TURUN",
    "puncak acara di kota",
    "Puncak peringatan itu meriah.",
    "Karo Hukum hadir.",
    "para bupati sebelum rapat",
    "bupati pati",
    "tidak malang nasibnya",
    "serang balik",
    "mitra kerja di pasir",
    "Ir. Lingga Pratama",
    "Hotman Samosir",
    "Agam Suryana",
    "upah sabu rata",
    "teka-teki silang (TTS)",
    "Sekretaris, Bendahara (KSB)",
    "KTT di luar negeri",
    "tim OI dan BS",
    "Polda Metro Jaya",
    "dari 50 kota di dunia",
    # `setempat` without an office, capitals without a prosecutor
    "masyarakat setempat",
    "dokter setempat",
    "Warga Kalianda dan Kepanjen",
    "pelabuhan di Tanjung Balai Karimun",
    "Warga Padang Aro",
    "sumber dana",
    # glued names and names inside words
    "Bandungan",
    "beritaJatim",
    "sebelum dan sesudah",
)
