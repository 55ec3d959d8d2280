"""What on a news page is not the article: read-also lines, captions, tags, share widgets, counters, credits.

`line_kind` judges a whole line by the table `noise_lines.csv`; `inner_noise` finds what stands inside a
paragraph. A line that none of its own words explains is left to `zones`.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from sepakat.text.article import Span
from sepakat.text.tables import read_csv, read_lines

Zone = Literal["title", "head", "caption", "body", "read_also", "tail"]
"""`title`: headline, subhead, repeated title. `head`: date, byline, counters, tags, navigation, the dateline.
`caption`: of a photo. `body`: the article proper. `read_also`: an inserted headline of another article.
`tail`: what follows the body (initials of the desk, share widgets, related headlines, comments)."""

LineKind = Literal["read_also", "caption", "tags", "byline", "credit", "comments", "related", "follow", "widget"]

BULLETS = " *_•·●▪►▶>»|-"

MAX_NOISE_LINE = 400
"""Code points; a longer line is never judged by its first words alone."""


@cache
def _line_pattern() -> "re.Pattern[str]":
    """The rows of the table as one pattern, a group for each kind, in their order."""
    kinds: dict[str, list[str]] = {}
    for row in read_csv("noise_lines"):
        ending = " ?:?$" if row["match"] == "line" else r"(?![^\W_])" if row["pattern"][-1] not in r"w:,/]" else ""
        kinds.setdefault(row["kind"], []).append(row["pattern"] + ending)
    return re.compile("|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in kinds.items()))


def line_kind(lower_line: str) -> LineKind | None:
    """Kind of a line that is noise by its own words; None when nothing shows it.

    Args:
        lower_line: The line in lower case, normalised, without white space at its ends.
    """
    line = lower_line[:MAX_NOISE_LINE].lstrip(BULLETS) or lower_line
    match = _line_pattern().match(line)
    if match is None:
        return None
    kind: LineKind = match.lastgroup  # type: ignore[assignment]  # the groups are named by kind
    if len(lower_line) > MAX_NOISE_LINE and kind not in ("read_also", "caption", "tags"):
        return None
    return kind


_SITE_CREDIT = re.compile(r"[\w.]{3,30}\.(?:com|co|id|net) ?/ ?[a-z .]{3,40}$")
# Every alternative begins with a certain letter or sign, so that the search goes from one of these to the next.
_CAPTION_CUE = re.compile(
    r"antara(?:/| foto)|\((?:foto|dok|doc|ist|istimewa|video|grafis)(?![^\W_])[^()\n]{0,80}\)[ .]{0,2}$"
    r"|\([^()\n/0-9]{2,40}/(?:[^()\n/]{2,30}/)?[^()\n/0-9]{2,40}(?:/[0-9]{2})?\)[ .]{0,2}$"  # (Nama/Outlet)
    r"|f(?<!\wf)(?:oto|t)?[.:/] ?[a-z][^\n]{1,60}$|d(?<!\wd)o[kc][.:/] ?[a-z][^\n]{1,60}$"
    r"|\((?:(?:ke)?(?:dua|tiga|empat|lima) dari |paling |tengah|kiri|kanan|baju |depan|belakang)"
    r"[^()\n]{0,40}\)"
    r"|--+$"
)


def is_caption(lower_line: str) -> bool:
    """Whether a line before the body reads like a caption: a photo credit, or places in the picture."""
    return _CAPTION_CUE.search(lower_line) is not None or _SITE_CREDIT.match(lower_line) is not None


# --- Noise inside a paragraph


@dataclass(frozen=True, slots=True)
class Insert:
    """A piece of a paragraph that is not its text."""

    span: Span
    zone: Zone


_CUES = AhoCorasick([
    "baca", "simak", "lihat", "tonton", "cek", "read also", "(foto", "[foto", "(ket", "(dok", "[dok", "(ist",
    "[ist", "(antara", "(video", "(grafis", "(ilustrasi",
])  # fmt: skip
_INNER_READ = re.compile(
    r"(?:(?:baca|simak|lihat|tonton|cek) (?:juga|pula|selengkapnya|lainnya)"
    r"(?: (?:berita|artikel|video)(?: lain(?:nya)?)?)?|baca(?= ?:)|juga baca|also read|read also)"
    r"(?![^\W_])[*_]{0,3} ?(?P<colon>:?)[*_]{0,3}"
)
_INNER_CAPTION = re.compile(
    r"[(\[](?:foto|ket\.? foto|dok(?:umentasi)?|ist|istimewa|antara(?= ?/)|video|grafis|ilustrasi)(?![^\W_])"
    r"[^()\[\]\n]{0,120}[)\]]"
)


def noise_cues(lower: str) -> list[int]:
    """Where words that may begin noise inside a paragraph stand; a paragraph without one has none."""
    return [start for _, start, _ in _CUES.find_matches_as_indexes(lower)]


def inner_noise(text: str, lower: str, start: int, end: int) -> list[Insert]:
    """Noise inside one paragraph of the body: read-also headlines, photo credits in brackets.

    Args:
        text: Normalised text.
        lower: The same in lower case.
        start: First code point of the paragraph.
        end: Its end, exclusive.

    Returns:
        Pieces in order, disjoint.
    """
    pieces = [Insert(Span(*match.span()), "caption") for match in _INNER_CAPTION.finditer(lower, start, end)]
    position = start
    for match in _INNER_READ.finditer(lower, start, end):
        begin = match.start()
        if begin < position or (begin > start and text[begin - 1].isalnum()):
            continue
        while begin > position and begin > match.start() - 4 and text[begin - 1] in "([*_":
            begin -= 1
        if match["colon"] or match.start() == start or _is_label(match.group(), text, match.start()):
            position = _headline_end(text, begin, match.end(), end)
            pieces.append(Insert(Span(begin, position), "read_also"))
    inserts: list[Insert] = []
    for piece in sorted(pieces, key=lambda piece: piece.span):
        if not inserts or inserts[-1].span.end <= piece.span.start:
            inserts.append(piece)
    return inserts


def _is_label(words: str, text: str, start: int) -> bool:
    """Whether `BACA JUGA` or `Baca Juga` is written as a label, not as words of a sentence."""
    written = text[start : start + len(words)].strip(" *_:").split()
    return len(written) > 1 and all(word[0].isupper() for word in written)


_FUNCTION_WORDS = frozenset(
    (
        "dan",
        "di",
        "ke",
        "dari",
        "untuk",
        "yang",
        "bagi",
        "dengan",
        "pada",
        "atau",
        "oleh",
        "demi",
        "hingga",
        "agar",
    )
    + (
        "soal",
        "saat",
        "usai",
        "jadi",
        "dalam",
        "se",
        "para",
        "ini",
        "itu",
        "tak",
        "the",
        "of",
        "lewat",
        "per",
        "vs",
    )
)
_STARTERS = frozenset(read_lines("sentence_starters"))
_WORD = re.compile(r"\S+")
_MARKS = ".,:;!?\"'()"
_MAX_HEADLINE = 220


def _headline_end(text: str, begin: int, start: int, end: int) -> int:
    """Where an inserted headline ends: its bracket, its full stop, the next sentence, or the paragraph."""
    limit = min(end, start + _MAX_HEADLINE)
    closing = {"(": ")", "[": "]"}.get(text[begin])
    close = text.find(closing, start, limit) if closing else -1
    if close >= 0:
        return close + 1
    words = list(_WORD.finditer(text, start, limit))
    first = [word[0].strip(_MARKS) for word in words[1:5]]
    sentence_case = sum(word[:1].islower() and word not in _FUNCTION_WORDS for word in first) >= 2
    capital = opening = -1
    for i, match in enumerate(words):
        word = match[0].strip(_MARKS)
        if i > 1 and match[0][-1] in ".!?" and match.end() < end and len(word) > 2:
            return match.end()
        if i < 3 or sentence_case:
            continue
        if match[0][0] == '"':
            return match.start()
        if word[:1].isupper():
            capital = match.start()
            opening = match.start() if word.lower() in _STARTERS else opening
        elif word[:1].islower() and word not in _FUNCTION_WORDS:  # the headline's capitals are over
            near = opening >= 0 and capital - opening < 40
            return opening if near else capital if capital >= 0 else match.start()
    return end if limit == end else words[-1].end()
