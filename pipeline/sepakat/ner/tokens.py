"""Tokens as the statistical readers see them, in training and in use alike.

A token is a run of letters and digits, with what the public Indonesian data sets leave inside one: the apostrophe
(`Nur'aini`), the hyphen of a reduplication (`anak-anak`), the separators of a number (`2.500`, `4/6/2025`). Every
other sign is a token of its own, so a name ends where its letters end (`H.Basri,S.E.`). spaCy's own Indonesian
tokenizer takes 5 s to build and splits hyphens, dots and closing signs by exception lists; this one has none.
"""

import re
from collections.abc import Sequence
from typing import Final

_TOKEN: Final = re.compile(
    r"\d+(?:[.,/:]\d+)+"  # 2.500, 4/6/2025, 09:30
    r"|[^\W\d_]+(?:['`\u2019][^\W\d_]+)+"  # Nur'aini
    r"|[a-z]+(?:-[a-z]+)+(?!\w)"  # anak-anak
    r"|[A-Z]?[a-z]+(?=[A-Z][a-z]{2})"  # BupatiLahat: a space was lost
    r"|[^\W_]+"
    r"|[^\s]"
)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split a part of a text.

    Args:
        text: Any text.
        start: Where the part begins (code points).
        end: Where it ends, exclusive; None for the end of the text.

    Returns:
        Half-open intervals of code points in `text`, in order, disjoint; together they hold all that is no white space.
    """
    stop = len(text) if end is None else end
    return [match.span() for match in _TOKEN.finditer(text, start, stop)]


def spaced(text: str, tokens: Sequence[tuple[int, int]]) -> list[bool]:
    """Whether white space follows each token before the next; False for the last one."""
    return [one[1] < two[0] for one, two in zip(tokens, tokens[1:], strict=False)] + [False][: len(tokens)]
