"""The news outlet as the text names it outside the dateline: copyright line, domains, `kepada Outlet.com`."""

import re

from sepakat.text.article import Span
from sepakat.text.dateline import DOMAIN, DOMAIN_END

_DOMAIN = re.compile(DOMAIN, re.IGNORECASE)
_DOMAIN_END = re.compile(DOMAIN_END, re.IGNORECASE)
_COPYRIGHT = re.compile(
    rf"(?:copyright|hak cipta|©|\(c\))(?: ?©| ?\(c\))? ?(?:(?:19|20)[0-9]{{2}},? )?(?:oleh )?"
    rf"(?P<name>{DOMAIN}|(?-i:[A-Z])[\w&-]{{1,20}}(?: (?-i:[A-Z])[\w&-]{{1,20}}){{0,2}})",
    re.IGNORECASE,
)
_TOLD_TO = re.compile(
    r"(?:pantauan|kepada|wartawan|reporter|kontributor|dihubungi|tim(?: redaksi)?|redaksi|diterima|laman)"
    rf" (?P<name>{DOMAIN})",
    re.IGNORECASE,
)
_NOT_OUTLETS = re.compile(
    r"facebook|twitter|instagram|youtube|whatsapp|telegram|t\.me|google|tiktok|go\.id|bpjs", re.IGNORECASE
)
_SIGNS = re.compile(r"[^a-z0-9]")


def find_outlet(text: str, named: Span | None, margins: list[Span]) -> Span | None:
    """The outlet as the text names it.

    Args:
        text: Normalised text.
        named: The outlet in the dateline or beside the writer.
        margins: Head, captions and tail.

    Returns:
        `named`, or a domain in the margins that spells the same name; without it, the copyright line, the
        only domain in the margins, or the outlet to which somebody spoke.
    """
    if named and "." in named.of(text):
        return named
    domains = [Span(*m.span()) for margin in margins for m in _DOMAIN.finditer(text, margin.start, margin.end)]
    domains = [domain for domain in domains if not _NOT_OUTLETS.search(domain.of(text))]
    if named:
        name = _letters(named.of(text))
        return next((d for d in domains if _letters(d.of(text).split(".")[0]) == name), named)
    for margin in margins:
        copyright_line = _COPYRIGHT.search(text, margin.start, margin.end)
        if copyright_line:
            return Span(*copyright_line.span("name"))
    if len({domain.of(text).lower() for domain in domains}) == 1:
        return domains[0]
    told = _TOLD_TO.search(text) if _DOMAIN_END.search(text) else None
    return Span(*told.span("name")) if told and not _NOT_OUTLETS.search(told["name"]) else None


def _letters(name: str) -> str:
    """Lower case, letters and digits only."""
    return _SIGNS.sub("", name.lower())
