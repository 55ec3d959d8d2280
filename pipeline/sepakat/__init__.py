"""sepakat: agreements with BPJS Ketenagakerjaan, read from Indonesian news.

`from sepakat import extract` is the whole API for one article; nothing heavy is imported before it is asked for.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sepakat.extraction import extract
    from sepakat.records import Result
    from sepakat.text.article import Article

__version__ = "0.1.0"
__all__ = ["Article", "Result", "__version__", "extract"]

_HOMES = {"Article": "sepakat.text.article", "Result": "sepakat.records", "extract": "sepakat.extraction"}


def __getattr__(name: str) -> Any:
    """Import a public name from its module when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sepakat' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
