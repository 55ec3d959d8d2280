"""What an agreement covers: programmes, worker groups, funding, term and purpose, read from the sentences about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sepakat.assembly.signing import Clause, Deal
from sepakat.linking.merge import Linked
from sepakat.recognisers.groups import Group
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Sentence

_ABOUT: Final = re.compile(
    r"\b(?:mou|pks|nks|nota\skesepahaman|nota\skesepakatan|perjanjian(?:\skerja\s?sama)?|kerja\s?sama|kerjasama|kesepakatan|adendum"
    r"|penandatangan\w*|sinergi|kolaborasi)\b(?:\s\(\w+\))?(?:\s(?:kerja\s?sama|mou|pks))?(?:\s(?:ini|itu|tersebut|dimaksud"
    r"|bertujuan|untuk|meliputi|mencakup|terkait|tentang|dengan))"
)
_COVERS: Final = re.compile(
    r"\b(?:bagi|untuk|kepada|terhadap|melindungi|lindungi|mengikutsertakan|mendaftarkan|didaftarkan|meliputi|mencakup|menyasar"
    r"|mencover|meng-?cover|kepesertaan|perlindungan|terdiri\s(?:dari|atas)|yakni|yaitu|seperti|antara\slain|para|diperuntukkan|baik"
    r"|sebanyak|seluruh|termasuk|diikutkan|menjamin|diberikan|mengakomodir|atas)\b"
)
_HOPES: Final = re.compile(
    r"\b(?:ke\sdepan|berharap|harapan\w*|diharapkan\s(?:juga|nantinya)|mengajak|mengimbau|akan\s(?:terus|juga)|selanjutnya|misalnya)\b"
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
_PURPOSE_END: Final = re.compile(r"[.;\n]|,\s(?:di|bertempat|yang\sdigelar|senin|selasa|rabu|kamis|jumat|sabtu|minggu|pada)\b|\s(?:senin|selasa"
    r"|rabu|kamis|jumat|jum'at|sabtu|minggu)\s?[,(]|\s\(\d|\sdi\s(?=ruang|aula|gedung|hotel|pendopo|kantor|rumah)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coverage:
    """A value that an agreement covers, with its place and the score of the rule that assigned it."""

    span: Span
    value: str
    label: str
    score: float


def sentences_about(linked: Linked, deal: Deal) -> list[Sentence]:
    """Sentences that tell of the deal: those of its clauses, and later ones that point back at it."""
    own = {clause.sentence for clause in deal.clauses if clause.status in (deal.status, "signed")}
    about = [
        s
        for s in linked.layout.sentences
        if s in own
        or (
            s.zone == "body"
            and not linked.layout.is_quoted(s.span.start)
            and _ABOUT.search(linked.layout.lower, s.span.start, s.span.end)
        )
    ]
    return sorted(about, key=lambda s: s.span)


def programmes(linked: Linked, sentences: Sequence[Sentence]) -> list[Coverage]:
    """Programmes named in the sentences about the deal, each once."""
    found: dict[str, Coverage] = {}
    for sentence in sentences:
        for mention in linked.within("programme", sentence.span):
            code = str(mention.value)
            found.setdefault(code, Coverage(mention.span, code, mention.span.of(linked.layout.article.text), 0.8))
    return list(found.values())


def beneficiaries(linked: Linked, sentences: Sequence[Sentence], counted: Sequence[Span]) -> list[Coverage]:
    """Groups that the deal covers: named after a covering word in the sentences about it, or counted as enrolled by it.

    Args:
        linked: The article.
        sentences: Those about the deal.
        counted: Spans of worker counts that belong to the deal.
    """
    lower, text = linked.layout.lower, linked.layout.article.text
    found: list[Coverage] = []
    seen: set[str] = set()
    mentions: list[Mention[Group]] = linked.mentions.get("group", [])
    for mention in mentions:
        if mention.value.generic or mention.value.office or mention.score < 0.5:
            continue
        sentence = linked.layout.sentence_at(mention.span.start)
        by_count = any(span.overlaps(mention.span) for span in counted)
        if sentence is None or not (by_count or sentence in sentences):
            continue
        left = lower[sentence.span.start : mention.span.start]
        if not by_count and (not _COVERS.search(left) or _HOPES.search(left)):
            continue
        if any(p.span.overlaps(mention.span) for p in linked.positions):
            continue
        label = text[mention.span.start : mention.span.end]
        if label.lower() not in seen:
            seen.add(label.lower())
            found.append(Coverage(mention.span, mention.value.category, label, 0.7 if by_count else 0.75))
    return _without_shorter(found)


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
