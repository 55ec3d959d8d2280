"""Whether a text is Indonesian at all: by the share of words that no Indonesian text does without."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
# The most frequent function words of UD Indonesian-CSUI's train texts.
_FUNCTION_WORDS: Final = frozenset(
    [
        "yang",
        "dan",
        "di",
        "untuk",
        "dengan",
        "dari",
        "ini",
        "pada",
        "dalam",
        "tidak",
        "akan",
        "itu",
        "oleh",
        "juga",
        "ke",
        "karena",
        "telah",
        "adalah",
        "tersebut",
        "sebagai",
        "bahwa",
        "saat",
        "kami",
        "kita",
        "serta",
        "atau",
        "sudah",
        "agar",
        "secara",
        "bagi",
        "seluruh",
        "hingga",
        "terhadap",
    ]
)
_LEAST_WORDS: Final = 40  # fewer say nothing of the language
_LEAST_SHARE: Final = 0.04  # Indonesian news lies above 0.1, other languages (English `di`, `para`) below 0.02
_MOST_CHARS: Final = 20_000  # code points that are looked at


def looks_indonesian(text: str) -> bool:
    """Whether a text can be Indonesian; True also for one that is too short to tell."""
    words = _WORD.findall(text[:_MOST_CHARS].lower())
    if len(words) < _LEAST_WORDS:
        return True
    return sum(map(_FUNCTION_WORDS.__contains__, words)) >= _LEAST_SHARE * len(words)
