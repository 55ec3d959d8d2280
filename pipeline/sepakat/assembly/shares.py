"""What shares in percent are of: of the workers who are enrolled or of something else, and of which segment.

A share is of `coverage` when its sentence tells of enrolment, protection or workers and of nothing else that
comes in percent (growth, contribution rates, budgets, BPJS Kesehatan). The segment is the one named nearest:
before the share, or right behind it; without one it is `all`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

from sepakat.assembly.as_of import as_of
from sepakat.recognisers.dates import DateMention
from sepakat.recognisers.rates import RateMention
from sepakat.records import RateOf, Segment
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout


@dataclass(frozen=True, slots=True)
class RateReading:
    """A share with what it is of.

    Attributes:
        percent: Decimal string.
        of: `coverage` for a share of workers who are, are not or shall be enrolled.
        segment: Whose share it is.
        as_of: The date that the sentence gives for it (`per Juli 2022`), or None.
        score: From 0 to 1.
        mentions: All places that give this share of this segment, in order of place.
    """

    percent: str
    of: RateOf
    segment: Segment
    as_of: Mention[DateMention] | None
    score: float
    mentions: tuple[Mention[RateMention], ...]


_SEGMENT: Final = re.compile(
    r"\b(?:(?P<BPU>bukan\spenerima\supah|bpu\b|(?:pekerja\s|sektor\s)?(?:informal|non-?\s?formal)\b)"
    r"|(?P<PU>penerima\supah|pu\b|(?:pekerja\s|sektor\s)?formal\b)"
    r"|(?P<jakon>jasa\skonstruksi|jakon\b|pekerja\skonstruksi)"
    r"|(?P<PMI>pmi\b|pekerja\smigran)"
    r"|(?P<non_asn>non[\s-]?asn\b|honorer\b|tenaga\skontrak|pegawai\stidak\stetap|thl\b)"
    r"|(?P<other>pekerja\srentan|tenaga\skerja\srentan|nelayan|petani|kelompok\stani|perangkat\sdesa|aparatur\sdesa"
    r"|perusahaan|badan\susaha|umkm|desa\b|guru|kader|marbot|rt/rw|mahasiswa|asn\b|pedagang|buruh\stani))"
)
_COVERAGE: Final = re.compile(
    r"coverage|cakupan|kepesertaan|terlindung|ter-?cover|meng-?cover|tercakup|terdaftar|daftarkan|dilindungi"
    r"|perlindungan|universal|\bucj\b|\buc\b|\bpeserta\b|terjangkau|tenaga kerja|\bpekerja\b"
)
_WORKERS_BEHIND: Final = re.compile(
    r"\s(?:(?:dari|lebih|total|jumlah|seluruh|sekitar)\s){0,3}(?:[0-9.,]+\s(?:juta\s|ribu\s)?)?"
    r"(?:pekerja|tenaga kerja|angkatan kerja|masyarakat pekerja)\b"
)
_ELSE: Final = re.compile(
    r"dari upah|upah sebulan|upah per bulan|inflasi|pertumbuhan|kemiskinan|stunting|pengangguran|\bbunga\b"
    r"|diskon|pajak|belanja|kesehatan|\buhc\b|\bjkn\b|kenaikan"
)
_GROWTH: Final = re.compile(
    r"\b(?:naik|tumbuh|meningkat|turun|bertambah|melonjak)(?:\s(?:sebesar|sekitar|hampir))?\s$"
    r"|\b(?:iuran|premi|(?<!penerima )upah|gaji)(?:nya)?\b[^.;,]{0,40}$"
)
_STOP: Final = re.compile(r"[.!?][\"”]?\s(?=[A-Z\"“])")
_HALF_WAY: Final = 30.0  # code points after which a segment counts half
_BEHIND, _ACROSS_SHARE, _ACROSS_COMMA = 0.45, 0.3, 0.7
_BEFORE_REACH, _AFTER_REACH = 260, 120  # code points
_CLAUSE: Final = 60  # code points within which a group that is no segment is taken for whose share it is


def read_rates(
    layout: Layout, mentions: Sequence[Mention[RateMention]], dates: Sequence[Mention[DateMention]] = ()
) -> list[RateReading]:
    """Shares of the article: each share of a segment once, in order of first place.

    Args:
        layout: The article.
        mentions: Its shares, in order of place.
        dates: Its dates, for `as_of`.

    Returns:
        The readings; headlines of other articles and what follows the body give none.
    """
    spans = [mention.span for mention in mentions]
    groups: dict[tuple[str, RateOf, Segment], list[tuple[Mention[RateMention], float]]] = {}
    for mention in mentions:
        if layout.zone_at(mention.span.start) in ("read_also", "tail"):
            continue
        of, segment, score = _share_of(layout, mention.span, spans)
        groups.setdefault((mention.value.percent, of, segment), []).append((mention, score))
    return [
        RateReading(
            percent,
            of,
            segment,
            next((date for m, _ in found if (date := as_of(layout, m.span, dates))), None),
            max(score for _, score in found),
            tuple(m for m, _ in found),
        )
        for (percent, of, segment), found in groups.items()
    ]


def _share_of(layout: Layout, span: Span, others: Sequence[Span]) -> tuple[RateOf, Segment, float]:
    """What a share is of, whose it is, and how clearly that is told."""
    sentence = layout.sentence_at(span.start)
    start = max(sentence.span.start if sentence else 0, span.start - _BEFORE_REACH)
    end = min(sentence.span.end if sentence else len(layout.lower), span.end + _AFTER_REACH)
    stop = _STOP.search(layout.text, span.end, end)  # direct speech of several sentences is one sentence of the layout
    end = stop.start() if stop else end
    left, right = layout.lower[start : span.start], layout.lower[span.end : end]
    workers = _WORKERS_BEHIND.match(right)
    if _ELSE.search(left[-90:]) or _ELSE.search(right[:40]) or _GROWTH.search(left):
        return "other", "other", 0.8
    ranked = sorted(_segments(layout, span, Span(start, end), others), key=lambda item: -item[0])
    if ranked and ranked[0][1] != "other":
        return "coverage", ranked[0][1], 0.9
    if not (workers or _COVERAGE.search(left) or _COVERAGE.search(right)):
        return "other", "other", 0.7
    return ("coverage", "other", 0.7) if ranked else ("coverage", "all", 0.85)


def _segments(layout: Layout, span: Span, within: Span, others: Sequence[Span]) -> Iterator[tuple[float, Segment]]:
    """Segments named near a share, with how near they are: behind it and across another share counts less."""
    for match in _SEGMENT.finditer(layout.lower, within.start, within.end):
        found = Span(*match.span())
        behind = found.start >= span.end
        gap = Span(span.end, found.start) if behind else Span(found.end, span.start)
        between = layout.lower[gap.start : gap.end]
        segment = cast(Segment, match.lastgroup)
        if segment == "other" and (len(between) > (12 if behind else _CLAUSE) or "," in between[1:]):
            continue
        shares = bisect_left(others, Span(gap.end, 0)) - bisect_left(others, Span(gap.start, 0))
        near = _ACROSS_SHARE**shares * _ACROSS_COMMA ** min(3, between.count(","))
        near /= 1 + len(between) / _HALF_WAY
        yield near * (_BEHIND if behind and len(between) > 1 else 1.0), segment
