"""Datelines: the place and the outlet that Indonesian news print before the first words.

Forms: `KOTA (OUTLET) -`, `OUTLET.COM, KOTA -`, `Kota, Outlet -`, `KOTA | outlet.com -`, `KOTA -`,
`KOTA - OUTLET.COM -`, `Kota, 21/12 (Outlet) -`, `OUTLET.CO.ID -`, `KOTA-Pemerintah` (no space),
`Kota (Outlet):`, `Outlet, Kota ~`, and `Kota(Outlet)` alone on a line. What is a place is known from the
tables of regions; a single unknown name in capitals is an outlet unless the text uses it as a place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sepakat.text.article import Span
from sepakat.text.tables import read_csv, read_lines

_TOP_LEVEL = r"(?:com|co|id|net|org|news|tv|info|press|media|asia|today|online|live|site|xyz|my)(?![A-Za-z0-9])"
DOMAIN_END = rf"\.{_TOP_LEVEL}"
"""The last part of a domain, any case to be set by the caller."""
DOMAIN = rf"(?:[A-Za-z0-9][A-Za-z0-9-]{{0,40}}\.){{1,3}}{_TOP_LEVEL}"
"""A domain, any case to be set by the caller."""

MAX_DATELINE = 110
"""Code points within which a dateline must end."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words before the first words of the body.

    Attributes:
        span: From the first name to the dash, both included.
        body: Where the body begins.
        place: The place without the outlet; None when none is named.
        outlet: The outlet; None when none is named.
        date: A date printed between them (`Jakarta, 12 Juli 2023 -`).
    """

    span: Span
    body: int
    place: Span | None
    outlet: Span | None
    date: Span | None = None


@dataclass(frozen=True, slots=True)
class _Slot:
    span: Span
    kind: str  # place, outlet, date, desk, unknown
    before: str  # what separates it from the slot before: "", ",", "(", "|", "-"


_SEPARATOR = re.compile(r" ?(?:-{1,3}|~|:|\||>)(?: ?[-~])?[ ]{0,3}")
_SLOT = re.compile(r"[^,()|~]+")
_DOMAIN = re.compile(DOMAIN, re.IGNORECASE)
_DATE = re.compile(
    r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu) ?)?(?:[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?"
    r"|[0-9]{1,2} [a-z]{3,9}(?: [0-9]{4})?|[0-9]{4})|(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:humas|kominfo|diskominfo|diskominfotik|mc|ist|red|adv|advertorial|rilis|rls|prokopim|infotorial)"
    r"(?: .{1,30})?",
    re.IGNORECASE,
)
_OUTLET_PART = re.compile(
    r"news|pos$|post$|tribun|antara|radar|kabar|warta|media|harian|koran|berita|jurnal|pers$|online|kompas|detik"
    r"|republika|tempo|sindo|liputan|network|tabloid|suara|swara|ekspres|express|headline|today|channel|center"
    r"|^info|^rri|^tv|tv$|gazette|times$"
)
_NAME = re.compile(r"[A-Z][\w.'-]*(?: (?:[A-Z&][\w.'-]*|[0-9]{1,3}|di|dan)){0,3}")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9.' -]{1,38}[A-Z0-9]")


_ALONE_MARK = re.compile(r"[^|\n]{1,60}\||[^,\n]{3,30}, ?[^,\n]{2,30}$")


def read_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Read the dateline at the head of a paragraph.

    Args:
        text: Normalised text.
        start: First code point of the paragraph.
        end: Its end, exclusive.

    Returns:
        The longest dateline that can be read; None where the paragraph begins without one.
    """
    limit = min(end, start + MAX_DATELINE)
    if end <= limit and _ALONE_MARK.match(text, start, end):  # `Kota || Outlet`, `Kota, Outlet` on a line
        whole = _read_slots(text, start, end, end)
        if whole and whole.place and whole.outlet:
            return whole
    best: Dateline | None = None
    for separator in _SEPARATOR.finditer(text, start + 2, limit):
        body = separator.end()
        opens = body == end or text[body].isupper() or text[body].isdigit() or text[body] in "\"'(#["
        if not opens or text.count("(", start, separator.start()) != text.count(")", start, separator.start()):
            continue
        read = _read_slots(text, start, separator.start(), body)
        if read and not (_is_compound(text, separator.start(), body, end)):
            best = read
    return best or _without_dash(text, start, limit, end)


_ALONE = re.compile(r"([A-Z][\w.' -]{2,40}?) ?\(([^()\n]{2,40})\)(?: ?[-:]+)?")
_BEFORE_DOMAIN = re.compile(rf"([A-Z][\w' -]{{2,40}}?)(?:\.|, ?)({DOMAIN})(?:[.:]?(?=\s)|$)", re.IGNORECASE)


def _without_dash(text: str, start: int, limit: int, end: int) -> Dateline | None:
    """`Kota(Outlet)` or `Kota, Outlet.com` alone on its line, or before the first word without a dash."""
    match = _ALONE.match(text, start, limit) or _BEFORE_DOMAIN.match(text, start, limit)
    if match is None:
        return None
    place, outlet = Span(*match.span(1)), Span(*match.span(2))
    kind = _kind(outlet.of(text))
    if not is_place(place.of(text)) or not (kind == "outlet" or (kind == "unknown" and match.end() == end)):
        return None
    body = match.end() + (text[match.end() : match.end() + 1] == " ")
    return Dateline(Span(start, match.end()), body, place, outlet)


def _is_compound(text: str, dash: int, body: int, end: int) -> bool:
    """Whether a dash without spaces joins two places (`Solok-Padang`), so that no dateline ends there."""
    if body != dash + 1 or text[dash] != "-":
        return False
    following = _NAME.match(text, body, min(end, body + 60))
    first = following[0].split(" ")[0] if following else ""
    return _squeeze(first) in _places()


def _read_slots(text: str, start: int, stop: int, body: int) -> Dateline | None:
    """The dateline that `text[start:stop]` makes; None where its parts cannot be one."""
    slots = list(_slots(text, start, stop))
    if not slots or len(slots) > 5 or any(slot.kind == "no" for slot in slots):
        return None
    place = next((slot.span for slot in slots if slot.kind == "place"), None)
    outlet = next((slot.span for slot in reversed(slots) if slot.kind == "outlet"), None)
    date = next((slot.span for slot in slots if slot.kind == "date"), None)
    unknown = [slot for slot in slots if slot.kind == "unknown"]
    if unknown:
        named = _name_unknown(text, slots, unknown, place, outlet, text[stop:body])
        if named is None:
            return None
        place, outlet = named
    if place is None and outlet is None:
        return None
    if place is None and outlet is not None:
        outlet, place = _part_place(text, outlet)
    return Dateline(Span(start, max(stop, body)), body, place, outlet, date)


def _part_place(text: str, outlet: Span) -> tuple[Span, Span | None]:
    """Outlet and place of `Suara News Magetan`, which no comma parts; a media centre keeps its region."""
    words = outlet.of(text).split(" ")
    for count in (1, 2):
        name = " ".join(words[:-count])
        if is_place(" ".join(words[-count:])) and _kind(name) == "outlet" and "center" not in name.lower():
            cut = outlet.start + len(name)
            return Span(outlet.start, cut), Span(cut + 1, outlet.end)
    return outlet, None


def _name_unknown(
    text: str,
    slots: list[_Slot],
    unknown: list[_Slot],
    place: Span | None,
    outlet: Span | None,
    separator: str,
) -> tuple[Span | None, Span | None] | None:
    """Place and outlet once the unknown parts have found their role; None where they can have none."""
    first = unknown[0].span
    if any(slot.before == "-" for slot in unknown):
        return None
    if len(unknown) == 2:  # `Tanjungsari (Beritaku)`
        bracketed = len(slots) == 2 and unknown[1].before == "(" and first.of(text).count(" ") < 3
        return (first, unknown[1].span) if bracketed else None
    if len(unknown) > 2 or (place and outlet):
        return None
    if place:
        if first.end < place.start and unknown[0].before == "" and used_as_place(text, first):
            return Span(first.start, place.end), None  # `Rengat Barat, Indragiri Hulu`: the district, then the regency
        return place, first
    if outlet or len(slots) > 1:
        return first, outlet
    capitals = _CAPITALS.fullmatch(first.of(text)) is not None
    if ":" in separator or " " not in separator or not (capitals or "|" in separator):
        return None
    if all(word in _plain_words() for word in first.of(text).lower().split(" ")):
        return None  # `TEKEN MOU - Bupati …`: the label of a caption
    return (first, None) if used_as_place(text, first) else (None, first)


def _slots(text: str, start: int, stop: int) -> Iterator[_Slot]:
    """The parts of a dateline between commas, brackets, bars, and dashes that part known names."""
    for match in _SLOT.finditer(text, start, stop):
        for begin, end in _dash_parts(text, match.start(), match.end(), stop):
            while begin < end and text[begin] in " -*_\"'":
                begin += 1
            while end > begin and text[end - 1] in " -*_\"'":
                end -= 1
            if begin == end:
                continue
            mark = text[start:begin].rstrip()[-1:]
            kind = _kind(text[begin:end])
            yield _Slot(Span(begin, end), kind, mark if mark in ("", ",", "(", "|", "-") else "")


_DASH = re.compile(r" ?-+ ?|(?<=[a-z]{2})\. (?=[A-Z])", re.IGNORECASE)


def _dash_parts(text: str, start: int, end: int, stop: int) -> list[tuple[int, int]]:
    """Parts between dashes, where all of them are known (`KOTA - OUTLET.COM`); else the whole."""
    if _kind(text[start:end].strip()) in ("place", "date"):
        return [(start, end)]
    if end < stop and _DOMAIN.fullmatch(text[start:end].strip()):
        return [(start, end)]  # a hyphen of the domain: `KOTA-KITA.COM, KOTA -`
    cuts = [match.span() for match in _DASH.finditer(text, start, end)]
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    parts = [(a, b) for a, b in list(pairwise(edges))[::2]]
    known = all(_kind(text[a:b].strip()) in ("place", "outlet", "date") for a, b in parts)
    return parts if known else [(start, end)]


def _kind(name: str) -> str:
    """What a part of a dateline is: `place`, `outlet`, `date`, `desk`, `unknown`, or `no` when it is none."""
    name = name.strip()
    squeezed = _squeeze(name)
    if squeezed in _places() or name == "KOTA":  # the city of a regional paper
        return "place"
    if _DOMAIN.fullmatch(name):
        return "outlet"
    if _DATE.fullmatch(name):
        return "date"
    if _DESK.fullmatch(name):
        return "desk"
    if not _NAME.fullmatch(name) and not _CAPITALS.fullmatch(name):
        return "no"
    if squeezed in _outlets() or _OUTLET_PART.search(squeezed):
        return "outlet"
    return "unknown"


_NOT_LETTER = re.compile(r"[^a-z0-9]+")
_TYPE_WORD = re.compile(r"^(?:kota|kabupaten|kab\.?|provinsi) (?=\w{3})")


def _squeeze(name: str) -> str:
    """Lower case without spaces and signs; `Kota`, `Kabupaten`, `Kab.` in front dropped."""
    return _NOT_LETTER.sub("", _TYPE_WORD.sub("", name.lower()))


def is_place(name: str) -> bool:
    """Whether a name is that of a region, of its capital, or a short form of one."""
    return _squeeze(name) in _places()


@cache
def _places() -> frozenset[str]:
    """Names, capitals and short forms of regions, squeezed."""
    names = {row[key] for row in read_csv("regions") for key in ("name", "capital")}
    names |= {row["alias"] for row in read_csv("region_aliases") if row["kind"] != "epithet"}
    return frozenset(_squeeze(name) for name in names if len(name) > 2) | {"jakarta"}


@cache
def _plain_words() -> frozenset[str]:
    """Words that name no outlet by themselves, and what captions tell of."""
    return frozenset(read_lines("common_words")) | {"teken", "mou", "pks", "serahkan", "kerjasama", "simbolis"}


@cache
def _outlets() -> frozenset[str]:
    """Names of outlets, squeezed."""
    return frozenset(read_lines("outlets"))


def used_as_place(text: str, span: Span) -> bool:
    """Whether the text names a place by this name elsewhere: `di X`, `Kecamatan X`."""
    cue = r"(?:di|kota|kabupaten|kecamatan|kelurahan|desa|nagari|pekon|kampung|distrik|warga|masyarakat) "
    again = re.compile(rf"(?<!\w){cue}{re.escape(span.of(text))}(?!\w)", re.IGNORECASE)
    return again.search(text, span.end) is not None
