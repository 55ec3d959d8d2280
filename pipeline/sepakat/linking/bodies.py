"""Bodies of an article: mentions joined with the region that follows, and mentions of one body brought together.

`Pemkab` + `Lampung Barat` is one mention; `Pemkab Lambar` and `Pemerintah Kabupaten Lampung Barat` are one body.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sepakat.linking.places import Region
from sepakat.linking.positions import Position
from sepakat.linking.units import Unit
from sepakat.recognisers.organisations import OrganisationMention
from sepakat.records import OrganisationKind
from sepakat.text.article import Mention, Span, by_place
from sepakat.text.layout import Layout


@dataclass(frozen=True, slots=True)
class BodyMention:
    """One place where a body is named, its region's name included."""

    span: Span
    kind: OrganisationKind
    form: str
    region: Region | None
    rule: str
    level_only: bool = False
    """Whether the name says a level of government but no region (`Pemkab`)."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body with all its mentions.

    Attributes:
        key: What makes two mentions the same body.
        name: Fullest name as written.
        spans: All mentions in order of place.
        main: The mention with the fullest name.
    """

    key: str
    name: str
    kind: OrganisationKind
    form: str
    region: Region | None
    unit: Unit | None
    spans: tuple[Span, ...]
    main: Span


_BETWEEN: Final = re.compile(r"[ ]{0,2}(?:\([A-Z][\w.]{1,14}\)[ ]{0,2})?(?:RI[ ])?(?:di[ ])?")
_LAST_WORD: Final = re.compile(r"(?<=\s)\w+$")
_BRACKETS: Final = re.compile(r"\s?\([^()]{1,30}\)")
_NOISE: Final = re.compile(r"[^\w]+")
_SHORT_NAME: Final = re.compile(r"\(([A-Z][A-Za-z0-9&-]{1,14})\)")
_ABBREVIATED: Final = frozenset({"agency", "association", "university", "company", "authority", "ministry", "partner"})


def join(
    layout: Layout,
    organisations: Sequence[Mention[OrganisationMention]],
    regions: Mapping[Span, Region],
    main_region: Region | None,
    type_errors: Container[Span] = (),
    ambiguous: Iterable[Span] = (),
) -> list[BodyMention]:
    """Join each body's mention with the region's name that follows it.

    Args:
        layout: The article.
        organisations: What the recogniser found.
        regions: Resolved regions by the span of their mention.
        main_region: The region that the article is about, for `Pemkab` and `setempat` alone.
        type_errors: Mentions of regions whose type is written wrongly (`Pemerintah Kabupaten Metro`).
        ambiguous: Mentions of regions that stay open; they belong to the name (`Kejari Solok`).
    """
    starts = {span.start: (span, region) for span, region in regions.items()}
    open_ends = {span.start: span.end for span in ambiguous}
    joined: list[BodyMention] = []
    for mention in organisations:
        value, span = mention.value, mention.span
        region, level_only = None, False
        if value.takes_region:
            gap = _BETWEEN.match(layout.text, span.end)
            follow = starts.get(gap.end() if gap else span.end)
            if follow is None and (last := _LAST_WORD.search(layout.text, span.start, span.end)):
                follow = starts.get(last.start())  # `Kabupaten` belongs to both: `Pemerintah [Kabupaten Tebo]`
                follow = follow if follow and follow[0].end > span.end else None
            if follow and (_fits(value, follow[1]) or follow[0] in type_errors):
                span, region = Span(span.start, follow[0].end), follow[1]
            elif value.form != "government" and gap and gap.end() in open_ends:
                span = Span(span.start, open_ends[gap.end()])
            elif value.form == "government":
                region, level_only = _implied(value, main_region), True
        joined.append(BodyMention(span, value.kind, value.form, region, mention.rule, level_only))
    return joined


def _fits(value: OrganisationMention, region: Region) -> bool:
    return value.level is None or value.level == region.level


def _implied(value: OrganisationMention, main: Region | None) -> Region | None:
    if main is None or (value.level is not None and value.level != main.level):
        return None
    return main


def _key(layout: Layout, mention: BodyMention) -> str:
    if mention.form == "government":
        return f"government:{mention.region.code if mention.region else '?'}"
    text = _NOISE.sub(" ", _BRACKETS.sub("", layout.lower[mention.span.start : mention.span.end])).strip()
    if mention.form == "prosecutor":
        level = "tinggi" if re.search(r"tinggi|kejati", text) else "agung" if "agung" in text else "negeri"
        return f"prosecutor:{level}:{mention.region.code if mention.region else '?'}"
    if mention.form == "ministry" and text.startswith(("lldikti", "lembaga layanan pendidikan")):
        return "lldikti:?"
    if mention.form == "charity" and text.startswith(("baznas", "badan amil")):
        return f"baznas:{mention.region.code if mention.region else '?'}"
    return f"{mention.form}:{text}"


_LEVEL: Final = re.compile(r"\b(?:kabupaten|kota|provinsi)\s")


def _is_same_name(one: str, other: str) -> bool:
    """Whether a shorter name is a head or a contraction of a longer one (`dinas sosial kota x`, `dinsos x`)."""
    if one.startswith(other + " ") or other.startswith(one + " "):
        return True
    if one == _LEVEL.sub("", other) or other == _LEVEL.sub("", one):
        return True
    short, full = sorted((one.partition(":")[2], other.partition(":")[2]), key=len)
    return _is_contraction(short, full)


def _is_contraction(short: str, full: str) -> bool:
    """Whether a word like `dinsos` contracts a longer name: its letters in order, its last three together."""
    head, *rest = short.split() or [""]
    words = full.split()
    if head[:2] != full[:2] or len(head) < 6 or not set(rest) <= set(words):
        return False
    letters = "".join(word for word in words if word not in rest)
    place = iter(letters)
    return head[-3:] in letters and all(letter in place for letter in head)


def gather(layout: Layout, mentions: Sequence[BodyMention], units: Sequence[Unit]) -> list[Body]:
    """Bring mentions of one body together; BPJS units come first in the order of their first mention.

    Returns:
        Bodies in order of first mention.
    """
    groups: dict[str, list[BodyMention]] = {}
    short: dict[str, str] = {}  # abbreviation given in brackets: key of the body that it stands for
    for mention in mentions:
        key = _key(layout, mention)
        words = layout.text[mention.span.start : mention.span.end]
        key = short.get(words.split()[0].lower(), key) if mention.form in _ABBREVIATED else key
        if key.endswith(":?"):
            known = [k for k in groups if k.startswith(key[:-1])]
            key = known[0] if known else key
        elif mention.form in ("agency", "village", "association"):
            key = next((k for k in groups if k.startswith(f"{mention.form}:") and _is_same_name(k, key)), key)
        if bracket := _SHORT_NAME.search(words):
            short[bracket[1].lower()] = key
        groups.setdefault(key, []).append(mention)
    for key in [k for k in groups if k.endswith(":?")]:  # a bare form before the full one
        known = [k for k in groups if k.startswith(key[:-1]) and k != key]
        if known:
            groups[known[0]] = sorted(groups[known[0]] + groups.pop(key), key=by_place)
    bodies = [_body(layout, key, found) for key, found in groups.items()]
    bodies += [_bpjs(layout, unit) for unit in units]
    return sorted(bodies, key=lambda body: body.spans[0])


_TYPES: Final = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}


def with_governments(bodies: Sequence[Body], positions: Sequence[Position]) -> list[Body]:
    """Add the governments that only an office names: `Bupati Kotabaru` speaks for the regency's government.

    Returns:
        Bodies in order of first mention; the office's title is what names an added one.
    """
    named = {body.key for body in bodies}
    places: dict[Region, list[Span]] = {}
    for position in positions:
        if position.side == "government" and position.region is not None:
            places.setdefault(position.region, []).append(position.title_span)
    added = []
    for region, spans in places.items():
        key, name = f"government:{region.code}", f"Pemerintah {_TYPES[region.level]} {region.name}"
        if key not in named:
            added.append(Body(key, name, "regional_government", "government", region, None, tuple(spans), spans[0]))
    return sorted([*bodies, *added], key=lambda body: body.spans[0])


def _says_where(layout: Layout, mention: BodyMention) -> bool:
    """Whether a name does not leave its region to the text, as `Kejaksaan Negeri setempat` does."""
    return not layout.lower.startswith("setempat", max(mention.span.end - 8, mention.span.start))


def _body(layout: Layout, key: str, found: Sequence[BodyMention]) -> Body:
    main = max(found, key=lambda m: (_says_where(layout, m), m.region is not None and not m.level_only, len(m.span)))
    name = layout.article.text[main.span.start : main.span.end]
    region = next((m.region for m in found if m.region is not None), None)
    return Body(key, name, main.kind, main.form, region, None, tuple(m.span for m in found), main.span)


def _bpjs(layout: Layout, unit: Unit) -> Body:
    spans = tuple(sorted(m.span for m in unit.mentions))
    main = max(spans, key=len)
    return Body(
        f"bpjs:{unit.level}:{unit.name}".lower(),
        layout.article.text[main.start : main.end],
        "bpjs_ketenagakerjaan",
        "bpjs",
        None,
        unit,
        spans,
        main,
    )
