"""What trained readers add to the bodies and venues of the rules: names that no list and no head word announces.

The rules come first: where one of their mentions stands, an entity changes at most where it ends. What is added has a
lower score than a rule's mention, so that assembly takes it only where the rules have nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

from sepakat.ner.reading import Entity
from sepakat.recognisers.organisations import LABEL as ORGANISATION
from sepakat.recognisers.organisations import OrganisationMention
from sepakat.recognisers.venues import LABEL as VENUE
from sepakat.recognisers.venues import Venue
from sepakat.text.article import Mention, Span
from sepakat.text.layout import Layout
from sepakat.text.spans import SpanIndex

T = TypeVar("T")

_EXPLAINED: Final = (
    "organisation",
    "bpjs",
    "bpjs_kesehatan",
    "region",
    "instrument",
    "programme",
    "regulation",
    "funding",
    "office",
    "group",
    "venue",
    "date",
)
"""What the rules have read already."""
_ASSOCIATION: Final = OrganisationMention("association", None, False, "association")
_COMPANY: Final = OrganisationMention("company", None, False, "company")
_HEADS: Final = (
    (
        re.compile(
            r"(?:perkumpulan|perhimpunan|persatuan|asosiasi|serikat|ikatan|himpunan|gabungan|paguyuban|forum|kelompok|dewan"
            r"|pengurus|pimpinan|dp[pwdc]|rukun|majelis|gapoktan|persaudaraan|aliansi|komunitas|sekber|lembaga|yayasan"
            r"|badan\spengurus|sinode|keuskupan|pondok|pesantren)\b"
        ),
        _ASSOCIATION,
    ),
    (re.compile(r"(?:pt|cv|ud|koperasi|bank|perum\w*|bum[nd]\w*|rs\w*|rumah\ssakit|klinik)\b"), _COMPANY),
)
_HOLDER: Final = re.compile(
    r"\b(?:rektor|ketua|direktur|kepala|pimpinan|dekan|manajer|pengasuh|presiden|sekretaris)[\w\s]{0,16}$"
)
_SHORT_FORM: Final = re.compile(r"\s?\([A-Z]")
_STREET: Final = re.compile(r"(?:jalan|jl|jln)\b")
_AT: Final = re.compile(r"(?<!\w)di(?:\s(?:sebuah|salah\ssatu))?\s$")
_EVENT: Final = re.compile(
    r"\b(?:penandatanganan|menandatangani|ditandatangani|diteken|meneken|teken|acara|kegiatan|digelar|berlangsung"
    r"|dilaksanakan|bertempat|dilakukan|sosialisasi|audiensi|rapat|pertemuan)\b"
)
_PLACE_ENDS: Final = re.compile(
    r"\s?(?:$|[,.(]|pada\b|(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)\b|kemarin|hari\sini)"
)


def without_names(
    layout: Layout, organisations: Iterable[Mention[OrganisationMention]], entities: Iterable[Mention[Entity]]
) -> Iterator[Mention[OrganisationMention]]:
    """Organisations behind an office, cut where its holder's name follows (`Rektor Universitas Harapan Dewi Kartika`).

    A body that is named after a person has its abbreviation, or no office, beside it.
    """
    names = SpanIndex((m.span, None) for m in entities if m.value.label == "PER")
    for mention in organisations:
        start, end = mention.span.start, mention.span.end
        after = [span.start for span, _ in names.touching(mention.span) if span.start > start and span.end >= end]
        if (
            after
            and _HOLDER.search(layout.lower, max(0, start - 40), start)
            and not _SHORT_FORM.match(layout.text, end)
        ):
            yield replace(mention, span=Span(start, start + len(layout.text[start : after[0]].rstrip(" ,"))))
        else:
            yield mention


def more_organisations(
    layout: Layout, found: Mapping[str, Sequence[Mention[Any]]], entities: Iterable[Mention[Entity]]
) -> list[Mention[OrganisationMention]]:
    """Associations and companies that no rule has read, known by the first word of the name that a reader bounds."""
    bodies: list[Mention[OrganisationMention]] = []
    for mention in entities:
        if mention.value.label != "ORG" or mention.value.agreed is False:
            continue
        name = mention.span.of(layout.lower)
        sort = next((value for pattern, value in _HEADS if pattern.match(name)), None)
        if sort is not None and " " in name:
            bodies.append(Mention(mention.span, ORGANISATION, sort, "ner.org", mention.score))
    return _unexplained(bodies, found)


def more_venues(
    layout: Layout, found: Mapping[str, Sequence[Mention[Any]]], entities: Iterable[Mention[Entity]]
) -> list[Mention[Venue]]:
    """Places after `di` in a sentence about an event, before a comma or a day: `di Warung Kenanga, Kamis`."""
    venues: list[Mention[Venue]] = []
    for mention in entities:
        if mention.value.label in ("PER", "GROUP"):
            continue
        sentence = layout.sentence_at(mention.span.start)
        if sentence is None:
            continue
        before = layout.lower[max(sentence.span.start, mention.span.start - 24) : mention.span.start]
        if _STREET.match(layout.lower, mention.span.start):
            continue
        if not _AT.search(before) or not _PLACE_ENDS.match(layout.lower, mention.span.end, sentence.span.end):
            continue
        if _EVENT.search(layout.lower, sentence.span.start, sentence.span.end):
            venues.append(Mention(mention.span, VENUE, Venue("building"), "ner.venue", round(0.7 * mention.score, 2)))
    return _unexplained(venues, found)


def _unexplained(new: list[Mention[T]], found: Mapping[str, Sequence[Mention[Any]]]) -> list[Mention[T]]:
    """Those of a few mentions that touch nothing which the rules have read."""
    if not new:  # most often
        return new
    explained = SpanIndex((m.span, None) for label in _EXPLAINED for m in found.get(label, ()))
    return [mention for mention in new if not explained.touching(mention.span)]
