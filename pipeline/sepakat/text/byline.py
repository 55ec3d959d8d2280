"""Who wrote an article, as its head or tail print it.

Writers stand as `Penulis: X`, `Laporan Wartawan Outlet.com, X`, `X - Selasa, 11 November 2025`, alone on a
line, or as initials behind the last sentence: `(hen/rif/kmf)`, `[tyi/loy]`, `(Red)`, `/Ash/ADV`.
"""

import re
from dataclasses import dataclass

from sepakat.text.article import Span
from sepakat.text.dateline import DOMAIN

_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}")
_NO_NAMES = frozenset(
    (
        *(
            "admin",
            "administrator",
            "redaksi",
            "editor",
            "tim redaksi",
            "tim",
            "humas",
            "news",
            "berita",
            "daerah",
        ),
        *("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "headline", "home", "update", "by"),
        *("oleh", "diterbitkan", "ekonomi", "date", "tanggal", "published", "posted", "logo", "beranda"),
    )
)
_LABEL = re.compile(
    r"(?:(?P<writer>pewarta|penulis|reporter|wartawan|kontributor|jurnalis|koresponden|(?:ditulis )?oleh|by"
    r"|account_circle"
    r"|laporan(?: wartawan| jurnalis| reporter| kontributor)?)"
    r"|(?P<editor>editor|redaktur|penyunting|uploader))"
    r" ?[:|/]? ?",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r" ?[|/;(]| - |,(?= *(?:editor|dari|antara))|(?<=\w\w\w)\. | ?(?:editor|penyunting|redaktur|foto) ?:",
    re.IGNORECASE,
)
_DOMAIN = re.compile(DOMAIN, re.IGNORECASE)
_MAX_LINE = 160  # code points


@dataclass(frozen=True, slots=True)
class Byline:
    """A printed writer (`rank` 2), initials (1) or editor (0), and the outlet that stands beside the name."""

    span: Span
    rank: int
    outlet: Span | None = None


def read_byline(text: str, start: int, end: int) -> Byline | None:
    """The name behind `Pewarta:`, `Penulis:`, `Oleh:`, `Laporan Wartawan`, or `Editor:` on a line."""
    while start < end and not text[start].isalpha():
        start += 1
    label = _LABEL.match(text, start, end)
    if label is None or end - start > _MAX_LINE:
        return None
    begin = label.end()
    outlet = _DOMAIN.match(text, begin, end)
    if outlet:
        begin = outlet.end()
        while begin < end and text[begin] in " ,:-/":
            begin += 1
    cut = _NAME_ENDS.search(text, begin, end)
    name = personal_name(text, begin, cut.start() if cut else end)
    if name is None:
        return None
    return Byline(name, 2 if label["writer"] else 0, Span(*outlet.span()) if outlet else None)


def read_label(text: str, start: int, end: int) -> int | None:
    """Rank of a line that holds nothing but `Reporter`, `Editor`; the name is on the next line."""
    label = _LABEL.match(text, start, end)
    if label is None or label.end() < end:
        return None
    return 2 if label["writer"] else 0


def personal_name(text: str, start: int, end: int) -> Span | None:
    """A name of one to four capitalised words that fills `text[start:end]`, but for signs and a label."""
    while start < end and not text[start].isalpha():
        start += 1
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    match = _NAME.fullmatch(text, start, end)
    return None if match is None or match[0].lower() in _NO_NAMES else Span(start, end)


def is_lone_name(text: str, start: int, end: int) -> bool:
    """Whether a line holds nothing but a name of two to four words, or one word in capitals."""
    line = text[start:end]
    if not _NAME.fullmatch(line) or line.lower() in _NO_NAMES or any(c.isdigit() for c in line):
        return False
    words = line.count(" ") + 1
    return words > 1 or (line.isupper() and len(line) > 3)


_MARK = re.compile(
    r"(?<=[.!?\"'*\n ])[ ]{0,2}(?P<all>[(\[](?P<in>[^()\[\]\n]{1,40})[)\]]"
    r"|/(?P<slashed>[A-Za-z0-9]{2,12}(?:/[A-Za-z0-9]{2,12}){1,4}))[ *.]{0,4}$"
)
_INITIALS = re.compile(
    r"[A-Za-z]{1,12}[0-9]{0,3}(?:[/.,&*| +-]{1,2}[A-Za-z0-9]{1,15}){0,4}\.?|\*{1,5}(?:/[A-Za-z]{1,12}[0-9]?)*"
)
_NO_INITIALS = frozenset(
    ("adv", "advertorial", "rls", "rilis", "release", "bersambung", "selesai", "habis", "ist", "foto", "dok")
)
_MAX_MARK = 60  # code points from the end within which the mark stands


def read_initials(text: str, start: int, end: int) -> tuple[int, Span | None] | None:
    """The mark of the desk that closes an article: `(hen/rif/kmf)`, `[tyi/loy]`, `(Red)`, `/Ash/ADV`, `(*)`.

    Args:
        text: Normalised text.
        start: First code point of the last paragraph, or of a line that holds nothing else.
        end: Its end, exclusive.

    Returns:
        Where the mark begins, and the initials in it (None for `(*)` and for words that name no writer);
        None without a mark.
    """
    low = max(start, end - _MAX_MARK)
    window = "\n" + text[low:end]  # the mark may fill the line
    match = _MARK.search(window)
    if match is None:
        return None
    group = "in" if match["in"] is not None else "slashed"
    begin, inner = low + match.start("all") - 1, low + match.start(group) - 1
    before = text[start:begin].rstrip()[-1:]
    words = match[group]
    if (before and before not in ".!?\"'*)") or not _INITIALS.fullmatch(words) or words.count(" ") > 3:
        return None
    named = words.strip("*/ .")
    if not named or named.lower() in _NO_INITIALS:
        return begin, None
    inner += words.index(named)
    return begin, Span(inner, inner + len(named))
