"""Normalising a text without moving anything: every function returns a text of the same length.

Plain spaces, straight quotes, `-` for every dash, full-width forms as ASCII; line breaks stay. So an offset
in the normalised text is an offset in the article.
"""

import re

_SINGLE_QUOTES = "‘’‚‛′´`ʻʼʽˈ＇‹›"
_DOUBLE_QUOTES = "“”„‟″«»〝〞＂❝❞"
_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_SPACES = "\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_ZERO_WIDTH = (
    "\u00ad\u034f\u061c\u115f\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufffc"
)
_CONTROLS = "".join(map(chr, [*range(0x00, 0x0A), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0xA0)]))
_SURROGATES = "".join(map(chr, range(0xD800, 0xE000)))  # halves without their partner: UTF-8 cannot write them
_LINE_BREAKS = "\r\u0085\u2028\u2029"  # alone; the \r of \r\n becomes a space

_TABLE = {
    **dict.fromkeys(_SPACES + _ZERO_WIDTH + _CONTROLS + _SURROGATES, " "),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_LINE_BREAKS, "\n"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "\uff02\uff07\uff0d"},
}
_UNUSUAL = re.compile("[^\n\x20-\x5f\x61-\x7e]")  # whatever the table may change; "`" is among them
_ESCAPED_OPENING = re.compile(r'(?<!\S)\\"')


def normalise(text: str) -> str:
    """Make spaces, quotes, dashes and line breaks plain; the length stays.

    Args:
        text: Any text.

    Returns:
        Text of the same length, in which the only white space is the space and the line feed, the only
        quotes are the straight ones and the only dash is the hyphen. A doubled single quote and an escaped
        quote (as JSON writes it) become a double quote and a space, the quote beside its words.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    text = _UNUSUAL.sub(_plain, text)
    if "''" in text:
        text = text.replace("''", '" ')
    if '\\"' in text:
        text = _ESCAPED_OPENING.sub(' "', text).replace('\\"', '" ')
    return text


def _plain(match: "re.Match[str]") -> str:
    """The plain form of one unusual character."""
    return _TABLE.get(match[0], match[0])


def lower(text: str) -> str:
    """Lower case of the same length: a letter whose lower case is longer (`İ`) stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):  # lower case is never shorter, so nothing was moved
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)
