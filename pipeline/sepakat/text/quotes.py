"""Pairing of double quotation marks and finding direct speech.

The marks in news are straight, curly, curly the wrong way round, set with spaces on both sides, or missing at
one end. A pair never crosses a paragraph. Single quotes are not direct speech (EYD V: they gloss a word).
"""

import re
from dataclasses import dataclass

from sepakat.text.article import Span

MAX_SPEECH = 1500
"""Code points after which an opening quote without a closing one is given up."""

_OPENING = "“„«"
_CLOSING = "”»"
_SAYS = re.compile(
    r"[,.!?] ?(?=(?:kata|ujar|ucap|ungkap|jelas|tutur|tegas|tandas|terang|papar|imbuh|sebut|tambah|pungkas"
    r"|lanjut|harap|sambung|beber|cetus|urai|tukas|jawab|himbau|imbau|pinta|pesan|puji|aku|rinci)(?:nya)?(?!\w))"
)


@dataclass(frozen=True, slots=True)
class QuotePair:
    """Two quotation marks that belong together, or one whose partner is missing.

    Attributes:
        span: From the opening to the closing mark, both included.
        closed: Whether both marks are written.
    """

    span: Span
    closed: bool


def pair_quotes(text: str, original: str, start: int, end: int) -> list[QuotePair]:
    """Pair the double quotation marks of one paragraph.

    Args:
        text: Normalised text (straight quotes).
        original: The text as written, of the same length: the direction of curly quotes is a hint.
        start: First code point of the paragraph.
        end: End of the paragraph, exclusive.

    Returns:
        Outermost pairs in order, disjoint. A mark without partner is left out, unless the words around it
        show where the speech ends.
    """
    pairs: list[QuotePair] = []
    opened, nested = -1, False
    position = text.find('"', start, end)
    while position >= 0:
        mark = _direction(text, original, position, start, end, inside=opened >= 0)
        if mark == "open" and opened < 0:
            opened = position
        elif mark == "open":
            if _restarts(text, position, opened):
                pairs += _unclosed(text, opened, position)
                opened, nested = position, False
            else:
                nested = True
        elif mark == "close" and opened >= 0:
            if nested:
                nested = False
            else:
                pairs.append(QuotePair(Span(opened, position + 1), closed=True))
                opened = -1
        position = text.find('"', position + 1, end)
    if opened >= 0:
        pairs += _unclosed(text, opened, end)
    return pairs


def _direction(text: str, original: str, at: int, start: int, end: int, *, inside: bool) -> str:
    """`open`, `close` or `none` for the mark at `at`, from the spaces around it, its shape and the state."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    spaced_before, spaced_after = before in " \n([-/", after in " \n.,;:!?)]"
    if spaced_before and not spaced_after:
        return "close" if inside and original[at] in _CLOSING and at + 1 < end and after.islower() else "open"
    if spaced_after and not spaced_before:
        return "close" if inside or not before.isdigit() else "none"
    if spaced_before and spaced_after:
        return "close" if inside else "none" if original[at] in _CLOSING else "open"
    if original[at] in _OPENING:
        return "open"
    if original[at] in _CLOSING or inside:
        return "close"
    return "open" if before in ".,!?:;" and after.isupper() else "none"


def _restarts(text: str, at: int, opened: int) -> bool:
    """Whether an opening mark inside an open quotation shows that the earlier one was never closed."""
    if at - opened > MAX_SPEECH:
        return True
    before = text[max(opened, at - 3) : at].rstrip()
    return before[-1:] in (".", "!", "?") and text[at + 1 : at + 2].isupper()


def _unclosed(text: str, opened: int, end: int) -> list[QuotePair]:
    """Direct speech whose closing mark is missing: up to `, kata X`, or to the end of a short paragraph."""
    limit = min(end, opened + MAX_SPEECH)
    says = _SAYS.search(text, opened + 1, limit)
    if says:
        return [QuotePair(Span(opened, says.end()), closed=False)]
    return [QuotePair(Span(opened, limit), closed=False)] if limit == end else []


_WORDS = re.compile(r"\S+")


def is_speech(text: str, pair: QuotePair) -> bool:
    """Whether a pair holds direct speech, not a term: five words, or a stop before the closing mark."""
    inner = text[pair.span.start + 1 : pair.span.end - 1].rstrip()
    return inner[-1:] in (",", ".", "!", "?") or sum(1 for _ in _WORDS.finditer(inner[:80])) >= 5
