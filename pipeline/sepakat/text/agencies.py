"""Names of public agencies: where they begin, and where they end and a region or a person's name goes on.

Agencies are named after their fields (PP 18/2016, Permendagri 90/2019; `data/agency_words.txt`) or by an abbreviation
(`data/organisations.csv`), which each regency coins anew (`Dinporapar`, `Disnakkeswan`).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sepakat.text.article import Span
from sepakat.text.openings import Openings, matches_at
from sepakat.text.tables import read_csv, read_lines

_FIELDS: Final = frozenset(read_lines("agency_words"))
_COMMON: Final = frozenset(read_lines("common_words")) - frozenset(read_lines("not_names")) - _FIELDS
_ABBREVIATIONS: Final = {row["name"].lower(): row["kind"] for row in read_csv("organisations")}

_HEAD: Final = re.compile(
    r"(?<!\w)(?:dinas|badan|bagian|biro|satuan|inspektorat|sekretariat|bidang|seksi|sub\s?bagian|unit|uptd?|divisi"
    r"|setda(?:kab|ko|kot|prov)?|set(?:kab|kot|prov|ko)|sekretariat\s+daerah)(?!\w)"
)
_OPENINGS: Final = Openings(
    {
        "head": (
            *("dinas", "badan", "bagian", "biro", "satuan", "inspektorat", "sekretariat", "bidang", "seksi", "sub"),
            *("unit", "upt", "set", "divisi"),
        ),
        "short": {"dis", "din", *(name[:4] for name in _ABBREVIATIONS)},
    }
)
# Heads that name an agency only with a capital (`bagian dari`, `badan usaha` are plain words) …
_PLAIN_WORDS: Final = frozenset({"badan", "unit", "bidang", "seksi", "bagian", "satuan", "divisi"})
# … heads that name one without any field (`Setda`, `Inspektorat`), and what is no agency at all.
_BARE: Final = ("set", "sekretariat", "inspektorat")
_NO_AGENCY: Final = re.compile(
    r"badan\s+(?:penyelengg?ara|amil|usaha)|bagian\s+(?:utara|selatan|timur|barat|tengah|dari)\b"
)
_WORD: Final = re.compile(r"[^\W\d_][\w-]{0,30}")
_JOINT: Final = re.compile(r"\s{0,2}(?:,\s{1,2}(?!dan)|,?\s?dan\s{1,2}|serta\s{1,2}|&\s{0,2}|/)?(?<=[\s/,])|\s{1,2}")
_BRACKET: Final = re.compile(r"\s?\([A-Z][\w&-]{1,14}\)")
_TOKEN: Final = re.compile(r"[A-Z](?:[a-z]{1,4}[A-Za-z]{1,14}\d?[A-Z]?[A-Za-z]{0,5}|[A-Z]{2,8}\d?[A-Z]?)(?!\w)")
_COINED: Final = re.compile(
    r"(?:Dis|Din)(?:nak|por|par|kop|sos|kes|dik|hub|tan|kan|lut|bud|per|pen|kom|pang|bun|dag|duk|put|perm)"
    r"[a-z]{2,12}[A-Z0-9]{0,4}"
)


def openings(lower: str) -> dict[str, list[int]]:
    """Where names of agencies may begin in a lower-cased text: `head`, those written out; `short`, abbreviated ones."""
    return _OPENINGS.places(lower)


def written_out(text: str, lower: str, starts: Iterable[int]) -> Iterator[Span]:
    """Agencies with their fields written out, abbreviation in brackets included, in order of place.

    Args:
        text: Normalised text.
        lower: The same in lower case.
        starts: Where they may begin.
    """
    for head in matches_at(_HEAD, lower, starts):
        end = _end(text, lower, head.end())
        if end == head.end() and not head[0].startswith(_BARE):
            continue
        if head[0] in _PLAIN_WORDS and not text[head.start()].isupper():
            continue
        if _NO_AGENCY.match(lower, head.start()):
            continue
        bracket = _BRACKET.match(text, end)
        yield Span(head.start(), bracket.end() if bracket else end)


def abbreviated(text: str, starts: Iterable[int]) -> Iterator[tuple[Span, bool]]:
    """Abbreviated names that begin at `starts`, each with whether it is an agency's (else an association's)."""
    for match in matches_at(_TOKEN, text, starts):
        kind = _ABBREVIATIONS.get(match[0].lower())
        if kind is not None or (match[0].startswith("Di") and _COINED.fullmatch(match[0])):
            yield Span(*match.span()), kind in (None, "regional_agency")


def _end(text: str, lower: str, end: int) -> int:
    """Walk over the fields of an agency; `dan`, `serta`, `&` and commas only between two of them."""
    capitals = text[end + 1 : end + 2].isupper()
    last = end
    while joint := _JOINT.match(lower, last):
        word = _WORD.match(lower, joint.end())
        if word is None:
            return last
        joined = bool(joint[0].strip())
        upper = text[word.start()].isupper()
        if joined and _HEAD.match(lower, word.start()):
            return last  # another agency begins: `Dinas Sosial dan Dinas Kesehatan`
        known = all(part in _FIELDS for part in word[0].split("-")) or (upper and word[0] in _COMMON)
        if not known or (joined and not upper and (capitals or "," in joint[0])):
            return last
        last = word.end()
    return last
