"""Splitting a paragraph of Indonesian news into sentences.

A sentence ends at `.`, `!`, `?` or an ellipsis, closing quotes and brackets included, when what follows can
open a sentence. It does not end after abbreviations (`Jl.`, `M.Si.`, `dkk.`), initials (`R. P. Tendean`),
inside numbers and domains (`Wartakita.co`), inside parentheses, and inside direct speech: a quotation stays
whole, with the words that say who spoke (the convention of UD Indonesian-CSUI). A full stop glued to the next
word (`rendah.Kepala`) ends a sentence unless it belongs to a name, a degree or a domain (`M.Hidayat`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from sepakat.text.article import Span
from sepakat.text.quotes import QuotePair
from sepakat.text.tables import read_lines

_NEVER_LAST = frozenset(read_lines("abbreviations"))
_MAYBE_LAST = frozenset(read_lines("abbreviations_final"))
_STARTERS = frozenset(read_lines("sentence_starters"))
_NEVER_BEFORE_DIGIT = _NEVER_LAST | frozenset(("hal", "bab", "pasal", "ayat", "min", "maks", "pkl", "jam", "th", "thn"))
_DOMAIN_ENDS = frozenset(("com", "co", "id", "net", "org", "news", "tv", "info", "go", "ac", "web", "my"))

_MAX_QUOTATION = 1200  # a longer one is split like other text
_MAX_PARENTHESIS = 300

_STOP = re.compile(r"[.!?…][.!?…]*")  # so written, the search goes from mark to mark
_CLOSERS = "\"')]"
_UP_TO_TOKEN = re.compile(r".*[\s\"(\[/]", re.DOTALL)
_MAX_TOKEN = 24  # code points
_NEXT_WORD = re.compile(r"[\"'(\[]{0,3} ?([^\W\d_]+(?:-[^\W\d_]+)?)")
_DAY_ALONE = re.compile(  # `di Aula Kanwil. Kamis, (31/3).`: the date belongs to the sentence before it
    r"(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu),? ?\(?[0-9][0-9/. ]{0,9}[A-Za-z]{0,9}[ 0-9]{0,5}\)?"
    r" ?(?:[.]|$)"
)
_COUNTED = re.compile(r"(?:kuartal|triwulan|semester|tahap|golongan|kelas|komisi|angkatan) [IVX]+$", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"[0-9]{1,2}|[a-z]|[IVX]{1,4}")


_MAX_SENTENCE: Final = 2_000  # code points; the longest sentence of UD Indonesian-CSUI's train texts is far below


def split_sentences(text: str, start: int, end: int, quotes: list[QuotePair]) -> list[Span]:
    """Split one paragraph; line feeds in it are white space.

    Args:
        text: Normalised text.
        start: First code point of the paragraph.
        end: End of the paragraph, exclusive.
        quotes: The pairs of quotation marks in it, in order.

    Returns:
        Sentences in order, without surrounding white space, disjoint; together they hold all but white space.
    """
    closed = _Closed(text, start, end, quotes)
    spans: list[Span] = []
    begin = _skip_space(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if stop.start() < begin:
            continue
        cut = closed.after_closers(stop.end(), end)
        if cut < end and not closed.holds(cut) and _ends(text, begin, stop, cut, end):
            spans.append(Span(begin, cut))
            begin = _skip_space(text, cut, end)
    last = len(text[begin:end].rstrip())
    if last:
        spans.append(Span(begin, begin + last))
    if all(len(span) <= _MAX_SENTENCE for span in spans):
        return spans
    return [piece for span in spans for piece in _pieces(text, span)]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A sentence, or the pieces of one that no writer means: what is told of a sentence takes time by its length."""
    start = span.start
    while span.end - start > _MAX_SENTENCE:
        space = text.rfind(" ", start + 1, start + _MAX_SENTENCE)
        cut = space if space > start else start + _MAX_SENTENCE
        yield Span(start, len(text[start:cut].rstrip()) + start)
        start = _skip_space(text, cut, span.end)
    if start < span.end:
        yield Span(start, span.end)


def _skip_space(text: str, position: int, end: int) -> int:
    """The next offset that holds no white space."""
    while position < end and text[position].isspace():
        position += 1
    return position


class _Closed:
    """The quotations and parentheses of a paragraph, inside which no sentence ends."""

    def __init__(self, text: str, start: int, end: int, quotes: list[QuotePair]) -> None:
        self._text = text
        self._openings = {quote.span.start for quote in quotes}
        closed = [quote.span for quote in quotes if quote.closed and len(quote.span) <= _MAX_QUOTATION]
        self._spans: list[Span] = []
        if text.find("(", start, end) >= 0:
            closed = sorted([*closed, *_parentheses(text, start, end)])
        for span in closed:
            if not self._spans or self._spans[-1].end <= span.start:
                self._spans.append(span)
        self._starts = [span.start for span in self._spans]

    def holds(self, cut: int) -> bool:
        """Whether a sentence that ended at `cut` would end inside a quotation or parenthesis."""
        i = bisect_left(self._starts, cut) - 1
        return i >= 0 and cut < self._spans[i].end

    def after_closers(self, position: int, end: int) -> int:
        """The offset behind closing quotes and brackets at `position`; an opening quote stays out."""
        while position < end and self._text[position] in _CLOSERS and position not in self._openings:
            position += 1
        return position


_BRACKET = re.compile(r"[()]")


def _parentheses(text: str, start: int, end: int) -> list[Span]:
    """Pairs of round brackets of moderate length, not nested."""
    spans: list[Span] = []
    opened = -1
    for match in _BRACKET.finditer(text, start, end):
        if match[0] == "(":
            opened = match.start()
        elif opened >= 0:
            if match.end() - opened <= _MAX_PARENTHESIS:
                spans.append(Span(opened, match.end()))
            opened = -1
    return spans


def _ends(text: str, begin: int, stop: "re.Match[str]", cut: int, end: int) -> bool:
    """Whether the stop ends a sentence that began at `begin`, from the token before and the word after it."""
    if not text[cut].isspace():
        return _ends_glued(text, begin, stop, cut)
    rest = _skip_space(text, cut, end)
    if stop[0] == "." and text[stop.end()] == ")" and _is_abbreviation(_token_before(text, begin, stop.start())):
        return False  # `(Plh.) Sekretaris`
    if rest == end or stop[0] != "." or cut > stop.end():  # `!`, `?`, `...` or a closing quote
        word = _NEXT_WORD.match(text, rest)
        return rest < end and not (word and word[1][0].islower())
    token = _token_before(text, begin, stop.start())
    if begin == stop.start() - len(token) and _LIST_NUMBER.fullmatch(token):
        return False  # `1. Bupati`
    if text[rest].isdigit():
        return token.lower() not in _NEVER_BEFORE_DIGIT and not _is_initial(token)
    word = _NEXT_WORD.match(text, rest)
    if word is None:
        return not _is_abbreviation(token)
    if word[1][0].islower():
        return text[rest].islower() and len(token) > 3 and _is_plain_word(token)
    if token[-1:].upper() in "IVX" and _COUNTED.search(text[max(begin, stop.start() - 14) : stop.start()]):
        return True  # `triwulan I. Pemkab`
    return not _DAY_ALONE.match(text, rest) and _may_end_with(token, word[1], text[rest])


def _token_before(text: str, begin: int, dot: int) -> str:
    """What stands before a full stop, back to a space, quote or bracket."""
    window = text[max(begin, dot - _MAX_TOKEN) : dot].removesuffix("\n")
    match = _UP_TO_TOKEN.match(window)
    return window[match.end() :] if match else window


def needs_more(text: str, begin: int, dot: int) -> bool:
    """Whether a full stop belongs to an abbreviation that a name or a number must follow: `Abd.`, `Jl.`, `Drs.`."""
    return _token_before(text, begin, dot).lower() in _NEVER_LAST


def _is_initial(token: str) -> bool:
    """Whether a token is one capital letter, or several with stops between: `R`, `A.A`, `Y.M`."""
    return token[:1].isupper() and all(len(part) == 1 and part.isalpha() for part in token.split("."))


def _is_abbreviation(token: str) -> bool:
    """Whether a token is a known abbreviation or an initial."""
    low = token.lower()
    return low in _NEVER_LAST or low in _MAYBE_LAST or _is_initial(token)


def _is_plain_word(token: str) -> bool:
    """Whether a token is a word in lower case that is no abbreviation, perhaps with brackets or quotes."""
    word = token.rstrip(_CLOSERS)
    return word.isalpha() and word.islower() and not _is_abbreviation(word)


def _may_end_with(token: str, word: str, following: str) -> bool:
    """Whether a sentence may end with `token` and a full stop, before the capitalised `word`."""
    low = token.lower().lstrip("'")
    if low in _NEVER_LAST or (low not in _MAYBE_LAST and low.rsplit(".", 1)[-1] in _NEVER_LAST):
        return False  # the second: `Drs.H.`
    if "," in token:  # `Taher.,M.HI`, `SH.,MH`
        low = low.rsplit(",", 1)[1]
    if low in _MAYBE_LAST or _is_initial(token):
        return following not in "([" and word.lower() in _STARTERS
    return True


_GLUED_NEXT = re.compile(r"[\"']?([A-Z][a-z]+)")


def _ends_glued(text: str, begin: int, stop: "re.Match[str]", cut: int) -> bool:
    """Whether a stop without space after it ends a sentence: `rendah.Kepala`, not `M.Hidayat`, `SH.MH`."""
    following = _GLUED_NEXT.match(text, cut)
    if following is None or (len(following[1]) < 3 and following[1] not in ("Ia", "Di", "Ke")):
        return False
    if stop[0] != ".":
        return True
    token = _token_before(text, begin, stop.start())
    if following[1].lower() in _DOMAIN_ENDS:
        return False
    if cut > stop.end() or token.endswith(")"):
        return True
    if token.isdigit():
        return len(token) == 4
    return len(token) > 2 and token[-3:].isalpha() and token[-3:].islower() and not _is_abbreviation(token)
