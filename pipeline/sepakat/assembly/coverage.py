"""What an agreement covers: programmes, worker groups, funding, term and purpose, read from the sentences about it."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from sepakat.assembly.signing import Clause, Deal
from sepakat.linking.merge import Linked
from sepakat.linking.when import resolve
from sepakat.recognisers.groups import Group
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Sentence
from sepakat.text.openings import WordPattern
from sepakat.text.spans import SpanIndex

_DEAL: Final = (
    r"(?:mou|pks|nks|naskah|nota(?=\s(?:ini|itu|tersebut))|nota\ske(?:sepahaman|sepakatan)|perjanjian(?:\skerja\s?sama)?|kerja\s?sama|kesepakatan(?:\sbersama)?|adendum"
    r"|penandatangan\w*|sinergi\w*|kolaborasi)"
)
# Points back at the deal: `MoU ini`, `dalam nota kesepahaman itu`, `objek perjanjian kerja sama`.
_POINTS_BACK: Final = re.compile(
    rf"\b{_DEAL}(?:\s\([^()]{{1,30}}\))?(?:\s(?:kerja\s?sama|mou|pks))?\s(?:ini|itu|tersebut|kami|kita|dimaksud|bertujuan|meliputi|mencakup)\b"
    rf"|\b{_DEAL}\s(?:dilakukan|dilaksanakan|digelar|diadakan)\s(?:dalam\srangka|untuk|guna|sebagai)\b"
    rf"|\b(?:mengadakan|melakukan|menjalin|meneken|memiliki)\s{_DEAL}\s(?:untuk|bagi|terkait)\b"
    rf"|\b(?:{_DEAL}|dokumen)\s(?:yang\s)?(?:baru\s)?(?:diteken|ditandatangani)\s(?:\w+\s){{0,2}}(?:mencakup|meliputi|menyasar)\b"
    rf"|\bmembahas\s(?:\w+\s){{0,3}}{_DEAL}\b|\btujuannya\b"
    rf"|\b(?:lingkup|objek|sasaran|tujuan|fokus|poin|isi)\s(?:\w+\s){{0,2}}{_DEAL}\b"
)
_POINTS_BACK_WORDS: Final = WordPattern(
    _POINTS_BACK,
    (
        *(
            "adendum",
            "dokumen",
            "fokus",
            "isi",
            "kerja",
            "kesepakatan",
            "kolaborasi",
            "lingkup",
            "melakukan",
            "membahas",
            "memiliki",
        ),
        *("meneken", "mengadakan", "menjalin", "mou", "naskah", "nks", "nota", "objek", "penandatangan"),
        *("perjanjian", "pks", "poin", "sasaran", "sinergi", "tujuan"),
    ),
)
# Points back at what the deal sets up; only shortly after it.
_SETS_UP: Final = re.compile(
    r"\b(?:program|kegiatan|langkah|perlindungan|kepesertaan|upaya|inisiatif|fasilitas|skema)(?:\s\w+){0,2}\s(?:ini|itu|tersebut)\b"
    r"|\b(?:ruang\slingkup|sejumlah\skegiatan)\b|\b(?:peserta|pekerja|mereka)\syang\s(?:akan\s)?(?:di|ter)(?:daftar|ikut|lindung|cover)\w*"
)
_SETS_UP_WORDS: Final = WordPattern(
    _SETS_UP,
    (
        *(
            "fasilitas",
            "inisiatif",
            "kegiatan",
            "kepesertaan",
            "langkah",
            "mereka",
            "pekerja",
            "perlindungan",
            "peserta",
        ),
        *("program", "ruang", "sejumlah", "skema", "upaya"),
    ),
)
_SETS_UP_REACH: Final = 6  # sentences after a clause of the deal
# `Hal itu ditandai dengan penandatanganan nota …`: the sentence before it says what the deal brings.
_SEALS: Final = re.compile(
    r"(?:(?:hal|komitmen|langkah|upaya|sinergi)\s)?(?:ini|itu|tersebut)\s(?:di)?(?:tandai|wujudkan|tuangkan|buktikan)\b"
)
# A list that goes on in a sentence of its own: `… bagi para pekerja rentan. Seperti sopir, buruh, dan nelayan.`
_GOES_ON: Final = re.compile(r"(?:seperti|antara\slain|di\santaranya|mulai\sdari|yakni|yaitu|baik\situ)\b")
_COVERS: Final = re.compile(
    r"\b(?:bagi|untuk|kepada|terhadap|melindungi|lindungi|mengikutsertakan|mendaftarkan|didaftarkan|meliputi|mencakup|menyasar|sasaran\w*"
    r"|mencover|meng-?cover|kepesertaan|perlindungan|terdiri\s(?:dari|atas)|yakni|yaitu|seperti|antara\slain|para|diperuntukkan|baik"
    r"|sebanyak|seluruh|termasuk|melibatkan|diikutkan|menjamin|diberikan|mengakomodir|atas)\b"
)
_HOPES: Final = re.compile(
    r"\b(?:ke\sdepan|(?:ber|meng)harap\w*|harapan\w*|diharapkan\s(?:juga|nantinya)|mengajak|mengimbau|akan\s(?:terus|juga)|selanjutnya|misalnya)\b"
)
# The group is told to somebody, or serves the meeting; nothing is said of its cover.
_REPORTS: Final = re.compile(
    r"\b(?:dihadiri|hadir|diikuti|disaksikan|perhatian\s(?:pemkab|pemkot|pemerintah)|kesejahteraan\smasyarakat)\b"
)
_YEARS: Final = re.compile(
    r"\b(?:berlaku|jangka\swaktu|selama|masa|untuk)\b[^.;]{0,40}?\b(?P<years>\d{1,2}|satu|dua|tiga|empat|lima|sepuluh)\s"
    r"(?:\(\w+\)\s)?tahun\b"
)
_NUMBER_WORDS: Final = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "sepuluh": 10}
_PURPOSE: Final = re.compile(
    r"\b(?:bertujuan(?:\suntuk)?|dalam\s(?:rangka|upaya)|guna|sebagai\s(?:upaya|bentuk|langkah|komitmen)|terkait(?:\sdengan)?|tentang"
    r"|untuk|mengenai)\s"
)
_DAYS: Final = r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)"
_PURPOSE_END: Final = re.compile(
    rf"[.;\n]|,\s(?:di|bertempat|yang\sdigelar|{_DAYS}|pada)\b|\s{_DAYS}\s?[,(]|\s\(\d"
    r"|\sdi\s(?=ruang|aula|gedung|hotel|pendopo|kantor|rumah)"
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A value that an agreement covers, with its place and the score of the rule that assigned it."""

    span: Span
    value: str
    label: str
    score: float


def sentences_about(linked: Linked, deal: Deal) -> list[Sentence]:
    """Sentences that tell of the deal: those of its clauses, and later ones that point back at it or its programme."""
    ahead = ("planned", "discussed") if deal.status in ("planned", "discussed") else ()
    statuses = (deal.status, "signed", *ahead)
    own = {clause.sentence.span.start for clause in deal.clauses if clause.status in statuses}
    other = {clause.sentence.span.start for clause in deal.clauses} - own
    lower = linked.layout.lower
    about: list[Sentence] = []
    since = 99
    before: Sentence | None = None
    for sentence in linked.layout.sentences:
        start = sentence.span.start
        since = 0 if start in own else since + 1
        if start in own:
            if before is not None and _SEALS.match(lower, start):
                about += [before] if before not in about and before.span.start not in other else []
            about.append(sentence)
        elif sentence.zone == "body" and start not in other:
            goes_on = about and about[-1] is before and _GOES_ON.match(lower, start)
            if goes_on or _tells(linked, sentence, since):
                about.append(sentence)
        before = sentence if sentence.zone == "body" else before
    return about


def _tells(linked: Linked, sentence: Sentence, since: int) -> bool:
    lower, span = linked.layout.lower, sentence.span
    if _POINTS_BACK_WORDS.search(lower, span.start, span.end):
        return True
    if since <= _SETS_UP_REACH and not linked.layout.is_quoted(span.start):
        return _SETS_UP_WORDS.search(lower, span.start, span.end) is not None
    return False


def programmes(linked: Linked, sentences: Sequence[Sentence], *, fallback: bool = False) -> list[Coverage]:
    """Programmes named in the sentences about the deal, each once; with `fallback`, else those that members get."""
    found: dict[str, Coverage] = {}
    for sentence in sentences:
        for mention in linked.within("programme", sentence.span):
            code = str(mention.value)
            found.setdefault(code, Coverage(mention.span, code, mention.span.of(linked.layout.article.text), 0.8))
    return list(found.values()) or (_enrolled_in(linked) if fallback else [])


_ENROLS: Final = re.compile(
    r"\b(?:peserta\w*|(?:di|meng|me)?(?:daftar|ikut)\w*|mendapat\w*|memperoleh|(?:ter|di)lindungi|perlindungan\w*|dijamin|menikmati|iuran\w*"
    r"|program\w*|mencakup|jaminan\syang)\b"
)
_PAYS: Final = re.compile(
    r"\b(?:santunan|klaim|ahli\swaris|manfaat|menyerahkan|diserahkan|penyerahan|kartu|meninggal|beasiswa|almarhum\w*|mencairkan|rp)\b"
)
_MOST_PROGRAMMES: Final = 4  # all five: the sentence describes BPJS Ketenagakerjaan, not the deal


def _enrolled_in(linked: Linked) -> list[Coverage]:
    """Programmes that enrolled people get, where no sentence that points at the deal names any."""
    text, lower = linked.layout.article.text, linked.layout.lower
    naming = [linked.layout.sentence_at(m.span.start) for m in linked.mentions.get("programme", ())]
    for sentence in {s.span.start: s for s in naming if s is not None and s.zone == "body"}.values():
        codes = {str(m.value): m for m in linked.within("programme", sentence.span)}
        if not 2 <= len(codes) <= _MOST_PROGRAMMES:
            continue
        if linked.within("regulation", sentence.span) or _PAYS.search(lower, sentence.span.start, sentence.span.end):
            continue
        if _ENROLS.search(lower, sentence.span.start, sentence.span.end):
            return [Coverage(m.span, code, m.span.of(text), 0.6) for code, m in codes.items()]
    return []


def beneficiaries(
    linked: Linked, sentences: Sequence[Sentence], counted: Sequence[Span], *, fallback: bool = False
) -> list[Coverage]:
    """Groups that the deal covers: named after a covering word in the sentences about it, or counted as enrolled by it.

    Args:
        linked: The article.
        sentences: Those about the deal.
        counted: Spans of worker counts that belong to the deal.
        fallback: Whether to look at the lead where these sentences name nobody.
    """
    text = linked.layout.article.text
    found: list[Coverage] = []
    seen: set[str] = set()
    mentions: list[Mention[Group]] = linked.mentions.get("group", [])
    counts = SpanIndex((span, None) for span in counted)
    about = frozenset(sentence.span.start for sentence in sentences)
    for mention in mentions:
        by_count = bool(counts.touching(mention.span))
        if not (_is_group(linked, mention) if by_count else _is_covered(linked, mention, about)):
            continue
        label = text[mention.span.start : mention.span.end]
        if label.lower() not in seen:
            seen.add(label.lower())
            found.append(Coverage(mention.span, mention.value.category, label, 0.7 if by_count else 0.75))
    if not found and fallback:
        found = _in_lead(linked)
    return _without_shorter(found)


def _in_lead(linked: Linked) -> list[Coverage]:
    """Groups that headline or lead say are protected, where no sentence about the deal names any."""
    lead = frozenset([s.span.start for s in linked.layout.sentences if s.zone == "body"][:2])
    for mention in linked.mentions.get("group", []):
        if _is_covered(linked, mention, lead):
            return [Coverage(mention.span, mention.value.category, mention.span.of(linked.layout.article.text), 0.5)]
    return []


def _is_group(linked: Linked, mention: Mention[Group]) -> bool:
    """Whether a mention is a group of people who work, and not part of a name, a body or an office."""
    if mention.value.generic or mention.value.office or mention.score < 0.5:
        return False
    if linked.name_places.touching(mention.span):
        return False
    if any(span.covers(mention.span) for span, _ in linked.body_places.touching(mention.span)):
        return False
    if mention.span.of(linked.layout.lower) in _SINGLE_OFFICES:
        left = linked.layout.lower[max(0, mention.span.start - 20) : mention.span.start]
        return _MANY.search(left) is not None
    if mention.value.body and _LEVEL_OF.search(linked.layout.lower, mention.span.start - 9, mention.span.start):
        return False
    return not any(
        p.complement is not None and p.span.start < mention.span.start
        for _, p in linked.position_places.touching(mention.span)
    )


_LEVEL_OF: Final = re.compile(r"tingkat\s$")  # `hingga tingkat RW` is a level, and nobody
# Offices that one person holds: a group only in the plural (`para kepala desa`).
_SINGLE_OFFICES: Final = frozenset(
    {"kepala desa", "kades", "lurah", "camat", "jaksa", "bupati", "keuchik", "geuchik", "wali nagari"}
)
_MANY: Final = re.compile(r"\b(?:para|seluruh|semua|segenap|\d+)\s$")


def _is_covered(linked: Linked, mention: Mention[Group], starts: Container[int]) -> bool:
    """Whether a mention is a group that a sentence about the deal names after a covering word.

    Args:
        linked: The article.
        mention: What may be a group.
        starts: Where the sentences about the deal start.
    """
    sentence = linked.layout.sentence_at(mention.span.start)
    if sentence is None or sentence.span.start not in starts or not _is_group(linked, mention):
        return False
    left = linked.layout.lower[sentence.span.start : mention.span.start]
    if not _COVERS.search(left) or _REPORTS.search(left):
        return False
    if not _HOPES.search(left):
        return True
    return _POINTS_BACK_WORDS.search(linked.layout.lower, sentence.span.start, sentence.span.end) is not None


def _without_shorter(found: Sequence[Coverage]) -> list[Coverage]:
    """`pekerja rentan` goes where `pekerja rentan di 25 desa` of the same category stands too."""
    kept = []
    for item in found:
        longer = [o for o in found if o is not item and o.value == item.value and item.label.lower() in o.label.lower()]
        if not longer:
            kept.append(item)
    return kept


def funding(linked: Linked, sentences: Sequence[Sentence]) -> list[Coverage]:
    """Where the contributions come from, by the sentences about the deal and those that speak of contributions."""
    found: dict[str, Coverage] = {}
    for mention in linked.mentions.get("funding", ()):
        sentence = linked.layout.sentence_at(mention.span.start)
        if sentence is None or sentence.zone != "body":
            continue
        if sentence in sentences or mention.score >= 0.8:
            label = mention.span.of(linked.layout.article.text)
            found.setdefault(str(mention.value), Coverage(mention.span, str(mention.value), label, mention.score))
    return list(found.values())


def term_years(linked: Linked, sentences: Sequence[Sentence]) -> tuple[int, Span] | None:
    """How many years the deal runs, where a sentence about it says so."""
    for sentence in sentences:
        match = _YEARS.search(linked.layout.lower, sentence.span.start, sentence.span.end)
        if match:
            word = match["years"]
            years = _NUMBER_WORDS.get(word) or int(word)
            if 0 < years <= 25:
                return years, Span(*match.span())
    return None


def term_end(linked: Linked, sentences: Sequence[Sentence]) -> tuple[str, Span] | None:
    """Until when the deal runs, where a sentence about it says so (`berlaku sampai 31 Desember 2025`)."""
    for sentence in sentences:
        for mention in linked.within("date", sentence.span):
            if linked.date_role(mention) == "expiry" and (until := resolve(mention.value)):
                return until.date, mention.span
    return None


def purpose(linked: Linked, clauses: Sequence[Clause], sentences: Sequence[Sentence]) -> Span | None:
    """The clause that says what the deal is for, without the word that opens it."""
    own = [c.sentence for c in clauses if c.sentence.zone == "body"]
    for sentence in [*own, *[s for s in sentences if s not in own and s.zone == "body"]]:
        after = min((c.span.start for c in clauses if c.sentence == sentence), default=sentence.span.start)
        match = _PURPOSE.search(linked.layout.lower, after, sentence.span.end)
        if match is None:
            continue
        end = _PURPOSE_END.search(linked.layout.lower, match.end(), sentence.span.end)
        stop = end.start() if end else sentence.span.end
        raw = linked.layout.article.text[match.end() : stop]
        span = Span(match.end() + len(raw) - len(raw.lstrip()), match.end() + len(raw.rstrip()))
        if len(span) >= 15:
            return span
    return None
