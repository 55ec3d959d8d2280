"""Text that is safe to show: an article may hold anything, also codes that would drive a terminal."""

from itertools import chain
from typing import Final

_CODES: Final = chain(
    range(0x00, 0x09),  # C0 controls without tab and line feed
    range(0x0B, 0x20),
    range(0x7F, 0xA0),  # DEL and the C1 controls
    range(0x202A, 0x202F),  # embedding and overriding of the writing direction
    range(0x2066, 0x206A),  # isolates
)
_VISIBLE: Final = dict.fromkeys(_CODES, "\ufffd")  # the replacement character, one for one


def printable(text: str) -> str:
    """The same text, of the same length, with control and direction codes made visible."""
    return text.translate(_VISIBLE)


def on_one_line(text: str) -> str:
    """Printable text with every run of white space as one space."""
    return printable(" ".join(text.split()))
